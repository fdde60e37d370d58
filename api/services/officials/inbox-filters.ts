import { countSelection } from '../../../db/queries/inbox.ts';
import {
  dropFilterRow,
  type FilterRow,
  filtersOf,
  keepCounts,
  saveFilterRow,
} from '../../../db/queries/inbox-filters.ts';
import { DropFilter, SaveFilter } from '../../contracts/inbox.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { COUNT_STANDS, FILTER_CAP, MOST_FILTERS } from '../../domain/inbox.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial } from './authorise.ts';
import { inboxList, selectionOf } from './inbox.ts';

export interface SavedFilter {
  id: string;
  name: string;
  /** The list's address without its path: `folder=overdue&matter=ppp`. */
  query: string;
  /** Cases at `countedAt`, up to FILTER_CAP; null: the words of a search are not counted. */
  counted: number | null;
  countedAt: Date | null;
}

/** The official's own filters, with counts no older than COUNT_STANDS. @throws DomainError auth.required */
export async function savedFilters(ctx: Ctx): Promise<SavedFilter[]> {
  const official = requireOfficial(ctx);
  const rows = await filtersOf(ctx.sql, official.id, COUNT_STANDS);
  const fresh: { id: string; n: number }[] = [];
  for (const row of rows) {
    const n = row.stale ? await countOf(ctx, row) : null;
    if (n !== null) fresh.push({ id: row.id, n });
  }
  await keepCounts(ctx.sql, fresh);
  return rows.map(({ id, name, query, counted, countedAt }) => {
    const now = fresh.find((f) => f.id === id);
    return { id, name, query, counted: now?.n ?? counted, countedAt: now ? new Date() : countedAt };
  });
}

async function countOf(ctx: Ctx, row: FilterRow): Promise<number | null> {
  const list = inboxList(Object.fromEntries(new URLSearchParams(row.query)));
  return list.q ? null : countSelection(ctx.sql, await selectionOf(ctx, list), FILTER_CAP);
}

/** Keeps a list under a name, or gives one of one's own another name or list. @throws DomainError auth.required | request.invalid | resource.not_found */
export async function saveFilter(ctx: Ctx, input: unknown): Promise<{ id: string; query: string }> {
  const official = requireOfficial(ctx);
  const { id = null, name, query: raw } = parse(SaveFilter, input);
  // Only what is a list is kept, in one spelling.
  const { cursor: _c, limit: _l, ...list } = inboxList(Object.fromEntries(new URLSearchParams(raw)));
  const query = new URLSearchParams(Object.entries(list).filter(([, value]) => value !== undefined)).toString();
  try {
    const saved = await saveFilterRow(ctx.sql, { id, owner: official.id, name, query }, MOST_FILTERS);
    if (saved) return { id: saved, query };
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    throw new DomainError('request.invalid', { fields: [{ path: 'name', code: 'filter_name_taken' }] });
  }
  if (id) throw new DomainError('resource.not_found');
  throw new DomainError('request.invalid', {
    fields: [{ path: 'name', code: 'filters_full', params: { maximum: MOST_FILTERS } }],
  });
}

/** @throws DomainError auth.required | request.invalid | resource.not_found */
export async function dropFilter(ctx: Ctx, input: unknown): Promise<void> {
  const official = requireOfficial(ctx);
  const { id } = parse(DropFilter, input);
  if (!(await dropFilterRow(ctx.sql, official.id, id))) throw new DomainError('resource.not_found');
}
