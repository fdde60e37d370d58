import { logAccess } from '../../../db/queries/officials.ts';
import { type ReportRow, reportMessages, reportsFor } from '../../../db/queries/retaliation.ts';
import type { ReportEntry, ReportList, ReportView } from '../../contracts/retaliation.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { type Official, requireOfficial } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { reportContext } from './report.ts';

const PAGE = 50;
const ID = /^[0-9a-f-]{36}$/i;

/**
 * Whose reports an official reads: those that lie with a body of which the official is a supervisor (of that very body, not of
 * one above), save those about a body for which the same person holds any grant.
 * @throws DomainError auth.required | auth.forbidden
 */
function confided(ctx: Ctx): { official: Official; bodies: string[]; near: string[] } {
  const official = requireOfficial(ctx);
  const bodies = official.grants.filter((grant) => grant.role === 'supervisor').map((grant) => grant.bodyId);
  if (bodies.length === 0) throw new DomainError('auth.forbidden');
  return { official, bodies, near: official.grants.map((grant) => grant.bodyId) };
}

const entry = (ctx: Ctx, directory: Directory, row: ReportRow): ReportEntry => ({
  id: row.id,
  number: row.number,
  against: bodyName(directory, row.againstId, ctx.locale),
  respondent: bodyName(directory, row.respondentId, ctx.locale),
  at: row.createdAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
});

export async function listReports(ctx: Ctx, input: { cursor?: string | undefined }): Promise<ReportList> {
  const { official, bodies, near } = confided(ctx);
  const hash = hashQuery('retaliation', { actor: official.id });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const [rows, directory] = await Promise.all([
    reportsFor(ctx.sql, { bodies, near, after, limit: PAGE + 1 }),
    ctx.directory(),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: page.map((row) => entry(ctx, directory, row)),
    nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.sortKey, last.id]) : null,
  };
}

/** The report behind an id. @throws DomainError auth.required | auth.forbidden | resource.not_found | resource.gone */
export async function openedReport(ctx: Ctx, id: string): Promise<{ official: Official; row: ReportRow; key: Buffer }> {
  const { official, bodies, near } = confided(ctx);
  const [row] = ID.test(id) ? await reportsFor(ctx.sql, { bodies, near, id, limit: 1 }) : [];
  if (!row) throw new DomainError('resource.not_found');
  if (!row.wrapped) throw new DomainError('resource.gone');
  return { official, row, key: ctx.keys.unwrap(row.keyId, row.wrapped, row.keyVersion) };
}

/** One report with its words. Reading it is written down. */
export async function readReport(ctx: Ctx, id: string): Promise<ReportView> {
  const { official, row, key } = await openedReport(ctx, id);
  const [messages, directory] = await Promise.all([reportMessages(ctx.sql, row.id), ctx.directory()]);
  // Not under the case: the list of readings of a case is shown to others than the superior.
  await logAccess(ctx.db, {
    userId: official.id,
    subjectKind: 'report',
    subjectId: row.id,
    field: 'words',
    reason: 'report',
  });
  return {
    ...entry(ctx, directory, row),
    words: messages.map((message) => ({
      at: message.at.toISOString(),
      by: message.author === 'official' ? ('superior' as const) : ('complainant' as const),
      body: message.author === 'official' ? bodyName(directory, message.bodyId, ctx.locale) : null,
      text: JSON.parse(ctx.keys.open(key, message.sealed, reportContext(row.id, message.id)).toString('utf8')).text,
    })),
  };
}
