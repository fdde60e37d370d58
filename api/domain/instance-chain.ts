import { type JudgmentNumber, parseJudgmentNumber } from './judgment-number.ts';
import { similarity } from './near-duplicate.ts';

/** One dispute comes before several instances: 初 first instance, 终 appeal, 申 and 监 petition for retrial, 再 retrial. */
export const INSTANCES = ['first', 'appeal', 'petition', 'retrial'] as const;
export type Instance = (typeof INSTANCES)[number];

export function instanceOf(number: Pick<JudgmentNumber, 'kind'>): Instance | null {
  const { kind } = number;
  if (kind.includes('初')) return 'first';
  if (kind.includes('终')) return 'appeal';
  if (kind.includes('申') || kind.includes('监')) return 'petition';
  return kind.includes('再') || kind.includes('提') ? 'retrial' : null;
}

const WRITTEN = /[（(〔[]\s*[12]\d{3}\s*[）)〕\]][\p{Script=Han}\d]{3,24}?号/gu;
/** Keys of the case numbers that a text names. */
export function numbersIn(text: string): string[] {
  const keys = new Set<string>();
  for (const [written] of text.matchAll(WRITTEN)) {
    const parsed = parseJudgmentNumber(written);
    if (parsed.ok) keys.add(parsed.number.key);
  }
  return [...keys];
}

/** A record as far as it decides whether two are about one thing. */
export interface Likeness {
  body: string; // folded name, or id
  number: JudgmentNumber | null;
  /** Keys of numbers that its text names. */
  named: readonly string[];
  runs: ReadonlySet<number>;
}
export interface Alike {
  /** number: the same case number; dispute: another instance of it; text: says nearly the same. */
  why: 'number' | 'dispute' | 'text';
  similarity: number;
}

const NEARLY = 0.8;
const SAME_FACTS = 0.5;
const LONGEST_DISPUTE = 6; // years between instances

/** How two records are about one thing, or null. */
export function alike(a: Likeness, b: Likeness): Alike | null {
  const share = similarity(a.runs, b.runs);
  if (a.number && b.number) {
    if (a.number.key === b.number.key) return { why: 'number', similarity: share };
    // One text names the number of the other: an appeal names the judgment that it is about.
    if (a.named.includes(b.number.key) || b.named.includes(a.number.key)) return { why: 'dispute', similarity: share };
    const [first, second] = [instanceOf(a.number), instanceOf(b.number)];
    const apart = Math.abs(a.number.year - b.number.year);
    if (first && second && first !== second && a.body === b.body && apart <= LONGEST_DISPUTE && share >= SAME_FACTS) {
      const order = INSTANCES.indexOf(first) - INSTANCES.indexOf(second);
      // A later instance is not older than the earlier one.
      if (Math.sign(a.number.year - b.number.year) * Math.sign(order) >= 0)
        return { why: 'dispute', similarity: share };
    }
  }
  return share >= NEARLY ? { why: 'text', similarity: share } : null;
}
