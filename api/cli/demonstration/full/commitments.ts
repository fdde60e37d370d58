import { Readable } from 'node:stream';
import { type CommitmentRow, findCommitmentKeys } from '../../../../db/queries/commitments.ts';
import * as words from '../../../../db/reference/demo/full/commitments.ts';
import { CommitmentDraft } from '../../../contracts/commitment.ts';
import { parse } from '../../../contracts/parse.ts';
import { commitmentKey } from '../../../domain/commitment-key.ts';
import { PPP_STAGES } from '../../../domain/commitment-kinds.ts';
import { actOnCommitment } from '../../../services/commitments/by-form.ts';
import { draftCommitment } from '../../../services/commitments/draft.ts';
import { commitmentFacts } from '../../../services/commitments/facts.ts';
import { addCommitmentEvidence } from '../../../services/commitments/files.ts';
import { passOnCommitments } from '../../../services/commitments/pass-on.ts';
import type { Ctx } from '../../../services/context.ts';
import { searchDisclosures } from '../../../services/disclosures/search.ts';
import { type Act, carryOut, dayAgo, moment } from './acts.ts';
import { arrearsActs } from './arrears.ts';
import { type Draw, draw } from './draw.ts';
import { type PlannedPromise, promiseDraft } from './promise-draft.ts';
import { BREACHES, recordedBodies } from './records.ts';
import { registrationActs } from './registrations.ts';
import type { World } from './world.ts';

/** How promises end, in parts of a hundred; `running`: not yet. What is due and not kept by then is overdue. */
const ENDS = { running: 46, honoured: 26, partly: 8, changed: 8, broken: 4, waiting: 5, draft: 3 };

/** Promises of all kinds in all states, what was paid under them, and the yearly reports of arrears. */
export async function fillCommitments(world: World): Promise<void> {
  const directory = await world.ctx.directory();
  const acts: Act[] = [];
  const paying = new Set<string>();
  const recorded = recordedBodies(world);
  for (let i = 0; i < world.counts.commitments; i++) {
    const d = draw(`promise ${i}`);
    const end = i < 7 ? (Object.keys(ENDS) as End[])[i]! : d.weighted(ENDS);
    // 认定 is by a published record only: such a promise is one of a body that has one.
    const planned = promiseDraft(world, d, i, end === 'broken' ? d.pick(recorded) : null);
    const key = commitmentKey(commitmentFacts(directory, parse(CommitmentDraft, planned.draft)));
    if (planned.payables.length > 0) paying.add(planned.body.id);
    acts.push(...promiseActs(world, d, i, planned, end, key));
  }
  acts.push(...arrearsActs(world, [...paying]), ...registrationActs(world));
  await carryOut(world, 'commitments', '承诺 commitments', acts);
  await passOnCommitments(world.ctx);
}

type End = keyof typeof ENDS;
type Plan = [daysAgo: number, run: (row: CommitmentRow) => Promise<unknown>];

