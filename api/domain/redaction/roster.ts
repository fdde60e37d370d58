import { familyOf, isDotted } from './name.ts';
import type { Reading } from './reading.ts';
import type { RedactionRule } from './replacement.ts';

/** One natural person of the text. */
export interface Person {
  /** From 1, by first appearance; 0 until `publicNames` has ordered them. */
  id: number;
  /** The name as it stands in the list, then other names (曾用名, 又名). */
  names: string[];
  /** Family name and 某, or what art. 9 says of the others; numbered later where it is not the only one. */
  base: string;
  rule: RedactionRule;
  /** A character of family name, for 张先生 and 老张; null where the name has none. */
  family: string | null;
}

/** Everybody found so far. Names that stay (judges, lawyers) are known by name and by place. */
export class Roster {
  readonly people: Person[] = [];
  private readonly never: ReadonlySet<string>;
  private readonly byName = new Map<string, Person>();
  private readonly byStart = new Map<string, string[]>();
  readonly keptNames = new Set<string>();
  readonly keptSpans: [number, number][] = [];
  /** What the text calls organisations for short (以下简称). */
  readonly shortNames = new Set<string>();

  /** @param never names of nobody, by the reader's word */
  constructor(never: ReadonlySet<string>) {
    this.never = never;
  }

  /** @param sure a role says so: also where a judge or lawyer has the same name. */
  add(name: string, sure: boolean): Person | null {
    const known = this.byName.get(name);
    if (known) return known;
    if (this.never.has(name) || (!sure && this.keptNames.has(name))) return null;
    const person: Person = { id: 0, names: [name], ...form(name) };
    this.people.push(person);
    this.learn(name, person);
    return person;
  }

  alias(person: Person, name: string): void {
    if (this.byName.has(name)) return;
    person.names.push(name);
    this.learn(name, person);
  }

  keep(name: string, start: number, end: number): void {
    this.keptNames.add(name);
    this.keptSpans.push([start, end]);
  }

  beginsShortName(name: string): boolean {
    for (const short of this.shortNames) if (short.startsWith(name)) return true;
    return false;
  }

  find(name: string): Person | undefined {
    return this.byName.get(name);
  }

  /** The longest known name that begins here. */
  nameAt({ text }: Reading, at: number): string | undefined {
    return this.byStart.get(text.slice(at, at + 2))?.find((name) => text.startsWith(name, at));
  }

  private learn(name: string, person: Person): void {
    this.byName.set(name, person);
    const key = name.slice(0, 2);
    const list = this.byStart.get(key) ?? [];
    this.byStart.set(
      key,
      [...list, name].sort((a, b) => b.length - a.length),
    );
  }
}

/** 法释〔2016〕19号 art. 9(1)–(3). A Han name longer than its family name allows is read as a minority's or a foreigner's. */
function form(name: string): Pick<Person, 'base' | 'rule' | 'family'> {
  if (/^[A-Za-z]/.test(name)) return { base: name.charAt(0).toUpperCase(), rule: 'art9_first_letter', family: null };
  const family = isDotted(name) ? null : familyOf(name);
  if (family !== null && name.length <= family.length + 3) return { base: `${family}某`, rule: 'art9_surname', family };
  return { base: `${name.charAt(0)}某`, rule: 'art9_first_character', family: null };
}
