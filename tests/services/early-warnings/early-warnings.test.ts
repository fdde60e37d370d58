import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../api/services/context.ts';
import { actOnWarning } from '../../../api/services/early-warnings/act.ts';
import { findWarnings } from '../../../api/services/early-warnings/find.ts';
import {
  enterPlaceChange,
  listPlaceChanges,
  withdrawPlaceChange,
} from '../../../api/services/early-warnings/place-changes.ts';
import { listWarnings, readWarning } from '../../../api/services/early-warnings/read.ts';
import { insertCase } from '../../support/case-row.ts';
import { officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { fileTestCase, filingCtx, TEST_BODIES } from '../../support/filing.ts';

const DEMAND = '请求按照二〇一九年签订的招商协议兑现设备补贴一百二十万元，并说明三年没有拨付的原因和责任部门。';
const { cityGovernment, countyCommerce, county, cityCommerce, cityDevelopmentReform } = TEST_BODIES;
let db: TestDatabase;
let deps: Ctx;

const as = (bodyId: string, ...roles: Parameters<typeof officialOf>[1][]): Promise<Ctx> =>
  filingCtx(db, { actor: officialOf(bodyId, ...roles) });
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);

beforeAll(async () => {
  db = await testDatabase();
  deps = await filingCtx(db);
  // Three nearly equal demands about one body, filed through the front door.
  for (const tail of ['', '谢谢。', '盼复。']) await fileTestCase(db, { demands: [`${DEMAND}${tail}`] });
  // Old debts of a county: one before its election, six after.
  for (const ago of [90, 40, 35, 30, 20, 10, 5])
    await insertCase(db.owner, {
      respondent: countyCommerce.id,
      handler: cityGovernment.id,
      division: '980101',
      filedAt: day(ago),
    });
});
afterAll(() => db.end());

