import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreditCheckFile } from '../../api/contracts/credit-check.ts';
import { ShareManifest, ShareMessage } from '../../api/contracts/sharing.ts';
import { ensureMatters, type Official, publish, publishers } from '../support/disclosures.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { leaders } from '../support/sharing.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

/** The pages of 逐级归集 and 信用审查 as a browser without JavaScript sees them. */
let site: Site;
let body: string;
let record: string;
let desk: Visitor;
const people = {} as Record<'publisher' | 'administrator' | 'approver' | 'handler', Visitor>;
const cookies = {} as Record<string, string>;

beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  const authors: { author: Official; second: Official } = await publishers(site.database);
  body = (await leaders(site.database)).body;
  for (const role of ['publisher', 'administrator', 'approver', 'handler'] as const) {
    const sitting = await seat(site.database, [{ role, bodyId: body }]);
    people[role] = visitorOf(site.url, sitting);
    cookies[role] = sitting.cookie;
  }
  desk = visitorOf(site.url, await seat(site.database, authors.author.grants));
  const [row] = await site.database.sql<{ id: string }[]>`
    select id from body where division = '9901' and name = '样例市商务局'`;
  record = await publish(site.database, authors, { bodyId: row?.id, bodyName: '样例市商务局' });
}, 300_000);
afterAll(() => site?.stop());

const fetched = (path: string, role: string) =>
  fetch(site.url + path, { headers: { cookie: cookies[role] ?? '' }, redirect: 'manual' });
function form(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
}

