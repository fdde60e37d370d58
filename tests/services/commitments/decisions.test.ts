import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { addCommitmentEvidence } from '../../../api/services/commitments/files.ts';
import { splitMilestones } from '../../../api/services/commitments/form-facts.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { commitmentForOfficial } from '../../../api/services/commitments/officials.ts';
import { warnOfCommitments } from '../../../api/services/commitments/warn-due.ts';
import { commitmentVersion, publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publish, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db?.end());

const act = async (who: Official, id: string, action: string, more: Record<string, unknown> = {}) =>
  actOnCommitment(db.ctx(who), id, { action, version: await commitmentVersion(db, id), ...more });
const open = async (id: string) => {
  const answer = await getCommitment(db.ctx(), id);
  if (answer.found !== 'record') throw new Error('not public');
  return answer.value;
};
const paper = () => ({ name: '回执.txt', source: Readable.from([Buffer.from('拨付回执')]) });

describe('the life of a commitment', () => {
  it('is honoured with evidence and by a second person only', async () => {
    const id = await publishedPromise(db, people, {
      dueKind: 'milestones',
      dueOn: undefined,
      milestones: [
        { title: '首笔', dueOn: '2025-04-30' },
        { title: '尾款', dueOn: '2099-04-30' },
      ],
    });
    expect((await open(id)).record.due).toBe('overdue');
    const { milestones } = await commitmentForOfficial(db.ctx(people.author), id);
    const note = await act(people.author, id, 'report', {
      words: '首笔已经拨付。',
      doneOn: '2025-05-20',
      milestone: milestones[0]?.id,
    });
    const after = await open(id);
    expect(after.record).toMatchObject({ state: 'in_progress', due: 'running', nextDueOn: '2099-04-30' });
    expect(after.milestones.map((one) => one.late)).toEqual([true, false]);

    await act(people.author, id, 'propose_honoured', { words: '全部拨付。' });
    await expect(act(people.author, id, 'propose_partly', { words: '又一个。' })).rejects.toMatchObject({
      code: 'commitment.decision_open',
    });
    await expect(act(people.author, id, 'approve_honoured')).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await expect(act(people.second, id, 'approve_honoured')).rejects.toMatchObject({
      fields: [{ path: 'evidence', code: 'evidence_missing' }],
    });
    await addCommitmentEvidence(db.ctx(people.author), id, note ?? '', paper());
    await expect(addCommitmentEvidence(db.ctx(people.stranger), id, note ?? '', paper())).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await act(people.second, id, 'approve_honoured');
    const kept = await open(id);
    expect(kept.record).toMatchObject({ state: 'honoured', due: 'none' });
    expect(kept.decisions).toMatchObject([{ outcome: 'honoured', words: '全部拨付。' }]);
  });

  it('is changed lawfully with document, procedure and compensation; what was before stays to be compared', async () => {
    const id = await publishedPromise(db, people);
    const decision = {
      words: '国家产业政策调整。',
      documentNumber: '样政发〔2026〕8号',
      decidingBody: '样例市人民政府',
      decidedOn: '2026-05-01',
      ground: 'public_interest',
      procedure: '听取企业意见、合法性审查、集体讨论决定。',
      compensationOffered: '120000',
      compensationOfferedOn: '2026-05-08',
      dueOn: '2099-06-30',
      amount: '380000',
    };
    await expect(act(people.author, id, 'propose_changed', { ...decision, procedure: '' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await act(people.author, id, 'propose_changed', decision);
    expect((await open(id)).record.amount).toBe('500000.00');
    await act(people.second, id, 'approve_changed');
    await act(people.author, id, 'compensate', { paid: '120000', paidOn: '2026-06-01' });
    const page = await open(id);
    expect(page.record).toMatchObject({ state: 'changed', amount: '380000.00', dueOn: '2099-06-30' });
    expect(page.decisions[0]).toMatchObject({ compensationOffered: '120000.00', compensationPaid: '120000.00' });
    expect(page.versions.at(-1)?.changes).toEqual([
      { field: 'dueOn', before: '2099-12-31', after: '2099-06-30' },
      { field: 'amount', before: '500000.00', after: '380000.00' },
    ]);
    expect(page.sources.find((one) => one.field === 'amount')?.document).toBe('样政发〔2026〕8号');
    await act(people.author, id, 'report', { words: '按新的约定拨付了一半。', doneOn: '2026-06-02' });
    expect((await open(id)).record.state).toBe('changed');
  });

  it('is broken only by a published record about the body, and two people', async () => {
    const [body] = await db.sql<{ name: string }[]>`
      select name from body where id = ${people.author.grants[0]?.bodyId ?? ''}`;
    const id = await publishedPromise(db, people);
    const other = await publish(db, people, { bodyName: '样例市某局' });
    const own = await publish(db, people, { bodyName: body?.name, bodyId: people.author.grants[0]?.bodyId });
    const words = { words: '判决责令履行而未履行。' };
    await expect(act(people.author, id, 'propose_broken', { ...words, disclosure: other })).rejects.toMatchObject({
      fields: [{ path: 'disclosure', code: 'no_determination' }],
    });
    await act(people.author, id, 'propose_broken', { ...words, disclosure: own });
    await expect(act(people.author, id, 'approve_broken')).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await act(people.third, id, 'approve_broken');
    const page = await open(id);
    expect(page.record.state).toBe('broken');
    expect(page.decisions[0]?.disclosure?.id).toBe(own);
    await expect(act(people.author, id, 'report', { words: '补办。', doneOn: '2026-01-01' })).rejects.toMatchObject({
      code: 'commitment.transition_refused',
    });
  });

  it('is withdrawn by two people and leaves a tombstone; a refusal changes nothing', async () => {
    const id = await publishedPromise(db, people);
    await act(people.author, id, 'propose_withdrawn', { words: '重复录入。' });
    await act(people.second, id, 'refuse', { reason: '没有重复。' });
    expect((await open(id)).record.state).toBe('published');
    await act(people.author, id, 'propose_withdrawn', { words: '确实重复。' });
    await act(people.second, id, 'approve_withdrawn');
    const answer = await getCommitment(db.ctx(), id);
    expect(answer).toMatchObject({ found: 'tombstone', value: { id, kind: 'investment_policy' } });
    expect(JSON.stringify(answer)).not.toContain('设备补贴');
  });

  it('warns the body once for each date, thirty days before', async () => {
    await db.owner`delete from outbox where task = 'notice.body'`;
    const [day] = await db.sql<{ soon: string }[]>`
      select ((now() at time zone 'Asia/Shanghai')::date + 30)::text as soon`;
    await publishedPromise(db, people, { dueOn: day?.soon });
    expect(await warnOfCommitments(db.deps)).toBe(1);
    expect(await warnOfCommitments(db.deps)).toBe(0);
    const rows = await db.sql`select payload from outbox where task = 'notice.body'`;
    expect(rows.map((row) => row.payload)).toEqual([
      { bodyId: people.author.grants[0]?.bodyId, template: 'commitment.due' },
    ]);
  });
});

it('milestones are read from a line each', () => {
  expect(splitMilestones('2026年12月31日 第一笔 50,000元\n2027-6-30：第二笔')).toEqual([
    { dueOn: '2026年12月31日', title: '第一笔', amount: '50,000' },
    { dueOn: '2027-6-30', title: '第二笔' },
  ]);
  expect(() => splitMilestones('年底付清')).toThrow();
});
