import { SIMPLIFIED, TRADITIONAL } from './traditional.ts';

/**
 * Chinese text for exact search: folded once, cut into pairs of neighbouring characters. A phrase can only occur where
 * all its pairs occur, so pairs find every true hit; what they find too much is rechecked with LIKE on the folded text.
 */
const WORD = /[\p{L}\p{N}]/u;
const LONGEST_TERM = 60; // characters
const MOST_TERMS = 6;

/** Full width to half, capitals to small, brackets of all kinds to ( ), runs of space to one. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〔【［〈《「『[{]/g, '(')
    .replace(/[〕】］〉》」』\]}]/g, ')')
    .replace(/[\u200b-\u200f\ufeff\p{C}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const PLAIN = new Map([...TRADITIONAL].map((char, i) => [char, SIMPLIFIED[i] ?? char]));
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'gu');

/** Traditional characters as simplified ones, one for one: the length stays. For finding only, never for showing. */
export const simplify = (text: string): string => text.replace(ANY_TRADITIONAL, (char) => PLAIN.get(char) ?? char);

/** As public records are indexed and asked for. (`fold` alone stands in natural keys and keyed words: it must not change.) */
export const foldPlain = (text: string): string => simplify(fold(text));

/** Runs of letters, digits and Han characters of a folded text, each as its code points. */
export function runs(folded: string): string[][] {
  const all: string[][] = [];
  let run: string[] = [];
  for (const char of folded) {
    if (WORD.test(char)) run.push(char);
    else if (run.length > 0) {
      all.push(run);
      run = [];
    }
  }
  if (run.length > 0) all.push(run);
  return all;
}

/** All pairs of neighbours in a folded text. */
export function bigrams(folded: string): Set<string> {
  const found = new Set<string>();
  for (const run of runs(folded)) for (let i = 1; i < run.length; i++) found.add(`${run[i - 1]}${run[i]}`);
  return found;
}

/** All single characters of a folded text (kept for titles and names only). */
export function unigrams(folded: string): Set<string> {
  return new Set(runs(folded).flat());
}

export interface SearchTerm {
  /** Folded phrase. */
  text: string;
  /** What the index must hold: pairs, or the one character where there is no pair. */
  grams: string[];
  /** Whether the grams alone are exact, so that no recheck is needed. */
  exact: boolean;
}

/** What a person typed, as phrases that must all occur. Empty where it holds no letter, digit or Han character. */
export function searchTerms(query: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  for (const word of fold(query).split(/[\s,、;|]+/u)) {
    const chars = [...word].slice(0, LONGEST_TERM);
    const text = trimPunctuation(chars.join(''));
    const parts = runs(text);
    if (parts.length === 0) continue;
    const grams = bigrams(text);
    // A character standing alone between punctuation is only known as a unigram of titles: leave it to the recheck.
    if (grams.size === 0) for (const part of parts) grams.add(part[0] as string);
    terms.push({ text, grams: [...grams], exact: [...text].length <= 2 && parts.length === 1 });
    if (terms.length === MOST_TERMS) break;
  }
  return terms;
}

/** Punctuation around a phrase (“招商引资”，) is not what a person looks for; brackets of a case number inside stay. */
export function trimPunctuation(text: string): string {
  return text.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '');
}
