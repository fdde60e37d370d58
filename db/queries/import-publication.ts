import type { PublicationState } from '../../api/domain/import.ts';
import type { Sql } from '../client.ts';

/** One press that publishes a batch (import_publication), as the page shows it. */
export interface PublicationRow {
  state: PublicationState;
  by: string;
  total: number;
  published: number;
  keptBack: number;
  stoppedBy: string | null;
  startedAt: Date;
  endedAt: Date | null;
}

/** Published is counted from the records themselves, so that an interruption cannot make it wrong. */
export async function publicationOf(client: Sql, batchId: string): Promise<PublicationRow | null> {
  const [row] = await client<PublicationRow[]>`
    select p.state, p.by_id as by, p.total, p.kept_back as "keptBack", p.stopped_by as "stoppedBy", p.started_at as "startedAt",
      p.ended_at as "endedAt",
      (select count(*)::int from disclosure d where d.batch_id = p.batch_id and d.approved_by = p.by_id
        and d.published_at >= p.started_at) as published
    from import_publication p where p.batch_id = ${batchId}`;
  return row ?? null;
}

/** @returns whether it began: false where one is running already */
export async function startPublication(client: Sql, batchId: string, by: string, total: number): Promise<boolean> {
  const rows = await client`
    insert into import_publication (batch_id, by_id, total) values (${batchId}, ${by}, ${total})
    on conflict (batch_id) do update set by_id = excluded.by_id, state = 'running', total = excluded.total, kept_back = 0,
      cursor_id = null, stopped_by = null, held_until = now(), started_at = now(), ended_at = null
      where import_publication.state <> 'running'
    returning batch_id`;
  return rows.length > 0;
}

export async function endPublication(
  client: Sql,
  batchId: string,
  state: Exclude<PublicationState, 'running'>,
  stoppedBy: string | null = null,
): Promise<boolean> {
  const rows = await client`
    update import_publication set state = ${state}, stopped_by = ${stoppedBy}, ended_at = now()
    where batch_id = ${batchId} and state = 'running' returning batch_id`;
  return rows.length > 0;
}

export interface TakenPublication {
  by: string;
  cursor: string | null;
}
/** Takes one that runs and that no process is at. */
export async function takePublication(client: Sql, batchId: string, held: number): Promise<TakenPublication | null> {
  const [row] = await client<TakenPublication[]>`
    update import_publication set held_until = now() + make_interval(secs => ${held})
    where batch_id = ${batchId} and state = 'running' and held_until <= now() returning by_id as by, cursor_id as cursor`;
  return row ?? null;
}

/** A portion is done. @returns whether it goes on: false where it was cancelled meanwhile */
export async function advancePublication(
  client: Sql,
  batchId: string,
  portion: { cursor: string; keptBack: number; held: number },
): Promise<boolean> {
  const rows = await client`
    update import_publication set cursor_id = ${portion.cursor}, kept_back = kept_back + ${portion.keptBack},
      held_until = now() + make_interval(secs => ${portion.held})
    where batch_id = ${batchId} and state = 'running' returning batch_id`;
  return rows.length > 0;
}

/** Lets go of it, so that whoever comes next need not wait. */
export const releasePublication = async (client: Sql, batchId: string): Promise<void> =>
  void (await client`update import_publication set held_until = now() where batch_id = ${batchId} and state = 'running'`);

export const orphanedPublications = async (client: Sql): Promise<string[]> =>
  (
    await client<{ id: string }[]>`
      select batch_id as id from import_publication where state = 'running' and held_until <= now()`
  ).map(({ id }) => id);

/** Records of a batch that wait for approval, in the order of their ids: what is kept back is passed over. */
export const inReviewAfter = (client: Sql, batchId: string, after: string | null, limit: number) =>
  client<{ id: string; version: number; title: string; number: string | null }[]>`
    select id, version, title, coalesce(case_number, document_number) as number from disclosure
    where batch_id = ${batchId} and state = 'in_review' and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`;
