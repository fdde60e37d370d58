import { appendEvent } from '../../../db/queries/events.ts';
import { setDisabled } from '../../../db/queries/officials.ts';
import { DisableOfficial } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { holdOfficial } from './administer.ts';
import { requireFreshFactor } from './authorise.ts';

/** Shuts an official out at once, open sessions included, or lets one in again. */
export async function disableOfficial(ctx: Ctx, input: unknown): Promise<{ changed: boolean }> {
  const { officialId, disabled } = parse(DisableOfficial, input);
  // An administrator who shuts himself out leaves a portal that nobody can administer.
  if (ctx.actor.kind === 'official' && ctx.actor.id === officialId) throw new DomainError('auth.forbidden');
  requireFreshFactor(ctx);
  return ctx.db.transaction(async (tx) => {
    const official = await holdOfficial(ctx, tx, officialId);
    if ((official.disabledAt !== null) === disabled) return { changed: false };
    await setDisabled(tx, officialId, disabled ? official.now : null);
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: officialId,
      kind: disabled ? 'disabled' : 'enabled',
      actor: ctx.actor,
      at: official.now,
      payload: {},
    });
    return { changed: true };
  });
}
