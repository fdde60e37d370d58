import { findReport, publishedReports, reportsOf, whoReported } from '../../../db/queries/arrears-reports.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { payingBodies } from '../../../db/queries/payments.ts';
import { arrearsFigures, reportDates, reportIsLate, reportYear } from '../../domain/arrears-report.ts';
import { legalDate } from '../../domain/calendar.ts';
import { COMMITMENT_READERS } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { nameOf } from '../disclosures/change.ts';
import { bodiesOf, requireOfficial, requireRole, rolesFor } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';
import { type ArrearsAction, arrearsActions } from './decide.ts';
import { type ArrearsDocument, contractsOf } from './draft.ts';

export interface PublicArrearsReport {
  id: string;
  document: ArrearsDocument;
  sha256: string; // hex, of the canonical JSON
  explanation: string | null;
  publishedOn: string; // legal date
  /** It came after 31 March. */
  late: boolean;
}
const PAGE = 50;

type Row = NonNullable<Awaited<ReturnType<typeof findReport>>>;
function shown(row: Row): PublicArrearsReport {
  const publishedOn = row.publishedAt ? legalDate(row.publishedAt) : '';
  return {
    id: row.id,
    document: JSON.parse(row.document) as ArrearsDocument,
    sha256: row.sha256.toString('hex'),
    explanation: row.explanation,
    publishedOn,
    late: reportIsLate(row.year, publishedOn, publishedOn),
  };
}

/** A published report. @throws DomainError resource.not_found, also for one that is not public */
export async function getArrearsReport(ctx: Ctx, id: string): Promise<PublicArrearsReport & { canonical: string }> {
  const row = UUID.test(id) ? await findReport(ctx.db, id) : null;
  if (row?.state !== 'published') throw new DomainError('resource.not_found');
  return { ...shown(row), canonical: row.document };
}

export interface ArrearsYear {
  year: number;
  dueOn: string; // legal date
  reports: PublicArrearsReport[];
  nextCursor: string | null;
  /** Bodies with public contracts and no report; late from 1 April on. Null: not asked (a later page, an older year). */
  missing: { bodies: { id: string; name: string }[]; late: boolean } | null;
}

/** The reports of a year, and who has not published: the newest year that is due by itself. @throws DomainError cursor.invalid */
export async function arrearsYear(ctx: Ctx, raw: { year?: string; cursor?: string }): Promise<ArrearsYear> {
  const { today } = await databaseTime(ctx.db);
  const newest = reportYear(today);
  const asked = Number(raw.year ?? newest);
  const year = Number.isInteger(asked) && asked >= 2020 && asked <= newest ? asked : newest;
  const hash = hashQuery('arrears', { year });
  const [at, id] = raw.cursor === undefined ? [] : readCursor(ctx, hash, raw.cursor);
  const after = typeof at === 'string' && typeof id === 'string' ? { at: new Date(at), id } : null;
  const rows = await publishedReports(ctx.db, year, after, PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    year,
    dueOn: reportDates(year).dueOn,
    reports: page.map(shown),
    nextCursor:
      rows.length > PAGE && last?.publishedAt ? signCursor(ctx, hash, [last.publishedAt.toISOString(), last.id]) : null,
    missing: after || year !== newest ? null : await missingReports(ctx, year, today),
  };
}

async function missingReports(ctx: Ctx, year: number, today: string) {
  const [paying, directory] = await Promise.all([payingBodies(ctx.db), ctx.directory()]);
  const reported = await whoReported(ctx.db, year, paying);
  const bodies = paying
    .filter((id) => !reported.has(id))
    .flatMap((id) => directory.bodies.get(id) ?? [])
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  return { bodies, late: reportIsLate(year, null, today) };
}

export interface OfficialArrears {
  /** The year of which a report is due. */
  year: number;
  dueOn: string;
  bodies: {
    id: string;
    name: string;
    /** As of today, from the register. */
    arrears: string;
    contractsInArrears: number;
    reports: { id: string; year: number; state: Row['state'] }[];
    /** Nothing is handed in of the year that is due. */
    open: boolean;
  }[];
}

/** Bodies that the official reaches and that owe money by public contracts, with their reports. */
export async function arrearsForOfficials(ctx: Ctx): Promise<OfficialArrears> {
  await requireRole(ctx, COMMITMENT_READERS, null);
  const [reached, paying, directory, { today }] = await Promise.all([
    bodiesOf(ctx, COMMITMENT_READERS),
    payingBodies(ctx.db),
    ctx.directory(),
    databaseTime(ctx.db),
  ]);
  const mine = paying.filter((id) => reached.has(id));
  const year = reportYear(today);
  const [reports, contracts] =
    mine.length > 0 ? await Promise.all([reportsOf(ctx.db, mine), contractsOf(ctx, mine)]) : [[], new Map()];
  const bodies = mine.map((id) => {
    const figures = arrearsFigures(contracts.get(id) ?? [], today);
    const own = reports.filter((one) => one.bodyId === id);
    return {
      id,
      name: directory.bodies.get(id)?.name ?? '',
      arrears: figures.arrears,
      contractsInArrears: figures.contractsInArrears,
      reports: own.map(({ id: report, year: of, state }) => ({ id: report, year: of, state })),
      open: !own.some((one) => one.year === year && one.state !== 'draft'),
    };
  });
  bodies.sort((a, b) => Number(b.arrears) - Number(a.arrears) || a.name.localeCompare(b.name, 'zh-CN'));
  return { year, dueOn: reportDates(year).dueOn, bodies };
}

export interface OfficialArrearsReport extends PublicArrearsReport {
  state: Row['state'];
  version: number;
  actions: ArrearsAction[];
}

/** A report in any state, for officials of the body and those above. @throws DomainError auth.* | resource.not_found */
export async function arrearsReportForOfficial(ctx: Ctx, id: string): Promise<OfficialArrearsReport> {
  requireOfficial(ctx);
  const row = UUID.test(id) ? await findReport(ctx.db, id) : null;
  const roles = row ? await rolesFor(ctx, row.bodyId) : [];
  if (!row || !roles.some((role) => COMMITMENT_READERS.includes(role))) throw new DomainError('resource.not_found');
  const actions = arrearsActions(row, nameOf(ctx.actor), roles);
  return { ...shown(row), state: row.state, version: row.version, actions };
}
