import { type BesideRow, openDisputes, passedOn } from '../../../db/queries/beside-inbox.ts';
import { legalDate } from '../../domain/calendar.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import type { Matter } from '../../domain/matter.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireOfficial } from './authorise.ts';
import { bodyName, CASE_READERS } from './inbox.ts';

/** Folders that stand beside the inbox: the cases in them are not the official's to deal with. */
export const BESIDE_FOLDERS = ['passed_on', 'disputes'] as const;
export type BesideFolder = (typeof BESIDE_FOLDERS)[number];

export interface BesideItem {
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  respondent: string;
  handler: string | null;
  dueOn: string | null;
  since: string; // legal date
}
export interface Beside {
  folder: BesideFolder;
  items: BesideItem[];
  nextCursor: string | null;
}

const PAGE = 50;

/** Cases that the official's bodies passed on (to read only), or disputes that they decide. @throws DomainError auth.required | cursor.invalid */
export async function besideInbox(
  ctx: Ctx,
  input: { folder: BesideFolder; cursor?: string | undefined },
): Promise<Beside> {
  const { folder } = input;
  const official = requireOfficial(ctx);
  const bodies = [...(await bodiesOf(ctx, folder === 'disputes' ? ['arbiter'] : CASE_READERS))];
  const hash = hashQuery('beside', { folder, actor: official.id });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const [rows, directory] = await Promise.all([
    (folder === 'disputes' ? openDisputes : passedOn)(ctx.sql, bodies, after, PAGE + 1),
    ctx.directory(),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const item = ({ number, kind, matter, state, respondentId, handlerId, dueOn, since }: BesideRow): BesideItem => ({
    number,
    kind,
    matter,
    state,
    respondent: bodyName(directory, respondentId, ctx.locale),
    handler: handlerId ? bodyName(directory, handlerId, ctx.locale) : null,
    dueOn,
    since: legalDate(since),
  });
  return {
    folder,
    items: page.map(item),
    nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.sortKey, last.id]) : null,
  };
}
