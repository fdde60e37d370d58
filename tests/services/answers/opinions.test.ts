import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import { askOpinion } from '../../../api/services/complaints/ask-opinion.ts';
import { giveOpinion } from '../../../api/services/complaints/give-opinion.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { ownSharing } from '../../../api/services/complaints/own-releases.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { openFile } from '../../../api/services/officials/open-file.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { countOpinions, listOpinions, opinionOn, readOpinion } from '../../../api/services/opinions/read-opinion.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let dueOn: string;
beforeAll(async () => {
  database = await testDatabase();
  dueOn = addDays(await steadyToday(database), 5);
});
afterAll(() => database.end());

const COMMERCE = TEST_BODIES.cityCommerce.id;
const QUESTION = '协议第七条是否经过贵单位审核？';
const OPINION = '第七条经本单位审核，建议履行。';
interface Asked extends Desk {
  id: string;
  commerce: Ctx;
}
async function asked(bodyId = COMMERCE): Promise<Asked> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  await askOpinion(d.desk, d.number, { version: await d.version(), bodyIds: [bodyId], dueOn, text: QUESTION });
  const [row] = await database.owner`select id from case_opinion where case_id = ${d.caseId}`;
  return Object.assign(d, { id: String(row?.id), commerce: await d.as(bodyId, 'handler') });
}

