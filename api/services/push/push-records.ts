import { randomUUID } from 'node:crypto';
import { advanceBatch, finishBatch, insertBatch, knownBodyNames, pushedProfiles } from '../../../db/queries/imports.ts';
import { PUSHED_AT_ONCE, type PushReport, type PushRequest } from '../../contracts/push.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  emptyProfile,
  type ImportProfile,
  judgeQuality,
  MINIMUM_SAMPLE,
  mergeProfiles,
  noteRow,
  type QualityReason,
} from '../../domain/import-quality.ts';
import { storeCommitmentRows } from '../commitments/import.ts';
import { COMMITMENT_COLUMNS, COMMITMENT_TABLE } from '../commitments/import-row.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { rowsContext } from '../disclosures/import-check.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import type { ImportEntry } from '../disclosures/import-row.ts';
import type { RowFault } from '../disclosures/import-source.ts';
import { newRun, storeEntries } from '../disclosures/import-store.ts';
import { rowReader } from '../disclosures/read-jsonl.ts';
import { subordinate } from '../officials/authorise.ts';
import type { PushClient } from './authenticate.ts';

/**
 * Takes rows of a table: the good ones are stored in the name of the client's body and wait for a person, the others are told
 * with their reasons. Many rows are judged as a whole too, as a file is: a column that is suddenly empty stops them all. Sent
 * again they change nothing. @throws DomainError resource.not_found | auth.forbidden | import.quality_refused
 */
export async function pushRecords(
  ctx: Ctx,
  client: PushClient,
  table: string,
  request: PushRequest,
): Promise<PushReport> {
  const kind = IMPORT_KINDS.get(table);
  if (!kind && table !== COMMITMENT_TABLE) throw new DomainError('resource.not_found');
  if (!client.scopes.includes(table)) throw new DomainError('auth.forbidden');
  if (!kind) return pushCommitments(ctx, client, request);
  const context = await rowsContext(ctx);
  const read = rowReader(kind.columns);
  const good = new Map<string, ImportEntry>();
  const faults: RowFault[] = [];
  const profile = emptyProfile();
  const names = new Set<string>();
  let refused = 0;
  let previous: Record<string, string> | null = null;
  for (const [i, value] of request.rows.entries()) {
    const row = read(value, i + 1);
    const judged = 'fault' in row ? [row.fault] : kind.read(row, { ...context, previous });
    if (!('fault' in row)) previous = row.cells;
    const twice = !Array.isArray(judged) && good.has(judged.key);
    if (Array.isArray(judged) || twice) {
      refused += 1;
      const column = kind.columns.required[0] ?? '';
      const why = Array.isArray(judged) ? judged : [{ line: i + 1, column, code: 'twice_in_file' }];
      faults.push(...why);
      noteRow(profile, null, why);
    } else {
      good.set(judged.key, judged);
      noteRow(profile, judged, []);
      if (judged.bodyKind !== null) names.add(judged.facts.bodyName);
    }
  }
  const by = `push:${client.clientId}`;
  const quality = await qualityOfPush(ctx, { kind: table, by, reason: request.reason }, profile, names);
  const report: PushReport = {
    batchId: null,
    rows: request.rows.length,
    imported: 0,
    changed: 0,
    unchanged: 0,
    refused,
    faults: faults.map(({ line, ...fault }) => ({ row: line, ...fault })),
    quality,
  };
  if (request.dryRun) return report;
  const held = quality.filter(({ code }) => !request.accept.includes(code));
  if (held.length > 0) throw refusedAsAWhole(held);
  if (good.size === 0) return report;
  const batchId = randomUUID();
  const run = newRun({
    batchId,
    by,
    submittedBy: by,
    actor: { kind: 'system' },
    at: context.now,
    reason: request.reason,
    publisherId: client.bodyId,
    directory: await ctx.directory(),
  });
  await ctx.db.transaction(async (tx) => {
    await insertBatch(tx, {
      id: batchId,
      kind: table,
      fileName: 'push',
      sha256: sha256(JSON.stringify(request.rows)),
      format: 'jsonl',
      mode: 'partial',
      state: 'applying',
      reason: request.reason,
      publisherId: client.bodyId,
      rowsTotal: request.rows.length,
      rowsRefused: refused,
      report: faults,
      profile,
      blockedBy: quality, // accepted by the sender
      checkedAt: context.now,
      importedBy: by,
      appliedBy: by,
      startedAt: context.now,
    });
    const stored = await storeEntries(tx, [...good.values()], run);
    await advanceBatch(tx, batchId, 0, request.rows.length, stored);
    await finishBatch(tx, batchId);
  });
  const { imported, changed, unchanged } = run.stored;
  return { ...report, batchId, imported, changed, unchanged };
}

/** The rules of a file for requests of many rows; a few rows say nothing of a whole. */
async function qualityOfPush(
  ctx: Ctx,
  delivery: { kind: string; by: string; reason: string },
  profile: ImportProfile,
  names: ReadonlySet<string>,
): Promise<QualityReason[]> {
  if (profile.rows < MINIMUM_SAMPLE) return [];
  profile.bodies = names.size;
  const [known, pushed] = await Promise.all([knownBodyNames(ctx.db, [...names]), pushedProfiles(ctx.db, delivery)]);
  profile.unknownBodies = names.size - known;
  const rows = profile.rows + pushed.now.reduce((sum, part) => sum + part.rows, 0);
  return judgeQuality(profile, mergeProfiles(pushed.before), { rows, most: PUSHED_AT_ONCE });
}

/** Shares are told in percent, counts as they are. */
function refusedAsAWhole(reasons: readonly QualityReason[]): DomainError {
  const counts = ['count_drop', 'no_rows'];
  const shown = (code: string, n: number) => (counts.includes(code) ? String(n) : `${Math.round(n * 100)}%`);
  return new DomainError('import.quality_refused', {
    fields: reasons.map(({ code, field, found, allowed }) => ({
      path: field ? `rows.${field}` : 'rows',
      code,
      params: { field: field ?? '', found: shown(code, found), allowed: shown(code, allowed) },
    })),
  });
}

/** Commitments are rows of their own: of the sender's own body and those below it, stored though others are bad. */
async function pushCommitments(ctx: Ctx, client: PushClient, request: PushRequest): Promise<PushReport> {
  const read = rowReader(COMMITMENT_COLUMNS);
  const directory = await ctx.directory();
  const reached = [...directory.bodies.keys()].filter((body) => subordinate(directory, client.bodyId, body));
  const { faults, ...report } = await storeCommitmentRows(
    ctx,
    request.rows.map((value, i) => read(value, i + 1)),
    {
      by: `push:${client.clientId}`,
      reason: request.reason,
      name: 'push',
      dryRun: request.dryRun,
      partial: true,
      bodies: new Set(reached),
    },
  );
  return { ...report, faults: faults.map(({ line, ...fault }) => ({ row: line, ...fault })), quality: [] };
}

/** Words of all tables that can be pushed. */
export const PUSH_TABLES: readonly string[] = [...IMPORT_KINDS.keys(), COMMITMENT_TABLE];

/** The tables that can be pushed, with their columns. */
export const pushTables = () =>
  [...IMPORT_KINDS, [COMMITMENT_TABLE, { columns: COMMITMENT_COLUMNS }] as const].map(([table, { columns }]) => ({
    table,
    required: [...columns.required],
    optional: [...columns.optional],
  }));
