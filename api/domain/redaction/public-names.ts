import type { Person, Roster } from './roster.ts';

interface Taken {
  numbers: Set<number>;
}

/** Hidden names that the text already has (张某, 张某2, 欧阳某某), by family name and 某. */
function takenNames(text: string): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const match of text.matchAll(/((?:(?!某)[一-龥]){1,2})某(\d{0,3})/g)) {
    const before = match[1] ?? '';
    for (const family of new Set([before, before.slice(-1)])) {
      const known = taken.get(`${family}某`) ?? { numbers: new Set() };
      if (match[2]) known.numbers.add(Number(match[2]));
      taken.set(`${family}某`, known);
    }
  }
  return taken;
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
  const taken = takenNames(text);
  const names = new Map<Person, string>();
  for (const [base, people] of alike) {
    const before = taken.get(base);
    if (people.length === 1 && !before) {
      names.set(people[0]!, base);
      continue;
    }
    let next = 1;
    for (const person of people) {
      while (before?.numbers.has(next)) next++;
      names.set(person, `${base}${next++}`);
    }
  }
  return names;
}
