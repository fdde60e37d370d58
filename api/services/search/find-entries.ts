import { runs } from '../../domain/chinese-text.ts';
import type { SearchQuery, SearchWord } from '../../domain/search-query.ts';

/** A few of what was found, and how many there are. `capped`: there are more than `total`. */
export interface Group<T> {
  items: T[];
  total: number;
  capped: boolean;
}

export const noneFound = <T>(): Group<T> => ({ items: [], total: 0, capped: false });

/** Something that is looked for in memory: its heads (titles, names, numbers) weigh more than the rest. Both folded. */
export interface Entry<T> {
  item: T;
  heads: string;
  text: string;
}

/** Entries in which all words occur and none of the excluded ones; in the heads first, else in the given order. */
export function findEntries<T>(
  entries: readonly Entry<T>[],
  { must, not }: SearchQuery,
  limit: number,
  bonus: (item: T) => number = () => 0,
): Group<T> {
  // 案号: and 法院: ask for records alone.
  const sought = must.filter((word) => word.field !== 'body');
  if (sought.length === 0 || must.some((word) => word.field === 'case' || word.field === 'court')) return noneFound();
  const found = entries.flatMap(({ item, heads, text }, at) => {
    if (not.some((word) => holds(heads, word) || holds(text, word))) return [];
    let score = 0;
    for (const word of sought) {
      if (holds(heads, word)) score += 2;
      // One character is looked for in heads alone, or every text would be found.
      else if (!word.single && holds(text, word)) score += 1;
      else return [];
    }
    return [{ item, score: score / sought.length + bonus(item), at }];
  });
  found.sort((a, b) => b.score - a.score || a.at - b.at);
  return { items: found.slice(0, limit).map(({ item }) => item), total: found.length, capped: false };
}

/** The letters and figures of a word, in their order: brackets and spaces around them do not matter. */
const holds = (folded: string, word: SearchWord): boolean =>
  folded.includes(word.text) || (/[^\p{L}\p{N}]/u.test(word.text) && runsOf(word).every((run) => folded.includes(run)));

export const runsOf = (word: Pick<SearchWord, 'text'>): string[] => runs(word.text).map((run) => run.join(''));
