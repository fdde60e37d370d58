import { timingSafeEqual } from 'node:crypto';
import type { KnownRating } from '../../../db/queries/rating.ts';
import type { OpenedGroup, OpenedPoint } from '../../../db/queries/rating-group.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Deps } from '../context.ts';
import type { PendingRating, Rated } from './pending.ts';
import { checkIndicators, ratingAnswer } from './rating-answer.ts';

/**
 * What becomes of entry `i` of an opened group: its form has rated before, or it may be written.
 * @throws DomainError rating.code_invalid | rating.already_given | request.invalid
 */
export function admit(
  pending: PendingRating,
  opened: OpenedGroup,
  i: number,
): { known: KnownRating } | { point: OpenedPoint } {
  const point = opened.points.get(pending.code);
  if (!point) throw new DomainError('rating.code_invalid');
  const known = opened.known.get(i);
  if (known) return { known };
  if (point.revoked) throw new DomainError('rating.code_invalid');
  if (opened.transactionRated.has(i)) throw new DomainError('rating.already_given');
  checkIndicators(pending.rating.indicators, point.channel);
  return { point };
}

/**
 * The answer to a form that was sent again.
 * @throws DomainError submission.payload_differs | resource.gone
 */
export async function answerAgain(deps: Deps, pending: PendingRating, known: KnownRating): Promise<Rated> {
  // The key behind it was retired: nobody retries a form after so long (services/keys/status.ts).
  if (!deps.keys.versions.includes(known.keyVersion)) throw new DomainError('resource.gone');
  const fingerprint = deps.keys.mac('rating-fingerprint', pending.payload, known.keyVersion);
  if (!timingSafeEqual(fingerprint, known.fingerprint)) throw new DomainError('submission.payload_differs');
  const answer = await ratingAnswer(deps, known, pending.rating.submissionId);
  return { created: false, answer, caseId: known.caseId };
}
