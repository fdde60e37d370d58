import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { OwnCaseView } from '../../api/contracts/casework.ts';
import { addDays, legalDate } from '../../api/domain/calendar.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { askExplanation } from '../../api/services/complaints/ask-explanation.ts';
import { askOpinion } from '../../api/services/complaints/ask-opinion.ts';
import { reportPerformance } from '../../api/services/complaints/report-performance.ts';
import type { Ctx } from '../../api/services/context.ts';
import { acceptCase, answerCase, answersFor, type Desk, fileAndSit, HANDLER, officialOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx, TEST_BODIES } from '../support/filing.ts';
import { steadyToday } from '../support/legal-day.ts';

let database: TestDatabase;
let dueOn: string;
beforeAll(async () => {
  database = await testDatabase();
  dueOn = addDays(await steadyToday(database), 9);
});
afterAll(() => database.end());

const COUNTY = TEST_BODIES.county.id;
const COMMERCE = TEST_BODIES.cityCommerce.id;
async function call(ctx: Ctx, method: string, path: string, body?: unknown) {
  const multipart = body instanceof FormData;
  const response = await createApp(() => ctx).request(`/api/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : multipart
        ? { body }
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (json ? JSON.parse(text) : {}) as Record<string, never> & { code?: string; id: string },
  };
}
const form = (fields: Record<string, string>, name = '附件.txt', words = '附件的内容。') => {
  const data = new FormData();
  for (const [key, value] of Object.entries(fields)) data.append(key, value);
  data.append('file', new Blob([words]), name);
  return data;
};
const accepted = async (): Promise<Desk> => {
  const d = await fileAndSit(database);
  await acceptCase(d);
  return d;
};
const fresh = () => filingCtx(database, { source: randomUUID() });

describe('files of a case, by number and code', () => {
  it('are added and downloaded; 403 with a wrong code, 404 for another’s file, 409 once it is answered', async () => {
    const d = await accepted();
    const citizen = await fresh();
    const path = `/cases/${d.number}/evidence`;
    const added = await call(citizen, 'POST', path, form({ queryCode: d.code }));
    expect(added).toMatchObject({ status: 201, body: { name: '附件.txt' } });
    expect(added.headers.get('cache-control')).toBe('no-store');
    const got = await call(citizen, 'POST', `${path}/${added.body.id}`, { queryCode: d.code });
    expect([got.status, got.text]).toEqual([200, '附件的内容。']);
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    const wrong = 'CCCC-CCCC-CCCC-CCCC-CCCC-CCCC';
    expect((await call(citizen, 'POST', path, form({ queryCode: wrong }))).status).toBe(403);
    expect((await call(citizen, 'POST', path, form({}))).status).toBe(403);
    expect((await call(citizen, 'POST', `${path}/${added.body.id}`, { queryCode: wrong })).status).toBe(403);
    expect((await call(citizen, 'POST', `${path}/${randomUUID()}`, { queryCode: d.code })).status).toBe(404);
    expect((await call(citizen, 'POST', `${path}/nonsense`, { queryCode: d.code })).status).toBe(404);
    expect((await call(citizen, 'POST', path, { queryCode: d.code })).status).toBe(400);
    expect((await call(citizen, 'POST', path, form({ queryCode: d.code }, '网页.html', '<html>'))).status).toBe(415);
    await answerCase(d);
    expect((await call(citizen, 'POST', path, form({ queryCode: d.code }))).status).toBe(409);
    const limits = { ...database.deps.limits, lookups: 0 };
    const flooded = await filingCtx(database, { source: randomUUID(), limits });
    expect((await call(flooded, 'POST', path, form({ queryCode: d.code }))).status).toBe(429);
  });

  it('that go with an answer are the complainant’s to download once it is sent, and nobody’s before', async () => {
    const d = await accepted();
    const path = `/officials/cases/${d.number}/files`;
    const attached = await call(d.desk, 'POST', path, form({ purpose: 'answer' }, '批复.txt', '同意支付。'));
    expect(attached.status).toBe(201);
    const own = `/cases/${d.number}/evidence/${attached.body.id}`;
    expect((await call(await fresh(), 'POST', own, { queryCode: d.code })).status).toBe(404);
    // No scanner looked at it: who opens it says that it is known.
    const unseen = await call(d.desk, 'GET', `${path}/${attached.body.id}`);
    expect(unseen).toMatchObject({ status: 409, body: { code: 'evidence.unscanned' } });
    expect((await call(d.desk, 'GET', `${path}/${attached.body.id}?confirmed=yes`)).text).toBe('同意支付。');
    await answerCase(d);
    expect((await call(await fresh(), 'POST', own, { queryCode: d.code })).text).toBe('同意支付。');
    const view = await call(await fresh(), 'POST', `/cases/${d.number}/lookup`, { queryCode: d.code });
    expect(view.body.answerFiles).toMatchObject([{ round: 1, files: [{ name: '批复.txt' }] }]);
    // The respondent has no way to it.
    for (const body of [COUNTY, TEST_BODIES.countyCommerce.id])
      expect((await call(await d.as(body, 'handler'), 'GET', `${path}/${attached.body.id}`)).status).toBe(404);
  });

  it('that are a signed agreement go with the settlement, and the deciding document only with its approval', async () => {
    const d = await accepted();
    const path = `/officials/cases/${d.number}/files`;
    const act = async (action: string, body: object, by = d.desk) =>
      call(by, 'POST', `/officials/cases/${d.number}/${action}`, { version: await d.version(), ...body });
    const read = async (id: string) => {
      const got = await call(await fresh(), 'POST', `/cases/${d.number}/evidence/${id}`, { queryCode: d.code });
      return got.status === 200 ? got.text : got.status;
    };
    const own = async () =>
      (await call(await fresh(), 'POST', `/cases/${d.number}/lookup`, { queryCode: d.code }))
        .body as unknown as OwnCaseView;

    const agreement = await call(d.desk, 'POST', path, form({ purpose: 'settlement' }, '协议.txt', '分两期付清。'));
    const other = await call(d.desk, 'POST', path, form({ purpose: 'determination' }, '认定.txt', '承诺成立。'));
    expect([agreement.status, other.status]).toEqual([201, 409]); // nothing is established yet
    const today = legalDate(new Date());
    const settled = { parties: '反映人与区政府', text: '分两期付清。', signedOn: today, instalments: [] };
    expect(await read(agreement.body.id)).toBe(404);
    expect((await act('settle', settled)).status).toBe(200);
    expect(await read(agreement.body.id)).toBe('分两期付清。');
    expect((await own()).resolution.settlements).toMatchObject([{ files: [{ name: '协议.txt' }] }]);

    const debt = {
      fact: '协议约定返还土地款。',
      change: 'office',
      changeText: '负责人调动。',
      successorText: '承接单位认可。',
    };
    expect((await act('establish', debt)).status).toBe(200);
    const document = await call(d.desk, 'POST', path, form({ purpose: 'determination' }, '认定.txt', '承诺成立。'));
    expect(document.status).toBe(201);
    const finding = {
      finding: 'established',
      documentNumber: '测诚认〔2026〕4号',
      determinedOn: today,
      text: '成立。',
    };
    expect((await act('determine', finding)).status).toBe(200);
    expect(await read(document.body.id)).toBe(404);
    const approver = await d.as(HANDLER, 'approver');
    expect((await act('decide_determination', { decision: 'approved' }, approver)).status).toBe(200);
    expect(await read(document.body.id)).toBe('承诺成立。');
    expect((await own()).resolution.determinations).toMatchObject([{ files: [{ name: '认定.txt' }] }]);
    expect((await call(await d.as(COUNTY, 'handler'), 'GET', `${path}/${document.body.id}`)).status).toBe(404);
  });

  it('are attached by the handler alone: 401, 403, 404, 400, 409', async () => {
    const d = await accepted();
    const path = `/officials/cases/${d.number}/files`;
    const good = () => form({ purpose: 'answer' });
    expect((await call(await fresh(), 'POST', path, good())).status).toBe(401);
    expect((await call(await d.as(HANDLER, 'auditor'), 'POST', path, good())).status).toBe(403);
    expect((await call(await d.as(COUNTY, 'handler'), 'POST', path, good())).status).toBe(404);
    expect((await call(d.desk, 'POST', path, form({ purpose: 'note' }))).status).toBe(400);
    expect((await call(d.desk, 'POST', path, form({ purpose: 'performance' }))).status).toBe(409);
    for (let i = 0; i < 10; i++) expect((await call(d.desk, 'POST', path, good())).status).toBe(201);
    expect((await call(d.desk, 'POST', path, good())).body.code).toBe('upload.too_many');
    // The complainant's own files are counted apart.
    const own = await call(await fresh(), 'POST', `/cases/${d.number}/evidence`, form({ queryCode: d.code }));
    expect(own.status).toBe(201);
  });
});

describe('POST /api/v1/cases/{number}/denial', () => {
  it('records that something was not done; 409 where nothing was reported, 403 with a wrong code', async () => {
    const d = await accepted();
    const answers = answersFor(await d.demands()).map((a) => ({ ...a, promisedOn: dueOn }));
    await answer(d.desk, d.number, { version: await d.version(), answers });
    const [row] = await database.owner`select id from case_answer where case_id = ${d.caseId} limit 1`;
    const answerId = String(row?.id);
    const path = `/cases/${d.number}/denial`;
    const body = { queryCode: d.code, answerId, text: '款项没有到账。' };
    expect((await call(await fresh(), 'POST', path, body)).status).toBe(409);
    await reportPerformance(d.desk, d.number, { version: await d.version(), answerId, text: '已经付清。' });
    expect((await call(await fresh(), 'POST', path, { ...body, text: '' })).status).toBe(400);
    expect((await call(await fresh(), 'POST', path, { ...body, queryCode: 'CCCC' })).status).toBe(403);
    expect((await call(await fresh(), 'POST', path, { ...body, answerId: randomUUID() })).status).toBe(400);
    expect((await call(await fresh(), 'POST', path, body)).status).toBe(201);
    expect((await call(await fresh(), 'POST', path, body)).status).toBe(409);
  });
});

describe('opinions and explanations', () => {
  it('are listed and read by the body that was asked alone: 401, 404', async () => {
    const d = await accepted();
    await askOpinion(d.desk, d.number, { version: await d.version(), bodyIds: [COMMERCE], dueOn, text: '请提意见。' });
    await askExplanation(d.desk, d.number, { version: await d.version(), dueOn, text: '请说明原因。' });
    const commerce = await d.as(COMMERCE, 'handler');
    const county = await d.as(COUNTY, 'handler');
    const list = await call(commerce, 'GET', '/officials/opinions');
    const [opinion] = list.body.items as unknown as { id: string; number: string }[];
    expect(opinion?.number).toBe(d.number);
    expect((await call(commerce, 'GET', `/officials/opinions/${opinion?.id}`)).body).toMatchObject({
      question: '请提意见。',
    });
    expect((await call(county, 'GET', `/officials/opinions/${opinion?.id}`)).status).toBe(404);
    expect((await call(county, 'GET', '/officials/opinions')).body.items).toEqual([]);
    expect((await call(await fresh(), 'GET', '/officials/opinions')).status).toBe(401);
    const asked = await call(county, 'GET', '/officials/explanations');
    const reference = (asked.body.items as unknown as { reference: string }[])[0]?.reference ?? '';
    const path = `/officials/explanations/${reference}`;
    expect((await call(county, 'GET', path)).body).toMatchObject({
      question: '请说明原因。',
      demands: [],
      story: null,
    });
    expect((await call(commerce, 'GET', path)).status).toBe(404);
    expect((await call(await fresh(), 'GET', path)).status).toBe(401);
    expect((await call(commerce, 'POST', `${path}/files`, form({ name: 'x' }))).status).toBe(404);
    const added = await call(county, 'POST', `${path}/files`, form({ name: 'x' }));
    expect(added.status).toBe(201);
    expect((await call(county, 'GET', `${path}/files/${added.body.id}`)).text).toBe('附件的内容。');
    expect((await call(county, 'POST', path, { text: '' })).status).toBe(400);
    expect((await call(county, 'POST', path, { text: '因财政安排推迟。' })).status).toBe(200);
    expect((await call(county, 'POST', path, { text: '因财政安排推迟。' })).body.code).toBe('case.explanation_closed');
    expect((await call(county, 'POST', `${path}/files`, form({ name: 'x' }))).status).toBe(409);
  });
});

describe('templates and rules', () => {
  it('are made, changed and retired by the approver of the body: 400 with the place, 401, 403, 404, 409', async () => {
    const approver = await filingCtx(database, { actor: officialOf(COMMERCE, 'approver') });
    const path = '/officials/templates';
    const words = { title: '正在核实', kind: null, text: '关于{案号}，正在核实。' };
    const made = await call(approver, 'POST', path, { bodyId: COMMERCE, ...words });
    expect(made.status).toBe(201);
    const one = `${path}/${made.body.id}`;
    expect(await call(approver, 'POST', path, { bodyId: COMMERCE, ...words, text: '请{姓名}知悉。' })).toMatchObject({
      status: 400,
      body: {
        fields: [{ path: 'text', code: 'placeholder_unknown', message: expect.stringContaining('第 1 行第 2 个字') }],
      },
    });
    expect((await call(approver, 'POST', path, { bodyId: HANDLER, ...words })).status).toBe(403);
    expect((await call(await fresh(), 'GET', path)).status).toBe(401);
    const handler = await filingCtx(database, { actor: officialOf(COMMERCE, 'handler') });
    expect((await call(handler, 'GET', path)).body.items).toMatchObject([{ title: '正在核实', mine: false }]);
    expect((await call(handler, 'PUT', one, { version: 1, ...words })).status).toBe(403);
    const stranger = await filingCtx(database, { actor: officialOf(COUNTY, 'approver') });
    expect((await call(stranger, 'GET', path)).body.items).toEqual([]);
    expect((await call(stranger, 'PUT', one, { version: 1, ...words })).status).toBe(404);
    expect((await call(approver, 'PUT', one, { version: 1, ...words, title: '核实中' })).status).toBe(200);
    expect((await call(approver, 'PUT', one, { version: 1, ...words })).body.code).toBe('setting.version_conflict');
    expect((await call(approver, 'POST', `${one}/retire`, { version: 2 })).status).toBe(200);
    expect((await call(approver, 'PUT', one, { version: 3, ...words })).status).toBe(409);
    const versions = await database.owner`
      select version, title, retired from answer_template_version where template_id = ${made.body.id} order by version`;
    expect(versions.map((row) => [row.version, row.title, row.retired])).toEqual([
      [1, '正在核实', false],
      [2, '核实中', false],
      [3, '核实中', true],
    ]);
  });

  it('hold for the bodies below, not for those beside', async () => {
    const city = await filingCtx(database, { actor: officialOf(TEST_BODIES.cityGovernment.id, 'administrator') });
    const bodyId = TEST_BODIES.cityGovernment.id;
    await call(city, 'POST', '/officials/templates', { bodyId, title: '全市通用', kind: 'arrears', text: '您好。' });
    const county = await filingCtx(database, { actor: officialOf(COUNTY, 'handler') });
    const titles = (items: unknown) => (items as { title: string }[]).map((item) => item.title);
    expect(titles((await call(county, 'GET', '/officials/templates')).body.items)).toContain('全市通用');
    const province = TEST_BODIES.provinceDevelopmentReform.id;
    const beside = await filingCtx(database, { actor: officialOf(province, 'handler') });
    expect(titles((await call(beside, 'GET', '/officials/templates')).body.items)).not.toContain('全市通用');
    expect((await call(city, 'GET', '/officials/answer-rules')).body.items).toMatchObject([{ version: 0, rules: [] }]);
    expect((await call(county, 'GET', '/officials/answer-rules')).status).toBe(403);
    const set = { bodyId, version: 0, rules: [{ kind: null, outcome: 'not' }] };
    expect((await call(city, 'PUT', '/officials/answer-rules', set)).body).toEqual({ version: 1 });
    expect((await call(city, 'PUT', '/officials/answer-rules', set)).status).toBe(409);
    expect((await call(city, 'PUT', '/officials/answer-rules', { ...set, rules: [{}] })).status).toBe(400);
  });
});
