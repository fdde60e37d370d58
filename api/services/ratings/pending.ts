import type { Locale } from '../../../site/text/locale.ts';
import type { Rating, RatingAnswer } from '../../contracts/rating.ts';

/** A rating on its way into a group: all that was said and proven, before the database was asked anything. */
export interface PendingRating {
  rating: Rating;
  /** Of the service point, signature checked. */
  code: string;
  /** Canonical JSON of what was said, for the fingerprint. */
  payload: string;
  submissionHash: Buffer;
  transactionHash: Buffer | null;
  locale: Locale;
  /** Keyed hash of the client's address. */
  source: string;
  /** What else tells devices apart, see RateOptions. */
  device: string;
  /** Ratings per source and hour. */
  allowed: number;
}

export interface Rated {
  created: boolean;
  answer: RatingAnswer;
  /** The case that a bad rating opened. */
  caseId: string | null;
}
