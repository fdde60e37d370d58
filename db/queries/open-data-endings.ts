import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';

/** Records and commitments that left publication, until no kept file of open data holds them any more. */

const rowsOf = async <T>(found: Promise<unknown>): Promise<T[]> => [...((await found) as T[])];

/** Written with the withdrawal of a commitment; records have theirs in search-rows.ts. */
export const commitmentEnded = async (tx: Tx, id: string): Promise<void> => {
  await tx.execute(sql`
    insert into open_data_ending (commitment_id) values (${id})
    on conflict (commitment_id) do update set at = now(), left_out_by = null`);
};

/** What there is to do: a record waits for a release without it, or older files still hold it. Nothing without a release. */
export async function endingsWaiting(tx: Db | Tx): Promise<boolean> {
  const [row] = await rowsOf<{ waiting: boolean }>(
    tx.execute(sql`select exists (select from open_data_ending) and exists (select from open_data_release) as waiting`),
  );
  return row?.waiting ?? false;
}

/** Whether a record waits that no release leaves out yet. */
export async function endingsNew(tx: Db | Tx): Promise<boolean> {
  const [row] = await rowsOf<{ waiting: boolean }>(
    tx.execute(sql`select exists (select from open_data_ending where left_out_by is null) as waiting`),
  );
  return row?.waiting ?? false;
}

/**
 * Whether files of this release may hold a record that left publication more than `grace` seconds ago. Until then the
 * builder has time to take it out; after that the files are not handed out, whatever keeps it from its work.
 */
export async function heldBack(tx: Db | Tx, releaseId: number, grace: number): Promise<boolean> {
  const [row] = await rowsOf<{ held: boolean }>(
    tx.execute(sql`select exists (
      select from open_data_ending e, open_data_release r where r.id = ${releaseId}
        and (e.left_out_by is null or e.left_out_by > coalesce(r.clean_as_of, r.id))
        and e.at < clock_timestamp() - make_interval(secs => ${grace})) as held`),
  );
  return row?.held ?? false;
}

/** The oldest release whose files may still hold records of which a later one is free, and these records. */
export async function nextToClean(tx: Tx): Promise<{ id: number; upTo: number; ended: string[] } | null> {
  const [release] = await rowsOf<{ id: number; up_to: number }>(
    tx.execute(sql`select r.id::int, (select max(left_out_by)::int from open_data_ending) as up_to
      from open_data_release r
      where exists (select from open_data_ending e where e.left_out_by > coalesce(r.clean_as_of, r.id))
      order by r.id limit 1`),
  );
  if (!release) return null;
  const ended = await rowsOf<{ id: string }>(
    tx.execute(sql`select coalesce(disclosure_id, commitment_id) as id from open_data_ending e, open_data_release r
      where r.id = ${release.id} and e.left_out_by > coalesce(r.clean_as_of, r.id)`),
  );
  return { id: release.id, upTo: release.up_to, ended: ended.map((row) => row.id) };
}

export async function markClean(tx: Tx, releaseId: number, upTo: number, changed: boolean): Promise<void> {
  await tx.execute(sql`update open_data_release set clean_as_of = ${upTo},
    revised_at = case when ${changed} then clock_timestamp() else revised_at end where id = ${releaseId}`);
}

/** Endings that every kept release is free of are forgotten. */
export async function forgetEndings(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from open_data_ending e where e.left_out_by is not null and not exists (
    select from open_data_release r where e.left_out_by > coalesce(r.clean_as_of, r.id))`);
}
