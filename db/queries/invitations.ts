import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Grant } from '../../api/domain/official.ts';
import type { Db, Tx } from '../client.ts';
import { authUser, officialInvitation, officialInvitationGrant } from '../schema/officials.ts';

const instant = sql<Date>`now()`.mapWith(officialInvitation.createdAt);
const expiry = (hours: number) => sql`now() + make_interval(hours => ${hours})` as unknown as Date;
const open = and(isNull(officialInvitation.acceptedAt), isNull(officialInvitation.withdrawnAt));

export type Invitation = typeof officialInvitation.$inferSelect;
export interface InvitationRow extends Omit<Invitation, 'tokenHash' | 'keyVersion'> {
  grants: Grant[];
}

/** @returns the instant, or null where an open invitation for the address exists */
export async function insertInvitation(
  tx: Tx,
  row: Pick<Invitation, 'id' | 'name' | 'email' | 'tokenHash' | 'keyVersion' | 'locale' | 'invitedBy'>,
  grants: readonly Grant[],
  hours: number,
): Promise<Date | null> {
  const [made] = await tx
    .insert(officialInvitation)
    .values({ ...row, expiresAt: expiry(hours) })
    .onConflictDoNothing({ target: officialInvitation.email, where: open })
    .returning({ now: instant });
  if (!made) return null;
  if (grants.length > 0) {
    await tx.insert(officialInvitationGrant).values(grants.map((grant) => ({ invitationId: row.id, ...grant })));
  }
  return made.now;
}

/** The invitation, held for the transaction, with the instant. */
export async function holdInvitation(
  tx: Tx,
  by: { id: string } | { tokenHash: Buffer },
): Promise<(Invitation & { grants: Grant[]; now: Date }) | null> {
  const [row] = await tx
    .select({ invitation: officialInvitation, now: instant })
    .from(officialInvitation)
    .where('id' in by ? eq(officialInvitation.id, by.id) : eq(officialInvitation.tokenHash, by.tokenHash))
    .for('update');
  return row ? { ...row.invitation, now: row.now, grants: await grantsOfInvitation(tx, row.invitation.id) } : null;
}

export async function findInvitation(
  db: Db | Tx,
  by: { id: string } | { tokenHash: Buffer },
): Promise<(Invitation & { grants: Grant[]; now: Date }) | null> {
  const [row] = await db
    .select({ invitation: officialInvitation, now: instant })
    .from(officialInvitation)
    .where('id' in by ? eq(officialInvitation.id, by.id) : eq(officialInvitation.tokenHash, by.tokenHash));
  return row ? { ...row.invitation, now: row.now, grants: await grantsOfInvitation(db, row.invitation.id) } : null;
}

function grantsOfInvitation(db: Db | Tx, id: string): Promise<Grant[]> {
  return db
    .select({ role: officialInvitationGrant.role, bodyId: officialInvitationGrant.bodyId })
    .from(officialInvitationGrant)
    .where(eq(officialInvitationGrant.invitationId, id));
}

/** A new link that works from now on; the former one is dead. */
export async function resendInvitation(
  tx: Tx,
  row: Pick<Invitation, 'id' | 'sending' | 'tokenHash' | 'keyVersion'>,
  hours: number,
): Promise<boolean> {
  const rows = await tx
    .update(officialInvitation)
    .set({ ...row, expiresAt: expiry(hours), sentAt: null })
    .where(and(eq(officialInvitation.id, row.id), eq(officialInvitation.sending, row.sending - 1), open))
    .returning({ id: officialInvitation.id });
  return rows.length === 1;
}

export async function markInvitation(
  tx: Tx | Db,
  id: string,
  set: Partial<Pick<Invitation, 'openedAt' | 'withdrawnAt'>>,
): Promise<boolean> {
  const rows = await tx
    .update(officialInvitation)
    .set(set)
    .where(and(eq(officialInvitation.id, id), open))
    .returning({ id: officialInvitation.id });
  return rows.length === 1;
}

/** Uses the invitation up, once. Null: it was used, withdrawn, or there is none. */
export async function acceptInvitation(tx: Tx, id: string): Promise<{ now: Date; grants: Grant[] } | null> {
  const [row] = await tx
    .update(officialInvitation)
    .set({ acceptedAt: sql`now()` as unknown as Date })
    .where(and(eq(officialInvitation.id, id), open))
    .returning({ now: instant });
  return row ? { now: row.now, grants: await grantsOfInvitation(tx, id) } : null;
}

/** The mail of this sending went out. */
export async function markInvitationSent(db: Db, id: string, sending: number): Promise<void> {
  await db
    .update(officialInvitation)
    .set({ sentAt: sql`now()` as unknown as Date })
    .where(and(eq(officialInvitation.id, id), eq(officialInvitation.sending, sending)));
}

/** Whoever began to accept and did not finish is no official yet, and leaves no trace. */
export async function dropUnfinished(tx: Tx, id: string): Promise<void> {
  await tx.delete(authUser).where(and(eq(authUser.id, id), eq(authUser.twoFactorEnabled, false)));
}

/** Invitations of the last `days` days, the newest first, with the instant of the database. */
export async function listInvitations(db: Db, days: number): Promise<{ now: Date; rows: InvitationRow[] }> {
  const found = await db
    .select({ invitation: officialInvitation, now: instant })
    .from(officialInvitation)
    .where(gt(officialInvitation.createdAt, sql`now() - make_interval(days => ${days})`))
    .orderBy(desc(officialInvitation.createdAt), officialInvitation.id)
    .limit(500);
  const ids = found.map((row) => row.invitation.id);
  const grants =
    ids.length === 0
      ? []
      : await db.select().from(officialInvitationGrant).where(inArray(officialInvitationGrant.invitationId, ids));
  return {
    now: found[0]?.now ?? new Date(0),
    rows: found.map(({ invitation: { tokenHash: _t, keyVersion: _k, ...row } }) => ({
      ...row,
      grants: grants.filter((g) => g.invitationId === row.id).map(({ role, bodyId }) => ({ role, bodyId })),
    })),
  };
}
