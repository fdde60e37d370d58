import { loopOf, type ReviewRow, ratedCase, type StepRow } from '../../../../db/queries/rating-loop.ts';
import { LOOP_STEPS, type LoopStep, type ReviewReason, type ReviewState } from '../../../domain/rating-loop.ts';
import type { OwnCase } from '../../complaints/open-case.ts';
import type { Ctx } from '../../context.ts';
import { bodyName } from '../../officials/inbox.ts';
import { openLoop } from './open.ts';
import { decisionRefusal } from './review.ts';
import { mayStep } from './step.ts';

export interface StepView {
  kind: LoopStep;
  outcome: string;
  publicText: string | null;
  /** Sealed words; null where there are none or the case was erased. */
  text: string | null;
  body: string;
  at: Date;
}

export interface ReviewView {
  id: string;
  reason: ReviewReason;
  state: ReviewState;
  grounds: string;
  decision: string | null;
  restoration: string | null;
  proposedBody: string;
  proposedAt: Date;
  decidedBody: string | null;
  decidedAt: Date | null;
  outsider: boolean | null;
  restoredAt: Date | null;
  /** Why the signed-in official may not decide; null: may. */
  refusal: 'own_proposal' | 'own_body' | 'role' | null;
}

export interface LoopView {
  number: string;
  state: string;
  point: string;
  place: string;
  level: 1 | 2;
  day: string;
  hasContact: boolean;
  erased: boolean;
  steps: StepView[];
  reviews: ReviewView[];
  may: { steps: LoopStep[]; propose: boolean };
}

type Open = (sealed: Buffer, context: string) => string | null;

const stepView = (row: StepRow, open: Open, name: (id: string) => string): StepView => ({
  kind: row.kind,
  outcome: row.outcome,
  publicText: row.publicText,
  text: row.sealed ? open(row.sealed, `case/${row.caseId}/rating-step/${row.id}`) : null,
  body: name(row.bodyId),
  at: row.at,
});

const opener =
  (ctx: Pick<Ctx, 'keys'>, key: Buffer | null): Open =>
  (sealed, context) =>
    key && sealed.length > 0 ? (JSON.parse(ctx.keys.open(key, sealed, context).toString('utf8')).text ?? null) : null;

/** The loop of one bad rating, for officials who have its case in sight. @throws DomainError auth.required | resource.not_found */
export async function loopView(ctx: Ctx, number: string): Promise<LoopView> {
  const loop = await openLoop(ctx, number);
  const { head, rated, key } = loop;
  const [{ steps, reviews }, directory] = [await loopOf(ctx.db, head.id), await ctx.directory()];
  const name = (id: string) => bodyName(directory, id, ctx.locale);
  const open = opener(ctx, key);
  const words = (row: ReviewRow, part: string, sealed: Buffer | null) =>
    sealed ? open(sealed, `case/${head.id}/rating-review/${row.id}/${part}`) : null;
  const running = reviews.some((one) => one.state === 'proposed' || one.state === 'set_aside');
  return {
    number: head.number,
    state: head.state,
    point: rated.point,
    place: rated.place,
    level: rated.level,
    day: rated.day,
    hasContact: rated.hasContact,
    erased: key === null,
    steps: steps.map((row) => stepView(row, open, name)),
    reviews: reviews.map((row) => ({
      id: row.id,
      reason: row.reason,
      state: row.state,
      grounds: words(row, 'grounds', row.sealed) ?? '',
      decision: words(row, 'decision', row.sealedDecision),
      restoration: words(row, 'restoration', row.sealedRestoration),
      proposedBody: name(row.proposedBody),
      proposedAt: row.proposedAt,
      decidedBody: row.decidedBody ? name(row.decidedBody) : null,
      decidedAt: row.decidedAt,
      outsider: row.outsider,
      restoredAt: row.restoredAt,
      refusal: decisionRefusal(loop, row),
    })),
    may: {
      steps: key === null ? [] : LOOP_STEPS.filter((kind) => mayStep(loop, kind)),
      propose: key !== null && !running && (loop.handles || loop.approves),
    },
  };
}

export interface OwnLoop {
  /** Each stage with the day on which it was reached; the answer stands among them. */
  stages: { stage: LoopStep | 'answered'; at: Date | null; outcome: string | null; publicText: string | null }[];
  setAside: { reason: ReviewReason; words: string | null; at: Date; outsider: boolean } | null;
  restored: boolean;
}

/**
 * How far the loop of the rater's own bad rating is. The sealed words of steps stay with the officials; the reason for which a
 * rating was set aside is the rater's to read. Null where the case opens on no rating.
 */
export async function ownLoop(ctx: Ctx, own: OwnCase): Promise<OwnLoop | null> {
  const rated = await ratedCase(ctx.sql, own.caseId);
  if (!rated) return null;
  const { steps, reviews } = await loopOf(ctx.db, own.caseId);
  const last = (kind: LoopStep) => steps.filter((step) => step.kind === kind).at(-1);
  const aside = reviews.find((one) => one.state === 'set_aside');
  const open = opener(ctx, own.key);
  const stage = (kind: LoopStep) => {
    const row = last(kind);
    return { stage: kind, at: row?.at ?? null, outcome: row?.outcome ?? null, publicText: row?.publicText ?? null };
  };
  return {
    stages: [
      stage('contacted'),
      stage('verified'),
      stage('rectified'),
      { stage: 'answered', at: rated.answeredAt, outcome: null, publicText: null },
      stage('looked_again'),
    ],
    setAside:
      aside?.decidedAt && aside.sealedDecision
        ? {
            reason: aside.reason,
            words: open(aside.sealedDecision, `case/${own.caseId}/rating-review/${aside.id}/decision`),
            at: aside.decidedAt,
            outsider: aside.outsider ?? false,
          }
        : null,
    restored: reviews.some((one) => one.state === 'restored'),
  };
}
