import { randomUUID } from 'node:crypto';
import {
  insertRectification,
  openRectification,
  updateRectification,
} from '../../../../db/queries/disclosure-rights.ts';
import { enqueue } from '../../../../db/queries/outbox.ts';
import {
  ExplainRectification,
  OrderRectification,
  RejectRectification,
  ReportDone,
  VerifyRectification,
} from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { changeDisclosure, nameOf } from '../change.ts';

const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });

/** 限期整改: the body must explain in writing and put it right by a date (国发〔2016〕76号 四（三）). */
export async function orderRectification(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, required, dueOn } = parse(OrderRectification, raw);
  await changeDisclosure(ctx, id, version, 'order_rectification', async (record, { now, today }, tx) => {
    if (dueOn < today) throw bad('dueOn', 'date_past');
    const by = { orderedBy: nameOf(ctx.actor), orderedAt: now };
    await insertRectification(tx, { id: randomUUID(), disclosureId: id, dueOn, required, ...by });
    if (record.bodyId) {
      await enqueue(tx, 'notice.body', { bodyId: record.bodyId, template: 'disclosure.rectification' });
    }
    return {
      set: { rectificationDueOn: dueOn },
      event: 'rectification_ordered',
      payload: { dueOn },
      reason: required,
    };
  });
}

/** 书面说明: the body says why. Its words are public once the rectification is verified: nobody has read them before. */
export async function explainRectification(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, explanation } = parse(ExplainRectification, raw);
  await changeDisclosure(ctx, id, version, 'explain', async (_record, { now }, tx) => {
    await updateRectification(tx, id, { explanation, explainedBy: nameOf(ctx.actor), explainedAt: now });
    return { set: {}, event: 'rectification_explained', reason: explanation };
  });
}

/** The body says what it has done, and when. */
export async function reportDone(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, done, doneOn } = parse(ReportDone, raw);
  await changeDisclosure(ctx, id, version, 'report_done', async (_record, { now, today }, tx) => {
    if (doneOn > today) throw bad('doneOn', 'date_future');
    await updateRectification(tx, id, { done, doneOn, reportedBy: nameOf(ctx.actor), reportedAt: now });
    return { set: {}, event: 'rectification_done', payload: { doneOn }, reason: done };
  });
}

/** Somebody else than who reported it has seen that it is done. */
export async function verifyRectification(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version } = parse(VerifyRectification, raw);
  const by = nameOf(ctx.actor);
  await changeDisclosure(ctx, id, version, 'verify_rectification', async (_record, { now }, tx) => {
    const open = await openRectification(tx, id);
    if (open?.reportedBy === by) throw new DomainError('disclosure.second_person_required');
    await updateRectification(tx, id, { verifiedBy: by, verifiedAt: now });
    return { set: {}, event: 'rectification_verified', payload: { doneOn: open?.doneOn ?? null } };
  });
}

/** Not done yet: the body goes on. */
export async function rejectRectification(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const { version, reason } = parse(RejectRectification, raw);
  await changeDisclosure(ctx, id, version, 'reject_rectification', async (_record, _time, tx) => {
    await updateRectification(tx, id, { done: null, doneOn: null, reportedBy: null, reportedAt: null });
    return { set: {}, event: 'rectification_rejected', reason };
  });
}
