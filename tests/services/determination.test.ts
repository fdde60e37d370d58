import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { transfer } from '../../api/services/complaints/transfer.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { decideProposed } from '../../api/services/resolution/decide-determination.ts';
import { determine } from '../../api/services/resolution/determine.ts';
import { establish } from '../../api/services/resolution/establish.ts';
import { mediate } from '../../api/services/resolution/mediate.ts';
import { perform } from '../../api/services/resolution/perform.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
const today = '2026-01-05';
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const FACT = {
  fact: '2019年协议约定返还土地款。',
  change: 'reorganisation',
  changedOn: '2023-06-01',
  changeText: '机构合并后没有交接。',
  successorId: TEST_BODIES.county.id,
  successorText: '承接单位认可协议有效。',
};
const FINDING = {
  finding: 'established',
  documentNumber: '测诚认〔2026〕3号',
  determinedOn: today,
  text: '承诺成立，应当兑现。',
};
async function ready(): Promise<Desk> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  return d;
}
const note = async (d: Desk, changes: object = {}, ctx = d.desk) =>
  establish(ctx, d.number, { version: await d.version(), ...FACT, ...changes });
const propose = async (d: Desk, ctx = d.desk) => determine(ctx, d.number, { version: await d.version(), ...FINDING });

describe('an old debt', () => {
  it('is laid open to the complainant: the fact, the reason given, the successor’s answer; the newest holds', async () => {
    const d = await ready();
    await note(d, { fact: '初稿。' });
    await note(d);
    expect((await lookup(d.citizen, d.own)).resolution.debt).toMatchObject({
      fact: FACT.fact,
      change: 'reorganisation',
      changedOn: '2023-06-01',
      changeText: FACT.changeText,
      successor: TEST_BODIES.county.name,
      successorText: FACT.successorText,
    });
    expect((await readCase(d.desk, d.number)).resolution.debts.map((row) => row.fact)).toEqual(['初稿。', FACT.fact]);
  });

  it('is determined by two people: the second is another, and until then the complainant sees nothing of it', async () => {
    const d = await ready();
    await expect(propose(d)).rejects.toMatchObject({ params: { reason: 'not_established' } });
    await note(d);
    const both = await d.as(HANDLER, 'handler', 'approver');
    await propose(d, both);
    const waiting = JSON.stringify(await lookup(d.citizen, d.own));
    expect(waiting).not.toContain('测诚认');
    expect(waiting).not.toContain('determination_proposed');
    const approve = async (ctx = both) =>
      decideProposed(ctx, d.number, { version: await d.version(), decision: 'approved' });
    await expect(approve()).rejects.toMatchObject({ code: 'case.second_person_required' });
    await expect(approve(d.desk)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await approve(await d.as(HANDLER, 'approver'));
    expect((await lookup(d.citizen, d.own)).resolution.determinations).toEqual([
      { ...FINDING, files: [], body: '测试市发展和改革委员会' },
    ]);
    await expect(propose(d)).rejects.toMatchObject({ params: { reason: 'determined_before' } });
  });

  it('that is not approved is nobody’s who only passed the case on, unless it was proposed there', async () => {
    const d = await ready();
    const COMMERCE = TEST_BODIES.cityCommerce.id;
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: COMMERCE, text: '属商务部门职责。' });
    const commerce = await d.as(COMMERCE, 'handler', 'approver');
    await note(d, {}, commerce);
    await propose(d, commerce);
    const heldOn = today;
    await mediate(commerce, d.number, { version: await d.version(), heldOn, parties: '双方', text: '调解笔录内容。' });
    const seen = async () =>
      JSON.stringify(await readCase(d.desk, d.number), (key, v) => (key === 'extras' ? null : v));
    for (const word of ['测诚认', '承诺成立', '调解笔录', 'determination_proposed', 'mediated'])
      expect(await seen()).not.toContain(word);
    expect((await readCase(commerce, d.number)).resolution).toMatchObject({
      mediations: [{ text: '调解笔录内容。' }],
      determinations: [{ approved: null }],
    });
    const approver = await d.as(COMMERCE, 'approver');
    await decideProposed(approver, d.number, { version: await d.version(), decision: 'approved' });
    expect((await readCase(d.desk, d.number)).resolution.determinations).toMatchObject([{ approved: true }]);
    expect(await seen()).not.toContain('调解笔录');
  });

  it('that waits or was sent back is in no answer of the complainant’s interface', async () => {
    const d = await ready();
    await note(d);
    await propose(d);
    const asked = async () => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ queryCode: d.code }),
      };
      const response = await createApp(() => d.citizen).request(`/api/v1/cases/${d.number}/lookup`, init);
      expect(response.status).toBe(200);
      return response.text();
    };
    const hidden = async () => {
      const text = await asked();
      expect(text).toContain(FACT.fact); // the fact is open to the complainant from the beginning
      for (const word of ['测诚认', FINDING.text, 'determination_', '"determined"']) expect(text).not.toContain(word);
    };
    await hidden();
    const decide = async (input: object) =>
      decideProposed(await d.as(HANDLER, 'approver'), d.number, { version: await d.version(), ...input });
    await decide({ decision: 'returned', text: '缺少付款凭证。' });
    await hidden();
    await propose(d);
    await hidden();
    await decide({ decision: 'approved' });
    expect(await asked()).toContain(FINDING.text);
  });

  it('sent back with a reason can be proposed anew, and stays hidden', async () => {
    const d = await ready();
    await note(d);
    await propose(d);
    const approver = await d.as(HANDLER, 'approver');
    const back = { version: await d.version(), decision: 'returned' };
    await expect(decideProposed(approver, d.number, back)).rejects.toMatchObject({
      fields: [{ path: 'text', code: 'required' }],
    });
    await decideProposed(approver, d.number, { ...back, text: '缺少付款凭证。' });
    expect((await lookup(d.citizen, d.own)).resolution.determinations).toEqual([]);
    expect((await readCase(approver, d.number)).resolution.determinations).toMatchObject([
      { remark: '缺少付款凭证。' },
    ]);
    await propose(d);
  });

  it('approved by two at once is approved once', async () => {
    const d = await ready();
    await note(d);
    await propose(d);
    const version = await d.version();
    const all = await Promise.allSettled(
      (await Promise.all([d.as(HANDLER, 'approver'), d.as(HANDLER, 'approver')])).map((ctx) =>
        decideProposed(ctx, d.number, { version, decision: 'approved' }),
      ),
    );
    expect(all.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('tells what was done, dated; and is no matter of other kinds', async () => {
    const d = await ready();
    await note(d);
    await answerCase(d);
    await perform(d.desk, d.number, { version: await d.version(), doneOn: today, text: '首笔六十万元已经支付。' });
    expect((await lookup(d.citizen, d.own)).resolution.deeds).toMatchObject([
      { on: today, text: '首笔六十万元已经支付。' },
    ]);
    const other = await ready();
    await database.owner`update cases set kind = 'tip_off' where id = ${other.caseId}`;
    await expect(note(other)).rejects.toMatchObject({ params: { reason: 'other_kind' } });
  });

  it('leaves no word in the database that is not sealed', async () => {
    const d = await ready();
    await note(d);
    await propose(d);
    for (const table of ['event', 'case_debt', 'case_determination']) {
      const rows = await database.owner`select * from ${database.owner(table)}`;
      const text = JSON.stringify(rows, (_, v) => (v?.type === 'Buffer' ? Buffer.from(v.data).toString('utf8') : v));
      for (const word of [FACT.fact, FACT.successorText, FINDING.text]) expect(text).not.toContain(word);
    }
  });
});
