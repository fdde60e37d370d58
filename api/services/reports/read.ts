import { legalToday } from '../../../db/queries/inbox.ts';
import { countsByBody, daysByBody } from '../../../db/queries/reports.ts';
import { parse } from '../../contracts/parse.ts';
import { ReportQuery } from '../../contracts/report.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import { type Figures, figures, periodOf, ranked, sum, sumDays } from '../../domain/report.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole, subordinate } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';

export const REPORT_READERS: readonly OfficialRole[] = [
  'approver',
  'supervisor',
  'arbiter',
  'auditor',
  'administrator',
];

export interface ReportRow {
  id: string;
  name: string;
  rank: number | null;
  figures: Figures;
}
export interface Report {
  from: string;
  to: string;
  body: { id: string; name: string } | null;
  total: Figures;
  /** Bodies that had a case, the ranked ones first. */
  bodies: ReportRow[];
}

/**
 * How the bodies in the official's reach dealt with what was filed in a period. Figures only: nothing of a case is in it.
 * @throws DomainError auth.required | auth.forbidden | request.invalid | resource.not_found
 */
export async function readReport(ctx: Ctx, input: unknown): Promise<Report> {
  await requireRole(ctx, REPORT_READERS, null);
  const query = parse(ReportQuery, input);
  const [directory, today, reached] = await Promise.all([
    ctx.directory(),
    legalToday(ctx.sql),
    bodiesOf(ctx, REPORT_READERS),
  ]);
  const { body } = query;
  if (body && !reached.has(body)) throw new DomainError('resource.not_found');
  const bodies = body ? [...reached].filter((id) => subordinate(directory, body, id)) : [...reached];
  const period = query.from && query.to ? { from: query.from, to: query.to } : periodOf(query.period ?? 'year', today);
  const [counts, days] = await Promise.all([
    countsByBody(ctx.sql, bodies, period),
    daysByBody(ctx.sql, bodies, period),
  ]);
  const rows = counts.map(({ bodyId, ...row }) => ({
    id: bodyId,
    name: bodyName(directory, bodyId, ctx.locale),
    figures: figures(row, days.get(bodyId) ?? []),
  }));
  return {
    ...period,
    body: body ? { id: body, name: bodyName(directory, body, ctx.locale) } : null,
    total: figures(sum(rows.map((row) => row.figures.counts)), sumDays([...days.values()])),
    bodies: ranked(rows),
  };
}
