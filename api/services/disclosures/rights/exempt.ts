import { randomUUID } from 'node:crypto';
import { decideExemption, insertExemption } from '../../../../db/queries/disclosure-rights.ts';
import { DecideExemption, ProposeExemption, RefuseExemption } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { changeDisclosure, nameOf } from '../change.ts';

/** 容错纠错, proposed with the decision that it rests on: document number, deciding body, date and clause. */
export async function proposeExemption(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, reason, ...decision } = parse(ProposeExemption, raw);
  await changeDisclosure(ctx, id, version, 'propose_exemption', async (_record, { now, today }, tx) => {
    if (decision.decidedOn > today) {
      throw new DomainError('request.invalid', { fields: [{ path: 'decidedOn', code: 'date_future' }] });
    }
    const row = { id: randomUUID(), disclosureId: id, ...decision, proposedBy: nameOf(ctx.actor), proposedAt: now };
    if (!(await insertExemption(tx, row))) throw new DomainError('disclosure.version_conflict');
    const { documentNumber, decidedOn } = decision;
    return { set: {}, event: 'exemption_proposed', payload: { exemption: row.id, documentNumber, decidedOn }, reason };
  });
}

/** A second person agrees: the record is not public, or no longer. */
export async function exemptDisclosure(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version } = parse(DecideExemption, raw);
  const by = nameOf(ctx.actor);
  await changeDisclosure(ctx, id, version, 'exempt', async (_record, { now }, tx) => {
    const decided = await decideExemption(tx, id, { approved: true, approvedBy: by, approvedAt: now });
    if (!decided) throw new DomainError('disclosure.version_conflict');
    return { set: {}, event: 'exempted', payload: { exemption: decided.id }, keepVersion: true };
  });
}

/** The error is not tolerated: the record goes on as it was. */
export async function refuseExemption(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, reason } = parse(RefuseExemption, raw);
  const by = nameOf(ctx.actor);
  await changeDisclosure(ctx, id, version, 'refuse_exemption', async (_record, { now }, tx) => {
    const decided = await decideExemption(tx, id, { approved: false, approvedBy: by, approvedAt: now });
    if (!decided) throw new DomainError('disclosure.version_conflict');
    return { set: {}, event: 'exemption_refused', payload: { exemption: decided.id }, reason };
  });
}
