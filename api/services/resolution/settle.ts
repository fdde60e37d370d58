import { randomUUID } from 'node:crypto';
import { bindSubjectFiles } from '../../../db/queries/answers.ts';
import { insertSettlement } from '../../../db/queries/resolution.ts';
import { SettleCase } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { addUp } from '../../domain/payment-schedule.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** 化解: proposes a settlement with its instalments. It stands once the complainant has agreed. */
export async function settle(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'settle', SettleCase, raw);
  const { parties, text, signedOn } = input;
  notAfter(act.head.today, signedOn, 'signedOn');
  const instalments = input.instalments.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  if (instalments.some(({ dueOn }) => dueOn < signedOn))
    throw new DomainError('request.invalid', { fields: [{ path: 'instalments', code: 'date_past' }] });
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const sealed = seal(ctx, act.key, { parties, text }, settlementContext(caseId, id));
    const by = { bodyId: handlerId ?? '', proposedBy: act.official.id, proposedAt: changed.now };
    await insertSettlement(
      tx,
      { id, caseId, state: 'proposed', sealed, signedOn, ...by },
      instalments.map((one, i) => ({ id: randomUUID(), settlementId: id, position: i + 1, ...one })),
    );
    const files = await bindSubjectFiles(tx, {
      caseId,
      purpose: 'settlement',
      subjectId: id,
      userId: act.official.id,
      sent: true,
    });
    const payload = {
      settlement: id,
      ...(files.length > 0 ? { files } : {}),
      signedOn,
      instalments: instalments.length,
      total: addUp(instalments.map((one) => one.amount)),
      commitment: commitment(act.key, JSON.stringify({ parties, text, instalments })),
    };
    await conclude(tx, ctx, act, changed, { event: 'settlement_proposed', payload, clocks: null });
  });
  return acted(act);
}

export const settlementContext = (caseId: string, id: string): string => `case/${caseId}/settlement/${id}`;
