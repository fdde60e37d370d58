import { randomUUID } from 'node:crypto';
import { filedCase } from '../../../db/queries/filing.ts';
import type { Rating, RatingAnswer } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import { groupCode } from '../../domain/query-code.ts';
import { indicatorsOf, type RatingChannel, type RatingLevel } from '../../domain/rating.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { ratingQueryCode } from './service-case.ts';

/** Known by this alone: the id itself is a bearer secret. Apart from the ids of complaints. */
export const ratingHash = (submissionId: string): Buffer => sha256(`rating/${submissionId}`);

/** 一事一评: written in whatever width or case, one number of a transaction is one. */
export const transactionHash = (ctx: Pick<Ctx, 'keys'>, number: string | undefined): Buffer | null =>
  number ? ctx.keys.mac('rating-transaction', number.normalize('NFKC').toUpperCase()) : null;

/** @throws DomainError where an indicator of the other channel was given */
export function checkIndicators(indicators: readonly string[], channel: RatingChannel): void {
  const known: readonly string[] = indicatorsOf(channel);
  const fields = indicators.flatMap((name, i) =>
    known.includes(name) ? [] : [{ path: `indicators.${i}`, code: 'invalid_value' }],
  );
  if (fields.length > 0) throw new DomainError('request.invalid', { fields });
}

/** What a rater may know of the rating: the level, and number and code of the case that it opened. */
export async function ratingAnswer(
  ctx: Pick<Ctx, 'sql' | 'keys' | 'directory'>,
  known: { id: string; level: RatingLevel; caseId: string | null; keyVersion: number },
  submissionId: string,
): Promise<RatingAnswer> {
  const row = known.caseId ? await filedCase(ctx.sql, known.caseId) : null;
  const handler = row?.handlerId ? (await ctx.directory()).bodies.get(row.handlerId) : undefined;
  return {
    id: known.id,
    level: known.level,
    case:
      row && handler
        ? {
            number: row.number,
            queryCode: groupCode(ratingQueryCode(ctx, submissionId, known.keyVersion)),
            handler: { id: handler.id, name: handler.name, division: handler.division },
            clocks: row.clocks.sort(
              (a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.step.localeCompare(b.step),
            ),
          }
        : null,
  };
}

/** Contact and words under one key; the case has them again in its own parts. */
export const sealDetails = (
  ctx: Pick<Ctx, 'keys'>,
  key: Buffer,
  ratingId: string,
  said: Pick<Rating, 'words' | 'contact'>,
): Buffer => ctx.keys.seal(key, JSON.stringify({ words: said.words, contact: said.contact }), `rating/${ratingId}`);

export function newKey(ctx: Pick<Ctx, 'keys'>): { id: string; key: Buffer; wrapped: Buffer; version: number } {
  const id = randomUUID();
  return { id, ...ctx.keys.createKey(id) };
}
