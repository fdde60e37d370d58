import { type InboxCounts, inboxCounts, inboxRows, legalToday } from '../../../db/queries/inbox.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import { INBOX_FOLDERS, type InboxFolder } from '../../domain/inbox.ts';
import type { Matter } from '../../domain/matter.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import { type DaysLeft, daysLeft, soonAfter } from '../../domain/running-clock.ts';
import type { Ctx, Locale } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireOfficial } from './authorise.ts';

/** Roles that read cases. What each may do with one is asked of the state machine and the grants, action by action. */
export const CASE_READERS: readonly OfficialRole[] = [
  'intake',
  'handler',
  'approver',
  'supervisor',
  'arbiter',
  'auditor',
];

export interface InboxItem {
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  held: boolean;
  respondent: string;
  handler: string | null;
  filedOn: string;
  dueOn: string | null;
  left: DaysLeft | null;
}

export interface Inbox {
  folder: InboxFolder;
  counts: InboxCounts;
  items: InboxItem[];
  nextCursor: string | null;
}

/** The name of a body in the reader's language. */
export function bodyName(directory: Directory, id: string, locale: Locale): string {
  const body = directory.bodies.get(id);
  return (locale === 'en' ? body?.nameEn : null) ?? body?.name ?? '—';
}

const PAGE = 50;

/** The cases of the official's bodies. @throws DomainError auth.required | cursor.invalid | request.invalid */
export async function inbox(ctx: Ctx, input: { folder?: string; cursor?: string; limit?: number }): Promise<Inbox> {
  requireOfficial(ctx);
  const name = input.folder ?? 'all';
  const folder = INBOX_FOLDERS.find((f) => f === name);
  if (!folder) throw new DomainError('request.invalid', { fields: [{ path: 'folder', code: 'invalid_value' }] });
  const limit = Math.min(input.limit ?? PAGE, PAGE);
  const bodies = [...(await bodiesOf(ctx, CASE_READERS))];
  // The cursor belongs to this official's selection: it is worth nothing to another or in another folder.
  const hash = hashQuery('inbox', { folder, actor: requireOfficial(ctx).id });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const [today, calendar, directory] = await Promise.all([legalToday(ctx.sql), ctx.calendar(), ctx.directory()]);
  const soon = soonAfter(today, calendar);
  const [counts, rows] = await Promise.all([
    inboxCounts(ctx.sql, bodies, today, soon),
    inboxRows(ctx.sql, { bodies, folder, today, soon, after, limit: limit + 1 }),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    folder,
    counts,
    items: page.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      matter: row.matter,
      state: row.state,
      held: row.screening === 'held',
      respondent: bodyName(directory, row.respondentId, ctx.locale),
      handler: row.handlerId ? bodyName(directory, row.handlerId, ctx.locale) : null,
      filedOn: row.filedOn,
      dueOn: row.dueOn,
      left:
        row.dueOn && (row.state === 'filed' || row.state === 'accepted')
          ? daysLeft(today, row.dueOn, row.unit ?? 'calendar_day', calendar)
          : null,
    })),
    nextCursor: rows.length > limit && last ? signCursor(ctx, hash, [last.sortKey, last.id]) : null,
  };
}
