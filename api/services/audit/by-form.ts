import type { AuditEntry } from '../../contracts/audit.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { findBody } from '../officials/find-body.ts';
import { readAudit } from './read.ts';

/** The form of the page: the body is picked, or without script found by its typed name. @throws as readAudit */
export async function auditByForm(
  ctx: Ctx,
  typed: Record<string, string>,
): Promise<{ items: AuditEntry[]; nextCursor: string | null; body: string | undefined }> {
  const { bodyText, ...query } = typed;
  const body =
    query.body ?? (bodyText ? await findBody(ctx, bodyText, 'bodyText', await bodiesOf(ctx, ['auditor'])) : undefined);
  return { ...(await readAudit(ctx, { ...query, ...(body && { body }) })), body };
}
