import { changeSettlement, instalmentsOf, settlementIn } from '../../../db/queries/resolution.ts';
import { parse } from '../../contracts/parse.ts';
import { AgreeSettlement } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { cancelFollowUp, planFollowUp } from '../clocks/follow-up.ts';
import type { OwnCase } from '../complaints/open-case.ts';
import { beginOwn, changeOwn, concludeOwn, sayOwn } from '../complaints/own-act.ts';
import type { Ctx } from '../context.ts';

const BASIS = { basis: '和解协议约定', basisEn: 'The settlement agreed upon', certainty: 'local' } as const;

/**
 * The complainant agrees to the settlement that is proposed, or declines it. Agreed, it replaces an earlier one, and each
 * instalment gets a clock of its own.
 */
export async function agree(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const { decision, text } = parse(AgreeSettlement, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'agree');
    const proposed = await settlementIn(tx, own.caseId, 'proposed');
    if (!proposed) throw new DomainError('case.version_conflict');
    await changeOwn(tx, held, 'agree');
    const words = await sayOwn(tx, ctx, own, held.now, 'message', text);
    if (decision === 'agreed') {
      const before = await settlementIn(tx, own.caseId, 'agreed');
      if (before) {
        await changeSettlement(tx, before.id, { state: 'replaced' });
        for (const { id, paidOn } of await instalmentsOf(tx, before.id))
          if (paidOn === null) await cancelFollowUp(tx, { kind: 'instalment', subjectId: id, cancelledOn: held.today });
      }
      for (const { id, dueOn } of await instalmentsOf(tx, proposed.id)) {
        const [startedOn = dueOn] = [dueOn, held.today].sort();
        await planFollowUp(tx, { caseId: own.caseId, kind: 'instalment', subjectId: id, startedOn, dueOn, ...BASIS });
      }
    }
    await changeSettlement(tx, proposed.id, { state: decision, decidedOn: held.today });
    const payload = { settlement: proposed.id, ...words };
    await concludeOwn(tx, ctx, held, { event: `settlement_${decision}`, payload });
  });
  return { number: own.number };
}
