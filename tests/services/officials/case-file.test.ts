import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DomainError } from '../../../api/domain/errors.ts';
import type { Grant } from '../../../api/domain/official.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { openEvidence } from '../../../api/services/officials/open-evidence.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { readIdentity } from '../../../api/services/officials/read-identity.ts';
import { saveDraft } from '../../../api/services/officials/save-draft.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { fileTestCase, filingCtx, TEST_BODIES, type TestCase } from '../../support/filing.ts';

let db: TestDatabase;
let filed: TestCase;
let hidden: TestCase;
let number = '';

const as = (id: string, ...grants: Grant[]): Promise<Ctx> =>
  filingCtx(db, { actor: { kind: 'official', id, name: `官员${id}`, grants, factorAge: 0 } });
const handler = (bodyId = TEST_BODIES.cityCommerce.id): Grant => ({ role: 'handler', bodyId });
const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );

beforeAll(async () => {
  db = await testDatabase();
  const files = [{ name: '协议 第七条.txt', content: Buffer.from('合同第七条') }];
  filed = await fileTestCase(db, {}, { files });
  hidden = await fileTestCase(db, { identityToHandler: false });
  number = filed.answer.number;
  // The test place has no duties of its own: whoever got the case, commerce has it now.
  await db.owner`update cases set handler_id = ${TEST_BODIES.cityCommerce.id}, accepting_id = null, watching_id = null`;
  await db.owner`update case_release set body_id = ${TEST_BODIES.cityCommerce.id}`;
});
afterAll(() => db.end());

describe('the case page', () => {
  it('shows story, demands, evidence and timeline, but nothing of the person', async () => {
    const view = await readCase(await as('u1', handler()), number);
    expect(view.narrative.story).toContain('返还土地款');
    expect(view.demands.map((d) => [d.position, d.text])).toEqual([
      [1, '兑现土地款返还'],
      [2, '书面说明延误的原因'],
    ]);
    expect(view.evidence).toMatchObject([{ name: '协议 第七条.txt', uploadedBy: 'complainant' }]);
    expect(view.events.map((e) => e.kind)).toEqual(['filed']);
    expect(view.respondent).toBe(TEST_BODIES.county.name);
    expect(JSON.stringify(view)).not.toMatch(/测试人甲|13800138000|jia@example|wrapped|sealed/);
    expect(view.identityReleased).toBe(true);
  });

  it('takes two statements beside the session', async () => {
    const statements: string[] = [];
    const ctx = await as('u1', handler());
    const counted = postgres(db.url, { max: 1, debug: (_, query) => statements.push(query) });
    try {
      await readCase({ ...ctx, sql: counted as unknown as Ctx['sql'] }, number);
    } finally {
      await counted.end();
    }
    const ours = statements.filter((query) => /^\s*select/i.test(query) && !query.includes('pg_catalog'));
    expect(ours).toHaveLength(2);
  });

  it('does not exist for a body that has no part in it, nor for the respondent', async () => {
    for (const body of [TEST_BODIES.county, TEST_BODIES.cityIndustry, TEST_BODIES.countyCommerce]) {
      expect((await refusal(readCase(await as('x', handler(body.id)), number))).code).toBe('resource.not_found');
    }
    const publisher = await as('x', { role: 'publisher', bodyId: TEST_BODIES.cityCommerce.id });
    expect((await refusal(readCase(publisher, number))).code).toBe('resource.not_found');
    expect((await refusal(readCase(await filingCtx(db), number))).code).toBe('auth.required');
    const above = await as('s', { role: 'supervisor', bodyId: TEST_BODIES.cityGovernment.id });
    expect((await readCase(above, number)).head.number).toBe(number);
  });

  it('says of every action whether it is possible, or why not', async () => {
    const view = await readCase(await as('u1', handler()), number);
    const actions = Object.fromEntries(view.actions.map((a) => [a.action, a.refusal]));
    expect(actions).toMatchObject({ accept: null, refuse: null, ask: null, answer: 'state', close: 'state' });
    const auditor = await readCase(await as('a', { role: 'auditor', bodyId: TEST_BODIES.cityCommerce.id }), number);
    expect(auditor.actions.every((a) => a.refusal === 'role')).toBe(true);
  });

  it('remains without its words when the person was erased', async () => {
    const gone = await fileTestCase(db);
    await db.owner`update cases set handler_id = ${TEST_BODIES.cityCommerce.id} where id = ${gone.caseId}`;
    await db.owner`update case_key set wrapped = null, erased_at = now() where case_id = ${gone.caseId}`;
    const view = await readCase(await as('u1', handler()), gone.answer.number);
    expect(view).toMatchObject({ erased: true, narrative: {} });
    expect(view.events).toHaveLength(1);
  });
});

