import { LOOP } from '../../../db/reference/demo/loop.ts';
import type { Ctx } from '../../services/context.ts';
import { decideReview, proposeReview } from '../../services/ratings/loop/review.ts';
import { takeStep } from '../../services/ratings/loop/step.ts';
import { loopView } from '../../services/ratings/loop/view.ts';
import type { BadRating } from './ratings.ts';

const DAY = 86_400_000;

/** What followed a bad rating of the fictional place: contacted, checked, put right, looked at again; two were asked to be reviewed. */
export function loopActs(
  as: (key: string) => Ctx,
  rating: BadRating,
  i: number,
  today: Date,
): { at: Date; run(): Promise<void> }[] {
  const { number } = rating;
  const change = LOOP.changes[i % LOOP.changes.length] ?? '';
  const step = (input: Record<string, unknown>, who = 'handler') => takeStep(as(who), number, input);
  const acts: [number, () => Promise<void>][] = [
    [0.05, () => step({ kind: 'contacted', outcome: 'no_contact', text: LOOP.contacted })],
    [1.2, () => step({ kind: 'verified', outcome: i % 4 === 3 ? 'partly' : 'valid', text: LOOP.verified })],
    [2.8, () => step({ kind: 'rectified', outcome: i % 5 === 4 ? 'planned' : 'done', publicText: change })],
  ];
  if (i % 3 === 0) acts.push([9, () => step({ kind: 'looked_again', outcome: 'kept' }, 'supervisor')]);
  if (i === 1 || i === 4)
    acts.push([1.5, () => proposeReview(as('handler'), number, { reason: 'mistaken', text: LOOP.grounds })]);
  if (i === 1)
    acts.push([
      2.2,
      async () => {
        const id = (await loopView(as('supervisor'), number)).reviews[0]?.id;
        await decideReview(as('supervisor'), number, { id, decision: 'set_aside', text: LOOP.decision });
      },
    ]);
  return acts
    .map(([days, run]) => ({ at: new Date(rating.at.getTime() + days * DAY), run }))
    .filter(({ at }) => at.getTime() <= today.getTime() - DAY / 2);
}
