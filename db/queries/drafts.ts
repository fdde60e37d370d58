import type { Sql } from '../client.ts';

/** Half-filled complaints: sealed with a key that only the visitor's cookie holds. */
export async function readDraft(sql: Sql, id: string): Promise<Buffer | null> {
  const [row] = await sql<{ sealed: Buffer }[]>`
    select sealed from form_draft where id = ${id} and kind = 'complaint' and expires_at > now()`;
  return row?.sealed ?? null;
}

export async function writeDraft(sql: Sql, id: string, sealed: Buffer): Promise<void> {
  await sql`
    insert into form_draft (id, kind, sealed, expires_at) values (${id}, 'complaint', ${sealed}, now() + interval '24 hours')
    on conflict (id) do update set sealed = excluded.sealed, expires_at = excluded.expires_at`;
}

export async function deleteDraft(sql: Sql, id: string): Promise<void> {
  await sql`delete from form_draft where id = ${id} and kind = 'complaint'`;
}

export async function sweepDrafts(sql: Sql): Promise<number> {
  return (await sql`delete from form_draft where expires_at < now()`).count;
}
