import { Readable } from 'node:stream';
import { bodyId } from '../../../db/reference/body-id.ts';
import { COMMITMENTS, DEMO_SOURCE, type DemoCommitment, REGISTERED } from '../../../db/reference/demo/commitments.ts';
import { DomainError } from '../../domain/errors.ts';
import { actOnCommitment } from '../../services/commitments/by-form.ts';
import { draftCommitment } from '../../services/commitments/draft.ts';
import { addCommitmentEvidence } from '../../services/commitments/files.ts';
import { commitmentForOfficial } from '../../services/commitments/officials.ts';
import { passOnCommitments } from '../../services/commitments/pass-on.ts';
import { publishCommitment, submitCommitment } from '../../services/commitments/publish.ts';
import { registerPromise } from '../../services/commitments/register.ts';
import type { Ctx } from '../../services/context.ts';
import { searchDisclosures } from '../../services/disclosures/search.ts';
import { makeHandover } from '../../services/handovers/make.ts';
import type { DemoActor } from './people.ts';
import { demoId } from './ratings.ts';

const DAY = 86_400_000;

/** Commitments of the fictional place: written by one official, approved by another, kept or not as time went on. */
export async function seedCommitments(
  ctx: Ctx,
  actors: Record<string, DemoActor>,
  today: Date,
  at: (instant: Date) => Promise<void>,
): Promise<number> {
  const { promiseA, promiseB } = actors;
  if (!promiseA || !promiseB) throw new Error('the demonstration has nobody who keeps promises');
  const day = (ago: number) => new Date(today.getTime() - ago * DAY);
  const legal = (ago: number) => new Date(day(ago).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const author: Ctx = { ...ctx, actor: promiseA };
  const second: Ctx = { ...ctx, actor: promiseB };
  let published = 0;
  for (const one of [...COMMITMENTS].sort((a, b) => b.madeAgo - a.madeAgo)) {
    await at(day(Math.max(1, one.madeAgo - 7)));
    try {
      const { id } = await draftCommitment(author, factsOf(one, legal));
      await submitCommitment(author, id, { version: 1 });
      if (one.waiting) continue;
      await publishCommitment(second, id, { version: 2 });
      published++;
      await goOn(one, id, { author, second, legal, to: (ago) => at(day(ago)) });
    } catch (error) {
      if (error instanceof DomainError && error.fields[0]?.code === 'already_recorded') continue;
      throw error;
    }
  }
  await at(day(1));
  await passOnCommitments(ctx);
  await registerPromise(
    { ...ctx, actor: { kind: 'public' }, humanCheck: { ...ctx.humanCheck, verify: async () => 'passed' } },
    {
      ...REGISTERED,
      submissionId: demoId('registered promise'),
      madeOn: legal(400),
      dueOn: legal(40),
    },
  );
  await makeHandover(author, {
    body: bodyId('样例市招商局', '9901'),
    reason: 'reorganisation',
    outgoingPost: '原市招商局办公室主任',
    incomingPost: '市商务局办公室主任',
  });
  return published;
}

function factsOf(one: DemoCommitment, legal: (ago: number) => string): Record<string, unknown> {
  const { facts = {}, ...draft } = one.draft as { facts?: Record<string, string> };
  const dated = Object.entries(facts).map(([name, value]) => [
    name,
    value.startsWith('@') ? legal(Number(value.slice(1))) : value,
  ]);
  return {
    dueKind: one.milestones ? 'milestones' : 'date',
    bodyId: bodyId(...one.body),
    madeOn: legal(one.madeAgo),
    source: DEMO_SOURCE,
    ...(one.dueAgo === undefined ? {} : { dueOn: legal(one.dueAgo) }),
    ...(one.milestones
      ? { milestones: one.milestones.map(({ dueAgo, ...rest }) => ({ ...rest, dueOn: legal(dueAgo) })) }
      : {}),
    ...draft,
    facts: Object.fromEntries(dated),
  };
}

interface Life {
  author: Ctx;
  second: Ctx;
  legal(ago: number): string;
  to(ago: number): Promise<void>;
}

async function goOn(one: DemoCommitment, id: string, { author, second, legal, to }: Life): Promise<void> {
  const act = async (who: Ctx, action: string, more: Record<string, unknown> = {}) => {
    const { row } = await commitmentForOfficial(who, id);
    return actOnCommitment(who, id, { action, version: row.version, ...more });
  };
  const paper = (of: string | null) =>
    addCommitmentEvidence(author, id, of ?? '', {
      name: '办理凭证（示例）.txt',
      source: Readable.from([Buffer.from('演示数据：这里是办理凭证。')]),
    });
  const { milestones } = await commitmentForOfficial(author, id);
  for (const { ago, milestone, words } of one.progress ?? []) {
    await to(ago);
    const reached = milestone === undefined ? {} : { milestone: milestones[milestone]?.id };
    await paper(await act(author, 'report', { words, doneOn: legal(ago), ...reached }));
  }
  const { outcome } = one;
  if (!outcome) return;
  await to(outcome.ago);
  const { words, kind } = outcome;
  if (kind === 'changed') {
    await act(author, 'propose_changed', {
      words,
      documentNumber: '样政发〔示例〕40号',
      decidingBody: '样例市人民政府',
      decidedOn: legal(outcome.ago + 10),
      ground: 'statutory',
      procedure: '听取企业意见、合法性审查、集体讨论决定，决定向社会公开。',
      compensationOffered: '450000',
      compensationOfferedOn: legal(outcome.ago + 5),
      amount: '4000000',
    });
  } else if (kind === 'broken') {
    const body = bodyId(...one.body);
    const found = await searchDisclosures({ ...author, actor: { kind: 'public' } }, { body, limit: 20 });
    const record = found.items.find((item) =>
      ['dishonesty_record', 'unperformed_judgment', 'lost_judgment'].includes(item.kind),
    );
    if (!record) throw new Error('the demonstration has no record for its broken promise');
    await act(author, 'propose_broken', { words, disclosure: record.id });
  } else {
    await paper(await act(author, `propose_${kind}`, { words }));
  }
  await act(second, `approve_${kind}`);
  if (outcome.paid) {
    await to(outcome.ago - 30);
    await act(author, 'compensate', { paid: '450000', paidOn: legal(outcome.ago - 30) });
  }
}
