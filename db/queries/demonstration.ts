import { eq } from 'drizzle-orm';
import type { Db, Sql } from '../client.ts';
import { setting } from '../schema/system.ts';

/**
 * The past of the demonstration. Its cases, ratings and records go through the same verbs as real ones, and the verbs take
 * the time from the database; events are chained by hash and cannot be dated back later. So the seeding opens a connection
 * whose search path finds a `now()` of its own before the real one, and sets it before each step. Everybody else's
 * connections know nothing of it. Only the demonstration ever calls this.
 */
export const PAST_SCHEMA = 'demonstration_time';

/** A connection string whose now() is the one set by `setPast`. */
export function pastUrl(url: string): string {
  const past = new URL(url);
  past.searchParams.set('search_path', `${PAST_SCHEMA},pg_catalog,public`);
  // Hundreds of commits need not wait for the disk one by one: the note at the end does, and they lie before it.
  past.searchParams.set('synchronous_commit', 'off');
  return past.href;
}

/** As the owner: the application may make no schema. */
export async function openPast(sql: Sql): Promise<void> {
  const name = sql(PAST_SCHEMA);
  await sql.begin(async (tx) => {
    await tx`drop schema if exists ${name} cascade`;
    await tx`create schema ${name}`;
    await tx`create table ${name}.instant (at timestamptz not null)`;
    await tx`insert into ${name}.instant values (now())`;
    await tx.unsafe(
      `create function ${PAST_SCHEMA}.now() returns timestamptz language sql stable
         return (select at from ${PAST_SCHEMA}.instant);
       grant usage on schema ${PAST_SCHEMA} to public;
       grant select on ${PAST_SCHEMA}.instant to public;`,
    );
  });
}

export const closePast = (sql: Sql) => sql`drop schema if exists ${sql(PAST_SCHEMA)} cascade`;

export const setPast = (sql: Sql, at: Date) => sql`update ${sql(PAST_SCHEMA)}.instant set at = ${at}`;

const KEY = 'demonstration';

export async function wasSeeded(db: Db): Promise<boolean> {
  return (await db.select({ key: setting.key }).from(setting).where(eq(setting.key, KEY))).length > 0;
}

export const noteSeeded = (db: Db, value: Record<string, number>) =>
  db.insert(setting).values({ key: KEY, value, updatedBy: 'demonstration' }).onConflictDoNothing();

/** How far the full demonstration has come; null: not begun. */
export interface FullNote {
  /** ISO instant of its first run, from which everything is counted back. */
  base: string;
  scale: number;
  done: Record<string, number>;
  /** Cases of bad ratings that the small demonstration has: it deals with them itself. */
  small: string[];
}
const FULL_KEY = 'demonstration-full';

export async function fullNote(db: Db): Promise<FullNote | null> {
  const [row] = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, FULL_KEY));
  return (row?.value as FullNote | undefined) ?? null;
}

export const putFullNote = (db: Db, value: FullNote) =>
  db
    .insert(setting)
    .values({ key: FULL_KEY, value, updatedBy: 'demonstration' })
    .onConflictDoUpdate({ target: setting.key, set: { value } });

/** Cases that bad ratings opened, oldest first. */
export const serviceCases = (sql: Sql) => sql<{ number: string; filedAt: Date }[]>`
  select number, filed_at as "filedAt" from cases where kind = 'service' and division like '99%' order by filed_at, number`;
