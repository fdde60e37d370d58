import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCase } from '../../api/services/erasure/erase-case.ts';
import { holdCase } from '../../db/queries/cases.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ publicUrl: 'http://localhost' });
  site = await startSite({ database });
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await database?.end();
});

const opened = async (d: Desk): Promise<Visitor> => {
  const visitor = new Visitor(site.url);
  await visitor.get('/track');
  await visitor.post({ number: d.number, queryCode: d.code });
  return visitor;
};
const STORY = '王建国局长答应过，电话13800138000，我叫测试人甲，账号不便写。';

describe('who can see what, without JavaScript', () => {
  it('shows each body, takes back what is unticked, and asks for the code first', async () => {
    const d = await fileAndSit(database);
    expect((await new Visitor(site.url).get(`/track/${d.number}/sharing`)).html).toContain('name="queryCode"');
    const visitor = await opened(d);
    const page = await visitor.get(`/track/${d.number}/sharing`);
    expect(page.text).toContain('承办单位');
    expect(page.text).toContain('被反映单位');
    expect(page.text).toContain('还没有单位看过');
    const after = await visitor.post({ bodyId: HANDLER, fields: 'evidence' }, `/track/${d.number}/sharing`);
    expect(after.text).toContain('已经保存');
    const rows = await database.owner`
      select field from case_release where case_id = ${d.caseId} and body_id = ${HANDLER} and revoked_at is null`;
    expect(rows.map((row) => row.field)).toEqual(['evidence']);
  });
});

describe('checking before anything is published', () => {
  it('marks what was found, shows how it would look, and keeps only what was confirmed', async () => {
    const d = await fileAndSit(database, { story: STORY });
    await acceptCase(d);
    await answerCase(d);
    const visitor = await opened(d);
    const page = await visitor.get(`/track/${d.number}/summary`);
    for (const word of ['王建国', '13800138000', '测试人甲']) expect(page.html).toContain(`<mark>${word}</mark>`);
    const spans = [...page.html.matchAll(/name="spans"[^>]*value="(\d+-\d+)"/g)].map((match) => match[1] ?? '');
    expect(spans).toHaveLength(3);
    const refused = await visitor.post({ spans: spans[0] ?? '', act: 'confirm' }, `/track/${d.number}/summary`);
    expect(refused.status).toBe(400);
    const look = await visitor.post({ spans: spans[0] ?? '', more: '账号', act: 'look' }, `/track/${d.number}/summary`);
    expect(look.text).toContain('〔姓名〕局长答应过，电话13800138000，我叫测试人甲，〔已隐去〕不便写。');
    await visitor.post({ spans: spans[1] ?? '', publish: 'yes', act: 'confirm' }, `/track/${d.number}/summary`);
    const again = await visitor.get(`/track/${d.number}/summary`);
    expect(again.text).toContain('王建国局长答应过，电话〔');
    expect((await d.row()).publish_summary).toBe(true);
    await visitor.post({ publish: 'no', act: 'confirm' }, `/track/${d.number}/summary`);
    expect((await d.row()).publish_summary).toBe(false);
    expect(await database.owner`select 1 from case_content where case_id = ${d.caseId} and part = 'summary'`).toEqual(
      [],
    );
  });
});

describe('an erased case', () => {
  it('says so to whoever has the code, with the reason, and answers 410', async () => {
    const d = await fileAndSit(database);
    const visitor = await opened(d);
    await database.deps.db.transaction(async (tx) => {
      const at = (await holdCase(tx, d.caseId))?.now ?? new Date();
      const code = 'consent_withdrawn';
      await eraseCase(tx, { caseId: d.caseId, reason: 'request', code, actor: { kind: 'system' }, at });
    });
    const page = await visitor.get(`/track/${d.number}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain('这件诉求的内容已经清除');
    expect(page.text).toContain('您撤回了同意');
    expect(page.html).not.toContain('测试人甲');
  });
});
