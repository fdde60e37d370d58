import { stringify } from 'csv-stringify/sync';
import { appendEvent } from '../../../db/queries/events.ts';
import { lockOfficial } from '../../../db/queries/official-lock.ts';
import { auditText } from '../../../site/text/audit.ts';
import { AuditQuery } from '../../contracts/audit.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { readAudit } from './read.ts';

/** More than that is asked for by period: a file that nobody reads helps nobody. */
export const EXPORT_LIMIT = 10_000;

/**
 * The selection as CSV, newest first. The export is itself an event of the auditor: who took the log away can be asked.
 * @throws as readAudit
 */
export async function exportAudit(ctx: Ctx, input: unknown): Promise<string> {
  const official = await requireRole(ctx, ['auditor'], null);
  const { cursor: _, ...filters } = parse(AuditQuery, input);
  const { items } = await readAudit(ctx, filters, EXPORT_LIMIT);
  await ctx.db.transaction(async (tx) => {
    const held = await lockOfficial(tx, official.id);
    if (!held) throw new DomainError('auth.required');
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: official.id,
      kind: 'audit_exported',
      actor: ctx.actor,
      bodyId: official.grants.find((grant) => grant.role === 'auditor')?.bodyId ?? null,
      at: held.now,
      payload: { rows: items.length, from: filters.from ?? null, to: filters.to ?? null, body: filters.body ?? null },
    });
  });
  const t = auditText[ctx.locale];
  const rows = items.map((item) => ({
    at: item.at,
    kind: t.kinds[item.kind] ?? item.kind,
    actor: item.actor ?? t.actors[item.actorKind] ?? '',
    body: item.body ?? '',
    subject: t.subjects[item.subjectKind] ?? item.subjectKind,
    number: item.number ?? '',
    field: item.field ? (t.fields[item.field] ?? item.field) : '',
    purpose: item.category ? (t.categories[item.category] ?? item.category) : '',
    reason: item.reason ?? '',
    details: item.details.map((detail) => `${detail.name}${t.colon}${detail.value}`).join('; '),
  }));
  return stringify(rows, {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    columns: ['at', 'kind', 'actor', 'body', 'subject', 'number', 'field', 'purpose', 'reason', 'details'],
  });
}
