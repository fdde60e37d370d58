import { serviceCases } from '../../../../db/queries/demonstration.ts';
import type { DemoStep } from '../../../../db/reference/demo/cases.ts';
import * as words from '../../../../db/reference/demo/full/ratings.ts';
import { decideReview, proposeReview } from '../../../services/ratings/loop/review.ts';
import { takeStep } from '../../../services/ratings/loop/step.ts';
import { loopView } from '../../../services/ratings/loop/view.ts';
import { act } from '../cases.ts';
import { type Act, carryOut } from './acts.ts';
import { draw } from './draw.ts';
import type { World } from './world.ts';

const DAY = 86_400_000;
/** Bad ratings younger than this are under way. */
const YOUNG = 4;

/**
 * What followed the bad ratings: the newer ones were contacted, checked, put right and looked at again, those before answered
 * and closed; a few were reviewed as mistaken, and some were never dealt with.
 */
export async function fillLoops(world: World): Promise<void> {
  const { base, counts, places, ctx } = world;
  const province = places.province.id;
  const handler = world.as('handler', [['handler', province]]);
  const supervisor = world.as('supervisor', [['supervisor', province]]);
  const cases = (await serviceCases(ctx.sql)).filter((one) => !world.small.has(one.number));
  const whole = new Set(cases.slice(-counts.loops).map((one) => one.number));
  const acts = cases.flatMap(({ number, filedAt }, i): Act[] => {
    const d = draw(`loop ${i}`);
    const own = { number, queryCode: '' };
    const answer = { do: 'answer', ago: 0, outcome: 'accepted', texts: [d.pick(words.RECTIFIED_ANSWERS)] } as DemoStep;
    const [late, text] = [d.chance(0.1) ? 4 : 0, d.pick(words.CHANGED)];
    const official = (step: DemoStep) => () => act(handler, own, step, () => '');
    const step = (input: Record<string, unknown>) => () => takeStep(handler, number, input);
    const plan: [days: number, run: () => Promise<unknown>][] = [];
    if (!d.chance(0.03)) plan.push([0.3, official({ do: 'accept', ago: 0 })]);
    if (whole.has(number) && plan.length > 0) {
      plan.push([0.4, step({ kind: 'contacted', outcome: 'no_contact', text: d.pick(words.CONTACTED) })]);
      if (d.chance(0.04)) plan.push(...reviewed(number, handler, supervisor));
      else {
        const valid = d.chance(0.8) ? 'valid' : 'partly';
        plan.push([1.2 + late, step({ kind: 'verified', outcome: valid, text: d.pick(words.VERIFIED) })]);
        plan.push([
          2.6 + late,
          step({ kind: 'rectified', outcome: d.chance(0.9) ? 'done' : 'planned', publicText: text }),
        ]);
      }
    }
    if (plan.length > 0) {
      plan.push(
        [3 + late, official(answer)],
        [3.4 + late, official({ do: 'close', ago: 0, input: { bodySays: 'solved' } })],
      );
      if (whole.has(number) && d.chance(0.3))
        plan.push([12 + late, () => takeStep(supervisor, number, { kind: 'looked_again', outcome: 'kept' })]);
    }
    return plan
      .map(([days, run]) => ({ at: new Date(filedAt.getTime() + days * DAY), subject: number, run }))
      .filter(({ at }) => at.getTime() < base.getTime() - YOUNG * 3_600_000);
  });
  await carryOut(world, 'loops', '差评闭环 bad ratings', acts);
}

function reviewed(number: string, handler: World['ctx'], supervisor: World['ctx']): [number, () => Promise<unknown>][] {
  return [
    [1.2, () => proposeReview(handler, number, { reason: 'mistaken', text: words.REVIEW_GROUNDS })],
    [
      2,
      async () => {
        const id = (await loopView(supervisor, number)).reviews[0]?.id;
        await decideReview(supervisor, number, { id, decision: 'set_aside', text: words.REVIEW_DECISION });
      },
    ],
  ];
}
