import { approvedTexts } from '../../../db/queries/judgment-texts.ts';
import type { PublicDisclosure } from '../../domain/disclosure-view.ts';
import type { SearchQuery } from '../../domain/search-query.ts';
import { missingWords, type TextHit, textHit } from '../../domain/text-hit.ts';
import type { Ctx } from '../context.ts';

/**
 * Why records of a page were found whose own fields do not hold all words: the paragraph of the judgment's full text that
 * does. One statement for a page, none where every field tells enough. By the id of the record.
 */
export async function textHits(
  ctx: Pick<Ctx, 'db'>,
  items: readonly PublicDisclosure[],
  query: SearchQuery | null,
): Promise<ReadonlyMap<string, TextHit>> {
  const words = (query?.must ?? []).filter((word) => word.field === null).map((word) => word.text);
  if (words.length === 0) return new Map();
  const wanting = items.flatMap((record) => {
    const missing = missingWords(
      words,
      Object.values(record).map((value) => (typeof value === 'string' ? value : null)),
    );
    return missing.length > 0 ? [{ id: record.id, missing }] : [];
  });
  if (wanting.length === 0) return new Map();
  const texts = await approvedTexts(
    ctx.db,
    wanting.map(({ id }) => id),
  );
  return new Map(
    wanting.flatMap(({ id, missing }) => {
      const content = texts.get(id);
      const hit = content === undefined ? null : textHit(content, missing);
      return hit ? [[id, hit] as const] : [];
    }),
  );
}
