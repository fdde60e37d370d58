import type { Tx } from '../../../db/client.ts';
import { putSearchRow, removeSearchRow } from '../../../db/queries/disclosure-search.ts';
import {
  type DisclosureRow,
  databaseTime,
  findDisclosure,
  insertVersions,
  type NewDisclosure,
  updateDisclosure,
} from '../../../db/queries/disclosures.ts';
import { actorId, appendEvent } from '../../../db/queries/events.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { checkAction, type DisclosureAction, type Reaches, visibleTo } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';
import { factsOfRow } from './facts.ts';
import { searchRow } from './search-row.ts';

/** How grants reach bodies, by the directory of now. */
export async function reachesOf(ctx: Pick<Ctx, 'actor' | 'directory'>): Promise<Reaches> {
  if (ctx.actor.kind !== 'official') return () => false;
  const directory = await ctx.directory();
  return (above, below) => subordinate(directory, above, below);
}

/** Who is written down as having done something. */
export const nameOf = (actor: Actor): string => actorId(actor) ?? actor.kind;

export interface Change {
  set: Partial<NewDisclosure>;
  event: string;
  payload?: EventPayload;
  /** Words for the version list; a version is kept only where facts changed or the record became public. */
  reason?: string;
  keepVersion?: boolean;
}

/** Cached pages that show a record. */
export function tagsOf(record: Pick<DisclosureRow, 'id' | 'bodyId'>): string[] {
  return ['disclosures', 'home', `disclosure:${record.id}`, ...(record.bodyId ? [`body:${record.bodyId}`] : [])];
}

/** Keeps the search row in step with the state: only what is public now has one. */
export async function syncPublic(tx: Tx, record: DisclosureRow): Promise<void> {
  if (visibleTo({ kind: 'public' }, record) === 'public') await putSearchRow(tx, searchRow(record));
  else await removeSearchRow(tx, record.id);
}

/**
 * One step of the lifecycle: authorise, check the state, then one transaction with the row (conditional on the version
 * that the caller saw), the event, the kept version, the search row and the cached pages.
 * @throws DomainError resource.not_found and those of checkAction; disclosure.version_conflict
 */
export async function changeDisclosure(
  ctx: Ctx,
  id: string,
  version: number,
  action: DisclosureAction,
  plan: (record: DisclosureRow, time: { now: Date; today: string }, tx: Tx) => Change | Promise<Change>,
): Promise<DisclosureRow> {
  const reaches = await reachesOf(ctx);
  return ctx.db.transaction(async (tx) => {
    const record = await findDisclosure(tx, id);
    if (!record || (ctx.actor.kind === 'official' && visibleTo(ctx.actor, record, reaches) !== 'all')) {
      throw new DomainError(ctx.actor.kind === 'public' ? 'auth.required' : 'resource.not_found');
    }
    const to = checkAction(ctx.actor, action, record, reaches);
    const time = await databaseTime(tx);
    const change = await plan(record, time, tx);
    const after = await updateDisclosure(tx, id, version, { ...change.set, state: to });
    if (!after) throw new DomainError('disclosure.version_conflict');
    await appendEvent(tx, {
      subjectKind: 'disclosure',
      subjectId: id,
      kind: change.event,
      actor: ctx.actor,
      bodyId: after.publisherId,
      at: time.now,
      payload: { version: after.version, state: after.state, ...change.payload },
    });
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
    if (record.state === 'published' || after.state === 'published') await invalidate(tx, tagsOf(after));
    return after;
  });
}
