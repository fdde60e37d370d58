import type { OpenPoint } from '../../../db/queries/rating.ts';
import { countSources, nextCaseSerials, openGroup } from '../../../db/queries/rating-group.ts';
import { insertRatings, type NewRating } from '../../../db/queries/rating-insert.ts';
import { DomainError } from '../../domain/errors.ts';
import { isBadRating } from '../../domain/rating.ts';
import { isBroken, onConnection } from '../complaints/unavailable.ts';
import type { Deps } from '../context.ts';
import { admit, answerAgain } from './admit.ts';
import type { Outcome } from './gather.ts';
import type { PendingRating, Rated } from './pending.ts';
import { ratingAnswer } from './rating-answer.ts';
import { type Moment, ratingRow } from './rating-row.ts';

const WINDOW = 3600;
/** How often a group is opened anew because another process rated one of its forms or transactions meanwhile. */
const AGAIN = 3;

interface Entry {
  pending: PendingRating;
  outcome: Outcome<Rated> | null;
  /** Counted against the limit of its source: once, however often the group is tried. */
  counted: boolean;
}
interface Admitted {
  entry: Entry;
  point: OpenPoint;
}

/** Another transaction was faster (unique key), in the way (deadlock), or moved a month of ratings (0042). */
const isRace = (error: unknown): boolean =>
  ['23505', '40P01', '40001', '23514'].includes((error as { code?: string } | null)?.code ?? '');
const busy = () => new DomainError('service.unavailable', { params: { retryAfter: 1 } });
const unsettled = (entries: readonly Entry[]): Entry[] => entries.filter((entry) => entry.outcome === null);

/**
 * Writes ratings that arrived together by one transaction, and says of each what became of it. Whatever is wrong with one of them
 * (rated before, transaction rated, code revoked, over the limit) is its own outcome. Where the group as such cannot be
 * written, each is tried by itself, so that the one at fault fails alone.
 */
export async function writeRatings(deps: Deps, group: readonly PendingRating[]): Promise<Outcome<Rated>[]> {
  const entries: Entry[] = group.map((pending) => ({ pending, outcome: null, counted: false }));
  try {
    // A second attempt on a new connection finds by their forms what the first one has written.
    await onConnection(() => settle(deps, entries));
  } catch (error) {
    // Whatever is still under way ends with this: it goes on with what has no outcome.
    for (const entry of entries) entry.outcome ??= { error };
  }
  return entries.map((entry) => entry.outcome ?? { error: new DomainError('service.internal') });
}

async function settle(deps: Deps, entries: readonly Entry[]): Promise<void> {
  let rest = AGAIN;
  for (let left = unsettled(entries); left.length > 0; left = unsettled(left)) {
    const { at, rows } = await choose(deps, left);
    if (rows.length === 0) continue;
    try {
      await insertRatings(
        deps.sql,
        at,
        rows.map((one) => one.row),
      );
    } catch (error) {
      if (isBroken(error)) throw error;
      if (isRace(error) && rest-- > 0) continue;
      if (left.length > 1) for (const entry of left) await settle(deps, [entry]);
      else for (const entry of left) entry.outcome ??= { error: isRace(error) ? busy() : error };
      continue;
    }
    await Promise.all(rows.map(({ entry, row }) => own(entry, () => acknowledge(deps, entry.pending, row))));
  }
}

/** Settles what needs no writing and makes the rows of the rest; of twins the second waits for the next turn. */
async function choose(deps: Deps, left: readonly Entry[]) {
  const opened = await openGroup(
    deps.sql,
    left.map((entry) => entry.pending),
  );
  const at: Moment = { now: opened.now, today: opened.today };
  const seen = new Set<string>();
  const admitted: Admitted[] = [];
  const known: Promise<void>[] = [];
  for (const [i, entry] of left.entries()) {
    try {
      const found = admit(entry.pending, opened, i);
      if ('known' in found) known.push(own(entry, () => answerAgain(deps, entry.pending, found.known)));
      else if (first(seen, found.point.id, entry.pending)) admitted.push({ entry, point: found.point });
    } catch (error) {
      entry.outcome = { error };
    }
  }
  await Promise.all(known);
  const allowed = await withinLimits(deps, admitted);
  const bad = allowed.filter(({ entry }) => isBadRating(entry.pending.rating.level));
  const serials = await nextCaseSerials(deps.sql, bad.length);
  const serialOf = new Map(bad.map((one, i) => [one, serials[i] ?? null]));
  const rows: { entry: Entry; row: NewRating }[] = [];
  for (const one of allowed) {
    const { entry, point } = one;
    try {
      const row = await ratingRow(deps, entry.pending, { point, at, serial: serialOf.get(one) ?? null });
      rows.push({ entry, row });
    } catch (error) {
      if (isBroken(error)) throw error;
      entry.outcome = { error };
    }
  }
  return { at, rows };
}

/** False for a second form, or a second rating of a transaction, within one group. */
function first(seen: Set<string>, pointId: string, pending: PendingRating): boolean {
  const marks = [pending.submissionHash, pending.transactionHash]
    .filter((hash) => hash !== null)
    .map((hash) => `${pointId}/${hash.toString('base64')}`);
  if (marks.some((mark) => seen.has(mark))) return false;
  for (const mark of marks) seen.add(mark);
  return true;
}

/** Counts what is about to be written by its source. What is over the limit hears so. */
async function withinLimits(deps: Deps, admitted: readonly Admitted[]): Promise<Admitted[]> {
  const fresh = admitted.filter(({ entry }) => !entry.counted);
  if (fresh.length === 0) return [...admitted];
  const counts = new Map<string, number>();
  for (const { entry } of fresh) counts.set(entry.pending.source, (counts.get(entry.pending.source) ?? 0) + 1);
  const used = await countSources(deps.sql, counts, WINDOW);
  const before = new Map([...counts].map(([source, n]) => [source, (used.get(source)?.count ?? 0) - n]));
  for (const { entry } of fresh) {
    const { source, allowed } = entry.pending;
    const place = (before.get(source) ?? 0) + 1;
    before.set(source, place);
    entry.counted = true;
    if (place > allowed)
      entry.outcome = {
        error: new DomainError('request.rate_limited', { params: { retryAfter: used.get(source)?.rest ?? WINDOW } }),
      };
  }
  return admitted.filter(({ entry }) => entry.outcome === null);
}

async function acknowledge(deps: Deps, pending: PendingRating, row: NewRating): Promise<Rated> {
  const caseId = row.filing?.case.id ?? null;
  const known = { id: row.id, level: pending.rating.level, caseId, keyVersion: row.submission.keyVersion };
  return { created: true, answer: await ratingAnswer(deps, known, pending.rating.submissionId), caseId };
}

/** The outcome of one; a connection that broke concerns all. */
async function own(entry: Entry, work: () => Promise<Rated>): Promise<void> {
  try {
    entry.outcome = { value: await work() };
  } catch (error) {
    if (isBroken(error)) throw error;
    entry.outcome = { error };
  }
}
