import { followed, isWord } from './name.ts';
import { goesOn } from './organisation.ts';
import { BEFORE, HONOURED, OLD } from './people-patterns.ts';
import { publicNames } from './public-names.ts';
import type { Reading } from './reading.ts';
import type { Found, Meter } from './replacement.ts';
import type { Person, Roster } from './roster.ts';

/** Every place where somebody of the roster is named, with the name of the published text. */
export function findMentions(reading: Reading, roster: Roster, meter: Meter): Found[] {
  const places = namePlaces(reading, roster, meter);
  const firstAt = new Map<Person, number>();
  for (const { person, start } of places) if (!firstAt.has(person)) firstAt.set(person, start);
  const names = publicNames(reading.text, roster, firstAt);
  return [...places, ...shortPlaces(reading, [...names.keys()])].map(({ person, start, end }) => ({
    start,
    end,
    to: names.get(person) ?? person.base,
    kind: 'name' as const,
    rule: person.rule,
    person: person.id,
    weight: 50,
  }));
}

interface Place {
  start: number;
  end: number;
  person: Person;
}

function namePlaces(reading: Reading, roster: Roster, meter: Meter): Place[] {
  const { text } = reading;
  const kept = new Set(roster.keptSpans.map(([start]) => start));
  const introduced = new Set([...text.matchAll(BEFORE)].map((match) => match.index + match[0].length));
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    meter.steps++;
    const name = roster.nameAt(reading, at);
    const person = name === undefined ? undefined : roster.find(name);
    if (name === undefined || !person || kept.has(at)) continue;
    const end = at + name.length;
    if (goesOn(text, end)) continue;
    if (/[A-Za-z]/.test(name) && /[A-Za-z]/.test(text.charAt(at - 1) + text.charAt(end))) continue;
    const beside = introduced.has(at) || (text.charAt(at - 1) === '、' && places.at(-1)?.end === at - 1);
    if (isWord(name) && !beside && !readsAsName(text, at, end, roster, reading)) continue;
    places.push({ start: at, end, person });
    at = end - 1;
  }
  return places;
}

/** Whether 成功 or 时光 is somebody here: what stands beside it must fit a person and no word. */
function readsAsName(text: string, at: number, end: number, roster: Roster, reading: Reading): boolean {
  const before = text.charAt(at - 1);
  const next = text.charAt(end);
  if (
    /^(?:局长|主任|先生|女士|诉称|辩称|述称|证实|名下|出具|持有|签字|本人|到庭|系|于\d|(?:提供|提交|签)的)/.test(
      text.slice(end, end + 4),
    )
  )
    return !/[一-龥]/.test(before) || '与和及由向给对'.includes(before);
  if ('与和及由向给非'.includes(before)) return followed(text, end) !== null || before === '非';
  if (/[一-龥0-9]/.test(before)) return false;
  if (next === '、') return roster.nameAt(reading, end + 1) !== undefined;
  return before === ':' ? next === '的' : '与向和'.includes(next);
}

/** 张先生, 老张: only where one person alone has the family name. */
function shortPlaces({ text }: Reading, people: readonly Person[]): Place[] {
  const byFamily = new Map<string, Person[]>();
  for (const person of people)
    if (person.family !== null) byFamily.set(person.family, [...(byFamily.get(person.family) ?? []), person]);
  const only = (family: string): Person | undefined =>
    byFamily.get(family)?.length === 1 ? byFamily.get(family)![0] : undefined;
  const places: Place[] = [];
  for (const match of text.matchAll(OLD)) {
    const person = only(match[2] ?? '');
    if (person) places.push({ start: match.index, end: match.index + match[0].length, person });
  }
  for (const match of text.matchAll(HONOURED)) {
    const family = match[1] ?? '';
    const person = only(family) ?? only(family.slice(-1));
    const length = only(family) ? family.length : 1;
    const end = match.index + family.length;
    if (person) places.push({ start: end - length, end, person });
  }
  return places;
}
