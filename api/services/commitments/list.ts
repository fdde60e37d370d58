import {
  type CommitmentPlace,
  type CommitmentSelection,
  countCommitments,
  listCommitments,
  newestCommitments,
} from '../../../db/queries/commitment-list.ts';
import type { CommitmentRow } from '../../../db/queries/commitments.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { CommitmentFilters, CommitmentList } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { type CommitmentState, commitmentVisibleTo } from '../../domain/commitment.ts';
import { type PublicCommitment, publicCommitment } from '../../domain/commitment-view.ts';
import type { Ctx } from '../context.ts';
import { type CursorValue, hashQuery, readCursor, signCursor } from '../cursor.ts';
import { withPredecessors } from '../disclosures/lineage.ts';

export interface CommitmentPage {
  items: PublicCommitment[];
  nextCursor: string | null;
  /** Of the whole selection, without its filter by state. */
  states: Partial<Record<CommitmentState, number>>;
  overdue: number;
}

/** The body and its predecessors: their promises are its own. */
export async function selectionOf(ctx: Ctx, filters: CommitmentFilters): Promise<CommitmentSelection> {
  const { body, ...rest } = filters;
  const bodies = body ? withPredecessors(await ctx.directory(), body) : undefined;
  return { ...rest, ...(bodies ? { bodies } : {}) } as CommitmentSelection;
}

const shown = (rows: readonly CommitmentRow[], today: string): PublicCommitment[] =>
  rows
    .filter((row) => commitmentVisibleTo({ kind: 'public' }, row) === 'public')
    .map((row) => publicCommitment(row, today));

function place([madeOn, id]: CursorValue[]): CommitmentPlace | null {
  return typeof madeOn === 'string' && typeof id === 'string' ? { madeOn, id } : null;
}

/** A page of public commitments, the newest first. @throws DomainError request.invalid | cursor.invalid */
export async function searchCommitments(ctx: Ctx, raw: Record<string, unknown>): Promise<CommitmentPage> {
  const { limit, cursor, ...filters } = parse(CommitmentList, raw);
  const selection = await selectionOf(ctx, filters);
  const hash = hashQuery('commitments', filters);
  const after = cursor === undefined ? null : place(readCursor(ctx, hash, cursor));
  const { today } = await databaseTime(ctx.db);
  const { state: _state, due: _due, ...all } = selection;
  const [rows, counts] = await Promise.all([
    listCommitments(ctx.db, selection, today, after, limit + 1),
    countCommitments(ctx.db, all, today),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: shown(page, today),
    nextCursor: rows.length > limit && last ? signCursor(ctx, hash, [last.madeOn, last.id]) : null,
    ...counts,
  };
}

/** Every public commitment of a selection, in batches of the same order. */
export async function* everyCommitment(ctx: Ctx, raw: Record<string, unknown>): AsyncGenerator<PublicCommitment> {
  const selection = await selectionOf(ctx, parse(CommitmentFilters, raw));
  const { today } = await databaseTime(ctx.db);
  for (let after: CommitmentPlace | null = null; ; ) {
    const rows = await listCommitments(ctx.db, selection, today, after, 500);
    yield* shown(rows, today);
    const last = rows.at(-1);
    if (rows.length < 500 || !last) return;
    after = { madeOn: last.madeOn, id: last.id };
  }
}

/** The newest by publication, for the feed. */
export async function newestOf(ctx: Ctx, raw: Record<string, unknown>, limit: number): Promise<PublicCommitment[]> {
  const selection = await selectionOf(ctx, parse(CommitmentFilters, raw));
  const { today } = await databaseTime(ctx.db);
  return shown(await newestCommitments(ctx.db, selection, today, limit), today);
}
