import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialRole } from '../../api/domain/official.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

const PASSWORD = 'correct horse battery';
const HEAD = '案号*,法院*,裁判日期,败诉单位*,败诉单位所在地*,领域*,结果*,事实摘要*,来源*';
const row = (number: string) =>
  `${number},样例市中级人民法院,2026-01-05,样例市商务局,9901,招商引资,判令履行,承诺的奖励没有兑现。,判决书`;

let site: Site;
let body = '';
beforeAll(async () => {
  site = await startSite();
  const directory = await site.database.deps.directory();
  body = directory.bodiesIn('9901').find((b) => b.role === 'commerce' && b.kind === 'department')?.id ?? '';
}, 300_000);
afterAll(() => site?.stop());

let n = 0;
async function signedIn(role: OfficialRole) {
  const email = `import-${n++}@example.org`;
  const made = await createOfficial(
    site.database.ctx({ kind: 'system' }),
    site.database.signIn,
    { name: email, email, grants: [{ role, bodyId: body }] },
    { password: PASSWORD, enrolled: true },
  );
  const visitor = new Visitor(site.url);
  await visitor.get('/officials/sign-in');
  await visitor.post({ email, password: PASSWORD });
  const code = new TOTP({ secret: Secret.fromBase32(made.secondFactor?.totpSecret ?? '') }).generate();
  expect((await visitor.post({ code })).path).toBe('/officials');
  return visitor;
}

function upload(content: string, name = '清单.csv'): FormData {
  const form = new FormData();
  form.set('kind', 'judgments');
  form.set('reason', '市中院推送');
  form.set('file', new File([content], name, { type: 'text/csv' }));
  return form;
}
/** Reloads until the page says it, as somebody without script does. */
async function reads(visitor: Visitor, path: string, words: string) {
  let page = await visitor.get(path);
  await until(async () => {
    page = await visitor.get(path);
    return page.text.includes(words);
  });
  return page;
}

describe('a publisher without JavaScript', () => {
  it('uploads, reads what is wrong, imports, and somebody else publishes', async () => {
    const publisher = await signedIn('publisher');
    const start = await publisher.get('/officials/imports');
    expect(start.text).toContain('下载模板');
    expect(start.text).toContain('还没有导入过');
    const sent = await publisher.post(
      upload(`${HEAD}\n${row('（2025）苏01行终901号')}\n${row('2025苏01行终902号')}`),
      '/officials/imports/files',
    );
    expect(sent.path).toMatch(/^\/officials\/imports\/[0-9a-f-]{36}$/);
    const checked = await reads(publisher, sent.path, '校验完成，等待导入');
    expect(checked.text).toContain('案号缺少年份括号');
    expect(checked.text).toContain('（2025）苏01行终902号');
    expect(checked.text).toContain('导入 1 行');
    const report = await publisher.get(`${sent.path}/report.csv`);
    expect(report.html).toContain('2025苏01行终902号');
    await publisher.get(sent.path);
    const begun = await publisher.post({ action: 'apply' });
    expect(begun.text).toContain('已开始导入');
    const done = await reads(publisher, sent.path, '导入完成');
    expect(done.text).toContain('须由另一人审核');
    expect((await publisher.post({ action: 'approve' })).status).toBe(403);
    const seen = async () => (await new Visitor(site.url).get('/disclosures?q=901号')).text;
    expect(await seen()).not.toContain('样例市商务局：');
    const second = await signedIn('publisher');
    await second.get(sent.path);
    const published = await second.post({ action: 'approve' });
    expect(published.text).toContain('已公示 1 条');
    await until(async () => (await seen()).includes('样例市商务局：'));
  }, 120_000);

  it('is told at the field what an upload lacks, and keeps what was typed', async () => {
    const publisher = await signedIn('publisher');
    const form = new FormData();
    form.set('kind', 'judgments');
    form.set('reason', '');
    const answer = await publisher.post(form, '/officials/imports/files');
    expect(answer.status).toBe(400);
    expect(answer.html).toMatch(/<option value="judgments" selected/);
    expect(answer.text).toContain('导入说明');
    const empty = await publisher.post(upload('', '空.csv'), '/officials/imports/files');
    expect(empty.status).toBe(400);
  });

  it('gets templates that open in Excel', async () => {
    const csv = await fetch(`${site.url}/officials/imports/templates/judgments.csv`);
    expect(Buffer.from(await csv.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const sheet = await fetch(`${site.url}/en/officials/imports/templates/dishonesty-record.xlsx`);
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    expect((await fetch(`${site.url}/officials/imports/templates/weather.csv`)).status).toBe(404);
  });
});

it.each(['', '/en'])('%s/data-quality shows figures by kind and source to everybody', async (prefix) => {
  const page = await new Visitor(site.url).get(`${prefix}/data-quality`);
  expect(page.status).toBe(200);
  expect(page.text).toContain(prefix ? 'List of court judgments' : '法院判决清单');
  expect(page.html).not.toContain('clean.csv');
  // Each kind has its fill rates on a page of its own: the table of all of them was heavy on a phone.
  expect(page.html).toContain(`href="${prefix}/data-quality/lost-judgment"`);
  const rates = await new Visitor(site.url).get(`${prefix}/data-quality/lost-judgment`);
  expect(rates.text).toContain(prefix ? 'Case number' : '案号');
  expect(rates.text).toMatch(/\d+ \/ \d+|100%/);
  expect((await new Visitor(site.url).get(`${prefix}/data-quality/weather`)).status).toBe(404);
});
