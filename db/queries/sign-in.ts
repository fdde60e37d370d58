import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Grant } from '../../api/domain/official.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { authTwoFactor } from '../schema/officials.ts';

/** What ends a session, in seconds: unused for `idle`, or `absolute` after the second factor, whichever is first. */
export interface SessionLimits {
  idle: number;
  absolute: number;
}

export interface SessionRow {
  id: string;
  name: string;
  grants: Grant[];
  /** Seconds since the last code of the authenticator. */
  factorAge: number;
}

/** The official of a session that is alive, with the second factor given, in one statement, which keeps it alive too. */
export async function liveSession(sql: Sql, token: string, limits: SessionLimits): Promise<SessionRow | null> {
  const [row] = await sql<SessionRow[]>`
    with live as materialized (
    select u.id, u.name, s.id as session, s.updated_at < now() - interval '1 minute' as stale,
      extract(epoch from now() - greatest(s.second_factor_at, s.stepped_up_at))::int as "factorAge",
      coalesce(
        json_agg(json_build_object('role', g.role, 'bodyId', g.body_id) order by g.granted_at, g.id)
          filter (where g.id is not null), '[]') as grants
    from auth_session s
    join auth_user u on u.id = s.user_id
    left join official_grant g on g.user_id = u.id and g.revoked_at is null
    where s.token = ${token}
      and s.expires_at > now()
      and s.second_factor_at > now() - make_interval(secs => ${limits.absolute})
      and s.updated_at > now() - make_interval(secs => ${limits.idle})
      and u.disabled_at is null
    group by u.id, s.id
    ), touched as (
      update auth_session set updated_at = now() from live where auth_session.id = live.session and live.stale
    )
    select id, name, grants, "factorAge" from live`;
  return row ?? null;
}

export interface EnrollingRow {
  id: string;
  email: string;
  secret: string;
  backupCodes: string;
}

/** A session opened by password alone, which may do nothing but enrol the second factor, for 15 minutes. */
export async function enrollingSession(sql: Sql, token: string): Promise<EnrollingRow | null> {
  const [row] = await sql<EnrollingRow[]>`
    select u.id, u.email, t.secret, t.backup_codes as "backupCodes"
    from auth_session s
    join auth_user u on u.id = s.user_id
    join auth_two_factor t on t.user_id = u.id and not t.verified
    where s.token = ${token}
      and s.second_factor_at is null
      and s.created_at > now() - interval '15 minutes'
      and u.disabled_at is null
      and not u.two_factor_enabled`;
  return row ?? null;
}

/** Takes a TOTP step once and opens the session; false where the step was used before (replay). */
export async function claimStep(sql: Sql, userId: string, step: number, token: string): Promise<boolean> {
  const rows = await sql`
    with claimed as (
      update auth_two_factor set last_step = ${step} where user_id = ${userId} and last_step < ${step} returning user_id
    )
    update auth_session s set second_factor_at = now(), created_at = now(), updated_at = now()
    from claimed, auth_user u
    where s.token = ${token} and s.user_id = claimed.user_id and u.id = claimed.user_id and u.disabled_at is null
    returning s.id`;
  return rows.length === 1;
}

/** Opens a session after a recovery code, which the library itself consumes once. */
export async function openSession(sql: Sql, userId: string, token: string): Promise<boolean> {
  const rows = await sql`
    update auth_session s set second_factor_at = now(), created_at = now(), updated_at = now()
    from auth_user u
    where s.token = ${token} and s.user_id = ${userId} and u.id = s.user_id and u.disabled_at is null
    returning s.id`;
  return rows.length === 1;
}

export async function endSession(sql: Sql, token: string): Promise<void> {
  await sql`delete from auth_session where token = ${token}`;
}

export async function endOtherSessions(sql: Sql, userId: string, keep: string): Promise<void> {
  await sql`delete from auth_session where user_id = ${userId} and token <> ${keep}`;
}

/** Takes a TOTP step once and makes the session's second factor young again; its absolute age stays. */
export async function stepUp(sql: Sql, userId: string, step: number, token: string): Promise<boolean> {
  const rows = await sql`
    with claimed as (
      update auth_two_factor set last_step = ${step}, failed_verification_count = 0
      where user_id = ${userId} and last_step < ${step} and verified
      returning user_id
    )
    update auth_session s set stepped_up_at = now(), updated_at = now()
    from claimed where s.token = ${token} and s.user_id = claimed.user_id and s.second_factor_at is not null
    returning s.id`;
  return rows.length === 1;
}

export async function setRecoveryCodes(tx: Db | Tx, userId: string, sealed: string): Promise<boolean> {
  const rows = await tx
    .update(authTwoFactor)
    .set({ backupCodes: sealed })
    .where(and(eq(authTwoFactor.userId, userId), eq(authTwoFactor.verified, true)))
    .returning({ id: authTwoFactor.id });
  return rows.length === 1;
}

export interface SecondFactorRow {
  secret: string;
  lockedUntil: Date | null;
}

export async function secondFactor(sql: Sql, userId: string): Promise<SecondFactorRow | null> {
  const [row] = await sql<SecondFactorRow[]>`
    select secret, locked_until as "lockedUntil" from auth_two_factor where user_id = ${userId}`;
  return row ?? null;
}

/** Seconds until the second factor of the account behind a pending challenge may be tried again; 0: now. */
export async function secondFactorLock(sql: Sql, challenge: string): Promise<number> {
  const [row] = await sql<{ seconds: number }[]>`
    select greatest(0, ceil(extract(epoch from t.locked_until - now())))::int as seconds
    from auth_verification v join auth_two_factor t on t.user_id = v.value
    where v.identifier = ${challenge} and t.locked_until is not null`;
  return row?.seconds ?? 0;
}

export async function accountState(sql: Sql, email: string): Promise<{ id: string; disabled: boolean } | null> {
  const [row] = await sql<{ id: string; disabled: boolean }[]>`
    select id, disabled_at is not null as disabled from auth_user where email = ${email}`;
  return row ?? null;
}

/**
 * Counts one attempt before it is judged, in a statement of its own: a failure stays counted whatever is rolled back.
 * @returns seconds to wait; 0: the attempt may proceed
 */
export async function countAttempt(sql: Sql, key: string, max: number, windowSeconds: number): Promise<number> {
  const [row] = await sql<{ count: number; wait: number }[]>`
    with clock as (select (extract(epoch from now()) * 1000)::bigint as ms)
    insert into auth_rate_limit as r (id, key, count, last_request)
    select ${randomUUID()}, ${key}, 1, ms from clock
    on conflict (key) do update set
      count = case
        when r.last_request < excluded.last_request - ${windowSeconds * 1000} then 1
        else least(r.count + 1, ${max + 1}) end,
      last_request = case
        when r.last_request < excluded.last_request - ${windowSeconds * 1000} or r.count < ${max} then excluded.last_request
        else r.last_request end
    returning count, ceil((last_request + ${windowSeconds * 1000} - (select ms from clock)) / 1000.0)::int as wait`;
  return row && row.count > max ? Math.max(1, row.wait) : 0;
}

export async function forgetAttempts(sql: Sql, keys: string[]): Promise<void> {
  await sql`delete from auth_rate_limit where key = any(${keys})`;
}

/** A success is not held against a source that many officials share. */
export async function forgiveAttempt(sql: Sql, key: string): Promise<void> {
  await sql`update auth_rate_limit set count = greatest(count - 1, 0) where key = ${key}`;
}
