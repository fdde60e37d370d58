import { familyOf, isDotted, isMasked, nameEnd } from './name.ts';
import { isOrganisation } from './organisation.ts';
import { ENTRY, EVIDENCE, NOT_A_NAME, OTHER_NAMES } from './people-patterns.ts';
import type { Reading } from './reading.ts';
import type { Roster } from './roster.ts';
import { AGENTS, WORDS } from './words.ts';

/** One entry of the list of the parties: from its role to the next entry or the end of the line, and whom it is about. */
export interface Entry {
  start: number;
  end: number;
  subject: 'person' | 'organisation' | null;
}

/** A piece of the text with its place. */
interface Piece {
  words: string;
  start: number;
}

/** As long as the description of one party gets. */
const LONGEST_ENTRY = 1_200;

function split(piece: Piece, signs: string): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i <= piece.words.length; i++) {
    const c = piece.words.charAt(i);
    if (c === '(') depth++;
    if (c === ')') depth--;
    if (i < piece.words.length && (depth > 0 || !signs.includes(c))) continue;
    pieces.push({ words: piece.words.slice(from, i), start: piece.start + from });
    from = i + 1;
  }
  return pieces;
}

/** Without brackets, 等12人 and the space around. */
function bare(piece: Piece): Piece {
  const lead = piece.words.length - piece.words.trimStart().length;
  const words = piece.words
    .trim()
    .replace(/\([^()]{0,80}\).{0,20}$/, '')
    .replace(/等(?:共?[0-9一二三四五六七八九十百]{1,4}[人名]?)?$/, '')
    .trimEnd();
  return { words, start: piece.start + lead };
}

const shaped = (name: string): boolean =>
  /^[一-龥]{2,3}$/.test(name) || (/^[一-龥]{4}$/.test(name) && familyOf(name)?.length === 2);

/** Whether this is a person's name, in a place where a party's name stands. */
function isPerson(name: string, sure: boolean, told: boolean): boolean {
  if (isMasked(name) || isOrganisation(name) || /^(?:如下|略|同上|无)$/.test(name)) return false;
  if (!sure && !told && (NOT_A_NAME.test(name) || WORDS.has(name.slice(0, 2)))) return false;
  if (isDotted(name)) return /^[一-龥·•・‧]{3,30}$/.test(name) && (sure || told || nameEnd(name, 0) === name.length);
  if (/^[A-Za-z][A-Za-z.' -]{1,60}$/.test(name)) return !/\b(?:Ltd|Inc|Co|LLC|GmbH|Corp|Company)\b/i.test(name);
  if (shaped(name) && familyOf(name) !== null) return true;
  if (/^[一-龥]{2,4}$/.test(name)) return sure || told;
  return /^[一-龥]{5,12}$/.test(name) && told;
}

/** Reads the list of the parties into the roster. */
export function readParties(reading: Reading, roster: Roster): Entry[] {
  const entries: Entry[] = [];
  for (const match of reading.text.matchAll(ENTRY)) {
    const start = match.index + match[0].length;
    const line = reading.text.indexOf('\n', start);
    const entry: Entry = { start: match.index, end: line < 0 ? reading.text.length : line, subject: null };
    const stop = reading.text.slice(start, start + LONGEST_ENTRY).search(/[\n。]/);
    const end = stop < 0 ? Math.min(start + LONGEST_ENTRY, reading.text.length) : start + stop;
    const sentence: Piece = { words: reading.text.slice(start, end), start };
    const [whole, role, nested] = match;
    const sure = whole.trimEnd().endsWith(':');
    // Within an entry (经营者:李明) only a colon says that a name follows.
    if (nested !== undefined && !sure) continue;
    const agent = AGENTS.some((word) => (role ?? nested ?? '').endsWith(word));
    entry.subject = agent ? readAgents(sentence, sure, roster) : readParty(sentence, sure, roster);
    if (entry.subject === null) continue;
    const last = entries.at(-1);
    if (last && last.end > entry.start) last.end = entry.start;
    entries.push(entry);
  }
  return entries;
}

const isTold = (segments: readonly Piece[]): boolean =>
  segments.slice(1, 5).some((segment) => EVIDENCE.test(segment.words.trim()));

function readParty(sentence: Piece, sure: boolean, roster: Roster): Entry['subject'] {
  const segments = split(sentence, ',;');
  const told = isTold(segments);
  let subject: Entry['subject'] = null;
  for (const [i, whole] of split(segments[0]!, '、').entries()) {
    // 「张三 局长」 and 「张三 男」: the first word is the name. A foreign name keeps its spaces.
    const { words } = bare(whole);
    const name = /^[A-Za-z]/.test(words) ? words : (words.split(' ')[0] ?? '');
    if (isOrganisation(name)) subject ??= 'organisation';
    else if (isMasked(name)) subject ??= 'person';
    else if (/^[一-龥()]{6,40}$/.test(name) && !told && !NOT_A_NAME.test(name) && !/[诉称认为请求]/.test(name))
      subject ??= 'organisation';
    if (!isPerson(name, sure, told)) continue;
    // 原告张三、马良到庭: who stands beside a party in a sentence of procedure may be the lawyer.
    const person = roster.add(name, i === 0);
    subject ??= 'person';
    if (person)
      for (const { words: said } of [whole, ...segments.slice(1, 4)])
        for (const other of said.matchAll(OTHER_NAMES))
          if (other[1] && !isMasked(other[1])) roster.alias(person, other[1]);
  }
  return subject;
}

/** 钱立群、孙悦,某律师事务所律师;韩雪,女,该公司职员: each group of names with what is said of it. */
function readAgents(sentence: Piece, sure: boolean, roster: Roster): Entry['subject'] {
  const groups: { names: Piece[]; said: string }[] = [];
  for (const [i, segment] of split(sentence, ',;').entries()) {
    const names = split(segment, '、').map(bare);
    const agents = names.every(({ words }) =>
      i === 0
        ? isPerson(words, sure, true) || isMasked(words)
        : shaped(words) && familyOf(words) !== null && isPerson(words, false, false),
    );
    if (agents) groups.push({ names, said: segment.words });
    else if (groups.length > 0) groups[groups.length - 1]!.said += `,${segment.words}`;
    else return null;
  }
  // Two agents of the same office have one description, behind the last of them.
  for (let i = groups.length - 2; i >= 0; i--)
    if (!groups[i]!.said.includes(',') && groups[i]!.names.every(({ words }) => groups[i]!.said.includes(words)))
      groups[i]!.said += groups[i + 1]!.said;
  for (const { names, said } of groups)
    for (const [i, { words, start }] of names.entries()) {
      if (isMasked(words)) continue;
      // 分别系该局科员、某律师事务所律师: one description each.
      const each = /分别[系为是](.{1,200})$/.exec(said)?.[1]?.split('、');
      const own = each?.length === names.length ? (each[i] ?? '') : said;
      if (/律师|法律工作者|法律服务/.test(own)) roster.keep(words, start, start + words.length);
      else roster.add(words, true);
    }
  return 'person';
}
