import { DisclosureFilters } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { parseQuery, type SearchWord } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { searchDisclosures } from '../disclosures/search.ts';

/** Another question that does find something: one condition less, one word less, or a shorter word. */
export interface Relaxed {
  way: 'without_filter' | 'without_word' | 'only_word' | 'unquoted' | 'shorter';
  /** The filter's name, or the word. */
  what: string;
  filters: Record<string, string>;
  total: { count: number; capped: boolean };
}

const MOST = 6;
const FILTERS = ['kind', 'division', 'matter', 'body', 'year', 'outcome', 'court'] as const;

/** For a question that found nothing: at most six others are tried, and those with results are told, the most first. */
export async function relaxed(ctx: Ctx, input: unknown): Promise<Relaxed[]> {
  const asked = parse(DisclosureFilters, input);
  const filters = Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
  const ways = [...fewerFilters(filters), ...fewerWords(filters)].slice(0, MOST);
  const tried = await Promise.all(
    ways.map(async (way) => ({ ...way, total: (await searchDisclosures(ctx, { ...way.filters, limit: 1 })).total })),
  );
  return tried.filter(({ total }) => total.count > 0).sort((a, b) => b.total.count - a.total.count);
}

/** The same words with one left out, alone, unquoted or cut: at most six questions. */
export const otherWords = (q: string): string[] => [
  ...new Set(
    fewerWords({ q })
      .slice(0, MOST)
      .map((way) => way.filters.q ?? ''),
  ),
];

type Way = Omit<Relaxed, 'total'>;

function fewerFilters(filters: Record<string, string>): Way[] {
  return FILTERS.filter((name) => filters[name] !== undefined).map((name) => {
    const { [name]: _, ...rest } = filters;
    return { way: 'without_filter', what: name, filters: rest };
  });
}

const FIELDS = { case: '案号', court: '法院', body: '单位' } as const;
const typed = ({ text, field }: SearchWord): string =>
  `${field ? `${FIELDS[field]}:` : ''}${/[\s,、;|]/u.test(text) ? `"${text}"` : text}`;

function fewerWords(filters: Record<string, string>): Way[] {
  const { must, not } = parseQuery(filters.q ?? '');
  const ask = (words: readonly SearchWord[]): Record<string, string> => ({
    ...filters,
    q: [...words.map(typed), ...not.map((word) => `-${typed(word)}`)].join(' '),
  });
  if (must.length > 1) {
    return must.map((word) =>
      must.length > 2
        ? { way: 'without_word', what: word.text, filters: ask(must.filter((other) => other !== word)) }
        : { way: 'only_word', what: word.text, filters: ask([word]) },
    );
  }
  const [word] = must;
  if (!word) return [];
  const spaced = word.text.split(/\s+/).filter(Boolean);
  if (spaced.length > 1) return [{ way: 'unquoted', what: word.text, filters: { ...filters, q: spaced.join(' ') } }];
  // One long word may be a name and a matter written together: its two halves, and the word without its ends.
  const chars = [...word.text];
  if (chars.length < 4) return [];
  const half = Math.ceil(chars.length / 2);
  const parts = [chars.slice(0, half), chars.slice(half), chars.slice(0, -1), chars.slice(1)].map((part) =>
    part.join(''),
  );
  return [...new Set(parts)].map((part) => ({ way: 'shorter', what: part, filters: ask([{ ...word, text: part }]) }));
}
