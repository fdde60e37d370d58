import type { Tx } from '../../../db/client.ts';
import { changeCase, type HeldCase, handOver, holdCase } from '../../../db/queries/cases.ts';
import { changeOrder, runningOrder } from '../../../db/queries/supervision.ts';
import { parse } from '../../contracts/parse.ts';
import { AskReview } from '../../contracts/resolution.ts';
import { legalDate } from '../../domain/calendar.ts';
import { refusal } from '../../domain/case-life.ts';
import { dueOn } from '../../domain/deadline.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import { nextInstance, REVIEW_WINDOW, reviewerOf } from '../../domain/review.ts';
import { cancelFollowUp } from '../clocks/follow-up.ts';
import type { Ctx } from '../context.ts';
import { passReportsUp } from '../retaliation/confidant.ts';
import type { OwnCase } from './open-case.ts';
import { concludeOwn, sayOwn } from './own-act.ts';
import { factsOf } from './possible.ts';

/** The last day on which review can be asked for; null where nothing was answered. */
export async function reviewUntil(ctx: Pick<Ctx, 'calendar'>, answeredAt: Date | null): Promise<string | null> {
  if (!answeredAt) return null;
  return dueOn({ startedOn: legalDate(answeredAt), ...REVIEW_WINDOW }, await ctx.calendar()).date;
}

/**
 * 复查, and after its answer 复核: the superior body has the case from here, the former handler keeps it in sight.
 * @throws DomainError case.transition_refused | case.review_too_late {until} | case.no_reviewer
 */
export async function askReview(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string; state: 'accepted' }> {
  const { text } = parse(AskReview, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, own.caseId);
    if (!held) throw new DomainError('case.code_refused');
    await moveUp(tx, ctx, held, () => sayOwn(tx, ctx, own, held.now, 'message', text));
  });
  return { number: own.number, state: 'accepted' };
}

/**
 * In the caller's transaction, for a case that is held. `say`: seals the words of the complainant, once all is possible.
 */
export async function moveUp(tx: Tx, ctx: Ctx, held: HeldCase, say: () => Promise<EventPayload>): Promise<void> {
  const next = nextInstance(held.instance) ?? 'recheck';
  const action = next === 'review' ? 'ask_review' : 'ask_recheck';
  const reason = refusal(action, factsOf(held, false), { side: 'complainant' });
  if (reason) throw new DomainError('case.transition_refused', { params: { action, state: held.state, reason } });
  const until = await reviewUntil(ctx, held.answeredAt);
  if (until && held.today > until) throw new DomainError('case.review_too_late', { params: { until } });
  const { id: caseId, handlerId, respondentNowId: respondentId, watchingId, kind, matter, today: on } = held;
  const question = { respondentId, watchingId, kind, matter, on };
  const to = handlerId ? reviewerOf(await ctx.directory(), { handlerId, ...question }) : null;
  if (!to) throw new DomainError('case.no_reviewer');
  await changeCase(tx, caseId, held.version, {
    state: 'accepted',
    instance: next,
    handlerId: to.id,
  });
  await handOver(tx, { caseId, from: handlerId, bodyId: to.id, reason: next, by: null, at: held.now });
  await passReportsUp(tx, ctx, { ...held, respondentId }, to.id);
  // The order was given to a body that no longer has the case.
  const order = await runningOrder(tx, caseId);
  if (order) {
    await changeOrder(tx, order.id, { state: 'closed', closedAt: held.now });
    await cancelFollowUp(tx, { kind: 'order', subjectId: order.id, cancelledOn: on });
  }
  const payload = { from: handlerId, to: to.id, ...(order ? { order: order.id } : {}), ...(await say()) };
  await concludeOwn(tx, ctx, held, { event: `${next}_asked`, payload, clocks: `${next}_asked` });
}
