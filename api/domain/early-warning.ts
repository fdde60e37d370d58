import { daysBetween } from './calendar.ts';
import { bandsOf, runsOf, similarity } from './near-duplicate.ts';
import { wilson } from './rating.ts';

/**
 * 大数据监测预警 (国发〔2016〕76号 六（三）): rules over trends. Each is a comparison of two numbers with parameters that stand on the
 * card, so that whoever reads it can say why it was raised; none decides anything.
 */
export const WARNING_RULES = [
  'old_debt_after_change',
  'arrears_deadline',
  'same_demand',
  'falling_timeliness',
] as const;
export type WarningRule = (typeof WARNING_RULES)[number];
export const WARNING_STATES = ['new', 'acknowledged', 'closed'] as const;
export type WarningState = (typeof WARNING_STATES)[number];
export const WARNING_NOTES = ['acknowledged', 'closed', 'reopened'] as const;
export type WarningNote = (typeof WARNING_NOTES)[number];

/** All [local]: no document sets them. */
export const WARNING_PARAMETERS = {
  /** 新官不理旧账 after a change of officials or a merger: so many cases since, and so many times those of as long before. */
  old_debt_after_change: { days: 180, least: 5, times: 2 },
  /** Arrears that are open around 31 March, when bodies report them (保障中小企业款项支付条例 art. 18). */
  arrears_deadline: { daysBefore: 45, daysAfter: 30, least: 3 },
  /** Cases about one body and matter whose demands say nearly the same. */
  same_demand: { days: 60, least: 3, alike: 0.5 },
  /** Answers in time, by quarter-years of 90 days: the intervals do not touch. */
  falling_timeliness: { days: 90, least: 10 },
} as const;

export interface Finding {
  rule: WarningRule;
  key: string;
  bodyId: string;
  /** What the card says, by name: numbers, dates. */
  numbers: Record<string, string | number>;
  caseIds: readonly string[];
}
const MOST_CASES = 5000;

/** A merger or a change of officials, with the old-debt cases of as many days before and since. */
export interface ChangeTrend {
  bodyId: string;
  event: 'succession' | 'election';
  on: string; // legal date
  days: number;
  before: number;
  after: readonly string[];
}
export function oldDebtAfterChange(trends: readonly ChangeTrend[]): Finding[] {
  const { least, times } = WARNING_PARAMETERS.old_debt_after_change;
  return trends
    .filter(({ before, after }) => after.length >= least && after.length >= times * before)
    .map(({ bodyId, event, on, days, before, after }) => ({
      rule: 'old_debt_after_change',
      key: `old_debt_after_change/${bodyId}/${on}`,
      bodyId,
      numbers: { event, on, days, before, after: after.length, least, times },
      caseIds: after.slice(0, MOST_CASES),
    }));
}

export interface OpenArrears {
  bodyId: string;
  caseIds: readonly string[];
  /** CNY in yuan, two decimals, of those that name one. */
  amount: string;
}
/** @param today legal date */
export function arrearsNearDeadline(open: readonly OpenArrears[], today: string): Finding[] {
  const { daysBefore, daysAfter, least } = WARNING_PARAMETERS.arrears_deadline;
  const year = today.slice(0, 4);
  const left = daysBetween(today, `${year}-03-31`);
  if (left > daysBefore || left < -daysAfter) return [];
  return open
    .filter(({ caseIds }) => caseIds.length >= least)
    .map(({ bodyId, caseIds, amount }) => ({
      rule: 'arrears_deadline',
      key: `arrears_deadline/${bodyId}/${year}`,
      bodyId,
      numbers: { deadline: `${year}-03-31`, left, open: caseIds.length, amount, least },
      caseIds: caseIds.slice(0, MOST_CASES),
    }));
}

export interface DemandText {
  caseId: string;
  bodyId: string;
  matter: string;
  text: string;
  filedOn: string;
}
/** Who meets whom by its bands is compared run by run; what hangs together is one cluster, named by its first case. */
export function sameDemands(texts: readonly DemandText[]): Finding[] {
  const { least, alike, days } = WARNING_PARAMETERS.same_demand;
  const known = texts.map((one) => ({ ...one, runs: runsOf(one.text) }));
  const lead = known.map((_, i) => i);
  const root = (i: number): number => (lead[i] === i ? i : root(lead[i] ?? i));
  const met = new Map<string, number[]>();
  known.forEach((one, i) => {
    for (const [band, mark] of bandsOf(one.runs).entries()) {
      const key = `${one.bodyId}/${one.matter}/${band}/${mark}`;
      const others = met.get(key) ?? [];
      for (const other of others) {
        const [a, b] = [root(i), root(other)];
        if (a !== b && similarity(one.runs, known[other]?.runs ?? new Set()) >= alike)
          lead[Math.max(a, b)] = Math.min(a, b);
      }
      met.set(key, [...others, i]);
    }
  });
  const clusters = Map.groupBy(known.keys(), root);
  return [...clusters.values()]
    .filter((members) => members.length >= least)
    .flatMap((members) => {
      const cases = members.flatMap((i) => known[i] ?? []).sort((a, b) => (a.filedOn < b.filedOn ? -1 : 1));
      const [first] = cases;
      if (!first) return [];
      const { bodyId, matter, caseId } = first;
      return [
        {
          rule: 'same_demand' as const,
          key: `same_demand/${bodyId}/${caseId}`,
          bodyId,
          numbers: { matter, cases: cases.length, days, from: first.filedOn, alike: Math.round(alike * 100), least },
          caseIds: cases.map((one) => one.caseId).slice(0, MOST_CASES),
        },
      ];
    });
}

export interface TimelinessTrend {
  bodyId: string;
  before: { part: number; total: number };
  now: { part: number; total: number };
  /** Not answered in time lately. */
  late: readonly string[];
}
/** @param today legal date: its quarter names the card, so that a fall that lasts is told again a quarter later */
export function fallingTimeliness(trends: readonly TimelinessTrend[], today: string): Finding[] {
  const { days, least } = WARNING_PARAMETERS.falling_timeliness;
  const quarter = `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  return trends
    .filter(({ before, now }) => {
      if (before.total < least || now.total < least) return false;
      return wilson(now.part, now.total).high < wilson(before.part, before.total).low;
    })
    .map(({ bodyId, before, now, late }) => ({
      rule: 'falling_timeliness',
      key: `falling_timeliness/${bodyId}/${quarter}`,
      bodyId,
      numbers: {
        days,
        partBefore: before.part,
        totalBefore: before.total,
        part: now.part,
        total: now.total,
        least,
      },
      caseIds: late.slice(0, MOST_CASES),
    }));
}
