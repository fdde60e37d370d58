import { randomUUID } from 'node:crypto';
import { officialChoices, ownContact } from '../../../db/queries/notice-choices.ts';
import { announceOnce, type NewNotice, noticeCase, officialsWith } from '../../../db/queries/notices.ts';
import type { Tasks } from '../../../db/queries/outbox.ts';
import { audienceOf, DEFAULT_CHOICE, noticeKind, SEND_CHANNELS } from '../../domain/notice.ts';
import { superiorsOf } from '../../domain/superiors.ts';
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
  { caseId, template, to }: Tasks['notice.case'],
): Promise<number> {
  const found = await noticeCase(deps.sql, caseId);
  const listed = audienceOf(template);
  // A warning names whom it goes to itself: a rung of the ladder, for the body that is late or for the one above it.
  const audience = to ? { officials: to.roles, complainant: false } : listed;
  const bodyId = to?.bodyId ?? found?.handlerId ?? null;
  const notices: NewNotice[] = [];
  if (found && bodyId) {
    const people = to?.superior
      ? await superiorRecipients(deps, bodyId, found.watchingId, audience.officials)
      : await recipients(deps, bodyId, audience.officials);
    notices.push(...(await officialNotices(deps, people, template, caseId)));
    if (audience.officials.length > 0 && notices.length === 0) {
      deps.log.warn({ body: bodyId, template }, 'nobody is there to read a notice');
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

/** One notice in the portal for each official, and one by each way that he chose for such news. */
export async function officialNotices(
  deps: Pick<Deps, 'sql' | 'smsOffered'>,
  people: readonly string[],
  template: string,
  caseId: string | null,
): Promise<NewNotice[]> {
  if (people.length === 0) return [];
  const chosen = await officialChoices(deps.sql, people);
  const kind = noticeKind(template);
  return people.flatMap((recipientId) => {
    const choice = chosen.find((row) => row.userId === recipientId && row.kind === kind) ?? DEFAULT_CHOICE;
    const ways = SEND_CHANNELS.filter((way) => choice[way] && (way !== 'sms' || deps.smsOffered));
    return ['portal' as const, ...ways].map((channel) => ({
      id: randomUUID(),
      channel,
      recipientKind: 'official' as const,
      recipientId,
      template,
      caseId,
    }));
  });
}

/** Officials of the body itself; where it has none, those above it whose grant reaches it. */
export async function recipients(
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

/** Officials of the nearest body above that has any of the roles; nobody below it hears of it. */
export async function superiorRecipients(
  deps: Pick<Deps, 'sql' | 'directory'>,
  bodyId: string,
  watchingId: string | null,
  roles: Parameters<typeof officialsWith>[1],
): Promise<string[]> {
  const [grants, directory] = await Promise.all([officialsWith(deps.sql, roles), deps.directory()]);
  for (const above of superiorsOf(directory, bodyId, watchingId)) {
    const there = grants.filter((grant) => grant.bodyId === above);
    if (there.length > 0) return [...new Set(there.map((grant) => grant.userId))];
  }
  return [];
}
