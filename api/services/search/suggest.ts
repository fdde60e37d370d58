import { parse } from '../../contracts/parse.ts';
import { type Suggestion, SuggestionQuery } from '../../contracts/search.ts';
import { parseQuery } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { searchBodies } from '../directory/search-bodies.ts';
import { suggestMatters } from '../directory/suggest-matters.ts';
import { flagWords } from '../disclosures/flag-words.ts';
import { searchDisclosures } from '../disclosures/search.ts';
import { findHelp } from './find-help.ts';

const BODIES = 4;

/**
 * What may be meant by what was typed so far: bodies by any of their names, a matter by everyday words, records with the words
 * in their title, name or number first. Nothing for less than two characters. @throws DomainError request.invalid
 */
export async function suggestSearch(ctx: Ctx, input: unknown): Promise<{ items: Suggestion[] }> {
  const { q, limit } = parse(SuggestionQuery, input);
  const query = parseQuery(q);
  if (query.must.every((word) => word.single)) return { items: [] };
  const help = findHelp(q, query, 1, ctx.locale);
  const [bodies, matters, records] = await Promise.all([
    searchBodies(ctx, { q, limit: BODIES }),
    suggestMatters(ctx, { text: q }),
    searchDisclosures(ctx, { q, sort: 'relevance', limit }),
  ]);
  const english = ctx.locale === 'en';
  const found: Suggestion[] = [
    ...bodies.items.map((body) => ({
      kind: 'body' as const,
      text: body.name,
      hint: body.matched ? `${body.matched} · ${body.place}` : body.place,
      path: `/bodies/${body.id}`,
    })),
    ...matters.items
      .filter((matter) => matter.score > 0)
      .slice(0, 1)
      .map((matter) => ({
        kind: 'matter' as const,
        text: english ? matter.nameEn : matter.name,
        hint: english ? matter.plainEn : matter.plain,
        path: `/disclosures?matter=${matter.code}`,
      })),
    ...help.items.map((page) => ({ kind: 'help' as const, text: page.title, hint: null, path: page.path })),
    ...records.items.map((record) => ({
      kind: 'record' as const,
      text: record.title,
      hint:
        [...flagWords(record, ctx.locale), record.caseNumber ?? record.documentNumber].filter(Boolean).join(' · ') ||
        null,
      path: `/disclosures/${record.id}`,
    })),
  ];
  return { items: found.slice(0, limit) };
}
