import { randomUUID } from 'node:crypto';
import { announceOnce, type NewNotice, noticeCase, officialsWith } from '../../../db/queries/notices.ts';
import { audienceOf } from '../../domain/notice.ts';
import type { Deps } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';

/**
 * Tells everybody who must know that something happened in a case (task notice.case): a portal notice and a mail for each
 * official of the body that has it, a mail for the complainant who left an address. Runs once per outbox row.
 */
export async function announce(
  deps: Pick<Deps, 'sql' | 'directory' | 'log'>,
  outboxId: number,
  { caseId, template }: { caseId: string; template: string },
): Promise<number> {
  const found = await noticeCase(deps.sql, caseId);
  const audience = audienceOf(template);
  const notices: NewNotice[] = [];
  if (found?.handlerId) {
    for (const recipientId of await recipients(deps, found.handlerId, audience.officials)) {
      for (const channel of ['portal', 'mail'] as const) {
        notices.push({ id: randomUUID(), channel, recipientKind: 'official', recipientId, template, caseId });
      }
    }
    if (audience.officials.length > 0 && notices.length === 0) {
      deps.log.warn({ body: found.handlerId, template }, 'nobody is there to read a notice');
    }
  }
  if (found && audience.complainant) {
    const complainant = { recipientKind: 'complainant' as const, recipientId: caseId, template, caseId };
    notices.push({ id: randomUUID(), channel: 'mail', ...complainant });
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
