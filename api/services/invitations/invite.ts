import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../../db/queries/events.ts';
import { insertInvitation } from '../../../db/queries/invitations.ts';
import { findOfficial } from '../../../db/queries/officials.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { InviteOfficial } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { INVITATION_HOURS } from '../../domain/invitation.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator, requireBodies } from '../officials/administer.ts';
import { requireFreshFactor } from '../officials/authorise.ts';
import { invitationToken, tokenHash } from './token.ts';

/**
 * Invites somebody to become an official: a mail with a link that works once, for 72 hours. Nobody but the invited person
 * ever sees a password. @throws DomainError auth.required | auth.forbidden | auth.step_up | request.invalid
 */
export async function invite(ctx: Ctx, input: unknown): Promise<{ id: string; email: string }> {
  const { name, email, grants } = parse(InviteOfficial, input);
  await requireAdministrator(ctx, grants);
  requireFreshFactor(ctx);
  await requireBodies(ctx, grants);
  const id = randomUUID();
  const keyVersion = ctx.keys.version;
  const invitedBy = ctx.actor.kind === 'official' ? ctx.actor.id : null;
  await ctx.db.transaction(async (tx) => {
    const taken = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'email', code }] });
    if (await findOfficial(tx, { email })) throw taken('email_taken');
    const hash = tokenHash(invitationToken(ctx.keys, id, 1, keyVersion));
    const now = await insertInvitation(
      tx,
      { id, name, email, tokenHash: hash, keyVersion, locale: ctx.locale, invitedBy },
      grants,
      INVITATION_HOURS,
    );
    if (!now) throw taken('invitation_open');
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: id,
      kind: 'invited',
      actor: ctx.actor,
      bodyId: grants[0]?.bodyId ?? null,
      at: now,
      payload: { grants: grants.map((grant) => `${grant.role}/${grant.bodyId}`) },
    });
    await enqueue(tx, 'invitation.mail', { invitationId: id, sending: 1 });
  });
  return { id, email };
}
