import { divisionCode } from './division-code.ts';
import { parseJudgmentNumber } from './judgment-number.ts';

/* What a refused cell perhaps meant: only shown to the person who corrects the file, never taken by itself. */

/** The known value that is nearest by edits, where it is near enough to be meant. */
export function nearestValue(written: string, values: readonly string[]): string | null {
  const most = Math.max(1, Math.floor(written.length / 3));
  let best: { value: string; edits: number } | null = null;
  for (const value of values) {
    const edits = editsBetween(written.toLowerCase(), value.toLowerCase(), most);
    if (edits <= most && (!best || edits < best.edits)) best = { value, edits };
  }
  return best?.value ?? null;
}

/** Insertions, deletions and replacements from one to the other; `most + 1` where there are more. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
}

/** 20190301 and 2019-3-1 10:00 as a legal date. */
export function suggestDate(written: string): string | null {
  const parts = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(\D.*)?$/.exec(written.normalize('NFKC').trim());
  if (!parts) return null;
  const date = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  return new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date ? date : null;
}

/** 12.5万元 as yuan. */
export function suggestAmount(written: string): string | null {
  const parts = /^[¥￥]?\s*(\d{1,12}(?:\.\d{1,6})?)\s*(万|亿)?元?$/.exec(
    written.normalize('NFKC').replace(/[,\s]/g, ''),
  );
  if (!parts) return null;
  const value = Number(parts[1]) * ({ 万: 10_000, 亿: 100_000_000 }[parts[2] ?? ''] ?? 1);
  return value.toFixed(2).replace(/\.00$/, '');
}

/** 2019黔行终1591号 with its brackets; a missing 号 at the end. */
export function suggestNumber(written: string): string | null {
  const plain = written.normalize('NFKC').replace(/[\s()（）[\]【】〔〕]/g, '');
  const parts = /^(\d{4})(.+?)(号)?$/.exec(plain);
  if (!parts) return null;
  const parsed = parseJudgmentNumber(`（${parts[1]}）${parts[2]}号`);
  return parsed.ok ? parsed.number.text : null;
}

/** The known place above a code that is not known: 320321999 → 320321. */
export function suggestDivision(written: string, known: ReadonlySet<string>): string | null {
  const digits = written.replace(/\D/g, '');
  for (const length of [9, 6, 4, 2]) {
    const code = divisionCode(digits.slice(0, length));
    if (digits.length >= length && code && known.has(code)) return code;
  }
  return null;
}
