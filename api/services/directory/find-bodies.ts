import { fold, simplify } from '../../domain/chinese-text.ts';
import type { Body, BodyNameKind } from '../../domain/directory.ts';
import { within } from '../../domain/division-code.ts';
import type { Directory } from '../../domain/duty.ts';

interface Entry {
  folded: string;
  name: string;
  kind: BodyNameKind;
  body: Body;
}

/** With fewer hits, names with characters left out are looked for too. */
const FEW = 5;

/** Names of a directory, folded once. Dropped with the directory. */
const indexes = new WeakMap<Directory, Entry[]>();

/** Names are compared without spaces and without the brackets' width. */
export const foldName = (text: string): string => fold(text).replace(/[\s·・,，、.。]/g, '');

function indexOf(directory: Directory): Entry[] {
  let index = indexes.get(directory);
  if (!index) {
    index = [];
    for (const body of directory.bodies.values()) {
      const seen = new Set<string>();
      const add = (name: string, kind: BodyNameKind) => {
        if (seen.has(name)) return;
        seen.add(name);
        index?.push({ folded: simplify(foldName(name)), name, kind, body });
      };
      add(body.name, 'official');
      if (body.nameEn) add(body.nameEn, 'alias');
      if (body.uscc) add(body.uscc, 'alias');
      for (const n of directory.namesOf(body.id)) add(n.name, n.kind);
      for (const s of directory.successionsTo(body.id)) {
        const former = directory.bodies.get(s.predecessor);
        if (!former) continue;
        for (const n of [{ name: former.name }, ...directory.namesOf(former.id)]) add(n.name, 'former');
      }
    }
    indexes.set(directory, index);
  }
  return index;
}

export interface FoundBody {
  body: Body;
  /** The name that was found, where it is not the official one. */
  matched: string | null;
  score: number;
}

export interface FindBodies {
  q?: string | undefined;
  /** In this division and below. */
  division?: string | undefined;
  /** The place of the portal: its bodies come first among equals. */
  near?: string;
  on: string;
}

/**
 * Bodies by name: official, short and former names, in part, with spaces between words, or with characters left out
 * (无锡发改委). Best first. Without words: all bodies of the division itself, then those below it.
 */
export function findBodies(directory: Directory, { q, division, near, on }: FindBodies): FoundBody[] {
  const words = fold(q ?? '')
    .split(/[\s,，、]+/)
    .map((word) => simplify(foldName(word)))
    .filter(Boolean);
  const whole = words.join('');
  if (whole === '') {
    const all: FoundBody[] = [];
    for (const body of directory.bodies.values()) {
      if (division && !within(body.division, division)) continue;
      all.push({ body, matched: null, score: body.division === division ? 1 : 0 });
    }
    return division ? all.sort((a, b) => b.score - a.score) : all;
  }
  const best = new Map<string, FoundBody>();
  const look = (score: (folded: string) => number): void => {
    for (const entry of indexOf(directory)) {
      const match = score(entry.folded);
      if (match === 0 || (division && !within(entry.body.division, division))) continue;
      const total = match + bonus(entry, on, near);
      const before = best.get(entry.body.id);
      if (before && before.score >= total) continue;
      best.set(entry.body.id, {
        body: entry.body,
        matched: entry.kind === 'official' ? null : entry.name,
        score: total,
      });
    }
  };
  look((name) => matchScore(name, whole, words));
  // Characters left out (无锡发改委) only where little else was found.
  if (best.size < FEW && whole.length >= 3) look((name) => (isSubsequence(name, whole) ? 20 : 0));
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score ||
      a.body.name.length - b.body.name.length ||
      (a.body.division < b.body.division ? -1 : a.body.division > b.body.division ? 1 : 0) ||
      (a.body.id < b.body.id ? -1 : 1),
  );
}

function matchScore(name: string, whole: string, words: readonly string[]): number {
  const at = name.indexOf(whole);
  if (at === 0) return name.length === whole.length ? 100 : 70;
  if (at > 0) return 55;
  return words.length > 1 && words.every((w) => name.includes(w)) ? 45 : 0;
}

function isSubsequence(name: string, wanted: string): boolean {
  let at = 0;
  for (const char of wanted) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Present bodies before former ones, official names before others, the place's own before those of elsewhere. */
function bonus(entry: Entry, on: string, near: string | undefined): number {
  const { body, kind } = entry;
  const present = body.validTo === null || body.validTo > on ? 12 : 0;
  const own = near && within(body.division, near) ? 4 : 0;
  const named = kind === 'official' ? 3 : kind === 'short' ? 2 : 0;
  return present + own + named + (9 - body.division.length) / 10;
}
