import { bigrams, foldPlain, runs, trimPunctuation } from './chinese-text.ts';
import { parseJudgmentNumber } from './judgment-number.ts';

/**
 * What a person typed to find records. Words must all occur; "words in quotes" occur as they stand; a word after - must not
 * occur; 案号: 法院: 单位: (case: court: body:) look in one field.
 */
export const SEARCH_FIELDS = ['case', 'court', 'body'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
const FIELD_WORDS: Record<string, SearchField> = {
  案号: 'case',
  法院: 'court',
  单位: 'body',
  case: 'case',
  court: 'court',
  body: 'body',
};

export interface SearchWord {
  /** Folded; no punctuation around. */
  text: string;
  field: SearchField | null;
  /** What the index must hold: pairs of neighbours, or single characters where there is no pair. */
  grams: string[];
  /** The pairs alone say all: two characters, anywhere. No text needs to be read again. */
  exact: boolean;
  /** No two neighbours: looked for in titles, names and numbers only, or every text would be found. */
  single: boolean;
}

export interface SearchQuery {
  must: SearchWord[];
  not: SearchWord[];
  /** Words beyond MOST_WORDS, as typed: they were not used. */
  dropped: string[];
}

const MOST_WORDS = 6;
const LONGEST_WORD = 60; // characters
const FIELD = `(-?)(?:(${Object.keys(FIELD_WORDS).join('|')}):\\s*)?`;
const TOKEN = new RegExp(`${FIELD}(?:"([^"]*)"(?=$|[\\s,、;|])|([^\\s,、;|]+))`, 'gu');
/** Quotation marks of any kind around whole words; marks inside a word, or without their partner, are text like other text. */
const QUOTED = /(^|[\s,，、;；|:：－-])["“„‟＂「『]([^"“”„‟＂「」『』]*)["”‟＂」』](?=$|[\s,，、;；|])/gu;

/** Punctuation alone says nothing: `must` and `not` are then empty. */
export function parseQuery(typed: string): SearchQuery {
  const query: SearchQuery = { must: [], not: [], dropped: [] };
  const whole = parseJudgmentNumber(foldPlain(typed));
  if (whole.ok) {
    const word = wordOf(foldPlain(whole.number.key), null);
    if (word) query.must.push(word);
    return query;
  }
  // Before folding, which would make brackets of the square ones.
  const text = foldPlain(typed.replace(QUOTED, '$1"$2"'));
  for (const [, minus, field, quoted, plain] of text.matchAll(TOKEN)) {
    const raw = quoted ?? plain ?? '';
    const word = wordOf(raw, field ? (FIELD_WORDS[field] ?? null) : null);
    if (!word) continue;
    if (query.must.length + query.not.length === MOST_WORDS) query.dropped.push(raw);
    else (minus ? query.not : query.must).push(word);
  }
  return query;
}

function wordOf(folded: string, field: SearchField | null): SearchWord | null {
  const number = field === null || field === 'case' ? parseJudgmentNumber(folded) : null;
  const written = number?.ok ? foldPlain(number.number.key) : folded;
  const text = trimPunctuation([...written].slice(0, LONGEST_WORD).join(''));
  const parts = runs(text);
  if (parts.length === 0) return null;
  const pairs = bigrams(text);
  const single = pairs.size === 0;
  return {
    text,
    field,
    grams: single ? [...new Set(parts.flat())] : [...pairs],
    exact: !single && field === null && parts.length === 1 && [...text].length === 2,
    single,
  };
}

/** The characters of a word: all of them stand in a title, name or number that holds the word. */
export const charactersOf = (word: Pick<SearchWord, 'text'>): string[] => [...new Set(runs(word.text).flat())];
