import type { Tx } from '../../../db/client.ts';
import { insertStep, peopleOf } from '../../../db/queries/disclosure-rights.ts';
import {
  type DisclosureRow,
  databaseTime,
  insertVersions,
  lockDisclosure,
  type NewDisclosure,
  removeCorrection,
  updateDisclosure,
} from '../../../db/queries/disclosures.ts';
import { actorId, appendEvent } from '../../../db/queries/events.ts';
import { approvedText } from '../../../db/queries/judgment-texts.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { putSearchRow, removeSearchRow } from '../../../db/queries/search-rows.ts';
import { ENDED_STATES, type Reaches, visibleTo } from '../../domain/disclosure.ts';
import { checkAction, type LifeFacts } from '../../domain/disclosure-life.ts';
import { type DisclosureAction, disclosureTransition } from '../../domain/disclosure-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Actor } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';
import { factsOfRow } from './facts.ts';
import { searchRow } from './search-row.ts';
import { determinersOf, endRequests, tellDetermined } from './tell.ts';

/** How grants reach bodies, by the directory of now. */
export async function reachesOf(ctx: Pick<Ctx, 'actor' | 'directory'>): Promise<Reaches> {
  if (ctx.actor.kind !== 'official') return () => false;
  const directory = await ctx.directory();
  return (above, below) => subordinate(directory, above, below);
}

/** Who is written down as having done something. */
export const nameOf = (actor: Actor): string => actorId(actor) ?? actor.kind;

/** The body and its successors: duties pass on, and so does the right to speak. */
export function withSuccessors(directory: Directory, bodyId: string | null): string[] {
  if (!bodyId) return [];
  const found = new Set([bodyId]);
  for (const id of found) for (const s of directory.successionsFrom(id)) found.add(s.successor);
  return [...found];
}

/** Bodies and persons that the rules ask for, for one record and action. */
export async function lifeFacts(
  ctx: Pick<Ctx, 'directory'>,
  tx: Parameters<typeof peopleOf>[0],
  record: DisclosureRow,
  action?: DisclosureAction,
): Promise<LifeFacts> {
  const [directory, people] = await Promise.all([ctx.directory(), peopleOf(tx, record.id)]);
  const exemption = action === 'exempt' || action === 'refuse_exemption';
  return {
    subjects: withSuccessors(directory, record.bodyId),
    determiners: determinersOf(directory, record),
    authors: people.authors,
    proposer: exemption ? people.exemption : people.correction,
    confirmer: people.confirmer,
  };
}

export interface Change {
  set: Partial<NewDisclosure>;
  event: string;
  payload?: EventPayload;
  /** Why, in words: kept beside the event, which holds codes only. */
  reason?: string;
  /** A version is kept only where facts changed or the record became public. */
  keepVersion?: boolean;
}

/** Cached pages that show a record. */
export function tagsOf(record: Pick<DisclosureRow, 'id' | 'bodyId'>): string[] {
  return ['disclosures', 'home', `disclosure:${record.id}`, ...(record.bodyId ? [`body:${record.bodyId}`] : [])];
}

/** Keeps the search row in step with the state: only what is public now has one. */
export async function syncPublic(tx: Tx, record: DisclosureRow): Promise<void> {
  if (visibleTo({ kind: 'public' }, record) === 'public') {
    const text = await approvedText(tx, record.id);
    await putSearchRow(tx, searchRow(record, text?.content));
  } else await removeSearchRow(tx, record.id);
}

/** Whoever cannot see a record hears no more than that it is not there; a tombstone is known to everybody. */
function seen(actor: Actor, record: DisclosureRow | null, action: DisclosureAction, reaches: Reaches): DisclosureRow {
  const { by } = disclosureTransition(action);
  const view = record ? visibleTo(actor, record, reaches) : 'none';
  if (by === 'filer' && view === 'tombstone') throw new DomainError('resource.gone');
  const enough = view === 'all' || (view === 'public' && by !== 'publisher');
  if (!record || !enough) {
    throw new DomainError(actor.kind === 'public' && by !== 'filer' ? 'auth.required' : 'resource.not_found');
  }
  return record;
}

/**
 * One step of the lifecycle: authorise, check the state, then one transaction with the row (conditional on the version
 * that the caller saw; null: whatever it is now), the event, the reason, the kept version, the search row and the cached
 * pages. A record that ends closes what waits about it.
 * @throws DomainError resource.not_found and those of checkAction; disclosure.version_conflict
 */
export async function changeDisclosure(
  ctx: Ctx,
  id: string,
  version: number | null,
  action: DisclosureAction,
  plan: (record: DisclosureRow, time: { now: Date; today: string }, tx: Tx) => Change | Promise<Change>,
): Promise<DisclosureRow> {
  const reaches = await reachesOf(ctx);
  return ctx.db.transaction(async (tx) => {
    const record = seen(ctx.actor, UUID.test(id) ? await lockDisclosure(tx, id) : null, action, reaches);
    const facts = ctx.actor.kind === 'official' ? await lifeFacts(ctx, tx, record, action) : {};
    const next = checkAction(ctx.actor, action, record, facts, reaches);
    const time = await databaseTime(tx);
    const change = await plan(record, time, tx);
    const ended = ENDED_STATES.includes(next.state);
    const over = ended ? ({ objectionFlag: 'none', repair: 'none', endedAt: time.now } as const) : {};
    const after = await updateDisclosure(tx, id, version ?? record.version, { ...next, ...change.set, ...over });
    if (!after) throw new DomainError('disclosure.version_conflict');
    if (ended) {
      await removeCorrection(tx, id);
    }
    await appendEvent(tx, {
      subjectKind: 'disclosure',
      subjectId: id,
      kind: change.event,
      actor: ctx.actor,
      bodyId: after.publisherId,
      at: time.now,
      payload: { version: after.version, state: after.state, action, ...change.payload },
    });
    if (ended) await endRequests(tx, after, ctx.actor, time.now);
    await tellDetermined(tx, await ctx.directory(), record, action);
    const { why } = disclosureTransition(action);
    if (why && !change.reason) throw new Error(`${action} needs a reason`);
    if (why && change.reason) {
      const by = nameOf(ctx.actor);
      await insertStep(tx, {
        disclosureId: id,
        version: after.version,
        action,
        words: change.reason,
        by,
        at: time.now,
      });
    }
    if (change.keepVersion) {
      await insertVersions(tx, [
        {
          disclosureId: id,
          version: after.version,
          content: factsOfRow(after),
          reason: change.reason ?? '',
          changedBy: nameOf(ctx.actor),
          changedAt: time.now,
        },
      ]);
    }
    await syncPublic(tx, after);
    // A correction may have moved it to another body: both pages change.
    if (record.state === 'published' || after.state === 'published') {
      await invalidate(tx, [...new Set([...tagsOf(record), ...tagsOf(after)])]);
    }
    return after;
  });
}
