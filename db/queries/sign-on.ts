import { randomUUID } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import type { Db, Sql, Tx } from '../client.ts';
import { authAccount, authUser, authVerification } from '../schema/officials.ts';

const OIDC = 'oidc';

/** Keeps something under a name for some seconds; whoever takes it, takes it once. */
export async function keepOnce(db: Db, identifier: string, value: string, seconds: number): Promise<void> {
  await db.insert(authVerification).values({
    id: randomUUID(),
    identifier,
    value,
    expiresAt: sql`now() + make_interval(secs => ${seconds})` as unknown as Date,
  });
}

export async function takeOnce(db: Db, identifier: string): Promise<string | null> {
  const [row] = await db
    .delete(authVerification)
    .where(and(eq(authVerification.identifier, identifier), gt(authVerification.expiresAt, sql`now()`)))
    .returning({ value: authVerification.value });
  return row?.value ?? null;
}

export interface SignOnOfficial {
  id: string;
  email: string;
  enrolled: boolean;
  disabled: boolean;
}
const columns = {
  id: authUser.id,
  email: authUser.email,
  enrolled: authUser.twoFactorEnabled,
  disabled: sql<boolean>`${authUser.disabledAt} is not null`,
};

/** The official to whom a person of the provider is bound. */
export async function boundOfficial(db: Db | Tx, account: string): Promise<SignOnOfficial | null> {
  const [row] = await db
    .select(columns)
    .from(authAccount)
    .innerJoin(authUser, eq(authUser.id, authAccount.userId))
    .where(and(eq(authAccount.providerId, OIDC), eq(authAccount.accountId, account)));
  return row ?? null;
}

export async function officialByEmail(db: Db | Tx, email: string): Promise<SignOnOfficial | null> {
  const [row] = await db.select(columns).from(authUser).where(eq(authUser.email, email));
  return row ?? null;
}

export async function officialById(db: Db | Tx, id: string): Promise<SignOnOfficial | null> {
  const [row] = await db.select(columns).from(authUser).where(eq(authUser.id, id));
  return row ?? null;
}

/** @returns false where the person or the official is bound already */
export async function bindAccount(tx: Tx, userId: string, account: string): Promise<boolean> {
  const rows = await tx
    .insert(authAccount)
    .values({ id: randomUUID(), accountId: account, providerId: OIDC, userId })
    .onConflictDoNothing()
    .returning({ id: authAccount.id });
  return rows.length === 1;
}

export async function unbindAccount(tx: Tx, userId: string): Promise<boolean> {
  const rows = await tx
    .delete(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, OIDC)))
    .returning({ id: authAccount.id });
  return rows.length > 0;
}

export async function isBound(db: Db, userId: string): Promise<boolean> {
  const rows = await db
    .select({ id: authAccount.id })
    .from(authAccount)
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, OIDC)));
  return rows.length > 0;
}

/** A session of somebody whose two factors another place has seen. Nothing for an official who is disabled or not enrolled. */
export async function insertSession(sql: Sql, userId: string, token: string, seconds: number): Promise<boolean> {
  const rows = await sql`
    insert into auth_session (id, user_id, token, expires_at, second_factor_at)
    select ${randomUUID()}, u.id, ${token}, now() + make_interval(secs => ${seconds}), now()
    from auth_user u where u.id = ${userId} and u.disabled_at is null and u.two_factor_enabled
    returning id`;
  return rows.length === 1;
}
