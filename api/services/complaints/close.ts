import { randomUUID } from 'node:crypto';
import { NOW } from '../../../db/queries/cases.ts';
import { insertCallback } from '../../../db/queries/resolution.ts';
import { CloseCase } from '../../contracts/casework.ts';
import { addWorkingDays } from '../../domain/calendar.ts';
import { CALLBACK_REMINDER_DAYS } from '../../domain/callback.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude, say } from './official-act.ts';
import { factsOf } from './possible.ts';

/**
 * 办结: the body's word on whether it is solved. The complainant's word is the verdict, asked for here (回访) unless it was
 * given; silence is never counted as satisfaction. Both words stand until the next answer.
 */
export async function close(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'close', CloseCase, raw);
  const { bodySays } = input;
  const asked = factsOf(act.head, false).verdict === null;
  const calendar = await ctx.calendar();
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { closedAt: NOW, bodySays });
    const words = await say(tx, ctx, act, changed.now, 'decision', input.text);
    if (asked) {
      const remindOn = addWorkingDays(changed.today, CALLBACK_REMINDER_DAYS, calendar).date;
      await insertCallback(tx, { id: randomUUID(), caseId: act.head.id, askedOn: changed.today, remindOn });
    }
    const template = asked ? 'case.callback' : 'case.closed';
    await conclude(tx, ctx, act, changed, { event: 'closed', payload: { bodySays, ...words }, template });
  });
  return acted(act);
}
