import canonicalize from 'canonicalize';
import { parse } from '../../contracts/parse.ts';
import { Rating } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import type { Rated } from './pending.ts';
import { readPointCode } from './point-code.ts';
import { ratingHash, transactionHash } from './rating-answer.ts';

export type { Rated } from './pending.ts';

export interface RateOptions {
  /** Tells devices behind one address apart for the mark of repetition (the User-Agent); never stored. */
  device?: string | null;
  parsed?: boolean;
}

/**
 * Takes a rating, once per submission id, however often it is sent. A bad one opens a case in the same transaction. What arrives
 * within some milliseconds is written together (write-group.ts); the answer comes after the commit.
 * @throws DomainError request.invalid | rating.code_invalid | rating.already_given | submission.payload_differs |
 *   request.rate_limited | service.unavailable
 */
export async function rate(ctx: Ctx, input: unknown, options: RateOptions = {}): Promise<Rated> {
  const rating = options.parsed ? (input as Rating) : parse(Rating, input);
  const code = readPointCode(ctx, rating.code);
  if (!code) throw new DomainError('rating.code_invalid');
  const { submissionId, ...said } = rating;
  return ctx.ratings.add({
    rating,
    code,
    payload: canonicalize({ ...said, code, indicators: [...new Set(said.indicators)].sort() }) ?? '',
    submissionHash: ratingHash(submissionId),
    transactionHash: transactionHash(ctx, rating.transactionNumber),
    locale: ctx.locale,
    source: ctx.source,
    device: options.device ?? '',
    allowed: ctx.limits.ratings,
  });
}
