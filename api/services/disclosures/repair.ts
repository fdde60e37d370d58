import { openRepair, updateRequest } from '../../../db/queries/disclosure-rights.ts';
import { ConfirmRepair, DecideRepair } from '../../contracts/disclosure-rights.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure, nameOf } from './change.ts';
import { refuseEarly } from './rights/file.ts';
import { tellFiler } from './tell.ts';

/** The body that determined it confirms what was performed, and when. */
export async function confirmRepair(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, performed, performedOn } = parse(ConfirmRepair, raw);
  await changeDisclosure(ctx, id, version, 'confirm_repair', async (_record, { now, today }, tx) => {
    if (performedOn > today) {
      throw new DomainError('request.invalid', { fields: [{ path: 'performedOn', code: 'date_future' }] });
    }
    const request = await openRepair(tx, id);
    const set = { confirmedBy: nameOf(ctx.actor), confirmedAt: now, performed, performedOn };
    if (!request || !(await updateRequest(tx, request.id, set))) throw new DomainError('disclosure.version_conflict');
    const payload = { request: request.id, performedOn };
    return { set: {}, event: 'repair_confirmed', payload, reason: performed };
  });
}

/**
 * 信用修复: the body has put it right, with performance shown and confirmed and after the minimum of its class; publication
 * ends and the history stays for officials. A lost judgment is not repaired: what was performed is added by a correction.
 * @throws DomainError disclosure.repair_too_early | disclosure.second_person_required
 */
export async function repairDisclosure(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, publicWords } = parse(DecideRepair, raw);
  await changeDisclosure(ctx, id, version, 'repair', async (record, { now, today }, tx) => {
    await refuseEarly(ctx, record, today);
    const request = await openRepair(tx, id);
    const decided = { outcome: 'granted', publicWords, decidedBy: nameOf(ctx.actor), decidedAt: now } as const;
    if (!request || !(await updateRequest(tx, request.id, decided)))
      throw new DomainError('disclosure.version_conflict');
    await tellFiler(tx, request.id, 'request.decided');
    return {
      set: { performed: request.performed, performedOn: request.performedOn },
      event: 'repaired',
      payload: { request: request.id, performedOn: request.performedOn },
      reason: publicWords,
      keepVersion: true,
    };
  });
}

/** Not put right, or not shown: publication goes on, and the body may ask again. */
export async function refuseRepair(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, publicWords } = parse(DecideRepair, raw);
  await changeDisclosure(ctx, id, version, 'refuse_repair', async (_record, { now }, tx) => {
    const request = await openRepair(tx, id);
    const decided = { outcome: 'refused', publicWords, decidedBy: nameOf(ctx.actor), decidedAt: now } as const;
    if (!request || !(await updateRequest(tx, request.id, decided)))
      throw new DomainError('disclosure.version_conflict');
    await tellFiler(tx, request.id, 'request.decided');
    return { set: {}, event: 'repair_refused', payload: { request: request.id }, reason: publicWords };
  });
}
