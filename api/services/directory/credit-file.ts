import { timelinessHidden } from '../../../db/queries/integrity.ts';
import {
  type BodyCases,
  type BodyRecordCount,
  bodyCases,
  bodyRecords,
  hiddenBodies,
} from '../../../db/queries/place-figures.ts';
import { RANKING_SAMPLE, type Rate, rate } from '../../domain/report.ts';
import type { Ctx } from '../context.ts';
import { withPredecessors } from '../disclosures/lineage.ts';
import { type DatedSummary, ratingSummary } from '../ratings/summary.ts';
import { type BodyFile, getBody } from './get-body.ts';

/** Fewer cases than this could show who complained: they are not counted in public. */
export const LEAST_CASES = 10;

/** How cases went, each rate with its counts. */
export interface Outcomes {
  received: number;
  answered: Rate;
  /** Of those whose time to answer has come. */
  inTime: Rate;
  closed: number;
  /** Two facts, both of the closed cases: the body says solved, the complainant says solved. */
  bodySolved: Rate;
  solved: Rate;
  /** Closed without a word of the complainant: never counted as satisfaction. */
  silent: number;
}

export interface CreditFile {
  body: BodyFile;
  /** Names of the predecessors whose records and cases are counted with it. */
  counted: { id: string; name: string }[];
  /** What is public now: after repair not even a number tells (the history is for officials, on the record itself). */
  records: {
    kinds: BodyRecordCount[];
    published: number;
    underObjection: number;
    rectifying: number;
  };
  /** Of the last twelve months. Null: fewer than LEAST_CASES, or the integrity monitor hides them (domain/integrity-small.ts). */
  handled: Outcomes | null;
  /** Also null where the count of the place less this one would tell one that is too small (domain/place-cells.ts). */
  about: Outcomes | null;
  ratings: DatedSummary;
  /** From this many on an interval is told beside a rate. */
  sample: number;
}

/** What is public about how one body keeps its word. Records and cases of its predecessors follow. @throws DomainError resource.not_found */
export async function creditFile(ctx: Ctx, id: string): Promise<CreditFile> {
  const [body, directory] = await Promise.all([getBody(ctx, id), ctx.directory()]);
  const ids = withPredecessors(directory, id);
  const [kinds, cases, hidden, unhandled, ratings] = await Promise.all([
    bodyRecords(ctx.sql, ids),
    bodyCases(ctx.sql, ids),
    hiddenBodies(ctx.sql, ids),
    timelinessHidden(ctx.sql, id),
    ratingSummary(ctx, { scope: 'body', key: id }),
  ]);
  const sum = (name: 'published' | 'underObjection' | 'rectifying') => kinds.reduce((n, kind) => n + kind[name], 0);
  const side = (name: BodyCases['side']) => outcomesOf(cases.find((row) => row.side === name));
  return {
    body,
    counted: ids.slice(1).map((other) => ({ id: other, name: directory.bodies.get(other)?.name ?? other })),
    records: {
      kinds: [...kinds],
      published: sum('published'),
      underObjection: sum('underObjection'),
      rectifying: sum('rectifying'),
    },
    handled: unhandled ? null : side('handler'),
    about: hidden ? null : side('respondent'),
    ratings,
    sample: RANKING_SAMPLE,
  };
}

export function outcomesOf(counts: Omit<BodyCases, 'side'> | undefined): Outcomes | null {
  if (!counts || counts.received < LEAST_CASES) return null;
  const { received, answered, inTime, late, overdue, closed, bodySolved, solved, silent } = counts;
  return {
    received,
    answered: rate(answered, received),
    inTime: rate(inTime, inTime + late + overdue),
    closed,
    bodySolved: rate(bodySolved, closed),
    solved: rate(solved, closed),
    silent,
  };
}
