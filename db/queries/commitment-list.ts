import { and, desc, eq, inArray, isNotNull, like, lt, or, type SQL, sql } from 'drizzle-orm';
import {
  type CommitmentKind,
  type CommitmentState,
  PUBLIC_STATES,
  RUNNING_STATES,
  WARN_DAYS,
} from '../../api/domain/commitment.ts';
import type { Db, Tx } from '../client.ts';
import { commitment } from '../schema/commitments.ts';
import type { CommitmentRow } from './commitments.ts';

/** What selects public commitments; `bodies`: who made it or owes it. */
export interface CommitmentSelection {
  kind?: CommitmentKind;
  division?: string;
  bodies?: string[];
  state?: CommitmentState;
  due?: 'running' | 'soon' | 'overdue';
  q?: string;
}
export interface CommitmentPlace {
  madeOn: string;
  id: string;
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/** The same reading as domain readDue, for the index of dates. */
function dueIs(due: NonNullable<CommitmentSelection['due']>, today: string): SQL | undefined {
  const next = commitment.nextDueOn;
  const day = sql`${today}::date`;
  const edge = sql`${today}::date + ${WARN_DAYS}::int`;
  const reading =
    due === 'overdue'
      ? sql`${next} < ${day}`
      : due === 'soon'
        ? sql`${next} between ${day} and ${edge}`
        : sql`${next} > ${edge}`;
  return and(inArray(commitment.state, [...RUNNING_STATES]), isNotNull(next), reading);
}

function selected(s: CommitmentSelection, today: string): SQL | undefined {
  const words = s.q ? `%${escaped(s.q)}%` : null;
  return and(
    inArray(commitment.state, s.state ? [s.state] : [...PUBLIC_STATES]),
    s.kind ? eq(commitment.kind, s.kind) : undefined,
    s.division ? like(commitment.division, `${s.division}%`) : undefined,
    s.bodies ? or(inArray(commitment.bodyId, s.bodies), inArray(commitment.owedById, s.bodies)) : undefined,
    s.due ? dueIs(s.due, today) : undefined,
    words
      ? or(like(commitment.title, words), like(commitment.text, words), like(commitment.documentNumber, words))
      : undefined,
  );
}

/** Public commitments, the newest first; `after` is the last of the page before. */
export const listCommitments = (
  tx: Db | Tx,
  selection: CommitmentSelection,
  today: string,
  after: CommitmentPlace | null,
  limit: number,
): Promise<CommitmentRow[]> =>
  tx
    .select()
    .from(commitment)
    .where(
      and(
        selected(selection, today),
        after
          ? or(
              lt(commitment.madeOn, after.madeOn),
              and(eq(commitment.madeOn, after.madeOn), lt(commitment.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(commitment.madeOn), desc(commitment.id))
    .limit(limit);

/** How many stand in each state, and how many are overdue: the figures of the register and of a body. */
export async function countCommitments(
  tx: Db | Tx,
  selection: CommitmentSelection,
  today: string,
): Promise<{ states: Partial<Record<CommitmentState, number>>; overdue: number }> {
  const rows = await tx
    .select({
      state: commitment.state,
      n: sql<number>`count(*)::int`,
      overdue: sql<number>`(count(*) filter (where ${dueIs('overdue', today)}))::int`,
    })
    .from(commitment)
    .where(selected(selection, today))
    .groupBy(commitment.state);
  return {
    states: Object.fromEntries(rows.map((row) => [row.state, row.n])),
    overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
  };
}

/** Published ones by the time of publication, for the feed. */
export const newestCommitments = (
  tx: Db | Tx,
  selection: CommitmentSelection,
  today: string,
  limit: number,
): Promise<CommitmentRow[]> =>
  tx
    .select()
    .from(commitment)
    .where(and(selected(selection, today), isNotNull(commitment.publishedAt)))
    .orderBy(desc(commitment.publishedAt), desc(commitment.id))
    .limit(limit);

/** Ids of public commitments, for the sitemap. */
export const commitmentIds = (tx: Db | Tx, limit: number) =>
  tx
    .select({ id: commitment.id })
    .from(commitment)
    .where(inArray(commitment.state, [...PUBLIC_STATES]))
    .orderBy(commitment.id)
    .limit(limit);
