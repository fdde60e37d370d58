import { findInvitation, markInvitationSent } from '../../../db/queries/invitations.ts';
import { invitationMail } from '../../../site/text/invitations.ts';
import { fill } from '../../../site/text/locale.ts';
import type { Mailer } from '../../adapters/ports.ts';
import { INVITATION_HOURS, invitationState } from '../../domain/invitation.ts';
import type { Deps } from '../context.ts';
import { invitationToken } from './token.ts';

/**
 * Task invitation.mail: the one mail that carries a secret, and the only place where it is made again. What was resent,
 * used or taken back meanwhile is not sent. @throws whatever the mail server says; the task is then tried again
 */
export async function sendInvitation(
  deps: Pick<Deps, 'db' | 'keys' | 'place' | 'publicUrl'>,
  mailer: Mailer,
  task: { invitationId: string; sending: number },
): Promise<'sent' | 'not needed'> {
  const row = await findInvitation(deps.db, { id: task.invitationId });
  if (!row || row.sending !== task.sending || row.sentAt) return 'not needed';
  const state = invitationState(row, row.now);
  if (state !== 'waiting' && state !== 'opened') return 'not needed';
  const token = invitationToken(deps.keys, row.id, row.sending, row.keyVersion);
  const t = invitationMail[row.locale];
  const place = row.locale === 'en' ? deps.place.nameEn : deps.place.name;
  const link = `${deps.publicUrl}${row.locale === 'en' ? '/en' : ''}/officials/invitation/${token}`;
  await mailer.send({
    id: `${row.id}.${row.sending}`,
    to: row.email,
    subject: fill(t.subject, { place }),
    text: fill(t.text, { name: row.name, place, link, hours: INVITATION_HOURS }),
  });
  await markInvitationSent(deps.db, row.id, row.sending);
  return 'sent';
}
