import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { body, bodyName, division } from '../schema/directory.ts';
import { disclosureVersion, importBatch } from '../schema/disclosures.ts';
import { event } from '../schema/events.ts';

export async function divisionCodes(tx: Db | Tx): Promise<Set<string>> {
  return new Set((await tx.select({ code: division.code }).from(division)).map((row) => row.code));
}

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
    .where(inArray(body.name, names));
  const other = await tx
    .select({ id: body.id, name: bodyName.name, division: body.division })
    .from(bodyName)
    .innerJoin(body, eq(body.id, bodyName.bodyId))
    .where(inArray(bodyName.name, names));
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
  const made = await tx.insert(body).values(rows).onConflictDoNothing().returning({ id: body.id });
  const ids = made.map((row) => row.id);
  const names = rows
    .filter((row) => ids.includes(row.id))
    .map((row) => ({ bodyId: row.id, name: row.name, kind: 'official' }));
  if (names.length > 0) await tx.insert(bodyName).values(names).onConflictDoNothing();
  return ids;
}

export async function insertBatch(tx: Tx, row: typeof importBatch.$inferInsert): Promise<void> {
  await tx.insert(importBatch).values(row);
}

export async function finishBatch(
  tx: Tx | Db,
  id: string,
  counts: { rowsTotal: number; rowsImported: number; rowsUnchanged: number; rowsRefused: number; report: unknown },
): Promise<void> {
  await tx
    .update(importBatch)
    .set({ ...counts, finishedAt: sql`now()` })
    .where(eq(importBatch.id, id));
}

export const listBatches = (tx: Db | Tx, limit: number) =>
  tx.select().from(importBatch).orderBy(desc(importBatch.startedAt)).limit(limit);

/** Contents that records had in any version: what was imported once is not imported again. */
export async function contentsOf(tx: Tx | Db, ids: string[]): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .select({ id: disclosureVersion.disclosureId, content: disclosureVersion.content })
    .from(disclosureVersion)
    .where(inArray(disclosureVersion.disclosureId, ids));
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row.content]);
  return found;
}

export async function insertEvents(tx: Tx, rows: (typeof event.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(event).values(rows);
}
