import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arbiterOf } from '../../../api/domain/arbiter.ts';
import { designate } from '../../../api/services/complaints/designate.ts';
import { dispute } from '../../../api/services/complaints/dispute.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { returnCase } from '../../../api/services/complaints/return.ts';
import { transfer } from '../../../api/services/complaints/transfer.ts';
import { subordinate } from '../../../api/services/officials/authorise.ts';
import { besideInbox } from '../../../api/services/officials/beside-inbox.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const text = '按职责分工，此事不由本单位主管。';
const COMMERCE = TEST_BODIES.cityCommerce.id;
const INDUSTRY = TEST_BODIES.cityIndustry.id;
const ARBITER = TEST_BODIES.provinceDevelopmentReform.id; // the city's reform body has the case itself

const owners = async (caseId: string) =>
  database.owner<{ handler: string; leads: string[] }[]>`
    select handler_id as handler, array(
      select body_id::text from case_assignment a where a.case_id = c.id and a.role = 'lead' and a.to_at is null) as leads
    from cases c where id = ${caseId}`;

/** Passes it to the commerce body, which contests. */
async function contested(): Promise<Desk & { commerce: Desk['desk'] }> {
  const d = await fileAndSit(database);
  await transfer(d.desk, d.number, { version: await d.version(), toBodyId: COMMERCE, text });
  const commerce = await d.as(COMMERCE, 'handler');
  await dispute(commerce, d.number, { version: await d.version(), text });
  return { ...d, commerce };
}

describe('passing on', () => {
  it('says that running clocks run on, and leaves them alone', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const before = await d.row();
    const answer = await transfer(d.desk, d.number, { version: await d.version(), toBodyId: COMMERCE, text });
    expect(answer).toMatchObject({ clocks: 'run_on', state: 'accepted' });
    expect((await d.row()).due_on).toBe(before.due_on);
  });

  it('leaves the case in the sight of the sender, to read only', async () => {
    const d = await fileAndSit(database);
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: COMMERCE, text });
    const { items } = await besideInbox(d.desk, { folder: 'passed_on' });
    expect(items.find((item) => item.number === d.number)).toMatchObject({ handler: '测试市商务局' });
    const view = await readCase(d.desk, d.number);
    expect(view.actions.filter(({ refusal }) => refusal === null)).toEqual([]);
    const commerce = await d.as(COMMERCE, 'handler');
    expect((await besideInbox(commerce, { folder: 'passed_on' })).items).toEqual([]);
  });
});

