import { changeClock, clocksOf } from '../../../db/queries/case-clocks.ts';
import { decideExtensionRow, extendableClocks, pendingExtension } from '../../../db/queries/extensions.ts';
import { refreshDue } from '../../../db/queries/follow-ups.ts';
import { DecideExtension } from '../../contracts/casework.ts';
import { dueOn } from '../../domain/deadline.ts';
import { extensionContext } from '../clocks/extension-words.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, refused, seal } from './official-act.ts';

/**
 * Another person than the one who asked approves or refuses. An extension that is approved moves the due date at once and
 * is told to the complainant with its reason; once the clock has run out it can only be refused, for being late is not undone.
 */
export async function decideExtension(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'decide_extension', DecideExtension, raw);
  const { id: caseId, state } = act.head;
  const approved = input.outcome === 'approved';
  const calendar = await ctx.calendar();
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const pending = await pendingExtension(tx, caseId);
    if (!pending) throw refused(act.action, state, 'extension_not_asked');
    if (pending.askedBy === act.official.id) throw refused(act.action, state, 'extension_own');
    let old: string | null = null;
    let due: string | null = null;
    if (approved) {
      const open = (await extendableClocks(tx, caseId, changed.today)).find((c) => c.clockId === pending.clockId);
      const clock = (await clocksOf(tx, caseId)).find((c) => c.id === pending.clockId);
      if (!open || pending.days > open.left || !clock?.startedOn) throw refused(act.action, state, 'extension_none');
      const extension = clock.extension + pending.days;
      const { date, provisional } = dueOn({ ...clock, startedOn: clock.startedOn, extension }, calendar);
      await changeClock(tx, clock.id, { dueOn: date, provisional });
      await refreshDue(tx, caseId);
      old = open.dueOn;
      due = date;
    }
    const decision = input.text
      ? seal(ctx, act.key, { text: input.text }, extensionContext(caseId, pending.id, 'decision'))
      : null;
    const by = { decidedBy: act.official.id, decidedAt: changed.now };
    await decideExtensionRow(tx, pending.id, { ...by, approved, sealedDecision: decision, dueAfter: due });
    const { id: extension, step, days } = pending;
    await conclude(tx, ctx, act, changed, {
      event: approved ? 'extended' : 'extension_refused',
      payload: {
        extension,
        step,
        days,
        ...(old && due ? { old, new: due } : {}),
        ...(input.text ? { commitment: commitment(act.key, input.text) } : {}),
      },
      clocks: null,
    });
  });
  return acted(act);
}
