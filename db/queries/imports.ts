import { and, desc, eq, inArray, isNotNull, isNull, notLike, or, sql } from 'drizzle-orm';
import type { ImportState } from '../../api/domain/import.ts';
import type { ImportProfile } from '../../api/domain/import-quality.ts';
import type { Db, Tx } from '../client.ts';
import { body, bodyName, division } from '../schema/directory.ts';
import { disclosure, disclosureVersion, importBatch, importFile } from '../schema/disclosures.ts';
import { event } from '../schema/events.ts';

export async function divisionCodes(tx: Db | Tx): Promise<Set<string>> {
  return new Set((await tx.select({ code: division.code }).from(division)).map((row) => row.code));
}

export type BatchRow = typeof importBatch.$inferSelect;

export interface NamedBody {
  id: string;
  name: string;
  division: string;
}

/** Bodies that have one of the names, official or other. */
export async function bodiesByName(tx: Db | Tx, names: string[]): Promise<NamedBody[]> {
  if (names.length === 0) return [];
  const own = await tx
    .select({ id: body.id, name: body.name, division: body.division })
    .from(body)
    .where(sql`${body.name} = any(${sql.param(names)}::text[])`);
  const other = await tx
    .select({ id: body.id, name: bodyName.name, division: body.division })
    .from(bodyName)
    .innerJoin(body, eq(body.id, bodyName.bodyId))
    .where(sql`${bodyName.name} = any(${sql.param(names)}::text[])`);
  return [...own, ...other];
}

export async function bodiesByCode(tx: Db | Tx, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.select({ id: body.id, uscc: body.uscc }).from(body).where(inArray(body.uscc, codes));
  return new Map(rows.map((row) => [row.uscc ?? '', row.id]));
}

/** Makes bodies that an import brought; those that are there already stay. Answers the ids made. */
export async function insertBodies(tx: Tx, rows: (typeof body.$inferInsert)[]): Promise<string[]> {
  if (rows.length === 0) return [];
  // One parameter a column, however many rows: a file may bring thousands.
  const column = (of: (row: typeof body.$inferInsert) => string | null | undefined) =>
    sql.param(rows.map((row) => of(row) ?? null));
  const made = await tx.execute<{ id: string }>(sql`
    insert into body (id, name, kind, role, division, uscc, origin)
    select * from unnest(${column((r) => r.id)}::uuid[], ${column((r) => r.name)}::text[], ${column((r) => r.kind)}::text[],
      ${column((r) => r.role)}::text[], ${column((r) => r.division)}::text[], ${column((r) => r.uscc)}::text[],
      ${column((r) => r.origin)}::text[])
    on conflict do nothing returning id`);
  const ids = new Set(made.map((row) => row.id));
  const named = rows.filter((row) => ids.has(row.id));
  if (named.length > 0) {
    await tx.execute(sql`
      insert into body_name (body_id, name, kind)
      select id, name, 'official' from unnest(${sql.param(named.map((row) => row.id))}::uuid[],
        ${sql.param(named.map((row) => row.name))}::text[]) as made (id, name)
      on conflict do nothing`);
  }
  return [...ids];
}

export async function insertBatch(tx: Tx, row: typeof importBatch.$inferInsert): Promise<void> {
  await tx.insert(importBatch).values(row);
}

export async function finishBatch(tx: Tx | Db, id: string): Promise<void> {
  await tx
    .update(importBatch)
    .set({ state: 'finished', failure: null, finishedAt: sql`now()` })
    .where(eq(importBatch.id, id));
}

