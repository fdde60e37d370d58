import type { Clause } from './duty.ts';

/** Where words cite a document that the portal has, clause by clause: the ground of a clock, a measure, a commitment. */

/** A piece of a text; with `documentId` it cites, with `place` a clause of it. */
export interface CitedPiece {
  text: string;
  documentId: string | null;
  place: string | null;
}

/** How far behind the name of a document its clause may stand: 》（2025年6月1日起施行）第二十五条, or " (in force from 2025-06-01), art. 25". */
const REACH = 48; // characters
const NUMERALS = '零一二三四五六七八九';
/** Ways in which clauses are cited; the longest first. */
const PLACES: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/第[一二三四五六七八九十百零〇]{1,7}条/, ([whole]) => whole],
  [/附件\d{1,2}/, ([whole]) => whole],
  [/[一二三四五六七八九十]{1,3}（[一二三四五六七八九十]{1,3}）/, ([whole]) => whole],
  [/第(\d{1,2})项|\bitem (\d{1,2})\b/, (match) => match[1] ?? match[2] ?? ''],
  [/\barts?\.? (\d{1,3})\b/, (match) => `第${numeral(Number(match[1]))}条`],
  [/(?<=^ )\d{1,2}(?![\d年月日])/, ([whole]) => whole],
];

/** 25 → 二十五, up to 199. */
export function numeral(n: number): string {
  const digit = (d: number) => NUMERALS[d] ?? '';
  if (n >= 100) {
    const rest = n % 100;
    const tail = rest === 0 ? '' : rest < 10 ? `零${digit(rest)}` : `${rest < 20 ? '一' : ''}${numeral(rest)}`;
    return `一百${tail}`;
  }
  if (n < 10) return digit(n);
  return `${n < 20 ? '' : digit(Math.floor(n / 10))}十${n % 10 === 0 ? '' : digit(n % 10)}`;
}

interface Citable {
  name: string;
  documentId: string;
}

const names = new WeakMap<ReadonlyMap<string, Clause>, Citable[]>();

/** Numbers and titles of the documents, the longest first, so that 实施意见（征求意见稿） is not found as 实施意见. */
function citables(clauses: ReadonlyMap<string, Clause>): Citable[] {
  let found = names.get(clauses);
  if (!found) {
    const all = new Map<string, string>();
    for (const clause of clauses.values())
      for (const name of [clause.documentNumber, clause.documentTitle, clause.documentTitleEn])
        if (name) all.set(name, clause.documentId);
    found = [...all].map(([name, documentId]) => ({ name, documentId })).sort((a, b) => b.name.length - a.name.length);
    names.set(clauses, found);
  }
  return found;
}

/**
 * The text in pieces, of which those that cite are told: a document by its number or title, and the clause that follows at
 * once. A clause that the document does not have is no citation of a clause. Joined, the pieces are the text.
 */
export function citedIn(text: string, clauses: ReadonlyMap<string, Clause>): CitedPiece[] {
  const pieces: CitedPiece[] = [];
  let rest = text;
  const plain = (words: string) => {
    if (words !== '') pieces.push({ text: words, documentId: null, place: null });
  };
  for (;;) {
    const first = firstNamed(rest, clauses);
    if (!first) break;
    const { at, name, documentId } = first;
    const behind = rest.slice(at + name.length, at + name.length + REACH);
    const other = firstNamed(behind, clauses)?.at ?? behind.length;
    const place = placeIn(behind.slice(0, other), (one) => clauses.has(`${documentId}/${one}`));
    const end = at + name.length + (place ? place.end : 0);
    plain(rest.slice(0, at));
    pieces.push({ text: rest.slice(at, end), documentId, place: place?.place ?? null });
    rest = rest.slice(end);
  }
  plain(rest);
  return pieces;
}

function firstNamed(text: string, clauses: ReadonlyMap<string, Clause>): ({ at: number } & Citable) | null {
  let best: ({ at: number } & Citable) | null = null;
  for (const one of citables(clauses)) {
    const at = text.indexOf(one.name);
    if (at >= 0 && (best === null || at < best.at)) best = { at, ...one };
  }
  return best;
}

function placeIn(behind: string, known: (place: string) => boolean): { place: string; end: number } | null {
  // Another sentence, or another document (known here or not), is beyond it.
  const near = behind.split(/[；;。《]|[\p{L}]{1,6}〔\d{4}〕/u)[0] ?? '';
  for (const [pattern, read] of PLACES) {
    const match = pattern.exec(near);
    const place = match && read(match);
    if (match && place && known(place)) return { place, end: match.index + match[0].length };
  }
  return null;
}

/** The clauses that a text cites, as ids. */
export const clausesCited = (text: string, clauses: ReadonlyMap<string, Clause>): string[] =>
  citedIn(text, clauses).flatMap(({ documentId, place }) => (documentId && place ? [`${documentId}/${place}`] : []));
