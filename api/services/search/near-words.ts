import { parseQuery } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { otherWords } from './relax.ts';
import { searchAll } from './search-all.ts';

/** Another question that finds something. */
export interface NearWords {
  q: string;
  total: number;
  capped: boolean;
}

const SHOWN = 4;

/** For words that found nothing anywhere: fewer or shorter ones that do, the most telling first. At most six are tried. */
export async function nearWords(ctx: Ctx, words: string): Promise<NearWords[]> {
  const tried = await Promise.all(
    otherWords(words).map(async (q) => {
      const found = await searchAll(ctx, q);
      return { q, total: found.total, capped: found.records.total.capped || found.commitments.capped };
    }),
  );
  // The longest is the nearest to what was meant; the number of its finds says less.
  return tried
    .filter(({ total, q }) => total > 0 && !parseQuery(q).must.every((word) => word.single))
    .sort((a, b) => b.q.length - a.q.length || b.total - a.total)
    .slice(0, SHOWN);
}
