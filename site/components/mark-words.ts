import { simplify } from '../../api/domain/chinese-text.ts';
import type { PublicDisclosure } from '../../api/domain/disclosure-view.ts';

export interface Part {
  text: string;
  hit: boolean;
}

/** Brackets, widths and traditional characters written alike; each character stays one, so places in the text stay true. */
function alike(text: string): string {
  const narrow = text.toLowerCase().replace(UNSURE, narrowed);
  return simplify(narrow.replace(OPENING, '(').replace(CLOSING, ')'));
}
// All but ASCII, the marks of Chinese and Han characters, which NFKC leaves as they are: a text has few others.
const UNSURE = /[^ -~\u3001-\u3035\u4e00-\u9fff]/gu;
const OPENING = /[〔【［〈《「『[{]/g;
const CLOSING = /[〕】］〉》」』\]}]/g;
// A full-width comma stands in nearly every text.
const known = new Map<string, string>();
function narrowed(char: string): string {
  let found = known.get(char);
  if (found === undefined) {
    const one = char.normalize('NFKC');
    found = [...one].length === 1 && one.length === char.length ? one : char;
    known.set(char, found);
  }
  return found;
}

/** A text cut where the words (folded) occur in it. */
export function marked(text: string, words: readonly string[]): Part[] {
  const folded = alike(text);
  if (words.length === 0 || folded.length !== text.length) return [{ text, hit: false }];
  const hits = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1))
      hits.fill(true, at, at + word.length);
  }
  const parts: Part[] = [];
  for (let i = 0; i < text.length; i++) {
    const last = parts.at(-1);
    if (last && last.hit === hits[i]) last.text += text[i];
    else parts.push({ text: text[i] ?? '', hit: hits[i] ?? false });
  }
  return parts;
}

const LENGTH = 72;

/** Some words around the first hit, or the beginning. */
export function excerpt(text: string, words: readonly string[]): string {
  if (text.length <= LENGTH) return text;
  const folded = alike(text);
  const first = Math.min(...words.map((word) => folded.indexOf(word)).filter((at) => at >= 0), text.length);
  const from = first === text.length ? 0 : Math.max(0, Math.min(first - 16, text.length - LENGTH));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + LENGTH)}${from + LENGTH < text.length ? '…' : ''}`;
}

/** Where the words of a question are shown from, besides what every result shows. */
const SPOKEN = ['conduct', 'requiredAction', 'performed', 'source', 'decidingBody', 'clause'] as const;

/** The field of a record that says where the words are, in short: the summary, unless only another one holds them. */
export function snippet(record: PublicDisclosure, words: readonly string[]): string {
  const holds = (text: string | null) => words.some((word) => alike(text ?? '').includes(word));
  const { summary, title, bodyName, caseNumber, documentNumber, court } = record;
  const seen = [summary, title, bodyName, caseNumber, documentNumber, court].some(holds);
  const other = seen ? undefined : SPOKEN.find((name) => holds(record[name]));
  return excerpt((other ? record[other] : summary) ?? '', words);
}
