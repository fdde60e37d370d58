import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import {
  giveFeedback,
  governanceCsv,
  governanceList,
  makeGovernanceList,
  refreshGovernanceList,
} from '../../../api/services/disclosures/governance.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { measureList, retireMeasure, saveMeasure } from '../../../api/services/disclosures/rights/measures.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, versionOf } from '../../support/disclosures.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let accused: Official;
let administrator: Official;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  const [body] = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'department' order by name desc limit 1`;
  const of = (role: 'handler' | 'administrator'): Official => ({
    kind: 'official',
    id: role,
    name: role,
    grants: [{ role, bodyId: body!.id }],
  });
  accused = of('handler');
  administrator = of('administrator');
}, 60_000);
afterAll(() => db?.end());

const act = async (who: Official, id: string, action: string, input: Record<string, unknown> = {}) =>
  actOnDisclosure(db.ctx(who), id, action, { version: await versionOf(db, id), ...input });
const breach = () =>
  publish(db, people, {
    kind: 'unperformed_judgment',
    bodyId: accused.grants[0]!.bodyId,
    conduct: '拒不履行',
    outcome: null,
    decidedOn: '2026-01-05',
    publicationClass: 'serious',
  });
const measuresShown = async (id: string) => {
  const answer = await getDisclosure(db.ctx(), id);
  return answer.found === 'record' ? answer.value.measures : [];
};

describe('measures', () => {
  test('are taken from the list with their basis, mitigated and lifted with a reason', async () => {
    const id = await breach();
    await act(people.third, id, 'impose_measure', { measure: 'honours_cancelled', imposedOn: '2026-01-06' });
    expect(await measuresShown(id)).toMatchObject([
      {
        name: '取消评优评先资格',
        basis: '国发〔2016〕76号 四（三）',
        state: 'imposed',
        on: '2026-01-06',
        reason: null,
      },
    ]);
    const again = { measure: 'honours_cancelled', imposedOn: '2026-01-06' };
    expect(await code(act(people.third, id, 'impose_measure', again))).toBe('already_recorded');
    expect(
      await code(act(people.third, id, 'mitigate_measure', { measure: 'honours_cancelled', reason: '' })),
    ).not.toBeNull();
    await act(people.third, id, 'mitigate_measure', { measure: 'honours_cancelled', reason: '主动挽回损失。' });
    expect(await measuresShown(id)).toMatchObject([{ state: 'mitigated', reason: '主动挽回损失。' }]);
    await act(people.third, id, 'lift_measure', { measure: 'honours_cancelled', reason: '已经履行。' });
    expect(await measuresShown(id)).toMatchObject([{ state: 'lifted', reason: '已经履行。' }]);
    expect((await getForOfficial(db.ctx(people.author), id)).actions).not.toContain('lift_measure');
  });

  test('are of a list that an administrator edits; good news know none', async () => {
    const own = {
      id: 'own_rule',
      name: '暂停评审资格',
      nameEn: 'Suspended',
      basis: '本市规定第二条',
      basisEn: 'Local, art. 2',
    };
    expect(await code(saveMeasure(db.ctx(people.author), own))).toBe('auth.forbidden');
    await saveMeasure(db.ctx(administrator), own);
    const listed = async () => (await measureList(db.ctx(people.author))).map((one) => one.id);
    expect(await listed()).toContain('own_rule');
    await retireMeasure(db.ctx(administrator), { id: 'own_rule' });
    expect(await listed()).not.toContain('own_rule');
    expect(await code(retireMeasure(db.ctx(administrator), { id: 'own_rule' }))).toBe('resource.not_found');
    const id = await breach();
    expect(await code(act(people.third, id, 'impose_measure', { measure: 'own_rule', imposedOn: '2026-01-06' }))).toBe(
      'invalid_value',
    );
    const honour = await publish(db, people, {
      kind: 'honour',
      caseNumber: null,
      outcome: null,
      documentNumber: '样奖1号',
      decidingBody: '样例市人民政府',
    });
    expect((await getForOfficial(db.ctx(people.third), honour)).actions).not.toContain('impose_measure');
  });
});

describe('the list of what is open', () => {
  test('holds every open breach of the month, tells the responsible body, hears it, and follows the record', async () => {
    const id = await breach();
    await publish(db, people); // a lost judgment is none
    expect(await makeGovernanceList(db.deps)).toBeGreaterThanOrEqual(1);
    expect(await makeGovernanceList(db.deps)).toBe(0);
    const told = await db.owner`select payload from outbox where payload->>'template' = 'governance.listed'`;
    expect(told.map((row) => (row.payload as { bodyId: string }).bodyId)).toContain(accused.grants[0]!.bodyId);

    const list = await governanceList(db.ctx(people.author), {});
    expect(list.entries.every((entry) => entry.kind !== 'lost_judgment')).toBe(true);
    expect(list.entries.find((entry) => entry.record === id)).toMatchObject({ state: 'published', progress: null });
    const own = await governanceList(db.ctx(accused), {});
    expect(own.entries.find((entry) => entry.record === id)?.mine).toBe(true);
    expect((await governanceList(db.ctx(people.stranger), {})).entries).toEqual([]);

    const word = { month: list.month, record: id, progress: 'performing', feedback: '已付第一期。' };
    expect(await code(giveFeedback(db.ctx(people.stranger), word))).toBe('resource.not_found');
    await giveFeedback(db.ctx(accused), word);
    await act(people.author, id, 'withdraw', { reasonClass: 'judgment_changed', reason: '再审改判' });
    const after = (await governanceList(db.ctx(people.author), {})).entries.find((entry) => entry.record === id);
    expect(after).toMatchObject({ state: 'withdrawn', progress: 'performing', feedback: '已付第一期。' });
    expect(await code(giveFeedback(db.ctx(accused), word))).toBe('resource.gone');

    const { name, csv } = await governanceCsv(db.ctx(people.author), { month: list.month });
    expect(name).toBe(`governance-${list.month}.csv`);
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.find((row) => row.record === id)).toMatchObject({ state: 'withdrawn', progress: 'performing' });
  });

  test('is brought up to date by publishers only', async () => {
    await breach();
    expect(await code(refreshGovernanceList(db.ctx(accused)))).toBe('auth.forbidden');
    expect(await code(governanceList(db.ctx(), {}))).toBe('auth.required');
    expect(await refreshGovernanceList(db.ctx(people.author))).toBe(1);
    expect(await code(governanceList(db.ctx(people.author), { month: 'x' }))).toBe('invalid_format');
  });
});
