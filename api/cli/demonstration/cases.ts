import { bodyId } from '../../../db/reference/body-id.ts';
import { CASES, type DemoStep, RECTIFIED } from '../../../db/reference/demo/cases.ts';
import { VERSIONLESS } from '../../domain/action-form.ts';
import { legalDate } from '../../domain/calendar.ts';
import { file } from '../../services/complaints/file.ts';
import { openCase } from '../../services/complaints/open-case.ts';
import { verdict } from '../../services/complaints/verdict.ts';
import type { Ctx } from '../../services/context.ts';
import { ACTS } from '../../services/officials/acts.ts';
import { readCase } from '../../services/officials/read-case.ts';
import { loopActs } from './loop.ts';
import type { DemoActor } from './people.ts';
import { type BadRating, demoId } from './ratings.ts';

const DAY = 86_400_000;

export interface Own {
  number: string;
  queryCode: string;
}

/** Everything that happens to the cases of the fictional place, in the order in which it happened. */
export async function seedCases(
  ctx: Ctx,
  actors: Record<string, DemoActor>,
  bad: readonly BadRating[],
  today: Date,
  at: (instant: Date) => Promise<void>,
): Promise<number> {
  const as = (key: string): Ctx => {
    const actor = actors[key];
    if (!actor) throw new Error(`the demonstration has no ${key}`);
    return { ...ctx, actor };
  };
  const acts: { at: Date; run(): Promise<void> }[] = [];
  let filed = 0;

  for (const [i, demo] of CASES.entries()) {
    let own: Own | null = null;
    const check = demo.held ? 'unavailable' : 'passed';
    acts.push({
      at: before(today, demo.filedAgo, i),
      run: async () => {
        const { created, answer: filing } = await file(
          { ...ctx, actor: { kind: 'public' }, humanCheck: { ...ctx.humanCheck, verify: async () => check } },
          { ...demo.complaint, submissionId: demoId(`case ${i}`), respondentId: bodyId(...demo.respondent) },
        );
        if (!created) return;
        filed++;
        own = { number: filing.number, queryCode: filing.queryCode };
      },
    });
    for (const step of demo.steps)
      acts.push({
        at: before(today, step.ago, i),
        run: async () => {
          if (own) await act(as(step.as ?? 'handler'), own, step, (days) => legal(today, days));
        },
      });
  }
  // Most bad ratings have been put right within their five days; the newest are under way.
  for (const [i, rating] of bad.entries()) {
    const words = RECTIFIED[i % RECTIFIED.length] ?? '';
    const steps: DemoStep[] = [
      { do: 'accept', ago: 0 },
      { do: 'answer', ago: 0, outcome: 'accepted', texts: [words] },
      { do: 'close', ago: 0, input: { bodySays: 'solved' } },
    ];
    for (const [n, step] of steps.entries()) {
      const instant = new Date(rating.at.getTime() + [0.1, 2.9, 3.2][n]! * DAY);
      if (instant.getTime() > today.getTime() - DAY / 2) continue;
      acts.push({
        at: instant,
        run: () => act(as('handler'), { number: rating.number, queryCode: '' }, step, () => ''),
      });
    }
    acts.push(...loopActs(as, rating, i, today));
  }
  acts.sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { at: instant, run } of acts) {
    await at(instant);
    await run();
  }
  return filed;
}

/** Days ago at some hour of the working day, so that no two cases move in the same second. */
function before(today: Date, days: number, i: number): Date {
  const instant = new Date(today.getTime() - days * DAY);
  instant.setUTCHours(1 + (i % 8), (i * 17) % 60, (i * 29) % 60, 0);
  return instant;
}

/** The legal date of an act of that day: at night (from 16:00 UTC) the place is a day ahead of the acts, which are of the morning. */
const legal = (today: Date, inDays: number): string => legalDate(before(today, -inDays, 0));

export async function act(ctx: Ctx, own: Own, step: DemoStep, inDays: (days: number) => string): Promise<void> {
  const { number } = own;
  if (step.do === 'verdict') {
    const opened = await openCase({ ...ctx, actor: { kind: 'public' } }, number, own.queryCode);
    await verdict({ ...ctx, actor: { kind: 'complainant', caseId: opened.caseId } }, opened, {
      verdict: step.verdict,
      text: step.text,
    });
    return;
  }
  const { head, demands, choices } = await readCase(ctx, number);
  const versioned = VERSIONLESS.has(step.do) ? {} : { version: head.version };
  if (step.do === 'answer') {
    const answers = demands.map((demand, i) => ({
      demandId: demand.id,
      outcome: step.outcome,
      text: step.texts[i] ?? step.texts[0],
      ...(step.promisedIn ? { promisedOn: inDays(step.promisedIn) } : {}),
    }));
    await ACTS.answer?.verb(ctx, number, { ...versioned, answers });
    return;
  }
  const dates = Object.entries(step.dates ?? {}).map(([name, days]) => [name, inDays(days)]);
  const bodies = Object.entries(step.bodies ?? {}).map(([name, key]) => [name, bodyId(...key)]);
  const first = (step.first ?? []).map((name) => [name, choices[`${step.do}.${name}`]?.[0]?.value]);
  const verb = ACTS[step.do]?.verb;
  if (!verb) throw new Error(`nobody can ${step.do}`);
  await verb(ctx, number, {
    ...versioned,
    ...(step.text ? { text: step.text } : {}),
    ...(typeof step.input === 'function' ? step.input(inDays) : step.input),
    ...Object.fromEntries([...dates, ...bodies, ...first]),
  });
}
