import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file } from '../../api/services/complaints/file.ts';
import { sweepFilings } from '../../api/services/complaints/sweep.ts';
import { upload } from '../../api/services/complaints/upload.ts';
import type { Ctx } from '../../api/services/context.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, fileTestCase, filingCtx } from '../support/filing.ts';

let database: TestDatabase;
const statements: string[] = [];
let counted: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  counted = postgres(database.url, {
    max: 2,
    onnotice: () => {},
    types: { date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x } },
    debug: (_connection, query) => statements.push(query.trim()),
  }) as unknown as postgres.Sql;
});
afterAll(async () => {
  await counted.end();
  await database.end();
});

describe('the cost of a filing', () => {
  it('is at most eight statements beside BEGIN and COMMIT, with everything that a filing can have', async () => {
    const ctx = await filingCtx(database, { sql: counted as unknown as Ctx['sql'] });
    await file(ctx, complaint()); // types and statements are known from here on
    const input = complaint({ demands: Array.from({ length: 10 }, (_, i) => `第${i + 1}项要求`), humanCheck: 'x' });
    for (let i = 0; i < 3; i++)
      await upload(ctx, input.submissionId, { name: `${i}.txt`, source: Readable.from([Buffer.from('材料')]) });
    statements.length = 0;
    const { caseId } = await file(ctx, input);
    const beside = statements.filter((s) => !/^(?:begin|commit)/i.test(s));
    expect(statements.filter((s) => /^begin/i.test(s))).toHaveLength(1);
    expect(beside.length).toBeLessThanOrEqual(8);
    const [row] = await database.owner`
      select (select count(*)::int from case_demand where case_id = ${caseId}) as demands,
        (select count(*)::int from evidence where case_id = ${caseId}) as files,
        (select count(*)::int from case_clock where case_id = ${caseId}) as clocks,
        (select count(*)::int from case_release where case_id = ${caseId}) as releases`;
    expect(row).toMatchObject({ demands: 10, files: 3, releases: 3 });
    expect(row?.clocks).toBeGreaterThan(0);
    statements.length = 0;
    await file(ctx, input);
    expect(statements.length).toBeLessThanOrEqual(2); // a retry
  });

  it('leaves nothing behind where it fails in the middle', async () => {
    const ctx = await filingCtx(database);
    const input = complaint();
    const before = await database.owner`select count(*)::int as n from cases`;
    await database.owner`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`;
    await database.owner`create trigger refuse before insert on event for each row execute function refuse()`;
    await expect(file(ctx, input)).rejects.toThrow();
    await database.owner`drop trigger refuse on event`;
    expect(await database.owner`select count(*)::int as n from cases`).toEqual(before);
    expect((await file(ctx, input)).created).toBe(true);
  });

  it('resolves a connection that is lost at COMMIT by the submission id: one case, the same answer', async () => {
    const input = complaint();
    let lost = 0;
    const real = database.sql;
    // The transaction is done, but its acknowledgement never arrives.
    const lossy = Object.assign((...args: Parameters<typeof real>) => real(...args), real, {
      begin: async (work: Parameters<typeof real.begin>[1]) => {
        await real.begin(work as never);
        lost += 1;
        throw Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' });
      },
    }) as unknown as Ctx['sql'];
    const answer = await file(await filingCtx(database, { sql: lossy }), input);
    expect(lost).toBe(1);
    const again = await file(await filingCtx(database), input);
    expect(again.answer).toEqual(answer.answer);
    expect(again.created).toBe(false);
  });
});

describe('the sweep', () => {
  it('removes uploads of nobody, files without a row and expired drafts, and nothing else', async () => {
    const kept = await fileTestCase(database, {}, { files: [{ name: 'a.txt', content: Buffer.from('留下') }] });
    const ctx = await filingCtx(database);
    await upload(ctx, randomUUID(), { name: 'b.txt', source: Readable.from([Buffer.from('没人要')]) });
    await ctx.evidence.put(Readable.from([Buffer.from('没有记录')]), randomBytes(32), 1000);
    await database.owner`update evidence set created_at = now() - interval '2 days'`;
    await database.owner`
      insert into form_draft (id, kind, sealed, expires_at) values (${randomUUID()}, 'complaint', ${Buffer.from('x')}, now() - interval '1 hour')`;
    const swept = await sweepFilings(database.deps, Date.now() + 2 * 24 * 3600 * 1000);
    expect(swept.drafts).toBe(1);
    expect(swept.uploads).toBeGreaterThanOrEqual(1);
    expect(swept.files).toBe(1);
    const names: string[] = [];
    for await (const name of ctx.evidence.list(new Date(Date.now() + 3 * 24 * 3600 * 1000))) names.push(name);
    const rows = await database.owner<{ name: string }[]>`select storage_name as name from evidence`;
    expect(names.sort()).toEqual(rows.map((r) => r.name).sort());
    const [row] = await database.owner`select count(*)::int as n from evidence where case_id = ${kept.caseId}`;
    expect(row?.n).toBe(1);
  });
});
