import { asc, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { body, bodyName, division, succession } from '../schema/directory.ts';
import { matter, policyClause, policyDocument, responsibility, responsibilityBody } from '../schema/duties.ts';

/** Changes whenever somebody says (tag `directory` or `reference`) that the directory or the duties have changed. */
export async function directoryVersion(db: Db): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select coalesce((select max(id) from cache_invalidation where tags && array['directory', 'reference']), 0)
      || '.' || (select count(*) from body)
      || '.' || coalesce((select md5(string_agg(name || hash, ',' order by name)) from reference_load), '') as version`);
  return row?.version ?? '';
}

/** Everything that services/directory/load.ts keeps in memory, in one look at the database. */
export async function wholeDirectory(db: Db) {
  return db.transaction(
    async (tx) => ({
      divisions: await tx.select().from(division).orderBy(asc(division.code)),
      bodies: await tx.select().from(body),
      names: await tx.select({ bodyId: bodyName.bodyId, name: bodyName.name, kind: bodyName.kind }).from(bodyName),
      successions: await tx.select().from(succession).orderBy(asc(succession.effectiveOn)),
      documents: await tx.select().from(policyDocument),
      clauses: await tx
        .select({
          id: policyClause.id,
          documentId: policyClause.documentId,
          place: policyClause.place,
          digest: policyClause.digest,
          digestEn: policyClause.digestEn,
        })
        .from(policyClause)
        .orderBy(asc(policyClause.documentId), asc(policyClause.position)),
      matters: await tx.select().from(matter).orderBy(asc(matter.position)),
      responsibilities: await tx.select().from(responsibility).orderBy(asc(responsibility.id)),
      parts: await tx
        .select()
        .from(responsibilityBody)
        .orderBy(asc(responsibilityBody.responsibilityId), asc(responsibilityBody.position)),
    }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

export type WholeDirectory = Awaited<ReturnType<typeof wholeDirectory>>;

export const policyDocuments = (db: Db | Tx) => db.select().from(policyDocument);

export const clausesOf = (db: Db | Tx, documentId: string) =>
  db
    .select()
    .from(policyClause)
    .where(sql`${policyClause.documentId} = ${documentId}`)
    .orderBy(asc(policyClause.position));
