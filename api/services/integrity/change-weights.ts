import { insertWeights, weightsRows } from '../../../db/queries/integrity.ts';
import { enqueue, invalidate } from '../../../db/queries/outbox.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { ChangeWeights } from '../../contracts/integrity.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { COMPONENTS } from '../../domain/integrity.ts';
import { editorOf, requirePortal } from '../clocks/authorise-settings.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';

/**
 * New weights for the integrity monitor, with the reason that the public log shows beside old and new. The running month is
 * counted with them within a minute; months before keep theirs.
 * @throws DomainError auth.* | request.invalid | setting.version_conflict
 */
export async function changeWeights(ctx: Ctx, raw: unknown): Promise<{ id: number }> {
  await requirePortal(ctx);
  const { reason, from, ...weights } = parse(ChangeWeights, raw);
  const directory = await ctx.directory();
  const grant =
    ctx.actor.kind === 'official' ? ctx.actor.grants.find((one) => one.role === 'administrator') : undefined;
  const postBody = (grant && directory.bodies.get(grant.bodyId)?.name) ?? ctx.place.name;
  return ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    const [current] = await weightsRows(ctx.sql);
    if (current && current.id !== from) throw new DomainError('setting.version_conflict');
    if (current && COMPONENTS.every((one) => current.weights[one] === weights[one]))
      throw new DomainError('request.invalid', { fields: [{ path: 'reason', code: 'nothing_changed' }] });
    const id = await insertWeights(tx, { weights, reason, postBody, changedBy: editorOf(ctx) });
    await settingEvent(tx, ctx, now, 'integrity/weights', 'integrity_weights_set', { version: id, ...weights });
    await enqueue(tx, 'integrity.count', {});
    await invalidate(tx, ['integrity']);
    return { id };
  });
}

/** Counts the running month now; the job does it within a minute. @throws DomainError auth.* */
export async function countNow(ctx: Ctx): Promise<void> {
  await requirePortal(ctx);
  await ctx.db.transaction((tx) => enqueue(tx, 'integrity.count', {}));
}
