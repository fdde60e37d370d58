import { randomUUID } from 'node:crypto';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { enqueue, invalidate } from '../../../../db/queries/outbox.ts';
import { insertStep } from '../../../../db/queries/rating-loop.ts';
import { parse } from '../../../contracts/parse.ts';
import { LoopStepForm } from '../../../contracts/rating-loop.ts';
import { DomainError } from '../../../domain/errors.ts';
import { commitment } from '../../complaints/official-act.ts';
import { runClocks } from '../../complaints/run-clocks.ts';
import type { Ctx } from '../../context.ts';
import { type OpenLoop, openLoop } from './open.ts';

const DEALT_WITH: readonly string[] = ['filed', 'accepted', 'waiting', 'answered', 'closed'];

/** Which steps the official may take: the handling body contacts, checks and puts right; its superior looks again. */
export const mayStep = (loop: Pick<OpenLoop, 'handles' | 'above'>, kind: LoopStepForm['kind']): boolean =>
  kind === 'looked_again' ? loop.above : loop.handles;

/**
 * Notes a step of the loop: added, never changed, so that it conflicts with nothing. `contacted` meets the clock of one working
 * day; what was changed at the counter is public from now on, and the rater hears of it.
 * @throws DomainError auth.* | resource.not_found | request.invalid | case.erased | case.transition_refused
 */
export async function takeStep(ctx: Ctx, number: string, raw: unknown): Promise<void> {
  const loop = await openLoop(ctx, number);
  const step = parse(LoopStepForm, raw);
  if (!mayStep(loop, step.kind)) throw new DomainError('auth.forbidden');
  const { head, key, official, rated } = loop;
  if (!DEALT_WITH.includes(head.state))
    throw new DomainError('case.transition_refused', {
      params: { action: step.kind, state: head.state, reason: 'state' },
    });
  if (!key) throw new DomainError('case.erased');
  const by = step.kind === 'looked_again' ? (head.watchingId ?? rated.bodyId) : (head.handlerId ?? rated.bodyId);
  await ctx.db.transaction(async (tx) => {
    const { now, today } = await databaseTime(tx);
    const id = randomUUID();
    await insertStep(tx, {
      id,
      caseId: head.id,
      kind: step.kind,
      outcome: step.outcome,
      publicText: step.kind === 'rectified' ? step.publicText : null,
      sealed: step.text
        ? ctx.keys.seal(key, JSON.stringify({ text: step.text }), `case/${head.id}/rating-step/${id}`)
        : null,
      bodyId: by,
      userId: official.id,
      at: now,
    });
    if (step.kind === 'contacted') await runClocks(tx, ctx, head.id, 'contacted', today);
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: head.id,
      kind: `rating_${step.kind}`,
      actor: ctx.actor,
      bodyId: by,
      at: now,
      payload: { step: id, outcome: step.outcome, ...(step.text ? { commitment: commitment(key, step.text) } : {}) },
    });
    if (step.kind === 'rectified') {
      await invalidate(tx, [`ratings:${rated.bodyId}`, `point:${rated.pointId}`]);
      await enqueue(tx, 'notice.case', { caseId: head.id, template: 'case.rating_rectified' });
    }
  });
}
