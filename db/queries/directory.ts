import { asc, sql } from 'drizzle-orm';
import type { BodyKind, BodyRole } from '../../api/domain/directory.ts';
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
export const wholeDirectory = (db: Db) =>
  db.transaction((tx) => directoryIn(tx), { isolationLevel: 'repeatable read', accessMode: 'read only' });

/** The same as a transaction sees it that has a snapshot already. */
export async function directoryIn(tx: Tx) {
  return {
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
        heading: policyClause.heading,
        headingEn: policyClause.headingEn,
        digest: policyClause.digest,
        digestEn: policyClause.digestEn,
        fullText: policyClause.fullText,
      })
      .from(policyClause)
      .orderBy(asc(policyClause.documentId), asc(policyClause.position)),
    matters: await tx.select().from(matter).orderBy(asc(matter.position)),
    responsibilities: await tx.select().from(responsibility).orderBy(asc(responsibility.id)),
    parts: await tx
      .select()
      .from(responsibilityBody)
      .orderBy(asc(responsibilityBody.responsibilityId), asc(responsibilityBody.position)),
  };
}

export type WholeDirectory = Awaited<ReturnType<typeof wholeDirectory>>;

export const policyDocuments = (db: Db | Tx) => db.select().from(policyDocument);

export const clausesOf = (db: Db | Tx, documentId: string) =>
  db
    .select()
    .from(policyClause)
    .where(sql`${policyClause.documentId} = ${documentId}`)
    .orderBy(asc(policyClause.position));

/** Full texts under digests; the reference data does not decide this column. */
export async function setFullTexts(tx: Tx, texts: readonly { id: string; text: string }[]): Promise<void> {
  await tx.execute(sql`
    update policy_clause c set full_text = x.text
    from json_to_recordset(${JSON.stringify(texts)}::json) as x(id text, text text)
    where c.id = x.id`);
}

export interface NewBody {
  id: string;
  name: string;
  division: string;
  kind: BodyKind;
  role: BodyRole;
  shortName: string | null;
  uscc: string | null;
  parent: string | null;
}

/** Makes bodies that are not there and fills in credit codes and short names that are missing. Answers the ids changed. */
export async function saveBodies(tx: Tx, rows: readonly NewBody[]): Promise<{ made: string[]; changed: string[] }> {
  const found = await tx.execute<{ id: string; made: boolean }>(sql`
    insert into body as b (id, name, division, kind, role, short_name, uscc, parent, origin)
    select x.id, x.name, x.division, x.kind, x.role, x."shortName", x.uscc, x.parent, 'import'
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as x(id uuid, name text, division text, kind text, role text, "shortName" text, uscc text, parent uuid)
    on conflict (name, division) do update
      set uscc = coalesce(excluded.uscc, b.uscc), short_name = coalesce(excluded.short_name, b.short_name)
      where coalesce(excluded.uscc, b.uscc) is distinct from b.uscc
        or coalesce(excluded.short_name, b.short_name) is distinct from b.short_name
    returning b.id, (xmax = 0) as made`);
  await tx.execute(sql`
    insert into body_name (body_id, name, kind)
    select b.id, n.name, n.kind from body b,
      lateral (values (b.name, 'official'), (b.short_name, 'short')) as n(name, kind)
    where b.id in ${[...found.map((f) => f.id), '00000000-0000-0000-0000-000000000000']} and n.name is not null
    on conflict do nothing`);
  return { made: found.filter((f) => f.made).map((f) => f.id), changed: found.filter((f) => !f.made).map((f) => f.id) };
}
