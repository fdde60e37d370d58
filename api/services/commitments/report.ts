import { randomUUID } from 'node:crypto';
import { finishMilestone, insertNote, milestonesOf } from '../../../db/queries/commitments.ts';
import { CommitmentCharge, CommitmentReport } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { payMilestone } from '../payments/follow-money.ts';
import { changeCommitment } from './change.ts';

export const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });

/** What was done, and which milestone is reached by it. The note is public; evidence is added to it. @returns its id */
export async function reportProgress(ctx: Ctx, id: string, input: unknown): Promise<{ note: string }> {
  const { version, words, doneOn, milestone } = parse(CommitmentReport, input);
  const note = randomUUID();
  await changeCommitment(ctx, id, version, 'report', async (row, { now, today }, tx) => {
    if (doneOn > today) throw bad('doneOn', 'date_future');
    if (doneOn < row.madeOn) throw bad('doneOn', 'date_past');
    if (milestone) {
      const reached = (await milestonesOf(tx, id)).find((one) => one.id === milestone);
      if (!reached || reached.doneOn) throw bad('milestone', 'invalid_value');
      const by = nameOf(ctx.actor);
      if (reached.amount) await payMilestone(tx, row, reached, { on: doneOn, words, by, now, today });
      else await finishMilestone(tx, milestone, doneOn);
    }
    await insertNote(tx, {
      id: note,
      commitmentId: id,
      milestoneId: milestone ?? null,
      words,
      doneOn,
      writtenBy: nameOf(ctx.actor),
      bodyId: row.owedById,
      writtenAt: now,
    });
    return { event: 'reported', payload: { note, doneOn, milestone: milestone ?? null } };
  });
  return { note };
}

/** Another department or post answers for it from now on; the promise stays as it was (人员更替不影响承诺). */
export async function chargePost(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, department, post, reason } = parse(CommitmentCharge, input);
  await changeCommitment(ctx, id, version, 'charge', () => ({
    set: { department, post },
    event: 'charged',
    reason,
    keepVersion: true,
  }));
}
