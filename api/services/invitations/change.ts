import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { dropUnfinished, holdInvitation, markInvitation, resendInvitation } from '../../../db/queries/invitations.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { ChangeInvitation } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { INVITATION_HOURS } from '../../domain/invitation.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from '../officials/administer.ts';
import { requireFreshFactor } from '../officials/authorise.ts';
import { invitationToken, tokenHash } from './token.ts';

type Held = NonNullable<Awaited<ReturnType<typeof holdInvitation>>>;

/**
 * Sends an invitation again, with a new link (the former one is dead), or takes it back.
 * @throws DomainError auth.required | auth.forbidden | auth.step_up | resource.not_found | resource.gone
 */
export async function changeInvitation(ctx: Ctx, input: unknown): Promise<{ email: string }> {
  const { invitationId, change } = parse(ChangeInvitation, input);
  await requireAdministrator(ctx, []);
  requireFreshFactor(ctx);
  return ctx.db.transaction(async (tx) => {
    const held = await holdInvitation(tx, { id: invitationId });
    if (!held) throw new DomainError('resource.not_found');
    await requireAdministrator(ctx, held.grants);
    if (held.acceptedAt || held.withdrawnAt) throw new DomainError('resource.gone');
    await (change === 'resend' ? resend(ctx, tx, held) : withdraw(tx, held));
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: held.id,
      kind: change === 'resend' ? 'invitation_resent' : 'invitation_withdrawn',
      actor: ctx.actor,
      bodyId: held.grants[0]?.bodyId ?? null,
      at: held.now,
      payload: {},
    });
    return { email: held.email };
  });
}

async function resend(ctx: Ctx, tx: Tx, held: Held): Promise<void> {
  const sending = held.sending + 1;
  const keyVersion = ctx.keys.version;
  const hash = tokenHash(invitationToken(ctx.keys, held.id, sending, keyVersion));
  await resendInvitation(tx, { id: held.id, sending, tokenHash: hash, keyVersion }, INVITATION_HOURS);
  await enqueue(tx, 'invitation.mail', { invitationId: held.id, sending });
}

async function withdraw(tx: Tx, held: Held): Promise<void> {
  await markInvitation(tx, held.id, { withdrawnAt: held.now });
  await dropUnfinished(tx, held.id);
}
