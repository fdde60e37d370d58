import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { verdict } from '../../api/services/complaints/verdict.ts';
import type { Ctx } from '../../api/services/context.ts';
import { agree } from '../../api/services/resolution/agree.ts';
import { pay } from '../../api/services/resolution/pay.ts';
import { settle } from '../../api/services/resolution/settle.ts';
import { supervisionBoard } from '../../api/services/supervision/board.ts';
import { order } from '../../api/services/supervision/order.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER, superiorOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx, TEST_BODIES } from '../support/filing.ts';
import { steadyToday } from '../support/legal-day.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
});
afterAll(() => database?.end());

const post = async (path: string, body: unknown, changes: Partial<Ctx> = {}) => {
  const app = createApp(() => filingCtx(database, { source: randomUUID(), ...changes }));
  const response = await app.request(`/api/v1/cases/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

async function answered(): Promise<Desk> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  await answerCase(d);
  return d;
}
async function proposed(): Promise<Desk> {
  const d = await answered();
  await settle(d.desk, d.number, {
    version: await d.version(),
    parties: '双方',
    text: '一次付清。',
    signedOn: today,
    instalments: [{ dueOn: '2099-01-31', amount: '100' }],
  });
  return d;
}
const instalmentOf = async (d: Desk) => {
  const [row] = await database.owner`
    select i.id from case_instalment i join case_settlement s on s.id = i.settlement_id where s.case_id = ${d.caseId}`;
  return String(row?.id);
};

const ACTS: { path: string; ready: () => Promise<Desk>; body: (d: Desk) => Promise<object> | object; bad: object }[] = [
  { path: 'settlement', ready: proposed, body: () => ({ decision: 'agreed' }), bad: { decision: 'perhaps' } },
  {
    path: 'instalments',
    ready: async () => {
      const d = await proposed();
      await agree(d.citizen, d.own, { decision: 'agreed' });
      const instalmentId = await instalmentOf(d);
      await pay(d.desk, d.number, { version: await d.version(), instalmentId, paidOn: today });
      return d;
    },
    body: async (d) => ({ instalmentId: await instalmentOf(d), received: 'yes' }),
    bad: { instalmentId: 'x', received: 'yes' },
  },
  {
    path: 'review',
    ready: async () => {
      const d = await answered();
      await verdict(d.citizen, d.own, { verdict: 'not_solved' });
      return d;
    },
    body: () => ({ text: '答复没有说什么时候付款。' }),
    bad: {},
  },
];

describe.each(ACTS)('POST /api/v1/cases/{number}/$path', ({ path, ready, body, bad }) => {
  it('answers 200 with the code, and 409 the second time', async () => {
    const d = await ready();
    const input = { queryCode: d.code, ...(await body(d)) };
    expect(await post(`${d.number}/${path}`, input)).toMatchObject({ status: 200, body: { number: d.number } });
    expect((await post(`${d.number}/${path}`, input)).status).toBe(409);
  });

  it('answers 400 to bad input, 403 to a wrong code and to an unknown number alike, 429 above the limit', async () => {
    const d = await ready();
    const input = await body(d);
    const wrong = { queryCode: 'CCCC-CCCC-CCCC-CCCC-CCCC-CCCC', ...input };
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...bad })).status).toBe(400);
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...input, state: 'closed' })).status).toBe(400);
    expect((await post(`${d.number}/${path}`, wrong)).status).toBe(403);
    expect((await post(`JN2031-9999999-0/${path}`, wrong)).status).toBe(403);
    const limits = { ...database.deps.limits, lookups: 0 };
    expect((await post(`${d.number}/${path}`, { queryCode: d.code, ...input }, { limits })).status).toBe(429);
  });
});

describe('the board of supervision', () => {
  it('lists what presses below the supervisor and the orders that run, and opens to no one else', async () => {
    const d = await fileAndSit(database);
    await database.owner`update cases set due_on = current_date - 4 where id = ${d.caseId}`;
    const superior = await superiorOf(d);
    await order(superior, d.number, { version: 1, text: '请报告。', dueOn: '2099-12-31' });
    await database.owner`update cases set due_on = current_date - 4 where id = ${d.caseId}`;
    const board = await supervisionBoard(superior);
    expect(board.pressing.find((row) => row.number === d.number)).toMatchObject({
      handler: '测试市发展和改革委员会',
      order: 'awaited',
    });
    expect(board.orders.find((row) => row.number === d.number)).toMatchObject({ reading: 'awaited', pressed: 0 });
    const own = await supervisionBoard(await d.as(HANDLER, 'supervisor'));
    expect(own.pressing).toEqual([]);
    const county = await supervisionBoard(await d.as(TEST_BODIES.county.id, 'supervisor'));
    expect(JSON.stringify(county)).not.toContain(d.number);
    await expect(supervisionBoard(d.desk)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(supervisionBoard(d.citizen)).rejects.toMatchObject({ code: 'auth.required' });
  });
});
