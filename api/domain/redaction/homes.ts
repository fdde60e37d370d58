import { DIVISIONS, DOOR, HOME, WAY } from './home-patterns.ts';
import type { Entry } from './parties.ts';
import type { Found, Meter } from './replacement.ts';

/** Words of a home that hold for organisations too: whose it is decides. */
const EITHER = /^(?:住所地|住所|地址|经营场所)/;

/** How much of an address names divisions down to the county: so much is kept (法释〔2016〕19号 art. 11(1)). */
export function countyEnd(address: string): number {
  let end = 0;
  for (const pattern of DIVISIONS) {
    const match = pattern.exec(address.slice(end));
    if (
      !match ||
      /街道|大道|路|村|号|[0-9]/.test(match[0]) ||
      /县.|[镇乡](?!市|$)/.test(match[0]) ||
      /(?:小|社|园|厂|校|矿|片|景|库|街)区$/.test(match[0])
    )
      continue;
    end += match[0].length;
  }
  return end;
}

function cut(start: number, address: string, weight: number): Found[] {
  const kept = countyEnd(address);
  // What a court has crossed out already stays.
  if (kept === address.length || /^[本同该][一-龥]{1,3}$/.test(address) || /^[×*xX某]/.test(address.slice(kept)))
    return [];
  const to = kept === 0 ? '×××' : '';
  return [{ start: start + kept, end: start + address.length, to, kind: 'address', rule: 'art11_county', weight }];
}

/** Homes of natural persons, cut to the county; the seats of organisations stay. */
export function findHomes(text: string, entries: readonly Entry[], meter: Meter): Found[] {
  const all: Found[] = [];
  const seats: [number, number][] = [];
  let next = 0;
  for (const match of text.matchAll(HOME)) {
    meter.steps++;
    const address = match[2] ?? '';
    const start = match.index + match[0].length - address.length;
    while (next + 1 < entries.length && entries[next + 1]!.start <= match.index) next++;
    const entry = entries[next];
    const inEntry = entry !== undefined && entry.start <= match.index && match.index < entry.end;
    const seat = EITHER.test(match[1] ?? '') && (!inEntry || entry.subject === 'organisation');
    if (seat) seats.push([match.index, start + address.length]);
    else if (WAY.test(address)) all.push(...cut(start, address, 45));
  }
  for (const match of text.matchAll(DOOR)) {
    meter.steps++;
    const start = match.index;
    if (seats.some(([from, to]) => start < to && start + match[0].length > from)) continue;
    if (/[第字〕\])]$/.test(text.slice(Math.max(0, start - 1), start))) continue;
    all.push(...cut(start, match[0], 44));
  }
  return all;
}
