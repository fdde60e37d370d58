import { endLadder, insertRungs, lockSettings } from '../../../db/queries/settings.ts';
import { parse } from '../../contracts/parse.ts';
import { PlaceLadder } from '../../contracts/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import type { WarningTemplate } from '../../domain/ladder.ts';
import type { Ctx } from '../context.ts';
import { editorOf, requirePlace } from './authorise-settings.ts';
import { settingEvent } from './setting-event.ts';

/**
 * A place's own ladder, all rungs at once, in the stead of the one above; without rungs the place goes back to that. It moves
 * no date and holds from the next sweep. @throws DomainError auth.* | request.invalid
 */
export async function changeLadder(ctx: Ctx, raw: unknown): Promise<{ version: number }> {
  const input = parse(PlaceLadder, raw);
  const { division } = input;
  await requirePlace(ctx, division);
  if (!(await ctx.directory()).divisions.has(division))
    throw new DomainError('request.invalid', { fields: [{ path: 'division', code: 'division_unknown' }] });
  return ctx.db.transaction(async (tx) => {
    const { now, today } = await lockSettings(tx);
    const by = editorOf(ctx);
    const version = (await endLadder(tx, division, today, by, now)) + 1;
    const template = (days: number, superior: boolean): WarningTemplate =>
      days < 0 ? 'case.due_soon' : superior ? 'case.escalated' : 'case.overdue';
    await insertRungs(
      tx,
      input.rungs.map(({ days, roles, superior, template: given }, i) => ({
        id: `ladder@${division}.${version}.${i + 1}`,
        division,
        rung: i + 1,
        days,
        roles,
        superior,
        template: given ?? template(days, superior),
        validFrom: today,
        version,
        origin: 'local',
        changedBy: by,
        changedAt: now,
      })),
    );
    await settingEvent(tx, ctx, now, `ladder/${division}`, input.rungs.length > 0 ? 'ladder_set' : 'ladder_ended', {
      version,
      division,
      days: input.rungs.map((rung) => rung.days),
      roles: input.rungs.map((rung) => `${rung.superior ? 'superior:' : ''}${rung.roles.join('+')}`),
    });
    return { version };
  });
}
