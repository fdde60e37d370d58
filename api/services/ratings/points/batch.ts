import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { eventRow } from '../../../../db/queries/events.ts';
import { insertEvents } from '../../../../db/queries/imports.ts';
import { findBatch, insertBatch, putOffers } from '../../../../db/queries/service-point-codes.ts';
import { insertPoint, namedPoints } from '../../../../db/queries/service-points.ts';
import { DomainError } from '../../../domain/errors.ts';
import { BATCH_ROWS } from '../../../domain/service-point.ts';
import type { Ctx } from '../../context.ts';
import { readRows } from '../../disclosures/import-rows.ts';
import { examine, type ImportSource, type RowFault } from '../../disclosures/import-source.ts';
import { bodiesOf, requireRole } from '../../officials/authorise.ts';
import { POINT_ROLES } from '../create-point.ts';
import { newPointCode } from '../point-code.ts';
import { keyOf, type PlannedPoint, POINT_COLUMNS, readPointRow } from './batch-row.ts';

export interface BatchReport {
  rows: number;
  /** In the order of the table; `known`: such a point is in use already and stays as it is. */
  points: { line: number; kind: string; name: string; place: string; body: string; known: boolean }[];
  faults: RowFault[];
  /** The same table was carried out before. */
  before: { id: string; at: Date } | null;
}

interface Plan {
  report: BatchReport;
  sha256: Buffer;
  planned: PlannedPoint[];
}

const sourceOf = (name: string, csv: string): ImportSource => ({
  name,
  // A form turns the ends of lines into others: the same table is the same table.
  open: () => Readable.from([Buffer.from(csv.replace(/\r\n?/g, '\n'), 'utf8')]),
});

async function plan(ctx: Ctx, csv: string): Promise<Plan> {
  await requireRole(ctx, POINT_ROLES, null);
  const source = sourceOf('points.csv', csv);
  const file = await examine(source);
  const [directory, reach] = [await ctx.directory(), await bodiesOf(ctx, POINT_ROLES)];
  const planned: PlannedPoint[] = [];
  const faults: RowFault[] = [];
  let rows = 0;
  const seen = new Map<string, PlannedPoint>();
  for await (const group of readRows(source, { ...file, format: 'csv' }, POINT_COLUMNS)) {
    for (const row of group) {
      if ('fault' in row) {
        faults.push(row.fault);
        continue;
      }
      rows++;
      if (rows > BATCH_ROWS) throw new DomainError('request.too_large');
      const { point, faults: wrong } = readPointRow(row.cells, directory, reach);
      if (point && seen.has(keyOf(point)))
        wrong.push({ column: 'point_name', code: 'twice_in_file', value: point.name });
      faults.push(...wrong.map((fault) => ({ ...fault, line: row.line })));
      if (!point || wrong.length > 0) continue;
      seen.set(keyOf(point), { ...point, line: row.line });
      planned.push({ ...point, line: row.line });
    }
  }
  // Points in use under the same name, at the same place, of the same body: a table may be loaded anew with more rows.
  const known = await namedPoints(ctx.db, [...new Set(planned.map((point) => point.bodyId))]);
  const ids = new Map(known.map((row) => [keyOf(row), row.id]));
  for (const point of planned) point.knownId = ids.get(keyOf(point)) ?? null;
  link(planned, known, reach, faults);
  const before = await findBatch(ctx.db, { sha256: file.sha256 });
  const report: BatchReport = {
    rows,
    points: planned.map((point) => ({
      line: point.line,
      kind: point.kind,
      name: point.name,
      place: point.placeName,
      body: directory.bodies.get(point.bodyId)?.name ?? '—',
      known: point.knownId !== null,
    })),
    faults: faults.sort((a, b) => a.line - b.line),
    before: before ? { id: before.id, at: before.madeAt } : null,
  };
  return { report, sha256: file.sha256, planned };
}

/** Halls and windows are named by name: those of the table first, then those in use. */
function link(
  planned: PlannedPoint[],
  known: Awaited<ReturnType<typeof namedPoints>>,
  reach: ReadonlySet<string>,
  faults: RowFault[],
): void {
  const idOf = (kind: string, name: string): string | null => {
    const made = planned.find((point) => point.kind === kind && point.name === name);
    if (made) return made.knownId ?? made.id;
    return known.find((row) => row.kind === kind && row.name === name && reach.has(row.bodyId))?.id ?? null;
  };
  for (const point of planned) {
    if (point.hall) {
      point.parentId = idOf('hall', point.hall);
      if (!point.parentId) faults.push({ line: point.line, column: 'hall', code: 'hall_unknown', value: point.hall });
    }
    for (const name of point.windows) {
      const id = idOf('window', name);
      if (id) point.windowIds.push(id);
      else faults.push({ line: point.line, column: 'windows', code: 'window_unknown', value: name });
    }
  }
}

/** What a table of counters would make, without making anything. @throws DomainError auth.* | request.too_large */
export const checkBatch = async (ctx: Ctx, csv: string): Promise<BatchReport> => (await plan(ctx, csv)).report;

/**
 * Makes all points of a table in one transaction, or none: one bad row and nothing is made. The same table twice makes nothing.
 * @throws DomainError auth.* | import.rows_refused | request.too_large
 */
export async function makeBatch(ctx: Ctx, csv: string, name: string): Promise<{ id: string; made: number }> {
  const official = await requireRole(ctx, POINT_ROLES, null);
  const { report, sha256, planned } = await plan(ctx, csv);
  if (report.before) return { id: report.before.id, made: 0 };
  const fresh = planned.filter((point) => point.knownId === null);
  if (report.faults.length > 0 || fresh.length === 0) throw new DomainError('import.rows_refused');
  const directory = await ctx.directory();
  const id = randomUUID();
  return ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const first = await insertBatch(tx, { id, name, sha256, points: fresh.length, madeBy: official.id, madeAt: now });
    if (!first) throw new DomainError('setting.version_conflict');
    // Halls before what stands in them.
    for (const point of [...fresh].sort((a, b) => Number(b.kind === 'hall') - Number(a.kind === 'hall'))) {
      const { code, keyVersion } = newPointCode(ctx);
      await insertPoint(tx, {
        id: point.id,
        code,
        codeKeyVersion: keyVersion,
        kind: point.kind,
        channel: point.channel,
        name: point.name,
        nameEn: point.nameEn,
        placeName: point.placeName,
        placeNameEn: point.placeNameEn,
        bodyId: point.bodyId,
        division: directory.bodies.get(point.bodyId)?.division ?? ctx.place.division,
        createdAt: now,
        parentId: point.parentId,
        batchId: id,
      });
    }
    for (const point of fresh) if (point.windowIds.length > 0) await putOffers(tx, point.id, point.windowIds);
    await insertEvents(
      tx,
      fresh.map((point) =>
        eventRow(
          {
            subjectKind: 'setting',
            subjectId: point.id,
            kind: 'point_created',
            actor: ctx.actor,
            bodyId: point.bodyId,
            at: now,
            payload: { kind: point.kind, channel: point.channel, batch: id },
          },
          null,
        ),
      ),
    );
    return { id, made: fresh.length };
  });
}
