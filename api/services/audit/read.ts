import { type AuditRow, auditRows, caseCalled, namesOfOfficials, officialsCalled } from '../../../db/queries/audit.ts';
import { type AuditEntry, AuditQuery } from '../../contracts/audit.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { detailsOf, idsIn } from './words.ts';

const PAGE = 50;

/**
 * Who did and who read what, over the bodies that the auditor reaches. Words of a case are not in it: an auditor learns that
 * something was read and why, not what it said. @throws DomainError auth.required | auth.forbidden | request.invalid | cursor.invalid
 */
export async function readAudit(
  ctx: Ctx,
  input: unknown,
  limit = PAGE,
): Promise<{ items: AuditEntry[]; nextCursor: string | null }> {
  const { id } = await requireRole(ctx, ['auditor'], null);
  const { cursor, ...filters } = parse(AuditQuery, input);
  const hash = hashQuery('audit', { ...filters, actor: id });
  const after = cursor ? (readCursor(ctx, hash, cursor) as [string, string]) : null;
  const scope = [...(await bodiesOf(ctx, ['auditor']))];
  if (filters.body && !scope.includes(filters.body)) throw unknown('body', 'body_unknown');
  const caseId = filters.number ? await caseCalled(ctx.sql, filters.number.toUpperCase(), scope) : null;
  if (filters.number && !caseId) return { items: [], nextCursor: null };
  const officials = filters.official ? await officialsCalled(ctx.sql, filters.official.normalize('NFKC'), scope) : null;
  const rows = await auditRows(ctx.sql, {
    scope,
    officials,
    body: filters.body ?? null,
    caseId,
    kind: filters.kind ?? null,
    from: filters.from ?? null,
    to: filters.to ?? null,
    after,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await entries(ctx, page),
    nextCursor: rows.length > limit && last ? signCursor(ctx, hash, [last.at, last.key]) : null,
  };
}

const unknown = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });

async function entries(ctx: Ctx, rows: AuditRow[]): Promise<AuditEntry[]> {
  const directory = await ctx.directory();
  const ids = new Set(
    rows.flatMap((row) => [
      ...idsIn(row.payload),
      ...(row.subjectKind === 'official' && row.subjectId ? [row.subjectId] : []),
    ]),
  );
  const officials = await namesOfOfficials(
    ctx.sql,
    [...ids].filter((id) => !directory.bodies.has(id)),
  );
  return rows.map((row) => ({
    at: row.at,
    kind: row.kind,
    actor: row.actorName,
    actorKind: row.actorKind,
    body: row.bodyId ? bodyName(directory, row.bodyId, ctx.locale) : null,
    subjectKind: row.subjectKind,
    number: row.number ?? (row.subjectKind === 'official' ? (officials.get(row.subjectId ?? '') ?? null) : null),
    field: row.field,
    reason: row.reason,
    category: row.category,
    details: detailsOf(row.payload, { directory, officials }, ctx.locale),
  }));
}
