import { currentCode } from '../../../db/queries/service-point-codes.ts';
import { parse } from '../../contracts/parse.ts';
import { Rating } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { readPointCode } from './point-code.ts';
import { type Rated, type RateOptions, rate } from './rate.ts';
import { isSigned } from './transaction.ts';

/**
 * Takes a rating as it comes from a counter: a number of a transaction must be signed by it, and a replaced code opens its point
 * until its grace is over. The write path itself knows present codes only.
 * @throws DomainError as rate(), and request.invalid at `transactionNumber`
 */
export async function rateAtCounter(ctx: Ctx, input: unknown, options: RateOptions = {}): Promise<Rated> {
  const { transactionSignature, ...rating } = options.parsed ? (input as Rating) : parse(Rating, input);
  const code = readPointCode(ctx, rating.code);
  if (!code) throw new DomainError('rating.code_invalid');
  if (rating.transactionNumber && !isSigned(ctx, code, rating.transactionNumber, transactionSignature))
    throw new DomainError('request.invalid', { fields: [{ path: 'transactionNumber', code: 'transaction_unsigned' }] });
  try {
    return await rate(ctx, rating, { ...options, parsed: true });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'rating.code_invalid') throw error;
    const now = await currentCode(ctx.sql, code);
    if (!now) throw error;
    return rate(ctx, { ...rating, code: now }, { ...options, parsed: true });
  }
}
