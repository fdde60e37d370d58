import { changeInstalment, instalmentsOf, settlementIn } from '../../../db/queries/resolution.ts';
import { parse } from '../../contracts/parse.ts';
import { ConfirmInstalment } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { resumeFollowUp } from '../clocks/follow-up.ts';
import type { OwnCase } from '../complaints/open-case.ts';
import { beginOwn, changeOwn, concludeOwn } from '../complaints/own-act.ts';
import type { Ctx } from '../context.ts';

/** The complainant says that an instalment came, or that it did not: then its clock runs again. */
export async function confirm(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const input = parse(ConfirmInstalment, raw);
  const received = input.received === 'yes';
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'confirm');
    const settlement = await settlementIn(tx, own.caseId, 'agreed');
    const one = settlement
      ? (await instalmentsOf(tx, settlement.id)).find((i) => i.id === input.instalmentId.toLowerCase())
      : undefined;
    if (!one || one.paidOn === null || one.received !== null)
      throw new DomainError('request.invalid', { fields: [{ path: 'instalmentId', code: 'invalid_value' }] });
    await changeOwn(tx, held, 'confirm');
    await changeInstalment(tx, one.id, { received, saidOn: held.today });
    if (!received) await resumeFollowUp(tx, { kind: 'instalment', subjectId: one.id });
    const payload = { settlement: one.settlementId, instalment: one.id, position: one.position };
    await concludeOwn(tx, ctx, held, { event: received ? 'instalment_received' : 'instalment_denied', payload });
  });
  return { number: own.number };
}
