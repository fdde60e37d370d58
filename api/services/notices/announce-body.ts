import { randomUUID } from 'node:crypto';
import { announceOnce, type NewNotice } from '../../../db/queries/notices.ts';
import { audienceOf } from '../../domain/notice.ts';
import type { Deps } from '../context.ts';
import { recipients } from './announce.ts';

/**
 * Tells the desk of a body that something was asked of it (task notice.body). The notice carries no case: a body that was
 * asked for an explanation must not learn from a link which one it is. Runs once per outbox row.
 */
export async function announceBody(
  deps: Pick<Deps, 'sql' | 'directory' | 'log'>,
  outboxId: number,
  { bodyId, template }: { bodyId: string; template: string },
): Promise<number> {
  const notices: NewNotice[] = [];
  for (const recipientId of await recipients(deps, bodyId, audienceOf(template).officials)) {
    for (const channel of ['portal', 'mail'] as const)
      notices.push({ id: randomUUID(), channel, recipientKind: 'official', recipientId, template, caseId: null });
  }
  if (notices.length === 0) deps.log.warn({ body: bodyId, template }, 'nobody is there to read a notice');
  await announceOnce(deps.sql, outboxId, notices);
  return notices.length;
}
