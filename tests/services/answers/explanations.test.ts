import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import { askExplanation } from '../../../api/services/complaints/ask-explanation.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { openOwnEvidence } from '../../../api/services/complaints/own-evidence.ts';
import { shareExplanation } from '../../../api/services/complaints/share-explanation.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { addExplanationFile, openExplanationFile } from '../../../api/services/explanations/explanation-files.ts';
import { giveExplanation } from '../../../api/services/explanations/give-explanation.ts';
import {
  countExplanations,
  listExplanations,
  readExplanation,
} from '../../../api/services/explanations/read-explanation.ts';
import { announceBody } from '../../../api/services/notices/announce-body.ts';
import { inbox } from '../../../api/services/officials/inbox.ts';
import { notices } from '../../../api/services/officials/notices.ts';
import { openEvidence } from '../../../api/services/officials/open-evidence.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let dueOn: string;
beforeAll(async () => {
  database = await testDatabase();
  dueOn = addDays(await steadyToday(database), 7);
});
afterAll(() => database.end());

const ACCUSED = TEST_BODIES.county.id;
const QUESTION = '请说明当年招商协议第七条没有履行的原因。';
const ANSWER = '因财政安排推迟，计划下季度兑现。';
const file = (name: string, words: string) => ({ name, source: Readable.from([Buffer.from(words)]) });

interface Asked extends Desk {
  reference: string;
  accused: Ctx;
}
async function asked(release: string[] = [], overrides: Parameters<typeof fileAndSit>[1] = {}): Promise<Asked> {
  const d = await fileAndSit(database, overrides);
  await acceptCase(d);
  await askExplanation(d.desk, d.number, { version: await d.version(), dueOn, text: QUESTION, release });
  const [row] = await database.owner`select reference from case_explanation where case_id = ${d.caseId}`;
  return Object.assign(d, { reference: String(row?.reference), accused: await d.as(ACCUSED, 'handler') });
}

