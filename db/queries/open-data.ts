import { asc, gt, inArray, sql } from 'drizzle-orm';
import type { Column, Dataset, ReleaseReason, SetFormat, SetPart } from '../../api/domain/open-data.ts';
import type { Db, Tx } from '../client.ts';
import { commitment } from '../schema/commitments.ts';
import { disclosure } from '../schema/disclosures.ts';
import type { CommitmentRow } from './commitments.ts';
import type { DisclosureRow } from './disclosures.ts';

export type SetColumns = Record<Dataset, Column[]>;
export interface Release {
  id: number;
  name: string;
  day: string; // legal date
  reason: ReleaseReason;
  /** Name of the release that its deltas lead from. */
  previous: string | null;
  columns: SetColumns;
  builtAt: string; // instant, ISO 8601
  revisedAt: string | null;
}
export interface SetFile {
  name: string;
  dataset: Dataset;
  part: SetPart;
  format: SetFormat;
  rows: number;
  bytes: number;
  sha256: string; // hex
  contentBytes: number;
  contentSha256: string; // hex
}

const ISO = sql.raw(`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`);
const RELEASE = sql`id::int, name, day::text, reason, previous, columns,
  to_char(built_at at time zone 'UTC', ${ISO}) as "builtAt", to_char(revised_at at time zone 'UTC', ${ISO}) as "revisedAt"`;
const FILE = sql`name, dataset, part, format, rows, bytes::float8, encode(sha256, 'hex') as sha256,
  content_bytes::float8 as "contentBytes", encode(content_sha256, 'hex') as "contentSha256"`;
const rowsOf = async <T>(found: Promise<unknown>): Promise<T[]> => [...((await found) as T[])];

/** Milliseconds. A million records take four to five minutes. */
const PATIENCE = 45 * 60_000;

/**
 * Runs `work` in a transaction as the only builder in all processes; null where another is at it. A lock on the table takes
 * no snapshot, so what a repeatable read then sees holds all that the builder before wrote.
 */
export async function asBuilder<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  isolationLevel: 'repeatable read' | 'read committed' = 'read committed',
): Promise<T | null> {
  const building = db.transaction(
    async (tx) => {
      await tx.execute(sql`lock table open_data_release in share row exclusive mode nowait`);
      return work(tx);
    },
    { isolationLevel },
  );
  // A transaction whose connection dies may never settle (postgres.js issue 1186): it must not hold up the next one.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`open data were not built in ${PATIENCE / 60_000} minutes`)), PATIENCE);
    timer.unref();
  });
  building.catch(() => {}); // it may fail after it was given up
  try {
    return await Promise.race([building, late]);
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    if ((cause?.code ?? code) === '55P03') return null;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** All records whatever their state, in ascending order of their ids; who asks decides which of them are public. */
export async function* allDisclosures(tx: Tx, batch = 1000): AsyncGenerator<DisclosureRow> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx
      .select()
      .from(disclosure)
      .where(gt(disclosure.id, last))
      .orderBy(asc(disclosure.id))
      .limit(batch);
    yield* rows;
    const end = rows.at(-1);
    if (rows.length < batch || !end) return;
    last = end.id;
  }
}

/** All commitments whatever their state, as allDisclosures. */
export async function* allCommitments(tx: Tx, batch = 1000): AsyncGenerator<CommitmentRow> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await tx
      .select()
      .from(commitment)
      .where(gt(commitment.id, last))
      .orderBy(asc(commitment.id))
      .limit(batch);
    yield* rows;
    const end = rows.at(-1);
    if (rows.length < batch || !end) return;
    last = end.id;
  }
}

export const commitmentsById = async (tx: Tx, ids: string[]): Promise<CommitmentRow[]> =>
  ids.length === 0 ? [] : tx.select().from(commitment).where(inArray(commitment.id, ids));

export const disclosuresById = async (tx: Tx, ids: string[]): Promise<DisclosureRow[]> =>
  ids.length === 0 ? [] : tx.select().from(disclosure).where(inArray(disclosure.id, ids));

