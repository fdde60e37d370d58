import { createHash } from 'node:crypto';
import { DomainError } from '../../api/domain/errors.ts';
import type { Sql } from '../client.ts';

/**
 * Counters per source in fixed windows, shared by all processes. `key` names what is counted and for whom
 * ("lookup/SOURCE"); only its hash is stored. Each statement commits by itself, so that a failed transaction of the
 * caller cannot take a counted attempt back, and without waiting for the disk: a counter may be lost in a crash.
 */
export const limitKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Counts one and refuses above `max` per window. @throws DomainError request.rate_limited with retryAfter */
export async function takeLimit(sql: Sql, key: string, max: number, windowSeconds: number): Promise<void> {
  const [row] = await sql<{ count: number; rest: number }[]>`
    with fast as materialized (select set_config('synchronous_commit', 'off', true) as mode),
    slot as materialized (
      select to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int) as start from fast
    )
    insert into rate_limit (key, window_start, count)
    select ${limitKey(key)}, slot.start, 1 from slot
    on conflict (key, window_start) do update set count = rate_limit.count + 1
    returning count,
      ceil(extract(epoch from window_start) + ${windowSeconds}::int - extract(epoch from now()))::int as rest`;
  if (row && row.count > max) throw new DomainError('request.rate_limited', { params: { retryAfter: row.rest } });
}

/** Takes one count back: what was counted did not happen. */
export async function giveBackLimit(sql: Sql, key: string, windowSeconds: number): Promise<void> {
  await sql`
    update rate_limit set count = count - 1
    where key = ${limitKey(key)} and count > 0
      and window_start = to_timestamp(floor(extract(epoch from now()) / ${windowSeconds}::int) * ${windowSeconds}::int)`;
}

/** Forgets windows that ended long ago. */
export async function sweepLimits(sql: Sql): Promise<number> {
  const result = await sql`delete from rate_limit where window_start < now() - interval '48 hours'`;
  return result.count;
}
