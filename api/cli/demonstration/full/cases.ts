import type { DemoStep } from '../../../../db/reference/demo/cases.ts';
import * as words from '../../../../db/reference/demo/full/cases.ts';
import type { FiledKind } from '../../../contracts/complaint.ts';
import { DomainError } from '../../../domain/errors.ts';
import { file } from '../../../services/complaints/file.ts';
import { openCase } from '../../../services/complaints/open-case.ts';
import { supply } from '../../../services/complaints/supply.ts';
import { withdraw } from '../../../services/complaints/withdraw.ts';
import type { Ctx } from '../../../services/context.ts';
import { act, type Own } from '../cases.ts';
import { demoId } from '../ratings.ts';
import { type Act, carryOut, legalDay, moment } from './acts.ts';
import { complaint } from './case-filing.ts';
import { type CaseStep, life, TWIN } from './case-life.ts';
import { draw } from './draw.ts';
import { asPublic, type World } from './world.ts';

const KINDS: Record<FiledKind, number> = { promise: 36, arrears: 27, old_debt: 14, tip_off: 13, other: 10 };
const OLDEST = 600;
const TWINS = 60;

/** Cases in every state, with what happened to them, in the order in which it happened. */
export async function fillCases(world: World): Promise<void> {
  const { base, ctx, counts, places } = world;
  const known = new Map<number, () => Promise<Own>>();
  const province = places.province.id;
  const official = (step: CaseStep): Ctx => world.as(step.as ?? 'handler', [[step.as ?? 'handler', province] as const]);
  const acts: Act[] = [];
  for (let i = 0; i < counts.cases; i++) {
    // Now and then a second one comes about the same, and is dealt with together with the first.
    const twin = i % TWINS === TWINS - 1;
    const first = i % TWINS === TWINS - 2;
    const d = draw(`case ${twin ? i - 1 : i}`);
    const kind = d.weighted(KINDS);
    // Every year there are some more of them.
    const drawn = 1 + Math.floor(OLDEST * d.next() ** 1.25);
    const young = 14 + (drawn % 150);
    const ago = twin ? young - 2 : first ? young : drawn;
    const { filing, about } = complaint(world, d, kind, i, ago);
    const plan = twin ? TWIN : life(d, kind, ago, first);
    let mine: Promise<Own> | null = null;
    const send = async (): Promise<Own> => {
      const sender = asPublic(ctx, plan.held ? 'unavailable' : 'passed');
      const { answer } = await file(sender, { ...filing, submissionId: demoId(`full case ${i}`) });
      return { number: answer.number, queryCode: answer.queryCode };
    };
    // Filed again, it answers with the same number: so a run that goes on knows the cases of the one before.
    const own = () => (mine ??= send());
    known.set(i, own);
    const subject = `case ${i}`;
    acts.push({ at: moment(base, ago, d.next()), subject, run: own });
    for (const step of plan.steps) {
      if (ago - step.after < 1) break;
      const at = moment(base, ago - step.after, d.next());
      const day = (n: number) => legalDay(new Date(at.getTime() + n * 86_400_000));
      const run = async (): Promise<void> => {
        if (step.do === 'withdraw' || step.do === 'supply') return ownAct(ctx, await own(), step.do, i);
        const made = step.make(about, at);
        const into = step.do === 'merge' ? { input: { into: (await known.get(i - 1)!()).number } } : {};
        return act(official(step), await own(), { ...made, ...into } as DemoStep, day);
      };
      acts.push({ at, subject, run: step.ifPossible ? () => run().catch(unlessRefused) : run });
    }
  }
  await carryOut(world, 'cases', '诉求 cases', acts);
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

async function ownAct(ctx: Ctx, own: Own, what: 'withdraw' | 'supply', i: number): Promise<void> {
  const opened = await openCase(asPublic(ctx), own.number, own.queryCode);
  const complainant: Ctx = { ...ctx, actor: { kind: 'complainant', caseId: opened.caseId } };
  if (what === 'withdraw') await withdraw(complainant, opened, { text: words.WITHDRAWN[i % words.WITHDRAWN.length] });
  else await supply(complainant, opened, { text: words.SUPPLIED[i % words.SUPPLIED.length] });
}
