import { randomUUID } from 'node:crypto';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import {
  type DestinationRow,
  destinationRows,
  findDestination,
  insertDestination,
  reconcile,
  updateDestination,
} from '../../../db/queries/sharing.ts';
import { parse } from '../../contracts/parse.ts';
import { ShareDestination } from '../../contracts/sharing.ts';
import { DomainError } from '../../domain/errors.ts';
import { editorOf, requirePortal } from '../clocks/authorise-settings.ts';
import type { Ctx, Deps } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';

/** Destinations by level, for administrators. @throws DomainError auth.required | auth.forbidden */
export async function listDestinations(ctx: Ctx): Promise<DestinationRow[]> {
  await requireRole(ctx, ['administrator'], null);
  return destinationRows(ctx.db);
}

/**
 * Makes a destination or changes one: an administrator of the place that runs the portal. Switched on, it is told of every public
 * record of its kinds; a kind that is taken off the list is removed there; switched off, nothing new goes there.
 * @throws DomainError auth.required | auth.forbidden | request.invalid | setting.version_conflict
 */
export async function saveDestination(ctx: Ctx, input: unknown): Promise<{ id: string; queued: number }> {
  await requirePortal(ctx);
  const { version, ...given } = parse(ShareDestination, input);
  const by = editorOf(ctx);
  return ctx.db.transaction(async (tx) => {
    const old = await findDestination(tx, given.code, { lock: true });
    const id = old?.id ?? randomUUID();
    const row = { ...given, id, version, by };
    const taken = new DomainError('request.invalid', { fields: [{ path: 'code', code: 'code_taken' }] });
    if (!old && version > 0) throw new DomainError('resource.not_found');
    if (old && version === 0) throw taken;
    if (old ? !(await updateDestination(tx, row)) : !(await insertDestination(tx, row)))
      throw old ? new DomainError('setting.version_conflict') : taken;
    const queued = await reconcile(tx, id);
    const { now } = await databaseTime(tx);
    await appendEvent(tx, {
      subjectKind: 'sharing',
      subjectId: id,
      kind: old ? 'share_destination_changed' : 'share_destination_made',
      actor: ctx.actor,
      bodyId: ctx.actor.kind === 'official' ? (ctx.actor.grants[0]?.bodyId ?? null) : null,
      at: now,
      payload: { destination: given.code, enabled: given.enabled, kinds: given.kinds, queued },
    });
    return { id, queued };
  });
}

/** Every night: what a change of a destination missed while records changed. @returns how many messages that made */
export async function reconcileDestinations(deps: Pick<Deps, 'db'>): Promise<number> {
  let queued = 0;
  for (const { id } of await destinationRows(deps.db)) queued += await reconcile(deps.db, id);
  return queued;
}