function promiseActs(world: World, d: Draw, i: number, planned: PlannedPromise, end: End, key: string): Act[] {
  const { base, ctx, places } = world;
  const { madeAgo } = planned;
  const province = places.province.id;
  const author = world.as('promiseA', [
    ['publisher', province],
    ['handler', province],
  ]);
  const second = world.as('promiseB', [
    ['publisher', province],
    ['approver', province],
  ]);
  const day = (ago: number) => dayAgo(base, ago);
  const row = async () => {
    const [found] = await findCommitmentKeys(ctx.db, [key]);
    if (!found) throw new Error(`no commitment ${key}`);
    return found;
  };
  const doing =
    (who: Ctx, action: string, more: Record<string, unknown> = {}) =>
    (now: CommitmentRow) =>
      actOnCommitment(who, now.id, { action, version: now.version, ...more });
  const withPaper = (action: string, more: Record<string, unknown>) => async (now: CommitmentRow) => {
    const of = await doing(author, action, more)(now);
    await addCommitmentEvidence(author, now.id, of ?? '', {
      name: '办理凭证（示例）.txt',
      source: Readable.from([Buffer.from('演示数据：这里是办理凭证。')]),
    });
  };
  const published = Math.max(2, madeAgo - 7);
  const plan: Plan[] = [];
  if (end !== 'draft') plan.push([published, doing(author, 'submit')]);
  if (end !== 'draft' && end !== 'waiting') {
    plan.push([published, doing(second, 'publish')]);
    for (const [n, stage] of planned.kind === 'ppp_project' ? PPP_STAGES.slice(1, d.int(2, 4)).entries() : [])
      plan.push([
        Math.max(2, published - 30 * (n + 1)),
        doing(author, 'enter_stage', {
          stage,
          enteredOn: day(Math.max(2, published - 30 * (n + 1))),
          department: '项目管理科',
          post: words.PPP_POSTS[n + 1] ?? '项目科科长',
          document: `阶段批复〔示例〕${i}-${n}号`,
        }),
      ]);
    const kept = end === 'honoured';
    for (const [n, payable] of planned.payables.entries()) {
      // Most is paid about its day; what is not is owed from then on.
      const paidAgo = payable.dueAgo + d.int(-20, 8);
      if (paidAgo < 2 || paidAgo >= published || !(kept || d.chance(0.62))) continue;
      const paid = kept || d.chance(0.85) ? payable.amount : Math.max(1, Math.floor(payable.amount / 2));
      plan.push([
        paidAgo,
        doing(author, 'pay', { paid: String(paid), paidOn: day(paidAgo), voucher: `拨款单〔示例〕${i}-${n}` }),
      ]);
    }
    const report = Math.max(2, published - d.int(20, 120));
    if (d.chance(0.6))
      plan.push([report, withPaper('report', { words: d.pick(words.PROGRESS_WORDS), doneOn: day(report) })]);
    plan.push(
      ...ending(d, planned, end, Math.min(published, ...plan.map(([days]) => days)), {
        author,
        second,
        day,
        doing,
        withPaper,
      }),
    );
  }
  const at = d.next() * 0.8;
  const first: Act = {
    at: moment(base, published, at),
    subject: `promise ${i}`,
    run: () => draftCommitment(author, planned.draft),
  };
  const rest = plan
    .map((one, n) => ({ one, n }))
    .sort((a, b) => b.one[0] - a.one[0] || a.n - b.n)
    .map(
      ({ one: [days, run] }, n): Act => ({
        at: moment(base, days, at + (n + 1) * 0.01),
        subject: `promise ${i}`,
        run: async () => run(await row()),
      }),
    );
  return [first, ...rest];
}

interface Hands {
  author: Ctx;
  second: Ctx;
  day(ago: number): string;
  doing(who: Ctx, action: string, more?: Record<string, unknown>): Plan[1];
  withPaper(action: string, more: Record<string, unknown>): Plan[1];
}

/** @param last the day of the last thing that happened to it, in days ago */
function ending(d: Draw, planned: PlannedPromise, end: End, last: number, hands: Hands): Plan[] {
  const { author, second, day, doing, withPaper } = hands;
  const published = Math.max(2, planned.madeAgo - 7);
  // After everything else that happened to it, and not before it was due where it was due.
  const at = Math.max(1, Math.min(published - 130, (planned.dueAgo ?? 40) - 10, last - 1));
  if (published < 20) return [];
  if (end === 'honoured' || end === 'partly') {
    const said = d.pick(end === 'honoured' ? words.KEPT_WORDS : words.PARTLY_WORDS);
    return [
      [at, withPaper(`propose_${end}`, { words: said })],
      [at, doing(second, `approve_${end}`)],
    ];
  }
  if (end === 'changed') {
    const offered = String(d.int(5, 60) * 10_000);
    const facts = {
      words: d.pick(words.CHANGE_WORDS),
      documentNumber: `示政发〔示例〕${d.int(10, 90)}号`,
      decidingBody: '有权作出决定的人民政府（示例）',
      decidedOn: day(at + 10),
      ground: d.pick(['national_interest', 'public_interest', 'statutory'] as const),
      procedure: '听取企业意见、合法性审查、集体讨论决定，决定向社会公开。',
      compensationOffered: offered,
      compensationOfferedOn: day(at + 5),
    };
    return [
      [at, doing(author, 'propose_changed', facts)],
      [at, doing(second, 'approve_changed')],
      ...(d.chance(0.6) && at > 3
        ? ([[at - 2, doing(author, 'compensate', { paid: offered, paidOn: day(at - 2) })]] as Plan[])
        : []),
    ];
  }
  if (end !== 'broken') return [];
  const propose = async (now: CommitmentRow) => {
    const asked = { body: now.bodyId, limit: 50 };
    const found = await searchDisclosures({ ...author, actor: { kind: 'public' } }, asked);
    const record = found.items.find((item) => BREACHES.includes(item.kind));
    if (!record) throw new Error('no record for a broken promise');
    await doing(author, 'propose_broken', { words: words.BROKEN_WORDS, disclosure: record.id })(now);
  };
  return [
    [1, propose],
    [1, doing(second, 'approve_broken')],
  ];
}
