import { type NewBody, saveBodies } from '../../../db/queries/directory.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { eventRow } from '../../../db/queries/events.ts';
import { insertEvents } from '../../../db/queries/imports.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { bodyId } from '../../../db/reference/body-id.ts';
import { kindOfName } from '../../domain/body-kind.ts';
import { isCreditCode, normaliseCreditCode } from '../../domain/credit-code.ts';
import { BODY_KINDS, BODY_ROLES } from '../../domain/directory.ts';
import { divisionCode } from '../../domain/division-code.ts';
import type { Directory } from '../../domain/duty.ts';
import type { Ctx } from '../context.ts';
import { readRows } from '../disclosures/import-rows.ts';
import { examine, type ImportSource, type RowFault } from '../disclosures/import-source.ts';

export interface BodiesImport {
  rows: number;
  made: number;
  changed: number;
  faults: RowFault[];
}

const COLUMNS = { required: ['name', 'division'], optional: ['kind', 'role', 'short_name', 'uscc', 'superior'] };

/**
 * Bodies that the rule does not make: village-level bodies, public institutions, state-owned companies. One bad row and
 * nothing is imported. A body that is there keeps its facts; a missing credit code or short name is filled in.
 * The caller has authorised the actor: a command of the operator, or a directory editor.
 */
export async function importDirectoryBodies(
  ctx: Ctx,
  source: ImportSource,
  options: { dryRun?: boolean } = {},
): Promise<BodiesImport> {
  const file = await examine(source);
  const directory = await ctx.directory();
  const report: BodiesImport = { rows: 0, made: 0, changed: 0, faults: [] };
  const bodies: NewBody[] = [];
  const seen = new Set<string>();
  for await (const rows of readRows(source, file, COLUMNS)) {
    for (const row of rows) {
      if ('fault' in row) {
        report.faults.push(row.fault);
        continue;
      }
      report.rows++;
      const { body, faults } = readBody(row.cells, directory);
      if (seen.has(body.id)) faults.push({ column: 'name', code: 'twice_in_file', value: body.name });
      seen.add(body.id);
      report.faults.push(...faults.map((f) => ({ ...f, line: row.line })));
      if (faults.length === 0) bodies.push(body);
    }
  }
  if (report.faults.length > 0 || bodies.length === 0 || options.dryRun) return report;
  const { now } = await databaseTime(ctx.db);
  await ctx.db.transaction(async (tx) => {
    const { made, changed } = await saveBodies(tx, bodies);
    report.made = made.length;
    report.changed = changed.length;
    const event = (id: string) =>
      eventRow(
        { subjectKind: 'body', subjectId: id, kind: 'imported', actor: ctx.actor, bodyId: id, at: now, payload: {} },
        null,
      );
    await insertEvents(tx, made.map(event));
    if (made.length + changed.length > 0) await invalidate(tx, ['directory']);
  });
  return report;
}

function readBody(cells: Record<string, string>, directory: Directory) {
  const faults: Omit<RowFault, 'line'>[] = [];
  const cell = (column: string) => cells[column]?.trim() ?? '';
  const refuse = (column: string, code: string) => faults.push({ column, code, value: cell(column) });
  const name = cell('name');
  if (!name) refuse('name', 'required');
  if (name.length > 120) refuse('name', 'too_long');
  const division = divisionCode(cell('division')) ?? '';
  if (!directory.divisions.has(division)) refuse('division', 'division_unknown');
  const guess = kindOfName(name);
  const kind = BODY_KINDS.find((k) => k === (cell('kind') || guess.kind));
  if (!kind) refuse('kind', 'value_unknown');
  const role = BODY_ROLES.find((r) => r === (cell('role') || guess.role));
  if (!role) refuse('role', 'value_unknown');
  const uscc = cell('uscc') ? normaliseCreditCode(cell('uscc')) : null;
  if (uscc && !isCreditCode(uscc)) refuse('uscc', 'uscc');
  const superior = cell('superior');
  const parent = superior
    ? [...directory.bodies.values()].find((b) => b.name === superior && division.startsWith(b.division))
    : undefined;
  if (superior && !parent) refuse('superior', 'value_unknown');
  const body: NewBody = {
    id: bodyId(name, division),
    name,
    division,
    kind: kind ?? 'other',
    role: role ?? 'other',
    shortName: cell('short_name') || null,
    uscc,
    parent: parent?.id ?? null,
  };
  return { body, faults };
}