describe('a dispute of competence', () => {
  it('goes to the lead credit authority of the next place up where that of the place is involved', async () => {
    const d = await contested();
    const arbiter = await d.as(ARBITER, 'arbiter');
    expect((await besideInbox(arbiter, { folder: 'disputes' })).items.map((item) => item.number)).toContain(d.number);
    const view = await readCase(arbiter, d.number);
    expect(view.narrative.story).toContain('土地款');
    expect(view.messages.map((message) => message.text)).toContain(text);
    const tasks = await database.owner`
      select payload from outbox where payload->>'caseId' = ${d.caseId} and payload->>'template' = 'case.disputed'`;
    expect(tasks[0]?.payload).toMatchObject({ to: { bodyId: ARBITER, roles: ['arbiter'] } });
  });

  it('is open to the arbiter alone, whoever else reads cases there', async () => {
    const d = await contested();
    await expect(readCase(await d.as(ARBITER, 'handler', 'intake'), d.number)).rejects.toThrow('resource.not_found');
    await expect(readCase(await d.as(INDUSTRY, 'arbiter'), d.number)).rejects.toThrow('resource.not_found');
    await expect(
      designate(d.commerce, d.number, { version: await d.version(), toBodyId: COMMERCE, text }),
    ).rejects.toThrow('auth.forbidden');
  });

  it('leaves the case with its handler, who can still answer but not pass it on', async () => {
    const d = await contested();
    expect((await owners(d.caseId))[0]).toEqual({ handler: COMMERCE, leads: [COMMERCE] });
    const version = await d.version();
    for (const act of [
      () => transfer(d.commerce, d.number, { version, toBodyId: INDUSTRY, text }),
      () => dispute(d.commerce, d.number, { version, text }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'case.transition_refused', params: { reason: 'disputed' } });
    await expect(returnCase(d.commerce, d.number, { version, text })).rejects.toMatchObject({
      code: 'case.return_refused',
    });
    await acceptCase({ ...d, desk: d.commerce });
    await answerCase({ ...d, desk: d.commerce });
    const arbiter = await d.as(ARBITER, 'arbiter');
    expect((await besideInbox(arbiter, { folder: 'disputes' })).items.map((i) => i.number)).not.toContain(d.number);
  });

  it('ends with a designation, which is final for all but the arbiter', async () => {
    const d = await contested();
    const arbiter = await d.as(ARBITER, 'arbiter');
    const answer = await designate(arbiter, d.number, { version: await d.version(), toBodyId: INDUSTRY, text });
    expect(answer).toMatchObject({ clocks: 'run_on' });
    expect((await owners(d.caseId))[0]).toEqual({ handler: INDUSTRY, leads: [INDUSTRY] });
    expect((await d.row()).designated).toBe(true);
    const industry = await d.as(INDUSTRY, 'handler');
    for (const act of [
      async () => transfer(industry, d.number, { version: await d.version(), toBodyId: COMMERCE, text }),
      async () => dispute(industry, d.number, { version: await d.version(), text }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'case.transition_refused', params: { reason: 'designated' } });
    await expect(returnCase(industry, d.number, { version: await d.version(), text })).rejects.toThrow(
      'case.return_refused',
    );
    await designate(arbiter, d.number, { version: await d.version(), toBodyId: COMMERCE, text });
    expect((await owners(d.caseId))[0]?.handler).toBe(COMMERCE);
  });

  it('can end with the present handler', async () => {
    const d = await contested();
    const arbiter = await d.as(ARBITER, 'arbiter');
    await designate(arbiter, d.number, { version: await d.version(), toBodyId: COMMERCE, text });
    expect((await owners(d.caseId))[0]).toEqual({ handler: COMMERCE, leads: [COMMERCE] });
  });

  it('never ends with the body complained of, nor one below it', async () => {
    const d = await contested();
    const arbiter = await d.as(ARBITER, 'arbiter');
    for (const toBodyId of [TEST_BODIES.county.id, TEST_BODIES.countyCommerce.id])
      await expect(designate(arbiter, d.number, { version: await d.version(), toBodyId, text })).rejects.toThrow(
        'case.transfer_to_respondent',
      );
  });

  it('tells the complainant that there is one and what was decided, not what bodies argued', async () => {
    const d = await contested();
    const words = '这句话只有单位之间能看到。';
    const arbiter = await d.as(ARBITER, 'arbiter');
    await designate(arbiter, d.number, { version: await d.version(), toBodyId: INDUSTRY, text: words });
    const { timeline } = await lookup(d.citizen, d.own);
    const disputed = timeline.find((entry) => entry.kind === 'disputed');
    expect(disputed).toMatchObject({ text: null, body: '测试市商务局' });
    expect(timeline.find((entry) => entry.kind === 'designated')).toMatchObject({
      body: '测试省发展和改革委员会',
      to: '测试市工业和信息化局',
      text: words,
    });
  });

  it('is too late after five working days', async () => {
    const d = await fileAndSit(database);
    await database.owner`update case_assignment set from_at = now() - interval '16 days' where case_id = ${d.caseId}`;
    await expect(dispute(d.desk, d.number, { version: await d.version(), text })).rejects.toMatchObject({
      params: { reason: 'contest_late' },
    });
  });

  it('needs words, a version that still stands, and somebody who may', async () => {
    const d = await fileAndSit(database);
    const version = await d.version();
    await expect(dispute(d.desk, d.number, { version })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(dispute(d.desk, d.number, { version: version + 1, text })).rejects.toThrow('case.version_conflict');
    await expect(dispute(await d.as(HANDLER, 'approver'), d.number, { version, text })).rejects.toThrow(
      'auth.forbidden',
    );
    await expect(dispute(await filingCtx(database), d.number, { version, text })).rejects.toThrow('auth.required');
    await expect(dispute(await d.as(COMMERCE, 'handler'), d.number, { version, text })).rejects.toThrow(
      'resource.not_found',
    );
  });
});

describe('the arbiter', () => {
  const of = async (handlerId: string, senderId: string | null, respondents: string[] = []) => {
    const directory = await (await filingCtx(database)).directory();
    return (
      arbiterOf(directory, {
        handlerId,
        senderId,
        respondents,
        on: '2026-11-21',
        under: (above, below) => subordinate(directory, above, below),
      })?.id ?? null
    );
  };

  it('is the lead credit authority of the nearest place that holds both bodies', async () => {
    expect(await of(COMMERCE, INDUSTRY)).toBe(HANDLER);
    expect(await of(TEST_BODIES.countyCommerce.id, INDUSTRY)).toBe(HANDLER);
    expect(await of(TEST_BODIES.countyCommerce.id, null)).toBe(HANDLER);
  });

  it('is that of the next place up where it is involved, and nobody where none is left', async () => {
    expect(await of(COMMERCE, HANDLER)).toBe(ARBITER);
    expect(await of(COMMERCE, INDUSTRY, [TEST_BODIES.cityGovernment.id])).toBe(ARBITER);
    expect(await of(ARBITER, null)).toBeNull();
  });
});

describe('no case is ever without an owner', () => {
  it('after whatever bodies do with it, one body has it, and never the one complained of', async () => {
    const d = await fileAndSit(database);
    const bodies = Object.values(TEST_BODIES).map((body) => body.id);
    let seed = 7;
    const random = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    const acts = [transfer, returnCase, dispute, designate];
    let done = 0;
    for (let i = 0; i < 120; i++) {
      const version = await d.version();
      const actor = await d.as(bodies[random(bodies.length)] as string, 'handler', 'arbiter');
      const act = acts[random(acts.length)] as typeof transfer;
      const toBodyId = bodies[random(bodies.length)];
      const input = { version, text, ...(act === transfer || act === designate ? { toBodyId } : {}) };
      await act(actor, d.number, input).then(
        () => done++,
        () => {},
      );
      const [now] = await owners(d.caseId);
      expect(now?.leads).toEqual([now?.handler]);
      expect([TEST_BODIES.county.id, TEST_BODIES.countyCommerce.id]).not.toContain(now?.handler);
      // Free to be passed on again, so that the walk goes on.
      if (i % 20 === 19)
        await database.owner`update cases set designated = false, return_used = false where id = ${d.caseId}`;
    }
    expect(done).toBeGreaterThan(5);
  });
});