/** Moves the cursor of a batch from `before` to `after` with what was stored; false where somebody else moved it. */
export async function advanceBatch(
  tx: Tx,
  id: string,
  before: number,
  after: number,
  stored: { imported: number; changed: number; unchanged: number; bodies: number },
): Promise<boolean> {
  const moved = await tx
    .update(importBatch)
    .set({
      cursorRow: after,
      rowsImported: sql`${importBatch.rowsImported} + ${stored.imported + stored.changed}`,
      rowsChanged: sql`${importBatch.rowsChanged} + ${stored.changed}`,
      rowsUnchanged: sql`${importBatch.rowsUnchanged} + ${stored.unchanged}`,
      bodiesMade: sql`${importBatch.bodiesMade} + ${stored.bodies}`,
    })
    .where(and(eq(importBatch.id, id), eq(importBatch.cursorRow, before), eq(importBatch.state, 'applying')))
    .returning({ id: importBatch.id });
  return moved.length > 0;
}

/** An import of the same file by the same hand that was interrupted. */
export async function unfinishedBatch(tx: Db | Tx, kind: string, sha256: Buffer, by: string): Promise<BatchRow | null> {
  const [row] = await tx
    .select()
    .from(importBatch)
    .where(
      and(
        eq(importBatch.state, 'applying'),
        eq(importBatch.mode, 'partial'),
        eq(importBatch.sha256, sha256),
        eq(importBatch.kind, kind),
        eq(importBatch.importedBy, by),
      ),
    )
    .orderBy(desc(importBatch.startedAt))
    .limit(1);
  return row ?? null;
}

/** Counts of the last file of a kind that was imported. */
export async function lastProfile(tx: Db | Tx, kind: string): Promise<ImportProfile | null> {
  const [row] = await tx
    .select({ profile: importBatch.profile })
    .from(importBatch)
    .where(
      and(
        eq(importBatch.kind, kind),
        eq(importBatch.state, 'finished'),
        isNotNull(importBatch.profile),
        notLike(importBatch.importedBy, 'push:%'),
      ),
    )
    .orderBy(desc(importBatch.startedAt))
    .limit(1);
  return (row?.profile as ImportProfile | undefined) ?? null;
}

/**
 * Profiles of the requests by which a sender pushed rows of a table: those of one delivery (by its reason), and those of the
 * delivery before it.
 */
export async function pushedProfiles(
  tx: Db | Tx,
  { kind, by, reason }: { kind: string; by: string; reason: string },
): Promise<{ now: ImportProfile[]; before: ImportProfile[] }> {
  const rows = await tx.execute<{ profile: ImportProfile; now: boolean }>(sql`
    with own as (
      select profile, reason, started_at from import_batch
      where kind = ${kind} and imported_by = ${by} and state = 'finished' and profile is not null
      order by started_at desc limit 1000
    )
    select profile, reason = ${reason} as now from own
    where reason = ${reason} or reason = (select reason from own where reason <> ${reason} order by started_at desc limit 1)`);
  const of = (now: boolean) => [...rows].filter((row) => row.now === now).map((row) => row.profile);
  return { now: of(true), before: of(false) };
}

