import { weightsRows } from '../../../db/queries/integrity.ts';
import {
  commitmentsOfMonth,
  figuresOfMonth,
  ordersOfMonth,
  recordsOfMonth,
} from '../../../db/queries/monthly-reports.ts';
import { placeMonths } from '../../../db/queries/place-figures.ts';
import { loopCounts } from '../../../db/queries/rating-loop.ts';
import { type ComponentFigure, DEFAULT_WEIGHTS, rankScores } from '../../domain/integrity.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Deps } from '../context.ts';
import { LEAST_CASES } from '../directory/credit-file.ts';
import { figureOf } from '../integrity/figure.ts';

/** What a report of the month holds: nothing that pages would hide (counts about people from LEAST_CASES on). */
export interface MonthlyDocument {
  format: 'jiannuo-monthly-report/1';
  place: { code: string; name: string };
  month: string; // 2026-10
  generatedOn: string; // instant, ISO 8601
  integrity: null | {
    version: string;
    weights: number;
    score: number | null;
    low: number | null;
    high: number | null;
    ranked: boolean;
    components: Pick<ComponentFigure, 'component' | 'weight' | 'part' | 'total' | 'counted'>[];
  };
  places: {
    code: string;
    name: string;
    rank: number | null;
    score: number | null;
    low: number | null;
    high: number | null;
  }[];
  /** Cases about bodies here by month of filing, twelve months to this one; null: too few. */
  months: {
    month: string;
    cases: null | { received: number; answered: number; inTime: number; due: number; closed: number; solved: number };
  }[];
  records: { kinds: { kind: string; count: number }[]; repaired: number };
  commitments: { published: number; honoured: number; broken: number; overdue: number };
  orders: { issued: number; reported: number; closed: number; late: number };
  ratings: null | { bad: number; setAside: number; rectified: number; realName: number; realNameAnswered: number };
}

const firstOf = (month: string, later: number): string => {
  const at = new Date(`${month}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + later);
  return at.toISOString().slice(0, 10);
};

/** Gathers the report of a place and month as the tables stand now. @param month 2026-10 */
export async function gatherReport(
  deps: Pick<Deps, 'sql'>,
  directory: Directory,
  place: { code: string; name: string },
  month: string,
  now: Date,
): Promise<MonthlyDocument> {
  const { sql } = deps;
  const first = `${month}-01`;
  const children = directory.childrenOf(place.code);
  const [weights, figures, months, records, commitments, orders, loop] = await Promise.all([
    weightsRows(sql),
    figuresOfMonth(sql, [place.code, ...children.map((one) => one.code)], first),
    placeMonths(sql, place.code),
    recordsOfMonth(sql, place.code, first),
    commitmentsOfMonth(sql, place.code, first),
    ordersOfMonth(sql, place.code, first),
    loopCounts(sql, { division: place.code }, { from: first, to: firstOf(month, 1) }),
  ]);
  const figureFor = (code: string) => {
    const row = figures.find((one) => one.subject === code);
    return row ? figureOf(row, weights.find((one) => one.id === row.weightsId)?.weights ?? DEFAULT_WEIGHTS) : null;
  };
  const own = figureFor(place.code);
  const ranked = rankScores(
    children.map((child) => ({
      child,
      made: figureFor(child.code),
      figure: figureFor(child.code) ?? { low: null, ranked: false },
    })),
  );
  const { bad, setAside, rectified, realName, realNameAnswered } = loop;
  return {
    format: 'jiannuo-monthly-report/1',
    place: { code: place.code, name: place.name },
    month,
    generatedOn: now.toISOString(),
    integrity: own && {
      version: own.version,
      weights: own.weightsId,
      score: own.score,
      low: own.low,
      high: own.high,
      ranked: own.ranked,
      components: own.components.map(({ component, weight, part, total, counted }) => ({
        component,
        weight,
        part,
        total,
        counted,
      })),
    },
    places: ranked.map(({ child, made, rank }) => ({
      code: child.code,
      name: child.name,
      rank,
      score: made?.score ?? null,
      low: made?.low ?? null,
      high: made?.high ?? null,
    })),
    months: Array.from({ length: 12 }, (_, i) => firstOf(month, i - 11).slice(0, 7)).map((one) => {
      const row = months.find((found) => found.month === one);
      const told = row && row.received >= LEAST_CASES;
      return {
        month: one,
        cases: told
          ? {
              received: row.received,
              answered: row.answered,
              inTime: row.inTime,
              due: row.inTime + row.late + row.overdue,
              closed: row.closed,
              solved: row.solved,
            }
          : null,
      };
    }),
    records,
    commitments,
    orders,
    ratings: bad >= LEAST_CASES ? { bad, setAside, rectified, realName, realNameAnswered } : null,
  };
}
