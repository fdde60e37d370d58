import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Grant, OfficialRole } from '../../api/domain/official.ts';
import type { ReadingReason } from '../../api/domain/release.ts';
import type { Db, Tx } from '../client.ts';
import { accessLog, authAccount, authSession, authTwoFactor, authUser, officialGrant } from '../schema/officials.ts';

export interface NewOfficial {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
  /** Sealed by the sign-in adapter; null: the official enrols at the first sign-in. */
  secondFactor: { secret: string; backupCodes: string } | null;
}

/** @returns false where the address belongs to an official already */
export async function insertOfficial(tx: Tx | Db, official: NewOfficial): Promise<boolean> {
  const rows = await tx
    .insert(authUser)
    .values({
      id: official.id,
      name: official.name,
      email: official.email,
      emailVerified: true,
      twoFactorEnabled: official.secondFactor !== null,
    })
    .onConflictDoNothing({ target: authUser.email })
    .returning({ id: authUser.id });
  if (rows.length === 0) return false;
  await tx.insert(authAccount).values({
    id: randomUUID(),
    accountId: official.id,
    providerId: 'credential',
    userId: official.id,
    password: official.passwordHash,
  });
  if (official.secondFactor) {
    await tx.insert(authTwoFactor).values({ id: randomUUID(), userId: official.id, ...official.secondFactor });
  }
  return true;
}

export async function insertGrants(tx: Tx | Db, userId: string, grants: readonly Grant[], by: string | null) {
  if (grants.length === 0) return;
  await tx
    .insert(officialGrant)
    .values(grants.map((g) => ({ id: randomUUID(), userId, role: g.role, bodyId: g.bodyId, grantedBy: by })));
}

/** @returns false where no such grant is in force */
export async function revokeGrant(tx: Tx | Db, userId: string, grant: Grant, now: Date): Promise<boolean> {
  const rows = await tx
    .update(officialGrant)
    .set({ revokedAt: now })
    .where(
      and(
        eq(officialGrant.userId, userId),
        eq(officialGrant.role, grant.role),
        eq(officialGrant.bodyId, grant.bodyId),
        isNull(officialGrant.revokedAt),
      ),
    )
    .returning({ id: officialGrant.id });
  return rows.length > 0;
}

export async function setPassword(tx: Tx | Db, userId: string, hash: string): Promise<void> {
  await tx
    .update(authAccount)
    .set({ password: hash })
    .where(and(eq(authAccount.userId, userId), eq(authAccount.providerId, 'credential')));
}

/** Takes the second factor and all sessions away: the next sign-in enrols anew. @returns false where unknown */
export async function resetSecondFactor(tx: Tx | Db, userId: string): Promise<boolean> {
  const rows = await tx
    .update(authUser)
    .set({ twoFactorEnabled: false })
    .where(eq(authUser.id, userId))
    .returning({ id: authUser.id });
  await tx.delete(authTwoFactor).where(eq(authTwoFactor.userId, userId));
  await tx.delete(authSession).where(eq(authSession.userId, userId));
  return rows.length > 0;
}

/** Disables (or enables again) and ends every session at once. @returns false where nothing changed */
export async function setDisabled(tx: Tx | Db, userId: string, at: Date | null): Promise<boolean> {
  const rows = await tx
    .update(authUser)
    .set({ disabledAt: at })
    .where(and(eq(authUser.id, userId), at ? isNull(authUser.disabledAt) : undefined))
    .returning({ id: authUser.id });
  await tx.delete(authSession).where(eq(authSession.userId, userId));
  return rows.length > 0;
}

export interface OfficialRow {
  id: string;
  name: string;
  email: string;
  enrolled: boolean;
  disabledAt: Date | null;
  grants: { role: OfficialRole; bodyId: string }[];
}

/** Every official with the grants in force, by name. */
export async function listOfficials(db: Tx | Db): Promise<OfficialRow[]> {
  const rows = await db
    .select({
      id: authUser.id,
      name: authUser.name,
      email: authUser.email,
      enrolled: authUser.twoFactorEnabled,
      disabledAt: authUser.disabledAt,
      role: officialGrant.role,
      bodyId: officialGrant.bodyId,
    })
    .from(authUser)
    .leftJoin(officialGrant, and(eq(officialGrant.userId, authUser.id), isNull(officialGrant.revokedAt)))
    .orderBy(asc(authUser.name), asc(authUser.id), asc(officialGrant.grantedAt));
  const officials = new Map<string, OfficialRow>();
  for (const { role, bodyId, ...user } of rows) {
    const official = officials.get(user.id) ?? { ...user, grants: [] };
    if (role && bodyId) official.grants.push({ role, bodyId });
    officials.set(user.id, official);
  }
  return [...officials.values()];
}

export async function findOfficial(
  db: Tx | Db,
  by: { id: string } | { email: string },
): Promise<{ id: string; name: string; email: string; disabledAt: Date | null } | null> {
  const [row] = await db
    .select({ id: authUser.id, name: authUser.name, email: authUser.email, disabledAt: authUser.disabledAt })
    .from(authUser)
    .where('id' in by ? eq(authUser.id, by.id) : eq(authUser.email, by.email));
  return row ?? null;
}

export async function logAccess(
  tx: Tx | Db,
  entry: {
    userId: string;
    subjectKind: string;
    subjectId: string;
    field: string;
    reason: string;
    /** The case, the body that read and what for: what its complainant is shown. */
    caseId?: string;
    bodyId?: string;
    category?: ReadingReason;
  },
): Promise<void> {
  await tx.insert(accessLog).values(entry);
}

export async function grantsOf(tx: Tx | Db, userId: string): Promise<Grant[]> {
  return tx
    .select({ role: officialGrant.role, bodyId: officialGrant.bodyId })
    .from(officialGrant)
    .where(and(eq(officialGrant.userId, userId), isNull(officialGrant.revokedAt)));
}

/** The instant of the transaction, by the clock of the database. */
export async function databaseNow(tx: Tx | Db): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  return new Date(row?.now ?? Number.NaN);
}
