/**
 * Our own small runner: files in db/migrations in order, advisory lock, checksums, one transaction per file,
 * `-- no-transaction` on the first line where an index is built concurrently (statements then run one by one).
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Logger, runMigrations as runQueueMigrations } from 'graphile-worker';
import postgres from 'postgres';
import type { Sql } from './client.ts';
import { ensureRatingMonths } from './queries/rating-months.ts';

const FOLDER = path.join(import.meta.dirname, 'migrations');
const LOCK = 7_203_911;
const SILENT = new Logger(() => () => {});

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export function migrations(folder = FOLDER): Migration[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export class SchemaError extends Error {}

/** Whether the schema is the one that this release knows. Newer files are fine: the previous release runs on the new schema. */
export async function checkSchema(sql: postgres.Sql, files = migrations()): Promise<void> {
  const [table] = await sql`select to_regclass('schema_migration') as name`;
  if (!table?.name) throw new SchemaError('The database holds no schema yet. Run: npm run migrate');
  const applied = new Map(
    (await sql`select name, checksum from schema_migration`).map((r) => [r.name as string, r.checksum as string]),
  );
  for (const file of files) {
    const checksum = applied.get(file.name);
    if (checksum === undefined) throw new SchemaError(`Migration ${file.name} is not applied. Run: npm run migrate`);
    if (checksum !== file.checksum) {
      throw new SchemaError(
        `Migration ${file.name} was applied with other content than this release has: this schema is not known.`,
      );
    }
  }
}

/** Version, encoding and character type: what search and CHECKs rely on. */
export async function checkServer(sql: postgres.Sql): Promise<void> {
  const [row] = await sql`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
      pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`;
  if (!row || row.version < 150000) throw new SchemaError(`PostgreSQL 15 or newer is needed; this is ${row?.text}.`);
  if (row.encoding !== 'UTF8') {
    throw new SchemaError(
      `The database must be in UTF8; it is in ${row.encoding}. Create it with: ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
  const [extension] = await sql`select 1 from pg_extension where extname = 'pg_trgm'`;
  if (!extension) return; // before the first migration
  const [chinese] = await sql`select coalesce(array_length(show_trgm('政务'), 1), 0) as count`;
  if (!chinese || chinese.count === 0) {
    throw new SchemaError(
      "The database's character type does not know Chinese (show_trgm('政务') is empty). Create it with: LC_CTYPE 'C.UTF-8' TEMPLATE template0",
    );
  }
}

export interface MigrateOptions {
  /** Connection of the owner. */
  ownerUrl: string;
  /** Connection of the application: its role gets the grants. */
  appUrl: string;
  folder?: string;
  /** Only these files: a restore brings the schema to where it was when the backup was made. */
  only?: ReadonlySet<string>;
  progress?: (name: string) => void;
}

export async function migrate({ ownerUrl, appUrl, folder, only, progress }: MigrateOptions): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'jiannuo-migrate' } });
  const done: string[] = [];
  try {
    await checkServer(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql`create extension if not exists pg_trgm`;
    await checkServer(sql);
    await sql`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const applied = new Map(
      (await sql`select name, checksum from schema_migration`).map((r) => [r.name as string, r.checksum as string]),
    );
    for (const file of migrations(folder)) {
      const known = applied.get(file.name);
      if (known === file.checksum || (known === undefined && only && !only.has(file.name))) continue;
      if (known !== undefined) {
        throw new SchemaError(`Migration ${file.name} was changed after it was applied. Write a new file instead.`);
      }
      await apply(sql, file);
      done.push(file.name);
      progress?.(file.name);
    }
    await ensureRatingMonths(sql as unknown as Sql);
    await grant(sql, appUrl);
    await migrateQueue(sql, appUrl);
  } finally {
    await sql.end();
  }
  return done;
}

async function apply(sql: postgres.Sql, file: Migration): Promise<void> {
  if (file.sql.startsWith('-- no-transaction')) {
    for (const statement of file.sql.split(/;\s*$/m)) {
      if (statement.replace(/--.*$/gm, '').trim()) await sql.unsafe(statement);
    }
    await sql`insert into schema_migration (name, checksum) values (${file.name}, ${file.checksum})`;
    return;
  }
  await sql.begin(async (tx) => {
    await tx.unsafe(file.sql);
    await tx`insert into schema_migration (name, checksum) values (${file.name}, ${file.checksum})`;
  });
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

/** The application reads and writes rows; it neither alters nor deletes events, and owns no table. */
async function grant(sql: postgres.Sql, appUrl: string): Promise<void> {
  const app = sql(roleOf(appUrl));
  const [me] = await sql`select current_user as name`;
  if (me?.name === roleOf(appUrl)) return; // one role for all: a small test, never advised
  await sql`grant usage on schema public to ${app}`;
  await sql`grant select, insert, update, delete on all tables in schema public to ${app}`;
  await sql`grant usage, select on all sequences in schema public to ${app}`;
  await sql`revoke update, delete, truncate on event from ${app}`;
  await sql`revoke update, delete, truncate on access_log from ${app}`;
  await sql`revoke update, delete, truncate on erasure from ${app}`;
  await sql`revoke insert, update, delete, truncate on schema_migration from ${app}`;
  const [months] = await sql`select to_regprocedure('drop_rating_months(date)') as name`;
  if (months?.name)
    await sql`grant execute on function ensure_rating_months(integer), drop_rating_months(date) to ${app}`;
}

/**
 * The queue's tables have row level security, which only their owner passes: its schema belongs to the application's role.
 * Its installer insists on `create schema`, so the role may create in the database for just that moment.
 */
async function migrateQueue(sql: postgres.Sql, appUrl: string): Promise<void> {
  const app = sql(roleOf(appUrl));
  const [row] = await sql`select current_database() as name, current_user as owner`;
  const database = sql(row?.name as string);
  const oneRole = row?.owner === roleOf(appUrl);
  if (!oneRole) await sql`grant create on database ${database} to ${app}`;
  try {
    await runQueueMigrations({ connectionString: appUrl, logger: SILENT });
  } finally {
    if (!oneRole) await sql`revoke create on database ${database} from ${app}`;
  }
}