describe('early warning', () => {
  it('raises a card for the same demand and, once the election is entered, for the old debts after it', async () => {
    await findWarnings(deps);
    const superior = await as(cityGovernment.id, 'supervisor');
    const respondent = (await listWarnings(superior, false)).map((card) => [card.rule, card.cases]);
    expect(respondent).toEqual([['same_demand', 3]]);
    const administrator = await as(cityGovernment.id, 'administrator');
    const heldOn = day(60).toISOString().slice(0, 10);
    await enterPlaceChange(administrator, { division: '980101', heldOn, words: '区人民代表大会换届' });
    await findWarnings(deps);
    const cards = await listWarnings(superior, false);
    expect(cards.map((card) => card.rule).sort()).toEqual(['old_debt_after_change', 'same_demand']);
    // One notice a day for each body, to those above it, however many cards and runs there are.
    const told = await db.owner<{ payload: Record<string, unknown> }[]>`
      select payload from outbox where payload ->> 'template' = 'early_warning.raised'`;
    expect(told.map((one) => one.payload.bodyId)).toEqual([...new Set(cards.map((card) => card.body.id))]);
    expect(told.every((one) => (one.payload.to as { superior?: boolean }).superior)).toBe(true);
    await db.owner`delete from early_warning where rule = 'same_demand'`;
    await findWarnings(deps);
    const count = async () =>
      (await db.owner`select 1 from outbox where payload ->> 'template' = 'early_warning.raised'`).length;
    expect([(await listWarnings(superior, false)).length, await count()]).toEqual([2, 1]);
    await db.owner`update early_warning_notice set told_on = told_on - 1`;
    await db.owner`delete from early_warning where rule = 'same_demand'`;
    await Promise.all([findWarnings(deps), findWarnings(deps)]);
    expect(await count()).toBe(2);
    const change = cards.find((card) => card.rule === 'old_debt_after_change');
    expect(change).toMatchObject({
      body: { id: county.id },
      cases: 6,
      numbers: { before: 1, after: 6, event: 'election' },
    });
  });

  it('raises nothing twice, whether the job runs again or two run at once', async () => {
    const count = async () => (await db.owner`select id from early_warning`).length;
    const before = await count();
    await Promise.all([findWarnings(deps), findWarnings(deps)]);
    expect(await count()).toBe(before);
    expect(before).toBe(2);
  });

  it('is for superiors of the body alone, and shows them the cases that lie with bodies they see', async () => {
    const superior = await as(cityGovernment.id, 'supervisor');
    const card = (await listWarnings(superior, false)).find((one) => one.rule === 'old_debt_after_change');
    const id = card?.id ?? '';
    expect((await readWarning(superior, id)).seen).toHaveLength(6);
    // The county that is complained of supervises its departments, and reads nothing of this.
    const own = await as(county.id, 'supervisor');
    expect((await listWarnings(own, false)).map((one) => one.rule)).toEqual([]);
    await expect(readWarning(own, id)).rejects.toMatchObject({ code: 'resource.not_found' });
    for (const bodyId of [cityCommerce.id, cityDevelopmentReform.id])
      await expect(readWarning(await as(bodyId, 'supervisor'), id)).rejects.toMatchObject({
        code: 'resource.not_found',
      });
    await expect(listWarnings(await as(cityGovernment.id, 'handler'), false)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(listWarnings(deps, false)).rejects.toMatchObject({ code: 'auth.required' });
    // A case that went elsewhere is counted and not shown.
    await db.owner`update cases set handler_id = ${TEST_BODIES.provinceDevelopmentReform.id}
      where id = (select case_ids[1] from early_warning where id = ${id})`;
    const page = await readWarning(superior, id);
    expect([page.cases, page.seen.length]).toEqual([6, 5]);
  });

  it('is noted and closed with words, and a card that was closed stays closed and is never gone', async () => {
    const superior = await as(cityGovernment.id, 'supervisor');
    const [card] = await listWarnings(superior, false);
    const id = card?.id ?? '';
    await expect(actOnWarning(superior, id, { act: 'closed', version: 1, words: '好' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await actOnWarning(superior, id, { act: 'acknowledged', version: 1, words: '已请该单位说明情况。' });
    await expect(
      actOnWarning(superior, id, { act: 'closed', version: 1, words: '已经督办并约谈。' }),
    ).rejects.toMatchObject({ code: 'setting.version_conflict' });
    await actOnWarning(superior, id, { act: 'closed', version: 2, words: '已经督办并约谈。' });
    await findWarnings(deps);
    expect((await listWarnings(superior, true)).map((one) => one.id)).toEqual([id]);
    const page = await readWarning(superior, id);
    expect(page.notes.map((note) => [note.kind, note.by])).toEqual([
      ['acknowledged', cityGovernment.name],
      ['closed', cityGovernment.name],
    ]);
    await actOnWarning(superior, id, { act: 'reopened', version: 3, words: '又有新的诉求，重新处理。' });
    expect((await readWarning(superior, id)).state).toBe('acknowledged');
  });
});

describe('days of elections', () => {
  it('are entered once, in a place of the administrator, not in the future, and taken back by mistake', async () => {
    const administrator = await as(cityGovernment.id, 'administrator');
    const form = { division: '980101', heldOn: '2026-01-15', words: '区人民代表大会换届' };
    await enterPlaceChange(administrator, form);
    await expect(enterPlaceChange(administrator, form)).rejects.toMatchObject({ fields: [{ code: 'day_twice' }] });
    await expect(enterPlaceChange(administrator, { ...form, heldOn: '2099-01-01' })).rejects.toMatchObject({
      fields: [{ code: 'date_future' }],
    });
    await expect(enterPlaceChange(administrator, { ...form, division: '98' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const found = (await listPlaceChanges(administrator)).find((row) => row.heldOn === '2026-01-15');
    await withdrawPlaceChange(administrator, found?.id ?? '');
    expect((await listPlaceChanges(administrator)).map((row) => row.heldOn)).not.toContain('2026-01-15');
    await enterPlaceChange(administrator, form);
  });
});
