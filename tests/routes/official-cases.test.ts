import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { InboxPage, OfficialCase } from '../../api/contracts/official-case.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';
import type { Ctx } from '../../api/services/context.ts';
import { ACTS } from '../../api/services/officials/acts.ts';
import { indexWords } from '../../api/services/officials/case-words.ts';
import { answersFor, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx, TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

async function call(ctx: Ctx, path: string, body?: unknown) {
  const response = await createApp(() => ctx).request(`/api/v1/officials/cases${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('what officials do through the API', () => {
  it('leads a case from filing to its end, each step by the version of the one before', async () => {
    const d = await fileAndSit(database);
    const accepted = await call(d.desk, `/${d.number}/accept`, { version: 1 });
    expect(accepted).toMatchObject({ status: 200, body: { number: d.number, state: 'accepted', version: 2 } });
    const answers = answersFor(await d.demands());
    const answered = await call(d.desk, `/${d.number}/answer`, { version: 2, answers });
    expect(answered).toMatchObject({ status: 200, body: { state: 'answered', version: 3 } });
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(await call(d.desk, `/${d.number}/close`, { version: 3, bodySays: 'solved' })).toMatchObject({
      status: 200,
      body: { state: 'closed' },
    });
    const read = await call(d.desk, `/${d.number}`);
    expect(OfficialCase.parse(read.body)).toMatchObject({ state: 'closed', version: 4 });
  });

  it('lists the cases of the official’s bodies with a cursor, and nobody else’s', async () => {
    const d = await fileAndSit(database);
    const mine = await call(d.desk, '?folder=all&limit=1');
    expect(mine.status).toBe(200);
    expect(InboxPage.parse(mine.body).items).toHaveLength(1);
    const other = await call(await d.as(TEST_BODIES.cityCommerce.id, 'handler'), '');
    expect(InboxPage.parse(other.body).items.map((item) => item.number)).not.toContain(d.number);
    expect((await call(d.desk, '?folder=secret')).status).toBe(400);
    expect((await call(await filingCtx(database), '')).status).toBe(401);
  });

  it('filters and searches the list, and puts cases on a desk', async () => {
    const d = await fileAndSit(database, { story: '云锦路口的补偿协议签了三年，款项没有到账。' });
    await indexWords(database.deps);
    const found = await call(d.desk, `?q=${encodeURIComponent('云锦路口')}&kind=promise`);
    expect(InboxPage.parse(found.body).items.map((item) => item.number)).toEqual([d.number]);
    expect((await call(d.desk, '?kind=nonsense')).status).toBe(400);
    const assign = async (ctx: Ctx, body: object) => {
      const response = await createApp(() => ctx).request('/api/v1/officials/assignments', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return [response.status, await response.json()];
    };
    const cases = [d.number];
    expect(await assign(d.desk, { cases, to: 'me' })).toEqual([200, { assigned: 1 }]);
    expect((await assign(await filingCtx(database), { cases, to: 'me' }))[0]).toBe(401);
    expect((await assign(d.desk, { cases: [] }))[0]).toBe(400);
    expect((await assign(await d.as(TEST_BODIES.cityCommerce.id, 'handler'), { cases, to: 'me' }))[0]).toBe(404);
    expect((await assign(await d.as(HANDLER, 'supervisor'), { cases, to: 'me' }))[0]).toBe(403);
  });

  it.each(Object.keys(ACTS))('%s answers 401 to nobody, 404 to strangers, 400 to nonsense', async (action) => {
    const d = await fileAndSit(database);
    const { example } = ACTS[action as keyof typeof ACTS] ?? { example: {} };
    const path = `/${d.number}/${action}`;
    expect((await call(await filingCtx(database), path, example)).status).toBe(401);
    for (const stranger of [TEST_BODIES.cityCommerce.id, TEST_BODIES.county.id])
      expect((await call(await d.as(stranger, 'handler', 'intake', 'approver'), path, example)).status).toBe(404);
    // Whoever holds every role at the body: some acts are the approver's alone.
    const all = await d.as(HANDLER, ...OFFICIAL_ROLES);
    expect((await call(all, path, { ...example, smuggled: true })).status).toBe(400);
    expect((await call(await d.as(HANDLER, 'auditor'), path, example)).status).toBe(403);
    expect(await d.version()).toBe(1);
  });

  it('answers 409 to who saw an older version, whatever the state', async () => {
    const d = await fileAndSit(database);
    await call(d.desk, `/${d.number}/accept`, { version: 1 });
    const late = await call(d.desk, `/${d.number}/ask`, { version: 1, text: '请补充投产验收的材料。' });
    expect(late).toMatchObject({ status: 409, body: { code: 'case.version_conflict' } });
  });
});
