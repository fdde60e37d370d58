import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Tx } from '../../../../db/client.ts';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { enqueue, invalidate } from '../../../../db/queries/outbox.ts';
import { setRatingAside } from '../../../../db/queries/rating-aside.ts';
import { changeReview, insertReview, loopOf, type ReviewRow } from '../../../../db/queries/rating-loop.ts';
import { parse } from '../../../contracts/parse.ts';
import { DecideReview, ProposeReview, RestoreReview } from '../../../contracts/rating-loop.ts';
import { DomainError } from '../../../domain/errors.ts';
import { reviewRefusal } from '../../../domain/rating-loop.ts';
import { commitment } from '../../complaints/official-act.ts';
import type { Ctx } from '../../context.ts';
import { type OpenLoop, openLoop } from './open.ts';

/**
 * 申诉复核: a bad rating is set aside, for a reason and by a second person who is not of the rated body, or not at all. It stays in
 * every count and is shown as set aside; the rater is told, and a superior can take it back (国办发〔2019〕51号; domain.md 好差评).
 */

const refuse = (reason: string): DomainError =>
  new DomainError('case.transition_refused', { params: { action: 'set_aside', state: 'review', reason } });

async function begin<S extends z.ZodType>(ctx: Ctx, number: string, contract: S, raw: unknown) {
  const loop = await openLoop(ctx, number);
  const input = parse(contract, raw);
  const { key } = loop;
  if (!key) throw new DomainError('case.erased');
  const seal = (id: string, part: string, text: string) =>
    ctx.keys.seal(key, JSON.stringify({ text }), `case/${loop.head.id}/rating-review/${id}/${part}`);
  return { loop, input, key, seal };
}

async function note(
  tx: Tx,
  ctx: Ctx,
  { head, rated }: OpenLoop,
  what: { kind: string; at: Date; by: string; id: string; reason: string; commitment: string; tell: boolean },
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: 'case',
    subjectId: head.id,
    kind: what.kind,
    actor: ctx.actor,
    bodyId: what.by,
    at: what.at,
    payload: { review: what.id, reason: what.reason, commitment: what.commitment },
  });
  await invalidate(tx, [`ratings:${rated.bodyId}`, `point:${rated.pointId}`]);
  if (what.tell) await enqueue(tx, 'notice.case', { caseId: head.id, template: `case.${what.kind}` });
}

/** The handling body asks for it, with the grounds. @throws DomainError auth.* | resource.* | request.invalid | case.* */
export async function proposeReview(ctx: Ctx, number: string, raw: unknown): Promise<void> {
  const { loop, input, key, seal } = await begin(ctx, number, ProposeReview, raw);
  const { head, rated, official } = loop;
  if (!loop.handles && !loop.approves) throw new DomainError('auth.forbidden');
  const by = head.handlerId ?? rated.bodyId;
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const { reviews } = await loopOf(tx, head.id);
    if (reviews.some((one) => one.state === 'proposed' || one.state === 'set_aside')) throw refuse('review_open');
    const id = randomUUID();
    await insertReview(tx, {
      id,
      caseId: head.id,
      ratingId: rated.ratingId,
      servicePointId: rated.pointId,
      bodyId: rated.bodyId,
      level: rated.level,
      day: rated.day,
      reason: input.reason,
      state: 'proposed',
      sealed: seal(id, 'grounds', input.text),
      proposedBy: official.id,
      proposedBody: by,
      proposedAt: now,
    });
    const said = { id, reason: input.reason, commitment: commitment(key, input.text) };
    await note(tx, ctx, loop, { ...said, kind: 'rating_review_asked', at: now, by, tell: false });
  });
}

/** Why the signed-in official may not decide on a review; null: may. */
export const decisionRefusal = (loop: OpenLoop, review: Pick<ReviewRow, 'proposedBy'>) =>
  reviewRefusal({
    proposer: review.proposedBy === loop.official.id,
    ofRatedBody: loop.ofRatedBody,
    above: loop.above,
    hasSuperior: loop.hasSuperior,
    approver: loop.approves,
  });

async function reviewIn(tx: Tx, loop: OpenLoop, id: string): Promise<ReviewRow> {
  const found = (await loopOf(tx, loop.head.id)).reviews.find((one) => one.id === id.toLowerCase());
  if (!found) throw new DomainError('resource.not_found');
  const reason = decisionRefusal(loop, found);
  if (reason === 'own_proposal') throw new DomainError('case.second_person_required');
  if (reason) throw new DomainError('auth.forbidden');
  return found;
}

/** The second person sets it aside, or says no. The rater is told when it is set aside, and by which way to object. */
export async function decideReview(ctx: Ctx, number: string, raw: unknown): Promise<void> {
  const { loop, input, key, seal } = await begin(ctx, number, DecideReview, raw);
  const { rated, official } = loop;
  const by = loop.above ? (loop.head.watchingId ?? rated.bodyId) : rated.bodyId;
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const review = await reviewIn(tx, loop, input.id);
    const changed = await changeReview(tx, review.id, 'proposed', {
      state: input.decision,
      sealedDecision: seal(review.id, 'decision', input.text),
      decidedBy: official.id,
      decidedBody: by,
      decidedAt: now,
      outsider: !loop.ofRatedBody,
    });
    if (!changed) throw refuse('state');
    const kind = input.decision === 'set_aside' ? 'rating_set_aside' : 'rating_review_refused';
    if (input.decision === 'set_aside') await setRatingAside(tx, { ...rated, caseId: loop.head.id }, now);
    const said = { id: review.id, reason: review.reason, commitment: commitment(key, input.text) };
    await note(tx, ctx, loop, { ...said, kind, at: now, by, tell: input.decision === 'set_aside' });
  });
}

/** Takes a setting aside back: the rating counts as valid again from now on. */
export async function restoreRating(ctx: Ctx, number: string, raw: unknown): Promise<void> {
  const { loop, input, key, seal } = await begin(ctx, number, RestoreReview, raw);
  const { rated, official } = loop;
  const by = loop.above ? (loop.head.watchingId ?? rated.bodyId) : rated.bodyId;
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const review = await reviewIn(tx, loop, input.id);
    const changed = await changeReview(tx, review.id, 'set_aside', {
      state: 'restored',
      sealedRestoration: seal(review.id, 'restoration', input.text),
      restoredBy: official.id,
      restoredBody: by,
      restoredAt: now,
    });
    if (!changed) throw refuse('state');
    await setRatingAside(tx, { ...rated, caseId: loop.head.id }, null);
    const said = { id: review.id, reason: review.reason, commitment: commitment(key, input.text) };
    await note(tx, ctx, loop, { ...said, kind: 'rating_restored', at: now, by, tell: true });
  });
}
