import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { type Actor, OFFICIAL_ROLES } from '../../../api/domain/official.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { transfer } from '../../../api/services/complaints/transfer.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { besideInbox } from '../../../api/services/officials/beside-inbox.ts';
import { inbox } from '../../../api/services/officials/inbox.ts';
import { notices } from '../../../api/services/officials/notices.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { answerReport } from '../../../api/services/retaliation/answer.ts';
import { ownReports } from '../../../api/services/retaliation/own-reports.ts';
import { listReports, readReport } from '../../../api/services/retaliation/read.ts';
import { reportRetaliation } from '../../../api/services/retaliation/report.ts';
import { type Desk, fileAndSit, HANDLER, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const SECRET = '昨天有人到公司来，要我把投诉撤回。';
const SUPERIOR = TEST_BODIES.cityGovernment.id;

const reported = async (): Promise<Desk & { above: Ctx; id: string }> => {
  const d = await fileAndSit(database);
  await reportRetaliation(d.citizen, d.own, { text: SECRET });
  const above = await d.as(SUPERIOR, 'supervisor');
  const { items } = await listReports(above, {});
  return { ...d, above, id: items.find((item) => item.number === d.number)?.id ?? '' };
};

describe('a report of retaliation', () => {
  it('reaches the supervisors of the body above the handler, and the answer reaches the complainant alone', async () => {
    const d = await reported();
    const report = await readReport(d.above, d.id);
    expect(report).toMatchObject({ number: d.number, against: '测试市发展和改革委员会', answeredAt: null });
    expect(report.words).toMatchObject([{ by: 'complainant', body: null, text: SECRET }]);
    await answerReport(d.above, d.id, { text: '已派人核实，您可以放心。' });
    const own = await ownReports(d.citizen, d.own);
    expect(own.reader).toBe('测试市人民政府');
    expect(own.words.map(({ by, body }) => [by, body])).toEqual([
      ['complainant', null],
      ['superior', '测试市人民政府'],
    ]);
    expect(JSON.stringify(await lookup(d.citizen, d.own))).not.toContain('已派人核实');
  });

  it('leaves no trace in anything that the handler can open, whatever roles the handler holds', async () => {
    const d = await fileAndSit(database);
    const desk = await d.as(HANDLER, ...OFFICIAL_ROLES);
    const seen = async () => {
      const parts = await Promise.all([
        readCase(desk, d.number),
        inbox(desk, {}),
        besideInbox(desk, { folder: 'passed_on' }),
        besideInbox(desk, { folder: 'disputes' }),
        notices(desk, {}),
        listReports(desk, {}),
      ]);
      return JSON.stringify(parts);
    };
    const before = await seen();
    const row = await d.row();
    const chain = await database.owner`select seq, hash from event where subject_id = ${d.caseId} order by seq`;
    await reportRetaliation(d.citizen, d.own, { text: SECRET });
    const [made] = await database.owner`select id from retaliation_report where case_id = ${d.caseId}`;
    await answerReport(await d.as(SUPERIOR, 'supervisor'), made?.id, { text: '已经知道了。' });
    expect(await seen()).toBe(before);
    // Neither the version nor the chain of the case has a gap that could tell.
    expect(await d.row()).toEqual(row);
    expect(await database.owner`select seq, hash from event where subject_id = ${d.caseId} order by seq`).toEqual(
      chain,
    );
    await expect(readReport(desk, made?.id)).rejects.toThrow('resource.not_found');
    const told = await database.owner<{ task: string; payload: Record<string, unknown> }[]>`
      select task, payload from outbox where payload->>'template' in ('retaliation.reported', 'case.news') order by id desc limit 2`;
    expect(told.map(({ payload }) => payload)).toEqual([
      { caseId: d.caseId, template: 'case.news' },
      { bodyId: SUPERIOR, template: 'retaliation.reported' },
    ]);
  });

  it('is sealed, and has a chain of its own', async () => {
    const d = await reported();
    const rows = await database.owner`select sealed from retaliation_message where report_id = ${d.id}`;
    expect(rows[0]?.sealed.includes(Buffer.from('撤回'))).toBe(false);
    await reportRetaliation(d.citizen, d.own, { text: '今天又来了一次。' });
    await answerReport(d.above, d.id, { text: '已经派人来您这里。' });
    const events =
      await database.owner`select kind, seq, payload from event where subject_kind = 'report' and subject_id = ${d.id} order by seq`;
    expect(events.map((e) => [e.seq, e.kind])).toEqual([
      [1, 'reported'],
      [2, 'report_added'],
      [3, 'report_answered'],
    ]);
    expect(JSON.stringify(events)).not.toContain('又来');
  });

  it('is not read by other roles, other bodies, those further up, or a supervisor who also works for the handler', async () => {
    const d = await reported();
    const both: Actor = {
      ...(officialOf(SUPERIOR, 'supervisor') as Extract<Actor, { kind: 'official' }>),
      grants: [
        { role: 'supervisor', bodyId: SUPERIOR },
        { role: 'intake', bodyId: HANDLER },
      ],
    };
    for (const actor of [
      officialOf(TEST_BODIES.provinceDevelopmentReform.id, 'supervisor'),
      officialOf(HANDLER, 'supervisor'),
      both,
    ])
      await expect(readReport(await filingCtx(database, { actor }), d.id)).rejects.toThrow('resource.not_found');
    for (const role of OFFICIAL_ROLES.filter((r) => r !== 'supervisor'))
      await expect(readReport(await d.as(SUPERIOR, role), d.id)).rejects.toThrow('auth.forbidden');
    await expect(listReports(await filingCtx(database), {})).rejects.toThrow('auth.required');
  });

  it('goes one up where the case comes to the body that has the report', async () => {
    const d = await fileAndSit(database, { respondentId: TEST_BODIES.countyCommerce.id });
    await database.owner`update cases set watching_id = ${TEST_BODIES.cityCommerce.id} where id = ${d.caseId}`;
    await reportRetaliation(d.citizen, d.own, { text: SECRET });
    const commerce = await d.as(TEST_BODIES.cityCommerce.id, 'supervisor');
    expect((await listReports(commerce, {})).items.map((i) => i.number)).toContain(d.number);
    const toBodyId = TEST_BODIES.cityCommerce.id;
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId, text: '依职责由该局承办。' });
    expect((await listReports(commerce, {})).items.map((i) => i.number)).not.toContain(d.number);
    const above = await d.as(SUPERIOR, 'supervisor');
    expect((await listReports(above, {})).items.map((i) => i.number)).toContain(d.number);
  });

  it('never goes to the body complained of, and says so where nobody is left', async () => {
    const d = await fileAndSit(database);
    await database.owner`update cases set respondent_now_id = ${SUPERIOR}, respondent_id = ${SUPERIOR} where id = ${d.caseId}`;
    expect((await ownReports(d.citizen, d.own)).reader).toBeNull();
    await expect(reportRetaliation(d.citizen, d.own, { text: SECRET })).rejects.toMatchObject({
      params: { reason: 'no_superior' },
    });
  });
});