describe('evidence', () => {
  it('streams as it was uploaded and leaves a line in the log', async () => {
    const ctx = await as('u1', handler());
    const [file] = (await readCase(ctx, number)).evidence;
    const opened = await openEvidence(ctx, number, file?.id ?? '', { confirmed: true });
    const chunks: Buffer[] = [];
    for await (const chunk of opened.stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('合同第七条');
    const log = await db.sql`select user_id, field from access_log where subject_id = ${file?.id ?? ''}`;
    expect(log).toMatchObject([{ user_id: 'u1', field: 'evidence' }]);
  });

  it('of another case, or for another body, does not exist', async () => {
    const ctx = await as('u1', handler());
    const [file] = (await readCase(ctx, number)).evidence;
    expect((await refusal(openEvidence(ctx, hidden.answer.number, file?.id ?? ''))).code).toBe('resource.not_found');
    const other = await as('x', handler(TEST_BODIES.cityIndustry.id));
    expect((await refusal(openEvidence(other, number, file?.id ?? ''))).code).toBe('resource.not_found');
  });
});

describe('the person', () => {
  it('is read with a reason, which is logged, and as an event without words', async () => {
    const ctx = await as('u1', handler());
    expect((await refusal(readIdentity(ctx, number, {}))).fields[0]?.code).toBe('required');
    const person = await readIdentity(ctx, number, { reason: '电话核实金额' });
    expect(person).toEqual({
      identity: { name: '测试人甲' },
      contact: { phone: '13800138000', email: 'jia@example.org' },
    });
    const log = await db.sql`select field, reason from access_log where subject_id = ${filed.caseId} order by id`;
    expect(log).toMatchObject([
      { field: 'identity', reason: '电话核实金额' },
      { field: 'contact', reason: '电话核实金额' },
    ]);
    const [event] =
      await db.sql`select payload from event where subject_id = ${filed.caseId} and kind = 'identity_read'`;
    expect(event?.payload).not.toContain('电话');
  });

  it('stays hidden where the complainant did not allow it, and from those who only watch', async () => {
    const input = { reason: '电话核实金额' };
    expect((await refusal(readIdentity(await as('u1', handler()), hidden.answer.number, input))).code).toBe(
      'auth.forbidden',
    );
    const above = await as('s', { role: 'supervisor', bodyId: TEST_BODIES.cityGovernment.id });
    expect((await refusal(readIdentity(above, number, input))).code).toBe('auth.forbidden');
    expect((await refusal(readIdentity(await as('x', handler(TEST_BODIES.county.id)), number, input))).code).toBe(
      'resource.not_found',
    );
    const events = await db.sql`select 1 from event where subject_id = ${hidden.caseId} and kind = 'identity_read'`;
    expect(events).toHaveLength(0);
  });
});

describe('a half-written reply', () => {
  it('is kept for its writer alone, sealed, the last one saved', async () => {
    const ctx = await as('u1', handler());
    await saveDraft(ctx, number, [['answers.0.text', '第一稿']]);
    await saveDraft(ctx, number, [
      ['answers.0.text', '第二稿'],
      ['version', '1'],
      ['__proto__', 'x'],
    ]);
    expect((await readCase(ctx, number)).draft?.values).toEqual({ 'answers.0.text': '第二稿' });
    expect((await readCase(await as('u2', handler()), number)).draft).toBeNull();
    const rows = await db.sql`select sealed from form_draft where kind = 'reply' and subject_id = ${filed.caseId}`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.toString('utf8')).not.toContain('第二稿');
    const other = await as('x', handler(TEST_BODIES.cityIndustry.id));
    expect((await refusal(saveDraft(other, number, []))).code).toBe('resource.not_found');
    const long: [string, string][] = [['answers.0.text', 'x'.repeat(300_000)]];
    expect((await refusal(saveDraft(ctx, number, long))).code).toBe('request.too_large');
  });
});
