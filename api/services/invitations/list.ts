import { type InvitationRow, listInvitations as listRows } from '../../../db/queries/invitations.ts';
import { type InvitationState, invitationState } from '../../domain/invitation.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from '../officials/administer.ts';
import { bodiesOf } from '../officials/authorise.ts';

export interface InvitationView extends InvitationRow {
  state: InvitationState;
}

const DAYS = 180;

/** Invitations that the administrator may see: those whose bodies are all in reach. @throws DomainError auth.required | auth.forbidden */
export async function listInvitations(ctx: Ctx): Promise<InvitationView[]> {
  await requireAdministrator(ctx, []);
  const { now, rows } = await listRows(ctx.db, DAYS);
  const reached = ctx.actor.kind === 'system' ? null : await bodiesOf(ctx, ['administrator']);
  return rows
    .filter((row) => !reached || row.grants.every((grant) => reached.has(grant.bodyId)))
    .map((row) => ({ ...row, state: invitationState(row, now) }));
}
