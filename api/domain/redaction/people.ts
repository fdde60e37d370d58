import { familyOf, followed, isMasked, isWord, maskedEnd, nameEnd } from './name.ts';
import { goesOn, isOrganisation } from './organisation.ts';
import { type Entry, readParties } from './parties.ts';
import { BEFORE, LAWYER, LAWYER_BEHIND, OFFICE, SAID_OF, SHORT_NAME } from './people-patterns.ts';
import { plain, seen as shown } from './plain.ts';
import type { Reading } from './reading.ts';
import type { Meter } from './replacement.ts';
import { Roster } from './roster.ts';
import { WORDS } from './words.ts';

/** As many as are named in a row (附名单). */
const LONGEST_ROW = 400;

/** Everybody in the text whose name goes, and the names and places that stay. */
export function findPeople(
  reading: Reading,
  said: { names: readonly string[]; keep: readonly string[] },
  meter: Meter,
): { roster: Roster; entries: Entry[] } {
  const roster = new Roster(new Set(said.keep));
  for (const name of said.names)
    if (name.trim().length >= 2 && !isMasked(name)) roster.add(plain(shown(name).text.trim()), true);
  keepCourt(reading, roster);
  keepLawyers(reading, roster);
  for (const match of reading.text.matchAll(SHORT_NAME)) if (match[1]) roster.shortNames.add(match[1]);
  const entries = readParties(reading, roster);
  const seen = repeats(reading.text);
  for (const match of reading.text.matchAll(BEFORE)) {
    meter.steps++;
    // 本院院长, 审判员: the court's own are no part of the words; 书记员 begins with 书记.
    if (/书记[:“" ]{0,3}$/.test(match[0]) && reading.text.startsWith('员', match.index + match[0].length)) continue;
    readRow(reading, match.index + match[0].length, roster, seen, meter);
    const start = match.index + match[0].length;
    const name = A_PARTY.test(match[0]) ? undefined : repeatedName(reading.text, start, seen);
    if (
      name !== undefined &&
      !roster.beginsShortName(name) &&
      !roster.nameAt(reading, start) &&
      !maskedEnd(reading.text, start)
    )
      roster.add(name, false);
  }
  readJoined(reading, roster, seen, meter);
  for (const match of reading.text.matchAll(SAID_OF)) {
    const name = match[1] ?? '';
    const end = match.index + name.length;
    meter.steps++;
    if (nameEnd(reading.text, match.index) === end && !isWord(name) && !isMasked(name) && !roster.beginsShortName(name))
      roster.add(name, false);
  }
  return { roster, entries };
}

/** Words of the parties: who they are the list says. */
const A_PARTY = /^(?:原告|被告|第三人|上诉人|被上诉人|再审申请人|申请人|被申请人|申请执行人|被执行人|起诉人)/;

/** What follows each two and three characters that could be a name, and how often they stand in the text. */
type Repeats = ReadonlyMap<string, { times: number; next: ReadonlySet<string> }>;

function repeats(text: string): Repeats {
  const all = new Map<string, { times: number; next: Set<string> }>();
  for (let at = 0; at + 3 < text.length; at++) {
    if (familyOf(text.slice(at, at + 3))?.length !== 1) continue;
    for (const length of [2, 3]) {
      const name = text.slice(at, at + length);
      if (!/^[一-龥]{2,3}$/.test(name)) continue;
      const seen = all.get(name) ?? { times: 0, next: new Set() };
      seen.times++;
      seen.next.add(text.charAt(at + length));
      all.set(name, seen);
    }
  }
  return all;
}

/** A name of three characters with no word behind it that follows names, where it stands elsewhere before other words. */
function repeatedName(text: string, at: number, seen: Repeats): string | undefined {
  const three = text.slice(at, at + 3);
  if (
    nameEnd(text, at) ||
    isWord(three.slice(0, 2)) ||
    goesOn(text, at + 3) ||
    /[与和及的等]|[市县省村区镇乡]$|^(.)\1\1/.test(three)
  )
    return;
  return (seen.get(three)?.next.size ?? 0) > 1 ? three : undefined;
}

/** 杨泽于带队: what looks like a short name and 于 is a name where the same stands behind the short one everywhere. */
function whole(text: string, at: number, end: number, seen: Repeats): number {
  const short = seen.get(text.slice(at, end));
  const long = seen.get(text.slice(at, end + 1));
  const alike = end - at === 2 && short?.next.size === 1 && long !== undefined && long.next.size > 1;
  return alike && familyOf(text.slice(at, end + 1))?.length === 1 && !/[的与、]/.test(text.charAt(end)) ? end + 1 : end;
}

/** 田福堂、孙玉亭等人: who is named in a row with somebody known. */
function readJoined(reading: Reading, roster: Roster, seen: Repeats, meter: Meter): void {
  for (let at = 0; at < reading.text.length; at++) {
    meter.steps++;
    const known = roster.nameAt(reading, at);
    if (known === undefined || goesOn(reading.text, at + known.length)) continue;
    const end = at + known.length;
    // Behind the row, so that a long one is read once.
    at = (reading.text.charAt(end) === '、' ? Math.max(end, readRow(reading, at, roster, seen, meter)) : end) - 1;
  }
}

/** Names in a row: 证人张三、李四和王五. @returns where the last of them ends */
function readRow(reading: Reading, from: number, roster: Roster, seen: Repeats, meter: Meter): number {
  const { text } = reading;
  let at = from;
  let last = from;
  for (let i = 0; i < LONGEST_ROW; i++) {
    meter.steps++;
    const end = maskedEnd(text, at) || oneName(reading, at, roster, seen, i === 0);
    if (!end) return last;
    last = end;
    const joint = /^(?:、|和|与|及|以及)/.exec(text.slice(end, end + 2));
    if (!joint) return last;
    at = end + joint[0].length;
  }
  return last;
}

function oneName(reading: Reading, at: number, roster: Roster, seen: Repeats, first: boolean): number {
  const { text } = reading;
  const known = roster.nameAt(reading, at);
  if (known) return goesOn(text, at + known.length) ? 0 : at + known.length;
  const end = whole(text, at, nameEnd(text, at), seen);
  const name = text.slice(at, end);
  if (!end || goesOn(text, end) || isOrganisation(name) || roster.beginsShortName(name)) return 0;
  // 向张三支付: the first character is a preposition, not the family name of 向张三.
  if ('向于和从对由经与及同'.includes(text.charAt(at)) && (roster.nameAt(reading, at + 1) ?? nameEnd(text, at + 1)))
    return 0;
  // In a row of names (附名单) a word between signs is a name.
  if (isWord(name) && followed(text, end) !== 'sign' && !first) return 0;
  roster.add(name, false);
  return end;
}

/** Judges, assessors and clerks, in the list at the end and where the body names them. */
function keepCourt(reading: Reading, roster: Roster): void {
  const { text } = reading;
  for (const match of text.matchAll(OFFICE)) {
    const start = match.index + match[0].length;
    const end = nameEnd(text, start) || rareEnd(text, start);
    const name = text.slice(start, end);
    if (name.length >= 2 && !isMasked(name)) roster.keep(name, start, end);
  }
}

/** At the end of a judgment a name is what stands up to the end of the line, whatever its first character. */
function rareEnd(text: string, start: number): number {
  const rest = /^[一-龥·•・‧]{2,20}?(?=[\n 。,、]|审判|人民陪审|书记员|法官|二0|二零|$)/.exec(
    text.slice(start, start + 24),
  );
  if (!rest) return 0;
  return rest[0].length <= 4 || /[·•・‧]/.test(rest[0]) ? start + rest[0].length : 0;
}

/**
 * Lawyers by what the body says of them, for the list of the parties may have none (法释〔2016〕19号 art. 11(2)): 代理律师马良,
 * 马良律师, 委托代理人马良(某律师事务所律师), 马良系某律师事务所律师. Their names stay wherever no party bears them.
 */
function keepLawyers({ text }: Reading, roster: Roster): void {
  for (const match of text.matchAll(LAWYER)) {
    const start = match.index + match[0].length;
    const end = nameEnd(text, start);
    if (end > start && !isWord(text.slice(start, end))) roster.keptNames.add(text.slice(start, end));
  }
  for (const match of text.matchAll(LAWYER_BEHIND)) {
    const name = match[1] ?? '';
    if (familyOf(name) !== null && !WORDS.has(name.slice(0, 2))) roster.keptNames.add(name);
  }
}
