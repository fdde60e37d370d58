import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { acceptInvitation, findInvitation, holdInvitation, markInvitation } from '../../../db/queries/invitations.ts';
import { findOfficial, insertGrants, insertOfficial } from '../../../db/queries/officials.ts';
import type { SignIn } from '../../adapters/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import { invitationState } from '../../domain/invitation.ts';
import type { Grant } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { tokenHash } from './token.ts';

export interface OpenInvitation {
  name: string;
  email: string;
  expiresAt: Date;
  grants: Grant[];
}

const usable = <T extends Awaited<ReturnType<typeof findInvitation>>>(row: T): NonNullable<T> => {
  if (!row) throw new DomainError('resource.not_found');
  const state = invitationState(row, row.now);
  // Used, expired and taken back are one answer: a link that was found tells nothing of its history.
  if (state !== 'waiting' && state !== 'opened') throw new DomainError('resource.gone');
  return row;
};

/** What the page of an invitation shows. Following the link changes nothing: mail scanners follow it too. @throws resource.not_found | resource.gone */
export async function openInvitation(ctx: Ctx, token: string): Promise<OpenInvitation> {
  const { name, email, expiresAt, grants } = usable(await findInvitation(ctx.db, { tokenHash: tokenHash(token) }));
  return { name, email, expiresAt, grants };
}

/**
 * The invited person begins: a session opens that may do nothing but set a password and enrol an authenticator, for a quarter
 * of an hour. The link stays usable until that is done. @throws DomainError resource.not_found | resource.gone
 */
export async function beginInvitation(
  ctx: Ctx,
  signIn: Pick<SignIn, 'hashPassword' | 'beginEnrolment'>,
  token: string,
): Promise<{ cookies: string[] }> {
  const hash = await signIn.hashPassword(randomBytes(24).toString('base64url'));
  const { id, email } = await ctx.db.transaction(async (tx) => {
    const held = usable(await holdInvitation(tx, { tokenHash: tokenHash(token) }));
    await makeRoom(tx, held, hash);
    await markInvitation(tx, held.id, { openedAt: held.openedAt ?? held.now });
    return held;
  });
  return signIn.beginEnrolment(id, email);
}

/** The row that the library enrols: without a role until the invitation is used up. */
async function makeRoom(tx: Tx, held: { id: string; name: string; email: string }, hash: string): Promise<void> {
  const existing = await findOfficial(tx, { email: held.email });
  if (existing && (existing.id !== held.id || existing.disabledAt)) throw new DomainError('resource.gone');
  if (existing) return;
  await insertOfficial(tx, {
    id: held.id,
    name: held.name,
    email: held.email,
    passwordHash: hash,
    secondFactor: null,
  });
}

/** After enrolment: the invitation is used up and its roles count, both or neither. Who was not invited is left as he is. */
export async function completeInvitation(ctx: Ctx, userId: string): Promise<{ accepted: boolean }> {
  return ctx.db.transaction(async (tx) => {
    const done = await acceptInvitation(tx, userId);
    if (!done) return { accepted: false };
    const invitedBy = (await findInvitation(tx, { id: userId }))?.invitedBy ?? null;
    await insertGrants(tx, userId, done.grants, invitedBy);
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: userId,
      kind: 'invitation_accepted',
      actor: { kind: 'official', id: userId, name: '', grants: [] },
      bodyId: done.grants[0]?.bodyId ?? null,
      at: done.now,
      payload: { grants: done.grants.map((grant) => `${grant.role}/${grant.bodyId}`) },
    });
    return { accepted: true };
  });
}
