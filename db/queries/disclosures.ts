import { and, desc, eq, getTableColumns, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { DisclosureState } from '../../api/domain/disclosure.ts';
import type { Db, Tx } from '../client.ts';
import { disclosure, disclosureCorrection, disclosureFieldSource, disclosureVersion } from '../schema/disclosures.ts';
import { event } from '../schema/events.ts';

export type DisclosureRow = typeof disclosure.$inferSelect;
export type NewDisclosure = typeof disclosure.$inferInsert;
export type VersionRow = typeof disclosureVersion.$inferSelect;
export type CorrectionRow = typeof disclosureCorrection.$inferSelect;

/** Instant and legal date (Asia/Shanghai) of the database: deadlines never take the process's clock. */
export async function databaseTime(tx: Db | Tx): Promise<{ now: Date; today: string }> {
  const [row] = await tx.execute<{ now: string; today: string }>(
    sql`select now()::text as now, (now() at time zone 'Asia/Shanghai')::date::text as today`,
  );
  if (!row) throw new Error('the database told no time');
  return { now: new Date(row.now), today: row.today };
}

/** `lock`: nobody changes it until the transaction ends. */
export async function findDisclosure(tx: Db | Tx, id: string, { lock = false } = {}): Promise<DisclosureRow | null> {
  const query = tx.select().from(disclosure).where(eq(disclosure.id, id));
  const [row] = await (lock ? query.for('update') : query);
  return row ?? null;
}

/** The same, held until the transaction ends: steps of one record come one after the other. */
export async function lockDisclosure(tx: Tx, id: string): Promise<DisclosureRow | null> {
  const [row] = await tx.select().from(disclosure).where(eq(disclosure.id, id)).for('update');
  return row ?? null;
}

export async function findByNaturalKeys(tx: Db | Tx, keys: string[]): Promise<DisclosureRow[]> {
  return keys.length === 0 ? [] : tx.select().from(disclosure).where(inArray(disclosure.naturalKey, keys));
}

export async function insertDisclosures(tx: Tx, rows: NewDisclosure[]): Promise<void> {
  if (rows.length > 0) await tx.insert(disclosure).values(rows);
}

export async function insertVersions(tx: Tx, rows: (typeof disclosureVersion.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(disclosureVersion).values(rows);
}

export async function insertFieldSources(tx: Tx, rows: (typeof disclosureFieldSource.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(disclosureFieldSource)
    .values(rows)
    .onConflictDoUpdate({
      target: [disclosureFieldSource.disclosureId, disclosureFieldSource.field],
      set: {
        document: sql`excluded.document`,
        collectedBy: sql`excluded.collected_by`,
        collectedAt: sql`excluded.collected_at`,
        verifiedBy: sql`excluded.verified_by`,
        verifiedAt: sql`excluded.verified_at`,
        attachmentSha256: sql`excluded.attachment_sha256`,
      },
    });
}

export async function verifyFieldSources(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await tx
    .update(disclosureFieldSource)
    .set({ verifiedBy: by, verifiedAt: at })
    .where(eq(disclosureFieldSource.disclosureId, id));
}

/** Changes the row where it is still at `version`; null where somebody was faster. */
export async function updateDisclosure(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<NewDisclosure>,
): Promise<DisclosureRow | null> {
  const [row] = await tx
    .update(disclosure)
    .set({ ...change, version: version + 1 })
    .where(and(eq(disclosure.id, id), eq(disclosure.version, version)))
    .returning();
  return row ?? null;
}

export const versionsOf = (tx: Db | Tx, id: string): Promise<VersionRow[]> =>
  tx
    .select()
    .from(disclosureVersion)
    .where(eq(disclosureVersion.disclosureId, id))
    .orderBy(desc(disclosureVersion.version));

export type SourceRow = typeof disclosureFieldSource.$inferSelect;
/** Stands for all fields that have no row of their own: an imported record comes whole from one document. */
export const EVERY_FIELD = '*';
/** Not facts of a document, or the document itself. */
const SOURCELESS: ReadonlySet<string> = new Set(['source', 'title', 'publishUntil', 'bodyId']);

/** Where each field of a record comes from. */
export async function fieldSourcesOf(tx: Db | Tx, id: string): Promise<SourceRow[]> {
  const rows = await tx.select().from(disclosureFieldSource).where(eq(disclosureFieldSource.disclosureId, id));
  const whole = rows.find((row) => row.field === EVERY_FIELD);
  if (!whole) return rows;
  const own = rows.filter((row) => row !== whole);
  const named = new Set(own.map((row) => row.field));
  const [version] = await versionsOf(tx, id);
  const others = Object.entries((version?.content ?? {}) as Record<string, unknown>)
    .filter(([field, value]) => value !== null && !named.has(field) && !SOURCELESS.has(field))
    .map(([field]) => ({ ...whole, field }));
  return [...own, ...others];
}

export async function findCorrection(tx: Db | Tx, id: string): Promise<CorrectionRow | null> {
  const [row] = await tx.select().from(disclosureCorrection).where(eq(disclosureCorrection.disclosureId, id));
  return row ?? null;
}

/** One open correction a record: false where there is one already. */
export async function insertCorrection(tx: Tx, row: typeof disclosureCorrection.$inferInsert): Promise<boolean> {
  return (await tx.insert(disclosureCorrection).values(row).onConflictDoNothing().returning()).length > 0;
}

export async function removeCorrection(tx: Tx, id: string): Promise<CorrectionRow | null> {
  const [row] = await tx.delete(disclosureCorrection).where(eq(disclosureCorrection.disclosureId, id)).returning();
  return row ?? null;
}

export const eventsOf = (tx: Db | Tx, id: string) =>
  tx
    .select({ kind: event.kind, at: event.at, actorId: event.actorId, payload: event.payload })
    .from(event)
    .where(and(eq(event.subjectKind, 'disclosure'), eq(event.subjectId, id)))
    .orderBy(event.seq);

/** Records of the portal itself and of the bodies that an official's grants reach. */
const reach = (bodies: string[]) => or(isNull(disclosure.publisherId), inArray(disclosure.publisherId, bodies));

/** Records in a state for officials, newest first; `after` is the last row of the page before. */
export async function listByState(
  tx: Db | Tx,
  state: DisclosureState,
  limit: number,
  after: { createdAt: Date; id: string } | null,
  reachable: string[],
) {
  return tx
    .select({
      ...getTableColumns(disclosure),
      correcting: sql<boolean>`${disclosureCorrection.disclosureId} is not null`,
    })
    .from(disclosure)
    .leftJoin(disclosureCorrection, eq(disclosureCorrection.disclosureId, disclosure.id))
    .where(
      and(
        eq(disclosure.state, state),
        reach(reachable),
        after
          ? or(
              lt(disclosure.createdAt, after.createdAt),
              and(eq(disclosure.createdAt, after.createdAt), lt(disclosure.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(disclosure.createdAt), desc(disclosure.id))
    .limit(limit);
}

export async function countByState(tx: Db | Tx, reachable: string[]): Promise<Record<string, number>> {
  const rows = await tx
    .select({ state: disclosure.state, n: sql<number>`count(*)::int` })
    .from(disclosure)
    .where(reach(reachable))
    .groupBy(disclosure.state);
  return Object.fromEntries(rows.map((r) => [r.state, r.n]));
}

/** Published records whose end has passed, oldest first. */
export const listOverdue = (tx: Db | Tx, today: string, limit: number): Promise<DisclosureRow[]> =>
  tx
    .select()
    .from(disclosure)
    .where(and(eq(disclosure.state, 'published'), lt(disclosure.publishUntil, today)))
    .orderBy(disclosure.publishUntil)
    .limit(limit);
