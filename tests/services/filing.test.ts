import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseNumber } from '../../api/domain/case-number.ts';
import { normaliseCode } from '../../api/domain/query-code.ts';
import { file } from '../../api/services/complaints/file.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, fileTestCase, filingCtx, TEST_BODIES } from '../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

describe('filing a complaint', () => {
  it('stores the case whole and answers with number, code and handler', async () => {
    const ctx = await filingCtx(database);
    const input = complaint();
    const { created, caseId, answer } = await file(ctx, input);
    expect(created).toBe(true);
    expect(normaliseNumber(answer.number)).toBe(answer.number);
    expect(normaliseCode(answer.queryCode)).not.toBeNull();
    expect(answer.handler.id).toBe(TEST_BODIES.cityDevelopmentReform.id);
    expect(answer.screening).toBe('held');
    const [row] = await database.owner`
      select c.*, (select count(*)::int from case_demand where case_id = c.id) as demands,
        (select array_agg(part order by part) from case_content where case_id = c.id) as parts,
        (select count(*)::int from case_assignment where case_id = c.id) as assignments,
        (select kind from event where subject_id = c.id and seq = 1) as event,
        (select count(*)::int from outbox where payload->>'caseId' = c.id::text) as tasks,
        (select case_id from case_key where case_id = c.id) as key
      from cases c where id = ${caseId}`;
    expect(row).toMatchObject({
      number: answer.number,
      state: 'filed',
      version: 1,
      amount: '1200000.00',
      demands: 2,
      parts: ['contact', 'identity', 'narrative'],
      assignments: 1,
      event: 'filed',
      tasks: 1,
      key: caseId,
    });
  });

  it('is done once, however often and however parallel it is sent', async () => {
    const ctx = await filingCtx(database);
    const input = complaint();
    const answers = await Promise.all(Array.from({ length: 50 }, () => file(ctx, structuredClone(input))));
    expect(answers.filter((a) => a.created)).toHaveLength(1);
    const [first] = answers;
    for (const a of answers) expect(a.answer).toEqual(first?.answer);
    const again = await file(ctx, input);
    expect(again).toEqual({ created: false, caseId: first?.caseId, answer: first?.answer });
    const [{ n }] = (await database.owner`
      select count(*)::int as n from case_submission
      where submission_hash = ${createHash('sha256').update(String(input.submissionId)).digest()}`) as unknown as [
      { n: number },
    ];
    expect(n).toBe(1);
  });

  it('takes the same content typed in another way as the same', async () => {
    const ctx = await filingCtx(database);
    const input = complaint();
    const first = await file(ctx, input);
    const again = await file(ctx, { ...input, amount: '1,200,000 元', promisedOn: '2021年3月1日' });
    expect(again.created).toBe(false);
    expect(again.answer).toEqual(first.answer);
  });

  it('refuses other content under the same submission id', async () => {
    const ctx = await filingCtx(database);
    const input = complaint();
    await file(ctx, input);
    await expect(file(ctx, { ...input, story: '完全不同的一件事情，换了内容。' })).rejects.toMatchObject({
      code: 'submission.payload_differs',
    });
  });

  it('counts only what was filed against the limit of a source', async () => {
    const source = randomUUID();
    const ctx = await filingCtx(database, { source, limits: { ...database.deps.limits, filings: 2 } });
    const first = complaint();
    await file(ctx, first);
    for (let i = 0; i < 5; i++) await file(ctx, first);
    await Promise.all(Array.from({ length: 10 }, () => file(ctx, first)));
    const second = complaint();
    await file(ctx, second);
    await expect(file(ctx, complaint())).rejects.toMatchObject({ code: 'request.rate_limited' });
    expect((await file(ctx, second)).created).toBe(false);
  });

  it('holds the limit also when other forms of one source come all at once', async () => {
    const ctx = await filingCtx(database, { source: randomUUID(), limits: { ...database.deps.limits, filings: 3 } });
    const twin = complaint();
    const posts = [...Array.from({ length: 12 }, () => complaint()), ...Array.from({ length: 12 }, () => twin)];
    const results = await Promise.allSettled(posts.map((post) => file(ctx, structuredClone(post))));
    const created = results.filter((r) => r.status === 'fulfilled' && r.value.created);
    expect(created).toHaveLength(3);
    for (const r of results) if (r.status === 'rejected') expect(r.reason.code).toBe('request.rate_limited');
  });

  it('refuses triage fields and other keys that a client makes up', async () => {
    const ctx = await filingCtx(database);
    for (const forged of [
      { screening: 'passed' },
      { state: 'closed' },
      { handlerId: TEST_BODIES.county.id },
      { dueOn: '2030-01-01' },
    ])
      await expect(file(ctx, complaint(forged))).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('stores no word, name, contact, submission id or code in the clear', async () => {
    const { submissionId, answer } = await fileTestCase(
      database,
      {},
      { files: [{ name: '合同甲.txt', content: Buffer.from('合同正文') }] },
    );
    const secrets = [
      '土地款',
      '测试人甲',
      '13800138000',
      'jia@example.org',
      '合同甲',
      submissionId,
      answer.queryCode,
      answer.queryCode.replaceAll('-', ''),
    ];
    const tables = await database.owner<{ name: string }[]>`
      select format('%I', tablename) as name from pg_tables where schemaname = 'public'`;
    expect(tables.length).toBeGreaterThan(30);
    // A bytea shows as hex, so that its bytes are looked for as well.
    const patterns = secrets.flatMap((secret) => [`%${secret}%`, `%${Buffer.from(secret).toString('hex')}%`]);
    for (const { name } of tables) {
      const found = await database.owner.unsafe(`select 1 from ${name} t where t::text like any($1)`, [patterns]);
      expect(found.length, name).toBe(0);
    }
  });
});
