import { compose } from './compose.ts';
import { findFigures, findHealth } from './figures.ts';
import { findHomes } from './homes.ts';
import { findMentions } from './mentions.ts';
import { findPeople } from './people.ts';
import { original, read } from './reading.ts';
import { applyReplacements, type Found, type Meter, type Replacement } from './replacement.ts';

export interface Anonymised {
  text: string;
  /** In order, without overlaps. Each is shown to the second person before anything is published. */
  replacements: Replacement[];
}

export interface AnonymiseOptions {
  /** Whom the reader names as a person, where the rules did not see it. */
  names?: readonly string[];
  /** What the rules took for a person's name and is none. */
  keep?: readonly string[];
  /** Counts the work, for the test that it grows with the text. */
  meter?: Meter;
}

/**
 * A judgment's full text as this portal publishes it, by 最高人民法院关于人民法院在互联网公布裁判文书的规定, 法释〔2016〕19号:
 * names as art. 9 forms them, without what art. 10(1) and (2) removes, with what art. 11 keeps (sex, county, organisations with
 * seat and code, lawyers, the court). It goes further than art. 8 on purpose: every natural person is hidden, not only those
 * of family, criminal and children's cases, and legal representatives too (which art. 11(1) keeps), and of a day of birth
 * only the year stays. What art. 10(3)–(6) removes (business secrets, family privacy, technical investigation) and what art. 4
 * forbids to publish at all no rule can find: that is the reader's part. Pure; the same text gives the same answer, and
 * what has been anonymised once is left as it is.
 */
export function anonymise(text: string, options: AnonymiseOptions = {}): Anonymised {
  const meter = options.meter ?? { steps: 0 };
  let replacements: Replacement[] = [];
  let current = text;
  // What stands beside a name decides how it is read, and hiding changes what stands there: until nothing is left to find.
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const more = onePass(current, options, meter);
    if (more.length === 0) break;
    replacements = pass === 0 ? more : compose(text, replacements, current, more);
    current = applyReplacements(text, replacements);
  }
  return { text: current, replacements };
}

const MOST_PASSES = 6;

function onePass(text: string, { names, keep }: AnonymiseOptions, meter: Meter): Replacement[] {
  const reading = read(text);
  const { roster, entries } = findPeople(reading, { names: names ?? [], keep: keep ?? [] }, meter);
  const found = settle([
    ...findMentions(reading, roster, meter),
    ...findFigures(reading.text, meter),
    ...findHealth(reading.text, meter),
    ...findHomes(reading.text, entries, meter),
  ]);
  return found.flatMap(({ weight: _, start, end, ...rest }): Replacement[] => {
    const [from, to] = original(reading, start, end);
    const words = text.slice(from, to);
    return words === rest.to ? [] : [{ from: words, start: from, end: to, ...rest }];
  });
}

/** Without overlaps: of two the weightier, then the longer. */
function settle(all: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of [...all].sort((a, b) => a.start - b.start || b.weight - a.weight || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
    else if (next.weight > last.weight) kept[kept.length - 1] = next;
  }
  return kept;
}