describe('the routes of reports', () => {
  const call = async (actor: Actor, path: string, body?: unknown, changes: Partial<Ctx> = {}) => {
    const ctx = await filingCtx(database, { actor, source: randomUUID(), ...changes });
    const init = body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {};
    return (await createApp(() => ctx).request(`/api/v1/${path}`, init)).status;
  };
  const everybody: Actor = { kind: 'public' };

  it('answer the complainant with 201 and 200, 400, 403 and 429', async () => {
    const d = await fileAndSit(database);
    const path = `cases/${d.number}/retaliation-reports`;
    expect(await call(everybody, path, { queryCode: d.code, text: SECRET })).toBe(201);
    expect(await call(everybody, `${path}/lookup`, { queryCode: d.code })).toBe(200);
    expect(await call(everybody, path, { queryCode: d.code })).toBe(400);
    expect(await call(everybody, path, { queryCode: d.code, text: SECRET, to: 'handler' })).toBe(400);
    const wrong = 'CCCC-CCCC-CCCC-CCCC-CCCC-CCCC';
    expect(await call(everybody, path, { queryCode: wrong, text: SECRET })).toBe(403);
    expect(await call(everybody, `${path}/lookup`, { queryCode: wrong })).toBe(403);
    for (let i = 0; i < 9; i++) await call(everybody, path, { queryCode: d.code, text: SECRET });
    expect(await call(everybody, path, { queryCode: d.code, text: SECRET })).toBe(429);
  });

  it('answer the superior with 200 and 201, others with 401, 403 and 404', async () => {
    const d = await reported();
    const path = 'officials/retaliation-reports';
    const above = officialOf(SUPERIOR, 'supervisor');
    expect(await call(above, path)).toBe(200);
    expect(await call(above, `${path}/${d.id}`)).toBe(200);
    expect(await call(above, `${path}/${d.id}/answer`, { text: '知道了，正在核实。' })).toBe(201);
    expect(await call(above, `${path}/${d.id}/answer`, {})).toBe(400);
    expect(await call(above, `${path}/${randomUUID()}`)).toBe(404);
    expect(await call(above, `${path}/nonsense`)).toBe(404);
    expect(await call(officialOf(SUPERIOR, 'handler'), path)).toBe(403);
    expect(await call(officialOf(HANDLER, 'supervisor'), `${path}/${d.id}/answer`, { text: '不该看到。' })).toBe(404);
    expect(await call(everybody, path)).toBe(401);
  });
});