describe('sharing upward', () => {
  it('goes from an empty queue over a destination, a batch and receipts to a record that was refused', async () => {
    const { publisher, administrator } = people;
    expect((await publisher.get('/officials/sharing')).text).toContain('还没有设定去向');
    const settings = await administrator.get('/officials/administration/sharing');
    expect(settings.text).toContain('还没有去向，什么都不报送');
    const wrong = await administrator.post(form({ code: 'Bad Code', name: '省平台', level: 'province', version: '0' }));
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="Bad Code"');
    expect(wrong.text).toContain('请用小写英文字母');
    const saved = await administrator.post(
      form({
        code: 'js-credit',
        name: '省平台',
        level: 'province',
        kinds: ['lost_judgment', 'honour'],
        enabled: 'yes',
        version: '0',
      }),
    );
    expect(saved.text).toMatch(/已保存，\d+ 条报文排入或调整/);

    const queue = await publisher.get('/officials/sharing');
    expect(queue.text).toContain('样例市商务局');
    expect(queue.text).toMatch(/应于 .* 前报送/);
    const made = await publisher.post({ destination: 'js-credit', action: 'send' });
    expect(made.text).toMatch(/第 1 批已生成，共 \d+ 条/);
    const link = /href="([^"]*\/officials\/sharing\/batches\/[0-9a-f-]{36})"/.exec(made.html)?.[1] ?? '';
    const file = await fetched(link, 'publisher');
    expect(file.headers.get('content-disposition')).toContain('js-credit-000001.ndjson');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const text = await file.text();
    const messages = text.split('\n').filter(Boolean).map((line) => ShareMessage.parse(JSON.parse(line))); // biome-ignore format: one thought
    const manifest = ShareManifest.parse(await (await fetched(`${link}?file=manifest`, 'publisher')).json());
    expect(manifest.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(manifest.messages).toBe(messages.length);
    expect((await fetched(link, 'handler')).status).toBe(403);

    const number = messages.find((message) => message.record === record)?.number;
    const receipts = [
      JSON.stringify({ type: 'receipt', number, accepted: false, reason: 'field_missing', words: '缺少文号' }),
      'not a line',
    ].join('\n');
    const upload = form({ destination: 'js-credit' });
    upload.set('file', new File([receipts], 'receipts.ndjson'));
    const read = await publisher.post(upload, '/officials/sharing');
    expect(read.text).toContain('读了 2 行：接收 0，退回 1，自动重报 0，以前读过 0，有误 1');
    expect(read.text).toContain('不是一行 JSON');
    const refused = await publisher.get('/officials/sharing?destination=js-credit&state=rejected');
    expect(refused.text).toContain('缺少字段');
    expect(refused.text).toContain('缺少文号');
    // The body that published it reads the refusal on the record's own page.
    const page = await desk.get(`/officials/disclosures/${record}`);
    expect(page.text).toMatch(/归集情况 省平台 新增 · 被退回.*缺少字段 缺少文号/);
    await publisher.get('/officials/sharing?destination=js-credit&state=rejected');
    const again = await publisher.post({ destination: 'js-credit', action: 'again', number: String(number) });
    expect(again.text).toContain('已放回待报送');
    const late = await publisher.post({ destination: 'js-credit', action: 'again', number: String(number) });
    expect(late.status).toBe(400);
    expect(late.text).toContain('这条已经重报过了');
  });

  it('takes an address where batches are posted, shows the secret once, and turns files off', async () => {
    const { administrator, publisher } = people;
    await administrator.get('/officials/administration/sharing');
    const address = 'https://platform.example/in';
    const wrong = await administrator.post({ code: 'js-credit', action: 'address', url: 'http://platform.example' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="http://platform.example"');
    const saved = await administrator.post({ code: 'js-credit', action: 'address', url: address });
    const secret = /<dd class="mono">([\w-]{43})<\/dd>/.exec(saved.html)?.[1] ?? '';
    expect(secret).not.toBe('');
    expect((await administrator.get('/officials/administration/sharing')).html).not.toContain(secret);
    const queue = await publisher.get('/officials/sharing');
    expect(queue.text).toContain(address);
    expect(queue.text).not.toContain('生成下一批文件');
    expect((await publisher.post({ destination: 'js-credit', action: 'hurry' })).text).toContain('一分钟内报送');
    const file = await publisher.post({ destination: 'js-credit', action: 'send' }, '/officials/sharing');
    expect(file.text).toContain('不生成文件');
    await administrator.get('/officials/administration/sharing');
    const cleared = await administrator.post({ code: 'js-credit', action: 'address', url: '' });
    expect(cleared.text).toContain('地址已保存');
    expect((await publisher.get('/officials/sharing')).text).toContain('生成下一批文件');
  });

  it('describes its format to people and machines, and is closed to others', async () => {
    const page = await people.handler.get('/officials/sharing/format');
    expect(page.text).toContain('unknown_record');
    const schema = (await (await fetch(`${site.url}/api/v1/sharing/schema`)).json()) as Record<string, unknown>;
    expect(Object.keys(schema)).toEqual(['message', 'manifest', 'receipt']);
    expect((await people.handler.get('/officials/sharing')).status).toBe(403);
    expect((await people.publisher.get('/officials/administration/sharing')).status).toBe(403);
    expect((await people.publisher.get('/en/officials/sharing')).text).toContain('Awaiting receipt');
    const refused = await people.administrator.post({ destination: 'js-credit', action: 'send' }, '/officials/sharing');
    expect(refused.status).toBe(403);
    expect((await people.publisher.get('/officials/sharing?destination=nowhere')).status).toBe(404);
  });
});

describe('a credit check', () => {
  it('says at the line what it does not know, answers, proves and takes the use made of it', async () => {
    const { approver } = people;
    await approver.get('/officials/credit-checks');
    const asked = { purpose: 'award', purposeWords: '2026年度文明单位评选' };
    const unclear = await approver.post({ ...asked, subjects: '样例市商务局\n样例市财政' }, '/officials/credit-checks');
    expect(unclear.status).toBe(400);
    expect(unclear.text).toContain('第 2 行“样例市财政”');
    expect(unclear.text).toContain('样例市财政局 9901');
    expect(unclear.html).toContain('样例市商务局\n样例市财政</textarea>');
    const empty = await approver.post({ purpose: 'award' }, '/officials/credit-checks');
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('href="#subjects"');

    const answer = await approver.post(
      { ...asked, subjects: '样例市商务局\n样例市财政局' },
      '/officials/credit-checks',
    );
    expect(answer.text).toContain('2 个单位中 1 个有失信类记录');
    expect(answer.text).toContain('没有公示中的记录');
    const [address = ''] = answer.path.split('?');
    const download = await fetched(`${address}/answer`, 'approver');
    const json = await download.text();
    const { document, proof } = CreditCheckFile.parse(JSON.parse(json));
    expect(answer.text).toContain(proof.sha256);
    expect((await fetched(`${address}/answer`, 'handler')).status).toBe(403);

    const stranger = new Visitor(site.url);
    const scanned = await stranger.get(`/credit-checks/verify?number=${document.number}&proof=${proof.sha256}`);
    expect(scanned.text).toContain('这份答复是真的');
    expect(scanned.text).not.toContain('样例市商务局');
    const whole = await stranger.post({ file: json }, '/credit-checks/verify');
    expect(whole.text).toContain('文件内容与出具时一字不差');
    const forged = await stranger.post({ file: json.replace('"adverse": 1', '"adverse": 0') }, '/credit-checks/verify');
    expect(forged.text).toContain('核验不通过');
    const missing = await stranger.post({ number: document.number }, '/credit-checks/verify');
    expect(missing.status).toBe(400);
    expect((await stranger.get('/en/credit-checks/verify')).text).toContain('Verify an answer');

    await approver.get(address);
    const silent = await approver.post({ use: 'excluded' }, address);
    expect(silent.status).toBe(400);
    const used = await approver.post({ use: 'excluded', words: '依规取消参评资格' }, address);
    expect(used.text).toContain('已反馈');
    expect(used.text).toContain('取消或限制资格');
    expect(used.html).not.toContain('name="use"');
    expect((await approver.get('/officials/credit-checks?open=yes')).text).toContain('没有做过审查');
    expect((await people.handler.get('/officials/credit-checks')).status).toBe(403);
    expect((await people.publisher.get(address)).status).toBe(200);
  });
});
