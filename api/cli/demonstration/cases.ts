import { bodyId } from '../../../db/reference/body-id.ts';
import { CASES, type DemoStep, RECTIFIED } from '../../../db/reference/demo/cases.ts';
import { accept } from '../../services/complaints/accept.ts';
import { answer } from '../../services/complaints/answer.ts';
import { ask } from '../../services/complaints/ask.ts';
import { close } from '../../services/complaints/close.ts';
import { file } from '../../services/complaints/file.ts';
import { openCase } from '../../services/complaints/open-case.ts';
import { refuse } from '../../services/complaints/refuse.ts';
import { verdict } from '../../services/complaints/verdict.ts';
import type { Ctx } from '../../services/context.ts';
import { readCase } from '../../services/officials/read-case.ts';
import type { DemoActor } from './people.ts';
import { type BadRating, demoId } from './ratings.ts';

const DAY = 86_400_000;

interface Own {
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
  const { handler } = actors;
  if (!handler) throw new Error('the demonstration has no handler');
  const official: Ctx = { ...ctx, actor: handler };
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
          if (own) await act(official, own, step, legal(today, step.do === 'answer' ? (step.promisedIn ?? 0) : 0));
        },
      });
  }
  // Most bad ratings have been put right within their five days; the newest are under way.
  for (const [i, rating] of bad.entries()) {
    const words = RECTIFIED[i % RECTIFIED.length] ?? '';
    const steps: DemoStep[] = [
      { do: 'accept', ago: 0 },
      { do: 'answer', ago: 0, outcome: 'accepted', texts: [words] },
      { do: 'close', ago: 0 },
    ];
    for (const [n, step] of steps.entries()) {
      const instant = new Date(rating.at.getTime() + [0.1, 2.9, 3.2][n]! * DAY);
      if (instant.getTime() > today.getTime() - DAY / 2) continue;
      acts.push({ at: instant, run: () => act(official, { number: rating.number, queryCode: '' }, step, null) });
    }
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

const legal = (today: Date, inDays: number): string | null =>
  inDays > 0 ? new Date(today.getTime() + inDays * DAY).toISOString().slice(0, 10) : null;

async function act(ctx: Ctx, own: Own, step: DemoStep, promisedOn: string | null): Promise<void> {
  const { number } = own;
  if (step.do === 'verdict') {
    const opened = await openCase({ ...ctx, actor: { kind: 'public' } }, number, own.queryCode);
    await verdict({ ...ctx, actor: { kind: 'complainant', caseId: opened.caseId } }, opened, {
      verdict: step.verdict,
      text: step.text,
    });
    return;
  }
  const { head, demands } = await readCase(ctx, number);
  const { version } = head;
  const said = 'text' in step && step.text ? { text: step.text } : {};
  if (step.do === 'accept') await accept(ctx, number, { version, ...said });
  else if (step.do === 'close') await close(ctx, number, { version, ...said });
  else if (step.do === 'ask') await ask(ctx, number, { version, ...said });
  else if (step.do === 'refuse') await refuse(ctx, number, { version, reason: step.reason, ...said });
  else
    await answer(ctx, number, {
      version,
      answers: demands.map((demand, i) => ({
        demandId: demand.id,
        outcome: step.outcome,
        text: step.texts[i] ?? step.texts[0],
        ...(promisedOn ? { promisedOn } : {}),
      })),
    });
}
