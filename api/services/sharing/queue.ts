import { databaseTime } from '../../../db/queries/disclosures.ts';
import { type EndpointRow, endpointRows } from '../../../db/queries/share-endpoint.ts';
import {
  messagesOfRecord,
  type QueueCount,
  type QueueRow,
  queueCounts,
  queueRows,
} from '../../../db/queries/share-queue.ts';
import { type BatchRow, type DestinationRow, destinationRows, newestBatches } from '../../../db/queries/sharing.ts';
import { parse } from '../../contracts/parse.ts';
import { ShareQueue } from '../../contracts/sharing.ts';
import { SHARE_STATES, type ShareState } from '../../domain/sharing.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { requireRole } from '../officials/authorise.ts';
import { known, maySend, SHARE_READERS } from './authorise.ts';
import { type ShareClock, shareClock } from './clock.ts';

const PAGE = 50;
const BATCHES = 10;
/** Counts stop here and say so. */
export const COUNTED = 10_000;

export type QueueItem = QueueRow & { dueOn: string | null; late: boolean };
export interface Queue {
  destinations: DestinationRow[];
  /** The one that is shown; null: there is none. */
  destination: DestinationRow | null;
  /** Where its batches are posted; null: they are files. */
  endpoint: EndpointRow | null;
  state: ShareState;
  late: boolean;
  counts: QueueCount[];
  items: QueueItem[];
  batches: BatchRow[];
  nextCursor: string | null;
  maySend: boolean;
}

/** What goes where and how it stands. @throws DomainError auth.* | request.invalid | cursor.invalid | resource.not_found */
export async function viewQueue(ctx: Ctx, input: unknown): Promise<Queue> {
  await requireRole(ctx, SHARE_READERS, null);
  const asked = parse(ShareQueue, input);
  const [destinations, { today }, sends] = await Promise.all([
    destinationRows(ctx.db),
    databaseTime(ctx.db),
    maySend(ctx),
  ]);
  const first = destinations[0] ?? null;
  const destination = asked.destination
    ? known(destinations.find((one) => one.code === asked.destination) ?? null)
    : first;
  const posts = destination ? await endpointRows(ctx.sql) : [];
  const endpoint = posts.find(({ id }) => id === destination?.id) ?? null;
  const head = { destinations, destination, endpoint, state: asked.state, late: asked.late, maySend: sends };
  if (!destination) return { ...head, counts: [], items: [], batches: [], nextCursor: null };
  const clock = await shareClock(ctx, today);
  const hash = hashQuery('sharing', { destination: destination.code, state: asked.state, late: asked.late });
  const after = asked.cursor === undefined ? null : (readCursor(ctx, hash, asked.cursor) as [string, number]);
  const [rows, counts, batches] = await Promise.all([
    queueRows(ctx.sql, {
      destinationId: destination.id,
      state: asked.state,
      late: asked.late ? clock.late : null,
      after,
      limit: PAGE + 1,
    }),
    queueCounts(ctx.sql, destination.id, clock.late, SHARE_STATES, COUNTED),
    newestBatches(ctx.sql, destination.id, BATCHES),
  ]);
  const items = rows.slice(0, PAGE).map((row) => withDue(row, clock, today));
  const last = items.at(-1);
  return {
    ...head,
    counts,
    items,
    batches,
    nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.since, last.number]) : null,
  };
}

function withDue<R extends QueueRow>(
  row: R,
  clock: ShareClock,
  today: string,
): R & { dueOn: string | null; late: boolean } {
  const open = row.state === 'waiting' || row.state === 'rejected';
  const dueOn = open ? clock.dueOf(row.act, row.since) : null;
  return { ...row, dueOn, late: dueOn !== null && dueOn < today };
}

/** What became of one record at each destination, for the page of the record. Whoever reads it was let in there. */
export async function sharingOfRecord(ctx: Ctx, record: string): Promise<(QueueItem & { destination: string })[]> {
  const [rows, { today }] = await Promise.all([messagesOfRecord(ctx.sql, record), databaseTime(ctx.db)]);
  if (rows.length === 0) return [];
  const clock = await shareClock(ctx, today);
  return rows.map((row) => withDue(row, clock, today));
}
