import { randomUUID } from 'node:crypto';
import { officialChoices, ownContact } from '../../../db/queries/notice-choices.ts';
import { announceOnce, type NewNotice, noticeCase, officialsWith } from '../../../db/queries/notices.ts';
import { audienceOf, DEFAULT_CHOICE, noticeKind, SEND_CHANNELS } from '../../domain/notice.ts';
import type { Deps } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { channelOf, openContact } from './contact.ts';

/**
 * Tells everybody who must know that something happened in a case (task notice.case): a portal notice for each official of
 * the body that has it, with mail and text message as each has chosen; for the complainant the way that was chosen or left.
 * Runs once per outbox row.
 */
export async function announce(
  deps: Pick<Deps, 'sql' | 'directory' | 'log' | 'keys' | 'smsOffered'>,
  outboxId: number,
  { caseId, template }: { caseId: string; template: string },
): Promise<number> {
  const found = await noticeCase(deps.sql, caseId);
  const audience = audienceOf(template);
  const notices: NewNotice[] = [];
  if (found?.handlerId) {
    const to = await recipients(deps, found.handlerId, audience.officials);
    const chosen = to.length > 0 ? await officialChoices(deps.sql, to) : [];
    const kind = noticeKind(template);
    for (const recipientId of to) {
      const choice = chosen.find((row) => row.userId === recipientId && row.kind === kind) ?? DEFAULT_CHOICE;
      const ways = SEND_CHANNELS.filter((way) => choice[way] && (way !== 'sms' || deps.smsOffered));
      for (const channel of ['portal' as const, ...ways]) {
        notices.push({ id: randomUUID(), channel, recipientKind: 'official', recipientId, template, caseId });
      }
    }
    if (audience.officials.length > 0 && notices.length === 0) {
      deps.log.warn({ body: found.handlerId, template }, 'nobody is there to read a notice');
    }
  }
  if (found && audience.complainant) {
    const row = await ownContact(deps.sql, caseId);
    const channel = channelOf(row.choice, openContact(deps, caseId, row), deps.smsOffered);
    const complainant = { recipientKind: 'complainant' as const, recipientId: caseId, template, caseId };
    if (channel !== 'none') notices.push({ id: randomUUID(), channel, ...complainant });
  }
  await announceOnce(deps.sql, outboxId, notices);
  return notices.length;
}

/** Officials of the body itself; where it has none, those above it whose grant reaches it. */
async function recipients(
  deps: Pick<Deps, 'sql' | 'directory'>,
  bodyId: string,
  roles: Parameters<typeof officialsWith>[1],
): Promise<string[]> {
  if (roles.length === 0) return [];
  const grants = await officialsWith(deps.sql, roles);
  const own = grants.filter((grant) => grant.bodyId === bodyId);
  if (own.length > 0) return [...new Set(own.map((grant) => grant.userId))];
  const directory = await deps.directory();
  const above = grants.filter((grant) => subordinate(directory, grant.bodyId, bodyId));
  return [...new Set(above.map((grant) => grant.userId))];
}