export async function newestRelease(tx: Db | Tx): Promise<Release | null> {
  const [row] = await rowsOf<Release>(
    tx.execute(sql`select ${RELEASE} from open_data_release order by open_data_release.id desc limit 1`),
  );
  return row ?? null;
}
export async function releaseNamed(tx: Db | Tx, name: string): Promise<Release | null> {
  const [row] = await rowsOf<Release>(tx.execute(sql`select ${RELEASE} from open_data_release where name = ${name}`));
  return row ?? null;
}
export async function releaseById(tx: Db | Tx, id: number): Promise<Release | null> {
  const [row] = await rowsOf<Release>(tx.execute(sql`select ${RELEASE} from open_data_release where id = ${id}`));
  return row ?? null;
}
export const releases = (tx: Db | Tx, most: number): Promise<Release[]> =>
  rowsOf(tx.execute(sql`select ${RELEASE} from open_data_release order by open_data_release.id desc limit ${most}`));
export const filesOf = (tx: Db | Tx, releaseId: number): Promise<SetFile[]> =>
  rowsOf(tx.execute(sql`select ${FILE} from open_data_file where release_id = ${releaseId} order by name`));
export const filesOfMany = (tx: Db | Tx, ids: number[]): Promise<(SetFile & { releaseId: number })[]> =>
  rowsOf(
    tx.execute(sql`select ${FILE}, release_id::int as "releaseId" from open_data_file
      where release_id = any(${sql.param(ids)}::bigint[]) order by name`),
  );

export async function editionsOf(tx: Tx, day: string): Promise<number> {
  // The last one counts, not their number: an earlier one may have been removed.
  const [row] = await rowsOf<{ n: number }>(
    tx.execute(sql`select coalesce(max(case when name = day::text then 1 else split_part(name, '.', 2)::int end), 0)::int as n
      from open_data_release where day = ${day}::date`),
  );
  return row?.n ?? 0;
}

/** Records a release with its files, and that records which ended before its snapshot are not in it. @returns its id */
export async function insertRelease(
  tx: Tx,
  release: Omit<Release, 'id' | 'builtAt' | 'revisedAt'> & { builtAt: Date },
  files: readonly SetFile[],
): Promise<number> {
  const [row] = await rowsOf<{ id: number }>(
    tx.execute(sql`insert into open_data_release (name, day, reason, previous, columns, built_at)
      values (${release.name}, ${release.day}::date, ${release.reason}, ${release.previous},
        ${JSON.stringify(release.columns)}::jsonb, ${release.builtAt.toISOString()}::timestamptz) returning id::int`),
  );
  if (!row) throw new Error('the release was not written');
  await insertFiles(tx, row.id, files);
  // In this snapshot: a record that ends meanwhile is in the files, and its row keeps waiting for the next release.
  await tx.execute(sql`update open_data_ending set left_out_by = ${row.id} where left_out_by is null`);
  return row.id;
}

export async function insertFiles(tx: Tx, releaseId: number, files: readonly SetFile[]): Promise<void> {
  for (const file of files) {
    await tx.execute(sql`insert into open_data_file
      (release_id, name, dataset, part, format, rows, bytes, sha256, content_bytes, content_sha256)
      values (${releaseId}, ${file.name}, ${file.dataset}, ${file.part}, ${file.format}, ${file.rows}, ${file.bytes},
        decode(${file.sha256}, 'hex'), ${file.contentBytes}, decode(${file.contentSha256}, 'hex'))
      on conflict (release_id, name) do update set rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256,
        content_bytes = excluded.content_bytes, content_sha256 = excluded.content_sha256`);
  }
}

/** Names of releases whose last day of keeping is over, with their files. @returns how many */
export async function forgetReleases(tx: Tx, today: string, days: number): Promise<number> {
  const gone = await rowsOf(
    tx.execute(sql`delete from open_data_release where day < ${today}::date - ${days}::int
      and id <> (select max(id) from open_data_release) returning id`),
  );
  // Of each day the newest full set is enough; the deltas of all lead from one to the next.
  await tx.execute(sql`delete from open_data_file f using open_data_release r
    where f.release_id = r.id and f.part <> 'delta'
      and exists (select from open_data_release later where later.day = r.day and later.id > r.id)`);
  return gone.length;
}

/** Hashes of all files that some release names. */
export async function namedFiles(tx: Db | Tx): Promise<Set<string>> {
  const rows = await rowsOf<{ sha256: string }>(
    tx.execute(sql`select distinct encode(sha256, 'hex') as sha256 from open_data_file`),
  );
  return new Set(rows.map((row) => row.sha256));
}
