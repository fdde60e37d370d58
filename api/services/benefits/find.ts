import { type BenefitPlace, findBenefits } from '../../../db/queries/benefits.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { parse } from '../../contracts/parse.ts';
import { BenefitQuery } from '../../contracts/payment.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { bigrams, foldPlain } from '../../domain/chinese-text.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import { type PublicCommitment, publicCommitment } from '../../domain/commitment-view.ts';
import { plainNeed } from '../../domain/plain-need.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';

export interface Benefit {
  record: PublicCommitment;
  /** Days until nobody can apply any more; null: no such day; negative: over. */
  daysToApply: number | null;
}
export interface BenefitPage {
  items: Benefit[];
  nextCursor: string | null;
  /** The words that were looked for: what is left of the question. */
  words: string[];
}

/**
 * 惠企政策超市: benefits found by what an enterprise asks in its own words. Whatever shares the most pairs of characters with the
 * question comes first; without words the nearest end of application. @throws DomainError request.invalid | cursor.invalid
 */
export async function searchBenefits(ctx: Ctx, raw: Record<string, unknown>): Promise<BenefitPage> {
  const { limit, cursor, ...asked } = parse(BenefitQuery, raw);
  const hash = hashQuery('benefits', asked);
  const [rank, day, id] = cursor === undefined ? [] : readCursor(ctx, hash, cursor);
  const after: BenefitPlace | null =
    typeof rank === 'number' && typeof day === 'string' && typeof id === 'string' ? { rank, day, id } : null;
  const { today } = await databaseTime(ctx.db);
  const words = plainNeed(foldPlain(asked.q ?? ''));
  const pairs = [...bigrams(words.join(' '))];
  const rows = await findBenefits(ctx.db, ctx.sql, {
    pairs,
    // One character alone has no pair: it is looked for as it stands.
    single: pairs.length === 0 ? (words[0] ?? null) : null,
    division: asked.division ?? '',
    today,
    ended: asked.ended !== undefined,
    after,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page
      .filter(({ row }) => commitmentVisibleTo({ kind: 'public' }, row) === 'public')
      .map(({ row }) => {
        const until = row.facts.applyUntil ?? null;
        const daysToApply = until ? daysBetween(today, until) : null;
        return { record: publicCommitment(row, today), daysToApply };
      }),
    nextCursor: rows.length > limit && last ? signCursor(ctx, hash, [last.rank, last.day, last.row.id]) : null,
    words,
  };
}
