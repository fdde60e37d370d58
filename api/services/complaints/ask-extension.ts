import { randomUUID } from 'node:crypto';
import { extendableClocks, insertExtension } from '../../../db/queries/extensions.ts';
import { AskExtension } from '../../contracts/casework.ts';
import { DomainError } from '../../domain/errors.ts';
import { extensionContext } from '../clocks/extension-words.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';

/**
 * Asks for more days before a clock runs out, with the reason (信访条例 art. 33, 保障中小企业款项支付条例 art. 25: with
 * approval, up to the maximum of the rule over all extensions). The clock runs on as it was until another person approves.
 */
export async function askExtension(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'ask_extension', AskExtension, raw);
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const clock = (await extendableClocks(tx, caseId, changed.today)).find((c) => c.step === input.step);
    if (!clock) throw new DomainError('request.invalid', { fields: [{ path: 'step', code: 'invalid_value' }] });
    if (input.days > clock.left) {
      const fields = [{ path: 'days', code: 'extension_too_long', params: { days: clock.left } }];
      throw new DomainError('request.invalid', { fields });
    }
    const id = randomUUID();
    await insertExtension(tx, {
      id,
      clockId: clock.clockId,
      days: input.days,
      askedBy: act.official.id,
      askedAt: changed.now,
      bodyId: handlerId,
      dueBefore: clock.dueOn,
      sealedReason: seal(ctx, act.key, { text: input.text }, extensionContext(caseId, id, 'reason')),
    });
    const { step, days } = input;
    await conclude(tx, ctx, act, changed, {
      event: 'extension_asked',
      payload: { extension: id, step, days, commitment: commitment(act.key, input.text) },
      clocks: null,
    });
  });
  return acted(act);
}
