import { changeWarning, insertNote } from '../../../db/queries/early-warnings.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { WarningAct } from '../../contracts/early-warning.ts';
import { parse } from '../../contracts/parse.ts';
import type { WarningNote, WarningState } from '../../domain/early-warning.ts';
import { DomainError } from '../../domain/errors.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial, subordinate } from '../officials/authorise.ts';
import { readWarning } from './read.ts';

const FROM: Record<WarningNote, readonly WarningState[]> = {
  acknowledged: ['new'],
  closed: ['new', 'acknowledged'],
  reopened: ['closed'],
};
const TO: Record<WarningNote, WarningState> = {
  acknowledged: 'acknowledged',
  closed: 'closed',
  reopened: 'acknowledged',
};

/**
 * Takes note of a card, closes it, or takes it up again, always with words; the card and all its notes stay.
 * @throws DomainError resource.not_found | request.invalid | setting.version_conflict | auth.*
 */
export async function actOnWarning(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const card = await readWarning(ctx, id);
  const { act, version, words } = parse(WarningAct, raw);
  if (!FROM[act].includes(card.state) || card.version !== version) throw new DomainError('setting.version_conflict');
  const official = requireOfficial(ctx);
  const directory = await ctx.directory();
  const grant = official.grants.find(
    (one) => one.role === 'supervisor' && subordinate(directory, one.bodyId, card.body.id),
  );
  if (!grant) throw new DomainError('auth.forbidden');
  await ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    if (!(await changeWarning(tx, id, version, TO[act]))) throw new DomainError('setting.version_conflict');
    await insertNote(tx, { warningId: id, kind: act, words, bodyId: grant.bodyId, userId: official.id, at: now });
    await settingEvent(tx, ctx, now, `early-warning/${id}`, `early_warning_${act}`, { version: version + 1 });
  });
}
