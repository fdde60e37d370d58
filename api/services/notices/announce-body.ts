import { announceOnce } from '../../../db/queries/notices.ts';
import type { Tasks } from '../../../db/queries/outbox.ts';
import { audienceOf } from '../../domain/notice.ts';
import type { Deps } from '../context.ts';
import { officialNotices, recipients, superiorRecipients } from './announce.ts';

/**
 * Tells the desk of a body that something was asked of it (task notice.body), each official as he has chosen. The notice
 * carries no case: a body that was asked for an explanation must not learn from a link which one it is. Runs once per outbox row.
 */
export async function announceBody(
  deps: Pick<Deps, 'sql' | 'directory' | 'log' | 'smsOffered'>,
  outboxId: number,
  { bodyId, template, to }: Tasks['notice.body'],
): Promise<number> {
  const roles = to?.roles ?? audienceOf(template).officials;
  const people = to?.superior
    ? await superiorRecipients(deps, bodyId, null, roles)
    : await recipients(deps, bodyId, roles);
  const notices = await officialNotices(deps, people, template, null);
  if (notices.length === 0) deps.log.warn({ body: bodyId, template }, 'nobody is there to read a notice');
  await announceOnce(deps.sql, outboxId, notices);
  return notices.length;
}