describe('an opinion', () => {
  it('is asked of a supporting body, which reads the question, the narrative and the demands', async () => {
    const d = await asked();
    const view = await readOpinion(d.commerce, d.id);
    expect(view).toMatchObject({ number: d.number, question: QUESTION, state: 'open', dueOn });
    expect(view.story).toContain('返还土地款');
    expect(view.demands).toHaveLength(2);
    expect(await countOpinions(d.commerce)).toBeGreaterThan(0);
    expect((await listOpinions(d.commerce)).map((item) => item.id)).toContain(d.id);
    expect(await opinionOn(d.commerce, d.number)).toBe(d.id);
    const [row] =
      await database.owner`select role from case_assignment where case_id = ${d.caseId} and body_id = ${COMMERCE}`;
    expect(row?.role).toBe('supporting');
  });

  it('is told to the complainant as a reading by duty of the story, and of nothing else', async () => {
    const d = await asked();
    const { bodies } = await ownSharing(d.citizen, d.own);
    expect(bodies.find(({ id }) => id === COMMERCE)?.fields.filter((field) => field.released)).toEqual([
      { field: 'narrative', released: true, byDuty: true },
    ]);
  });

  it('opens nothing else of the case to that body: no file, no person, no answer', async () => {
    const d = await asked();
    const text = JSON.stringify(await readOpinion(d.commerce, d.id));
    expect(text).not.toMatch(/测试人甲|13800138000|example\.org/);
    await expect(openFile(d.commerce, d.number)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(readCase(d.commerce, d.number)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('is given once, sealed, to the lead and never to the complainant', async () => {
    const d = await asked();
    await giveOpinion(d.commerce, d.number, { text: OPINION });
    expect((await readCase(d.desk, d.number)).opinions).toMatchObject([
      { state: 'given', text: OPINION, question: QUESTION },
    ]);
    const own = await lookup(d.citizen, d.own);
    expect(JSON.stringify(own)).not.toMatch(/第七条经|是否经过贵单位/);
    // That another body was asked is no secret: it reads what the complainant wrote.
    expect(own.timeline.slice(0, 2).map(({ kind, to, body }) => [kind, to ?? body])).toEqual([
      ['opinion_given', '测试市商务局'],
      ['opinion_asked', '测试市商务局'],
    ]);
    const [stored] = await database.owner`select sealed_opinion, sealed_question from case_opinion where id = ${d.id}`;
    expect(Buffer.concat([stored?.sealed_opinion, stored?.sealed_question]).includes('第七条')).toBe(false);
    const [clock] = await database.owner`
      select ended_on is not null as done, for_body_id from case_follow_up where kind = 'opinion' and subject_id = ${d.id}`;
    expect(clock).toMatchObject({ done: true, for_body_id: COMMERCE });
    await expect(giveOpinion(d.commerce, d.number, { text: OPINION })).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'no_opinion' },
    });
  });

  it('is not the handler’s to give, nor a stranger’s, nor one without the role', async () => {
    const d = await asked();
    await expect(giveOpinion(d.desk, d.number, { text: OPINION })).rejects.toMatchObject({
      params: { reason: 'no_opinion' },
    });
    for (const role of ['auditor', 'arbiter', 'publisher', 'administrator'] as const) {
      const other = await d.as(COMMERCE, role);
      for (const read of [() => giveOpinion(other, d.number, { text: OPINION }), () => readOpinion(other, d.id)])
        await expect(read()).rejects.toMatchObject({ code: 'resource.not_found' });
      expect(await opinionOn(other, d.number)).toBeNull();
      expect(await listOpinions(other)).toEqual([]);
    }
    // Who reads it there and does not give opinions is told so.
    await expect(giveOpinion(await d.as(COMMERCE, 'approver'), d.number, { text: OPINION })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    for (const body of [TEST_BODIES.cityIndustry.id, TEST_BODIES.county.id])
      await expect(giveOpinion(await d.as(body, 'handler'), d.number, { text: OPINION })).rejects.toMatchObject({
        code: 'resource.not_found',
      });
    await expect(readOpinion(await d.as(TEST_BODIES.county.id, 'handler'), d.id)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await expect(readOpinion(d.citizen, d.id)).rejects.toMatchObject({ code: 'auth.required' });
  });

  it('is of no use once the case is answered, and is overdue by derivation', async () => {
    const d = await asked();
    await database.owner`update case_opinion set due_on = due_on - 10 where id = ${d.id}`;
    expect((await readOpinion(d.commerce, d.id)).state).toBe('overdue');
    await answerCase(d);
    expect((await readOpinion(d.commerce, d.id)).state).toBe('ended');
    await expect(giveOpinion(d.commerce, d.number, { text: OPINION })).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'state' },
    });
  });

  it('is never asked of the body complained of nor one below it, nor of the lead, nor by an earlier date', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const good = { version: await d.version(), dueOn, text: QUESTION };
    for (const accused of [TEST_BODIES.county.id, TEST_BODIES.countyCommerce.id])
      await expect(askOpinion(d.desk, d.number, { ...good, bodyIds: [accused] })).rejects.toMatchObject({
        code: 'case.transfer_to_respondent',
      });
    for (const otherBodyId of [HANDLER, randomUUID(), undefined])
      await expect(askOpinion(d.desk, d.number, { ...good, otherBodyId })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'otherBodyId' }],
      });
    await expect(
      askOpinion(d.desk, d.number, { ...good, bodyIds: [COMMERCE], dueOn: '2020-01-01' }),
    ).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'dueOn', code: 'date_past' }] });
    expect(await d.version()).toBe(good.version);
  });

  it('is asked of several at once, and of each once at a time', async () => {
    const d = await asked();
    const more = { dueOn, text: '还有一个问题。', bodyIds: [TEST_BODIES.cityIndustry.id, COMMERCE] };
    await expect(askOpinion(d.desk, d.number, { version: await d.version(), ...more })).rejects.toMatchObject({
      fields: [{ code: 'asked_before' }],
    });
    await giveOpinion(d.commerce, d.number, { text: OPINION });
    await askOpinion(d.desk, d.number, { version: await d.version(), ...more });
    expect((await readCase(d.desk, d.number)).opinions).toHaveLength(3);
  });

  it('is announced to the desk of that body without the number of the case', async () => {
    const d = await asked();
    const rows = await database.owner`
      select payload from outbox where task = 'notice.body' and payload->>'bodyId' = ${COMMERCE} order by id desc limit 1`;
    expect(rows[0]?.payload).toEqual({ bodyId: COMMERCE, template: 'opinion.asked' });
    expect(JSON.stringify(rows)).not.toContain(d.number);
  });
});
