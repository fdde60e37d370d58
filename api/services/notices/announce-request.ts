import { randomUUID } from 'node:crypto';
import { findKey, findRequest } from '../../../db/queries/disclosure-rights.ts';
import { announceOnce, type NewNotice } from '../../../db/queries/notices.ts';
import type { Tasks } from '../../../db/queries/outbox.ts';
import type { Deps } from '../context.ts';
import { requestContext } from '../disclosures/rights/sealed-for.ts';
import { officialNotices } from './announce.ts';
import { channelOf, openSealed } from './contact.ts';

/**
 * Tells whoever filed an objection or a repair (task notice.request): an official in the portal and as he has chosen, everybody
 * else by the mail address, or the mobile number, that was left. Nobody once it was erased. Runs once per outbox row.
 */
export async function announceRequest(
  deps: Pick<Deps, 'sql' | 'db' | 'keys' | 'smsOffered'>,
  outboxId: number,
  { requestId, template }: Tasks['notice.request'],
): Promise<number> {
  const request = await findRequest(deps.db, requestId);
  const notices: NewNotice[] = [];
  if (request?.filedBy) notices.push(...(await officialNotices(deps, [request.filedBy], template, null)));
  else if (request) {
    const key = await findKey(deps.db, request.keyId);
    const { sealedContact: contact, keyId } = request;
    const sealed = { contact, keyId, wrapped: key?.wrapped ?? null, keyVersion: key?.version ?? null };
    const left = openSealed(deps, sealed, requestContext(requestId, 'contact'));
    const channel = channelOf(null, left, deps.smsOffered);
    const filer = { recipientKind: 'filer' as const, recipientId: requestId, template, caseId: null };
    if (channel !== 'none') notices.push({ id: randomUUID(), channel, ...filer });
  }
  await announceOnce(deps.sql, outboxId, notices);
  return notices.length;
}