describe('the body complained of', () => {
  it('reads the question in the handler’s words, and nothing else of the case', async () => {
    const d = await asked();
    const view = await readExplanation(d.accused, d.reference);
    expect(view).toMatchObject({
      question: QUESTION,
      demands: [],
      story: null,
      state: 'open',
      dueOn,
      askedBy: '测试市发展和改革委员会',
    });
    const all = JSON.stringify([view, await listExplanations(d.accused), await inbox(d.accused, {})]);
    for (const secret of [d.number, d.caseId, '测试人甲', '13800138000', '返还土地款', '招商引资协议书'])
      expect(all).not.toContain(secret);
    expect(d.reference).toMatch(/^SM-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(readCase(d.accused, d.number)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('gets the demands and the narrative only where the complainant lets it know who asks', async () => {
    const hidden = await fileAndSit(database);
    await acceptCase(hidden);
    for (const release of [['demands'], ['narrative'], ['demands', 'narrative']])
      await expect(
        askExplanation(hidden.desk, hidden.number, { version: await hidden.version(), dueOn, text: QUESTION, release }),
      ).rejects.toMatchObject({ code: 'request.invalid', fields: [{ path: 'release', code: 'not_released' }] });
    expect((await readCase(hidden.desk, hidden.number)).choices['ask_explanation.release']).toEqual([]);

    const open = await asked(['demands'], { identityToRespondent: true });
    const view = await readExplanation(open.accused, open.reference);
    expect(view.demands).toEqual(['兑现土地款返还', '书面说明延误的原因']);
    expect(view.story).toBeNull();
    const both = await asked(['demands', 'narrative'], { identityToRespondent: true });
    expect((await readExplanation(both.accused, both.reference)).story).toContain('返还土地款');
    // Contact and identity are in neither.
    expect(JSON.stringify(await readExplanation(both.accused, both.reference))).not.toMatch(/测试人甲|13800138000/);
  });

  it('gets nothing more once the complainant takes that back', async () => {
    const d = await fileAndSit(database, { identityToRespondent: true });
    await acceptCase(d);
    await database.owner`update case_release set revoked_at = now() where case_id = ${d.caseId} and body_id = ${ACCUSED}`;
    await expect(
      askExplanation(d.desk, d.number, { version: await d.version(), dueOn, text: QUESTION, release: ['demands'] }),
    ).rejects.toMatchObject({ fields: [{ code: 'not_released' }] });
  });

  it('explains once, in words and with files, by the date; the handler reads it, the complainant that it was given', async () => {
    const d = await asked();
    expect((await lookup(d.citizen, d.own)).explanations).toMatchObject([{ state: 'open', dueOn, text: null }]);
    const stored = await addExplanationFile(d.accused, d.reference, file('财政安排.txt', '下季度安排'));
    await giveExplanation(d.accused, d.reference, { text: ANSWER });
    expect(await readExplanation(d.accused, d.reference)).toMatchObject({
      state: 'given',
      text: ANSWER,
      files: [{ name: '财政安排.txt' }],
    });
    const view = await readCase(d.desk, d.number);
    expect(view.explanations).toMatchObject([{ text: ANSWER, state: 'given', reference: d.reference }]);
    expect(view.evidence.map((f) => f.attachment?.purpose)).toEqual(['explanation']);
    const own = await lookup(d.citizen, d.own);
    expect(own.explanations).toMatchObject([{ state: 'given', text: null, files: [] }]);
    expect(JSON.stringify(own)).not.toMatch(/下季度|财政安排|协议第七条/);
    await expect(openOwnEvidence(d.citizen, d.own, stored.id)).rejects.toMatchObject({ code: 'resource.not_found' });

    await expect(giveExplanation(d.accused, d.reference, { text: ANSWER })).rejects.toMatchObject({
      code: 'case.explanation_closed',
    });
    await expect(addExplanationFile(d.accused, d.reference, file('再来.txt', '再来'))).rejects.toMatchObject({
      code: 'case.explanation_closed',
    });
    const [clock] = await database.owner`
      select ended_on is not null as done, for_body_id from case_follow_up where case_id = ${d.caseId} and kind = 'explanation'`;
    expect(clock).toMatchObject({ done: true, for_body_id: ACCUSED });
  });

  it('is read by the complainant only once the handler shows it', async () => {
    const d = await asked();
    const stored = await addExplanationFile(d.accused, d.reference, file('安排.txt', '下季度安排'));
    await expect(
      shareExplanation(d.desk, d.number, { version: await d.version(), explanationId: d.caseId }),
    ).rejects.toMatchObject({ params: { reason: 'no_explanation' } });
    await giveExplanation(d.accused, d.reference, { text: ANSWER });
    const view = await readCase(d.desk, d.number);
    const explanationId = view.choices['share_explanation.explanationId']?.[0]?.value;
    await shareExplanation(d.desk, d.number, { version: await d.version(), explanationId });
    expect((await lookup(d.citizen, d.own)).explanations).toMatchObject([
      { text: ANSWER, files: [{ id: stored.id, name: '安排.txt' }] },
    ]);
    const opened = await openOwnEvidence(d.citizen, d.own, stored.id);
    opened.stream.destroy();
  });

  it('cannot open the files of the case, and no other body can open its explanation', async () => {
    const d = await asked([], {});
    const stored = await addExplanationFile(d.accused, d.reference, file('安排.txt', '下季度安排'));
    (await openExplanationFile(d.accused, d.reference, stored.id)).stream.destroy();
    await expect(openEvidence(d.accused, d.number, stored.id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(openExplanationFile(d.accused, d.reference, d.caseId)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    for (const ctx of [
      await d.as(TEST_BODIES.cityCommerce.id, 'handler', 'intake'),
      await d.as(TEST_BODIES.countyCommerce.id, 'handler', 'intake'),
      await d.as(ACCUSED, 'auditor', 'supervisor', 'approver'),
    ]) {
      await expect(readExplanation(ctx, d.reference)).rejects.toMatchObject({ code: 'resource.not_found' });
      await expect(giveExplanation(ctx, d.reference, { text: ANSWER })).rejects.toMatchObject({
        code: 'resource.not_found',
      });
      await expect(openExplanationFile(ctx, d.reference, stored.id)).rejects.toMatchObject({
        code: 'resource.not_found',
      });
      expect(await listExplanations(ctx)).toEqual([]);
    }
    await expect(readExplanation(d.citizen, d.reference)).rejects.toMatchObject({ code: 'auth.required' });
    for (const nonsense of ['SM-0000-0000', d.number, '../x', ''])
      await expect(readExplanation(d.accused, nonsense)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('is told by a notice that names no case', async () => {
    const d = await asked();
    const official = officialOf(ACCUSED, 'handler') as { id: string };
    await database.owner`insert into auth_user (id, name, email) values (${official.id}, '说明人', 'explain@example.org')`;
    await database.owner`
      insert into official_grant (id, user_id, role, body_id) values (gen_random_uuid(), ${official.id}, 'handler', ${ACCUSED})`;
    const [task] = await database.owner`
      select id, payload from outbox where task = 'notice.body' and payload->>'bodyId' = ${ACCUSED} order by id desc limit 1`;
    const ctx = await filingCtx(database);
    await announceBody(ctx, Number(task?.id), task?.payload as { bodyId: string; template: string });
    const me = await filingCtx(database, { actor: officialOf(ACCUSED, 'handler') });
    const mine = await notices({ ...me, actor: { ...me.actor, id: official.id } as Ctx['actor'] }, {});
    expect(mine.items).toMatchObject([{ template: 'explanation.asked', caseNumber: null }]);
    const rows = await database.owner`select * from notice where recipient_id = ${official.id}`;
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(d.number);
    expect(rows.every((row) => row.case_id === null)).toBe(true);
  });

  it('is asked no more once the case was answered', async () => {
    const d = await asked();
    expect(await countExplanations(d.accused)).toBeGreaterThan(0);
    await answerCase(d);
    expect((await readExplanation(d.accused, d.reference)).state).toBe('ended');
    await expect(giveExplanation(d.accused, d.reference, { text: ANSWER })).rejects.toMatchObject({
      code: 'case.explanation_closed',
    });
  });
});
