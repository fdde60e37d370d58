import type { Replacement } from './replacement.ts';

/** A replacement with its place in the text that it made. */
interface Placed extends Replacement {
  madeStart: number;
  madeEnd: number;
}

/**
 * Replacements in a text and further ones in what they made, as one list in the first text. Where a later one touches an
 * earlier one they become one, of the later kind.
 */
export function compose(
  text: string,
  first: readonly Replacement[],
  made: string,
  second: readonly Replacement[],
): Replacement[] {
  const people = Math.max(0, ...first.map(({ person }) => person ?? 0));
  let shift = 0;
  const placed = first.map((replacement): Placed => {
    const madeStart = replacement.start + shift;
    shift += replacement.to.length - (replacement.end - replacement.start);
    return { ...replacement, madeStart, madeEnd: madeStart + replacement.to.length };
  });
  const all: Replacement[] = [];
  let at = 0;
  let moved = 0; // how much longer the made text is before here
  const pass = (): void => {
    const { madeStart: _, madeEnd: __, ...replacement } = placed[at++]!;
    moved += replacement.to.length - (replacement.end - replacement.start);
    all.push(replacement);
  };
  for (const next of second) {
    while (at < placed.length && placed[at]!.madeEnd <= next.start) pass();
    let start = next.start - moved;
    let madeStart = next.start;
    let madeEnd = next.end;
    if (at < placed.length && placed[at]!.madeStart < next.start) {
      start = placed[at]!.start;
      madeStart = placed[at]!.madeStart;
    }
    while (at < placed.length && placed[at]!.madeStart < next.end) {
      const { end, start: from, to } = placed[at]!;
      moved += to.length - (end - from);
      madeEnd = Math.max(madeEnd, placed[at]!.madeEnd);
      at++;
    }
    const end = madeEnd - moved;
    const to = made.slice(madeStart, next.start) + next.to + made.slice(next.end, madeEnd);
    const person = next.person === undefined ? {} : { person: next.person + people };
    all.push({ ...next, from: text.slice(start, end), to, start, end, ...person });
  }
  while (at < placed.length) pass();
  return all;
}
