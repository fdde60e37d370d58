import { countSelection, inboxRows, legalToday, type Selection } from '../../../db/queries/inbox.ts';
import type { InboxCounts } from '../../../db/queries/inbox-tally.ts';
import { inboxCounts } from '../../../db/queries/inbox-tally.ts';
import { InboxList } from '../../contracts/inbox.ts';
import { parse } from '../../contracts/parse.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import { FILTER_CAP, FOLDER_RULES, type InboxFolder, PRESSING } from '../../domain/inbox.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Directory } from '../../domain/routing.ts';
import { type DaysLeft, daysLeft, soonAfter } from '../../domain/running-clock.ts';
import type { Ctx, Locale } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { findBodies } from '../directory/find-bodies.ts';
import { requireOfficial } from './authorise.ts';
import { type Page, type Searched, searchInbox } from './search-inbox.ts';
import { seeingFor } from './sight.ts';

export interface InboxItem {
  id: string;
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  held: boolean;
  respondent: string;
  handler: string | null;
  assignee: string | null;
  filedOn: string;
  dueOn: string | null;
  left: DaysLeft | null;
}

export interface Inbox {
  folder: InboxFolder;
  counts: InboxCounts;
  items: InboxItem[];
  nextCursor: string | null;
  /** Where filters are set: how many cases they hold in this folder, up to FILTER_CAP. */
  found: number | null;
  searched: Searched | null;
}

/** The name of a body in the reader's language. */
export function bodyName(directory: Directory, id: string, locale: Locale): string {
  const body = directory.bodies.get(id);
  return (locale === 'en' ? body?.nameEn : null) ?? body?.name ?? '—';
}

const PAGE = 50;
const MOST_BODIES = 500; // that a part of a name may mean

/** A list as its address has it; unknown parameters are no part of it. */
export function inboxList(input: unknown): InboxList {
  return parse(InboxList, Object.fromEntries(Object.entries(input ?? {}).filter(([, value]) => value !== '')));
}

/** What the list selects, for this official and today. */
export async function selectionOf(ctx: Ctx, list: InboxList): Promise<Selection> {
  const official = requireOfficial(ctx);
  const [today, calendar, directory, reached] = await Promise.all([
    legalToday(ctx.sql),
    ctx.calendar(),
    ctx.directory(),
    seeingFor(ctx, 'deals'),
  ]);
  const called = (words: string | undefined) =>
    words
      ? findBodies(directory, { q: words, near: ctx.place.division, on: today })
          .slice(0, MOST_BODIES)
          .map(({ body }) => body.id)
      : undefined;
  const { kind, matter, channel, from, to, who } = list;
  return {
    bodies: [...reached],
    official: official.id,
    rule: FOLDER_RULES[list.folder],
    today,
    soon: soonAfter(today, calendar),
    filters: {
      kind,
      matter,
      channel,
      from,
      to,
      respondents: called(list.respondent),
      handlers: called(list.body),
      assignee: who === 'nobody' ? null : who === 'me' ? official.id : who,
      risk: list.risk === '1',
    },
  };
}

/** The cases of the official's bodies. @throws DomainError auth.required | cursor.invalid | request.invalid */
export async function inbox(ctx: Ctx, input: unknown): Promise<Inbox> {
  const official = requireOfficial(ctx);
  const list = inboxList(input);
  const { cursor, limit = PAGE, ...query } = list;
  // The cursor belongs to this official's selection: it is worth nothing to another or in another list.
  const hash = hashQuery('inbox', { ...query, actor: official.id });
  const after = cursor ? readCursor(ctx, hash, cursor) : null;
  const selection = await selectionOf(ctx, list);
  const filtered = Object.keys(query).length > 1;
  const [counts, found, page, calendar, directory] = await Promise.all([
    inboxCounts(ctx.sql, selection),
    filtered && !list.q ? countSelection(ctx.sql, selection, FILTER_CAP) : null,
    list.q
      ? searchInbox(ctx, selection, list.q, after as [string, string] | null, limit)
      : listed(ctx, selection, after, limit),
    ctx.calendar(),
    ctx.directory(),
  ]);
  const { today } = selection;
  return {
    folder: list.folder,
    counts,
    found,
    searched: page.searched,
    items: page.rows.map((row) => ({
      id: row.id,
      number: row.number,
      kind: row.kind,
      matter: row.matter,
      state: row.state,
      held: row.screening === 'held',
      respondent: bodyName(directory, row.respondentId, ctx.locale),
      handler: row.handlerId ? bodyName(directory, row.handlerId, ctx.locale) : null,
      assignee: row.assignee,
      filedOn: row.filedOn,
      dueOn: row.dueOn,
      left:
        row.dueOn && PRESSING.includes(row.state)
          ? daysLeft(today, row.dueOn, row.unit ?? 'calendar_day', calendar)
          : null,
    })),
    nextCursor: page.last && signCursor(ctx, hash, page.last),
  };
}

async function listed(ctx: Ctx, selection: Selection, after: unknown[] | null, limit: number): Promise<Page> {
  const key = after as Parameters<typeof inboxRows>[2];
  const rows = await inboxRows(ctx.sql, selection, key, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, last: rows.length > limit && last ? [...last.key, last.id] : null, searched: null };
}
