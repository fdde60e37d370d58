import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { legalToday } from '../../../db/queries/filing.ts';
import {
  insertReport,
  publicReportOf,
  publicReports,
  publishReport,
  type ReportRow,
  reportById,
  reportsOf,
} from '../../../db/queries/monthly-reports.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { MakeReport } from '../../contracts/monthly-report.ts';
import { parse } from '../../contracts/parse.ts';
import { within } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx, Deps } from '../context.ts';
import { sha256 } from '../digest.ts';
import { requireRole } from '../officials/authorise.ts';
import { gatherReport, type MonthlyDocument } from './document.ts';

/** Who supervises a place makes its reports, and another of them publishes. */
export const REPORTERS: readonly OfficialRole[] = ['supervisor', 'approver'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Places that the official may report on, each with the body in whose name: those of governments and lead credit authorities. */
async function reportable(ctx: Ctx): Promise<Map<string, string>> {
  const official = await requireRole(ctx, REPORTERS, null);
  const directory = await ctx.directory();
  const places = new Map<string, string>();
  for (const grant of official.grants) {
    const body = REPORTERS.includes(grant.role) ? directory.bodies.get(grant.bodyId) : undefined;
    if (!body || (body.kind !== 'government' && body.role !== 'development_reform')) continue;
    for (const code of directory.divisions.keys())
      if (within(code, body.division) && !places.has(code)) places.set(code, body.id);
  }
  return places;
}

export async function listMonthlyReports(
  ctx: Ctx,
): Promise<{ rows: (ReportRow & { place: string })[]; places: string[] }> {
  const [places, directory] = await Promise.all([reportable(ctx), ctx.directory()]);
  const codes = [...places.keys()];
  const rows = await reportsOf(ctx.sql, codes, 60);
  return {
    rows: rows.map((row) => ({ ...row, place: directory.divisions.get(row.division)?.name ?? row.division })),
    places: codes,
  };
}

/** Generates the report of a place and month; from then on it stays as it is. @throws DomainError auth.* | request.invalid */
export async function makeReport(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const { division, month } = parse(MakeReport, input);
  const bodyId = (await reportable(ctx)).get(division);
  if (!bodyId) throw new DomainError('auth.forbidden');
  if (month >= (await legalToday(ctx.sql)).slice(0, 7))
    throw new DomainError('request.invalid', { fields: [{ path: 'month', code: 'month_running' }] });
  return generate(ctx, ctx.actor, division, month, bodyId);
}

async function generate(
  deps: Pick<Deps, 'sql' | 'db' | 'directory'>,
  actor: Ctx['actor'],
  division: string,
  month: string,
  bodyId: string | null,
): Promise<{ id: string }> {
  const directory = await deps.directory();
  const place = directory.divisions.get(division);
  if (!place) throw new DomainError('resource.not_found');
  const id = randomUUID();
  await deps.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    const document = canonicalize(await gatherReport(deps, directory, place, month, now)) ?? '';
    const hash = sha256(document);
    const generatedBy = actor.kind === 'official' ? actor.id : 'system';
    await insertReport(tx, { id, division, month: `${month}-01`, bodyId, generatedBy, document, hash, at: now });
    const payload = { month, sha256: hash.toString('hex') };
    await settingEvent(tx, { actor }, now, `monthly-report/${division}`, 'monthly_report_made', payload);
  });
  return { id };
}

/** On the first of a month: the report of the portal's own place, unless somebody made one. */
export async function makeMonthlyReport(deps: Pick<Deps, 'sql' | 'db' | 'directory' | 'place'>): Promise<void> {
  const today = await legalToday(deps.sql);
  const before = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  before.setUTCMonth(before.getUTCMonth() - 1);
  const month = before.toISOString().slice(0, 7);
  const known = await reportsOf(deps.sql, [deps.place.division], 100);
  if (known.some((row) => row.month.startsWith(month))) return;
  await generate(deps, { kind: 'system' }, deps.place.division, month, null);
}

export interface MonthlyReport extends ReportRow {
  content: MonthlyDocument;
  /** The very text that the hash is of. */
  document: string;
}
const shown = (row: ReportRow & { document: string }): MonthlyReport => ({
  ...row,
  content: JSON.parse(row.document) as MonthlyDocument,
});

/** @throws DomainError auth.* | resource.not_found */
export async function readMonthlyReport(ctx: Ctx, id: string): Promise<MonthlyReport & { mayPublish: boolean }> {
  const places = await reportable(ctx);
  const row = UUID.test(id) ? await reportById(ctx.sql, id) : null;
  if (!row || !places.has(row.division)) throw new DomainError('resource.not_found');
  const me = ctx.actor.kind === 'official' ? ctx.actor.id : '';
  return { ...shown(row), mayPublish: row.publishedAt === null && row.generatedBy !== me };
}

/** Puts it on the page of the place: by somebody who did not make it. @throws DomainError auth.* | resource.not_found | setting.version_conflict */
export async function publishMonthlyReport(ctx: Ctx, id: string): Promise<void> {
  const report = await readMonthlyReport(ctx, id);
  const official = await requireRole(ctx, REPORTERS, null);
  if (report.generatedBy === official.id) throw new DomainError('auth.forbidden');
  await ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    if (!(await publishReport(tx, id, official.id, now))) throw new DomainError('setting.version_conflict');
    const payload = { month: report.month.slice(0, 7), sha256: report.sha256 };
    await settingEvent(tx, ctx, now, `monthly-report/${report.division}`, 'monthly_report_published', payload);
    await invalidate(tx, ['monthly-reports']);
  });
}

/** The newest public edition of a place and month. @throws DomainError resource.not_found */
export async function publicMonthlyReport(ctx: Ctx, division: string, month: string): Promise<MonthlyReport> {
  const row = MONTH.test(month) ? await publicReportOf(ctx.sql, division, `${month}-01`) : null;
  if (!row) throw new DomainError('resource.not_found');
  return shown(row);
}

export const publicMonths = (ctx: Pick<Ctx, 'sql'>, division: string): Promise<ReportRow[]> =>
  publicReports(ctx.sql, division, 24);
