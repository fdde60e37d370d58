import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookup } from '../../api/services/complaints/lookup.ts';
import type { Ctx } from '../../api/services/context.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { closeOrder } from '../../api/services/supervision/close-order.ts';
import { criticise } from '../../api/services/supervision/criticise.ts';
import { order } from '../../api/services/supervision/order.ts';
import { press } from '../../api/services/supervision/press.ts';
import { report } from '../../api/services/supervision/report.ts';
import { acceptCase, type Desk, fileAndSit, HANDLER, superiorOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const SECRET = '该单位三次拖延，须说明是谁经办。';
const SOON = '2099-12-31';
const give = async (d: Desk, ctx: Ctx, changes: object = {}) =>
  order(ctx, d.number, { version: await d.version(), text: SECRET, dueOn: SOON, ...changes });

describe('an order of a superior', () => {
  it('is told to the complainant with its date, and its words only where they are released', async () => {
    const d = await fileAndSit(database);
    await give(d, await superiorOf(d));
    const view = await lookup(d.citizen, d.own);
    expect(view.resolution.orders).toMatchObject([
      { by: '测试市人民政府', dueOn: SOON, reading: 'awaited', text: null },
    ]);
    expect(view.timeline[0]).toMatchObject({ kind: 'ordered', body: '测试市人民政府' });
    expect(JSON.stringify(view)).not.toContain('三次拖延');
    const open = await fileAndSit(database);
    await give(open, await superiorOf(open), { shown: 'yes' });
    expect((await lookup(open.citizen, open.own)).resolution.orders[0]?.text).toBe(SECRET);
  });

  it('is reported on by the handling body, pressed for again, and closed: each act is in the timeline', async () => {
    const d = await fileAndSit(database);
    const superior = await superiorOf(d);
    await acceptCase(d);
    await give(d, superior);
    await report(d.desk, d.number, { version: await d.version(), text: '已经联系。' });
    await expect(report(d.desk, d.number, { version: await d.version(), text: '再报。' })).rejects.toMatchObject({
      params: { reason: 'reported_before' },
    });
    await press(superior, d.number, { version: await d.version(), dueOn: '2099-11-30', text: '没有说清。' });
    await report(d.desk, d.number, { version: await d.version(), text: '补充说明。' });
    await closeOrder(superior, d.number, { version: await d.version() });
    const view = await readCase(superior, d.number);
    expect(view.events.map((event) => event.kind).slice(0, 5)).toEqual([
      'order_closed',
      'reported',
      'pressed',
      'reported',
      'ordered',
    ]);
    expect(view.resolution.orders[0]?.entries.map((entry) => [entry.kind, entry.text])).toEqual([
      ['ordered', SECRET],
      ['reported', '已经联系。'],
      ['pressed', '没有说清。'],
      ['reported', '补充说明。'],
      ['closed', ''],
    ]);
    expect(view.resolution.orders[0]).toMatchObject({ reading: 'closed', dueOn: '2099-11-30' });
    const [clock] = await database.owner`
      select ended_on is not null as ended from case_follow_up where case_id = ${d.caseId} and kind = 'order'`;
    expect(clock?.ended).toBe(true);
  });

  it('is given from above only: not by the handling body itself, its supervisor or a department beside it', async () => {
    const d = await fileAndSit(database);
    for (const ctx of [d.desk, await d.as(HANDLER, 'supervisor'), await d.as(TEST_BODIES.cityGovernment.id, 'handler')])
      await expect(give(d, ctx)).rejects.toMatchObject({ code: 'auth.forbidden' });
    for (const ctx of [
      await d.as(TEST_BODIES.cityCommerce.id, 'supervisor'),
      await d.as(TEST_BODIES.county.id, 'supervisor'),
    ])
      await expect(give(d, ctx)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(give(d, database.ctx({ kind: 'public' }))).rejects.toMatchObject({ code: 'auth.required' });
  });

  it('runs once at a time, with a date that is to come', async () => {
    const d = await fileAndSit(database);
    const superior = await superiorOf(d);
    await expect(give(d, superior, { dueOn: '2020-01-01' })).rejects.toMatchObject({
      fields: [{ path: 'dueOn', code: 'date_past' }],
    });
    await expect(give(d, superior, { dueOn: 'bald' })).rejects.toMatchObject({ code: 'request.invalid' });
    const version = await d.version();
    const both = await Promise.allSettled(
      [1, 2].map(() => order(superior, d.number, { version, text: SECRET, dueOn: SOON })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'case.version_conflict' } });
    await expect(give(d, superior)).rejects.toMatchObject({ params: { reason: 'order_running' } });
  });

  it('tells the officials of the body that ordered it when the report has come', async () => {
    const d = await fileAndSit(database);
    await give(d, await superiorOf(d));
    await report(d.desk, d.number, { version: await d.version(), text: '已经办妥。' });
    const rows = await database.owner<{ template: string; body: string | null }[]>`
      select payload ->> 'template' as template, payload #>> '{to,bodyId}' as body from outbox
      where task = 'notice.case' and payload ->> 'caseId' = ${d.caseId} order by id`;
    expect(rows.slice(-2)).toEqual([
      { template: 'case.ordered', body: null },
      { template: 'case.reported', body: TEST_BODIES.cityGovernment.id },
    ]);
  });
});

describe('a notice of criticism', () => {
  const words = { title: '关于办理超期的通报', text: '该单位两件诉求超期，现予通报。' };

  it('counts the cases that it rests on, stands in the timeline of each, and shows no complainant its words', async () => {
    const [d, other] = [await fileAndSit(database), await fileAndSit(database)];
    const superior = await superiorOf(d);
    await criticise(superior, d.number, {
      version: await d.version(),
      ...words,
      others: `${other.number}\n${d.number}`,
    });
    const view = await readCase(superior, other.number);
    expect(view.resolution.notices).toMatchObject([{ ...{ title: words.title, words: words.text }, cases: 2 }]);
    expect(view.events[0]?.kind).toBe('criticised');
    const seen = JSON.stringify(await lookup(d.citizen, d.own));
    expect(seen).toContain('criticised');
    expect(seen).not.toContain(words.text);
  });

  it('names only cases that the same body has', async () => {
    const d = await fileAndSit(database);
    const superior = await superiorOf(d);
    const input = { version: await d.version(), ...words, others: 'JN2031-9999999-0' };
    await expect(criticise(superior, d.number, input)).rejects.toMatchObject({
      fields: [{ path: 'others', code: 'case_of_body' }],
    });
  });
});
