import { bodyId } from '../../../db/reference/body-id.ts';
import { CASES } from '../../../db/reference/demo/cases.ts';
import { file } from '../../services/complaints/file.ts';
import type { Ctx } from '../../services/context.ts';
import type { DemoActor } from './people.ts';
import { type BadRating, demoId } from './ratings.ts';

const DAY = 86_400_000;

/** Complaints of the fictional place, filed and dealt with in the order of the days on which it happened. */
export async function seedCases(
  ctx: Ctx,
  _actors: Record<string, DemoActor>,
  _bad: readonly BadRating[],
  today: Date,
  at: (instant: Date) => Promise<void>,
): Promise<number> {
  let filed = 0;
  for (const [i, demo] of [...CASES].entries()) {
    await at(new Date(today.getTime() - demo.filedAgo * DAY));
    const check = demo.held ? 'unavailable' : 'passed';
    const { created } = await file(
      { ...ctx, humanCheck: { ...ctx.humanCheck, verify: async () => check } },
      { ...demo.complaint, submissionId: demoId(`case ${i}`), respondentId: bodyId(...demo.respondent) },
    );
    if (created) filed++;
  }
  return filed;
}
