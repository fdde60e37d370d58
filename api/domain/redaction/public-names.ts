import type { Person, Roster } from './roster.ts';

/** Hidden names that the text already has, by what they begin with. */
function taken(text: string, base: string): { any: boolean; numbers: Set<number> } {
  const numbers = new Set<number>();
  let any = false;
  for (let at = text.indexOf(base); at >= 0; at = text.indexOf(base, at + base.length)) {
    any = true;
    const digits = /^\d{1,3}/.exec(text.slice(at + base.length, at + base.length + 3));
    if (digits) numbers.add(Number(digits[0]));
  }
  return { any, numbers };
}

/**
 * The name that each person has in the published text. Different people whose names would be alike are numbered in the
 * order in which they appear (法释〔2016〕19号 art. 9, second paragraph); numbers that the court gave are passed over.
 */
export function publicNames(text: string, roster: Roster, firstAt: ReadonlyMap<Person, number>): Map<Person, string> {
  const ordered = roster.people
    .filter((person) => firstAt.has(person))
    .sort((a, b) => firstAt.get(a)! - firstAt.get(b)!);
  const alike = new Map<string, Person[]>();
  for (const [i, person] of ordered.entries()) {
    person.id = i + 1;
    alike.set(person.base, [...(alike.get(person.base) ?? []), person]);
  }
  const names = new Map<Person, string>();
  for (const [base, people] of alike) {
    const before = base.endsWith('某') ? taken(text, base) : { any: false, numbers: new Set<number>() };
    if (people.length === 1 && !before.any) {
      names.set(people[0]!, base);
      continue;
    }
    let next = 1;
    for (const person of people) {
      while (before.numbers.has(next)) next++;
      names.set(person, `${base}${next++}`);
    }
  }
  return names;
}