/** How many of the names a body of the directory has, now or before. */
export async function knownBodyNames(tx: Db | Tx, names: string[]): Promise<number> {
  if (names.length === 0) return 0;
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from unnest(${sql.param(names)}::text[]) as wanted (name)
    where exists (select 1 from body b where b.name = wanted.name)
      or exists (select 1 from body_name n where n.name = wanted.name)`);
  return row?.n ?? 0;
}

export async function idsByNaturalKeys(tx: Db | Tx, keys: string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.execute<{ key: string; id: string }>(
    sql`select natural_key as key, id from disclosure where natural_key = any(${sql.param(keys)}::text[])`,
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

export const findDisclosures = async (tx: Db | Tx, ids: string[]) =>
  ids.length === 0
    ? []
    : tx
        .select()
        .from(disclosure)
        .where(sql`${disclosure.id} = any(${sql.param(ids)}::uuid[])`);

/** Contents that records had in any version: what was imported once is not imported again. */
export async function contentsOf(tx: Tx | Db, ids: string[]): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .select({ id: disclosureVersion.disclosureId, content: disclosureVersion.content })
    .from(disclosureVersion)
    .where(sql`${disclosureVersion.disclosureId} = any(${sql.param(ids)}::uuid[])`);
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row.content]);
  return found;
}

export async function insertEvents(tx: Tx, rows: (typeof event.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(event).values(rows);
}

export const findBatch = async (tx: Db | Tx, id: string): Promise<BatchRow | null> =>
  (await tx.select().from(importBatch).where(eq(importBatch.id, id)))[0] ?? null;

/** Moves a batch from one of `from`; null where it stands elsewhere. */
export async function moveBatch(
  tx: Db | Tx,
  id: string,
  from: readonly ImportState[],
  set: Partial<typeof importBatch.$inferInsert>,
): Promise<BatchRow | null> {
  const [row] = await tx
    .update(importBatch)
    .set(set)
    .where(and(eq(importBatch.id, id), inArray(importBatch.state, [...from])))
    .returning();
  return row ?? null;
}

/** How far the comparison of a long file is. @returns whether the file is still there to be compared */
export async function noteCompared(
  tx: Db | Tx,
  id: string,
  set: Partial<Pick<BatchRow, 'compared' | 'comparedAt' | 'alike'>>,
): Promise<boolean> {
  return (await moveBatch(tx, id, ['checked', 'blocked'], set)) !== null;
}

export async function insertPart(tx: Tx, batchId: string, part: number, bytes: Buffer): Promise<void> {
  await tx.insert(importFile).values({ batchId, part, bytes });
}

/** The bytes of an upload, part by part. */
export async function* fileParts(tx: Db | Tx, batchId: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const [row] = await tx
      .select({ bytes: importFile.bytes })
      .from(importFile)
      .where(and(eq(importFile.batchId, batchId), eq(importFile.part, part)));
    if (!row) return;
    yield row.bytes;
  }
}

export async function dropFile(tx: Db | Tx, batchId: string): Promise<void> {
  await tx.delete(importFile).where(eq(importFile.batchId, batchId));
}

/** Batches whose job has something to do: a file is here and its work is not over. */
export const unsettledBatches = (tx: Db | Tx) =>
  tx
    .select({ id: importBatch.id, state: importBatch.state })
    .from(importBatch)
    .where(
      and(
        inArray(importBatch.state, ['waiting', 'applying']),
        sql`exists (select 1 from ${importFile} f where f.batch_id = ${importBatch.id})`,
      ),
    );

/** Uploads that nobody went on with for a month are given up, and their bytes go. @returns how many */
export async function giveUpOldFiles(tx: Tx): Promise<number> {
  const old = await tx
    .update(importBatch)
    .set({ state: 'abandoned', finishedAt: sql`now()` })
    .where(
      and(
        inArray(importBatch.state, ['checked', 'blocked']),
        sql`${importBatch.startedAt} < now() - interval '30 days'`,
      ),
    )
    .returning({ id: importBatch.id });
  for (const { id } of old) await dropFile(tx, id);
  return old.length;
}

/** Batches in the name of the bodies, and the portal's own, newest first. */
export const listReachable = (tx: Db | Tx, bodies: string[], limit: number) =>
  tx
    .select()
    .from(importBatch)
    .where(or(isNull(importBatch.publisherId), inArray(importBatch.publisherId, bodies)))
    .orderBy(desc(importBatch.startedAt), desc(importBatch.id))
    .limit(limit);

/** Records of a batch by state. */
export async function batchStates(tx: Db | Tx, id: string): Promise<Record<string, number>> {
  const rows = await tx
    .select({ state: disclosure.state, n: sql<number>`count(*)::int` })
    .from(disclosure)
    .where(eq(disclosure.batchId, id))
    .groupBy(disclosure.state);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

export const batchInReview = (tx: Db | Tx, id: string, limit: number) =>
  tx
    .select({ id: disclosure.id, version: disclosure.version })
    .from(disclosure)
    .where(and(eq(disclosure.batchId, id), eq(disclosure.state, 'in_review')))
    .orderBy(disclosure.createdAt, disclosure.id)
    .limit(limit);
