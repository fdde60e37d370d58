import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { submitDisclosure } from '../../api/services/disclosures/submit.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { LAND_JUDGMENT } from '../../db/reference/demo/judgments.ts';
import { ensureMatters, judgment, type Official, publishers } from '../support/disclosures.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

vi.setConfig({ testTimeout: 60_000 });
const PASSWORD = 'correct horse battery';
const NUMBER = '（2024）样例行初字第12号';
/** 小石榴: whom no rule sees; 解书瑶: a judge, who stays. */
const TEXT = LAND_JUDGMENT.text.replace('{number}', NUMBER).replace('另查明，', '另查明，小石榴在场，');
let site: Site;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let writer: Visitor;
let checker: Visitor;

beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  people = await publishers(site.database);
  writer = await signedIn('writer');
  checker = await signedIn('checker');
}, 300_000);
afterAll(() => site?.stop());

async function signedIn(name: string): Promise<Visitor> {
  const { database } = site;
  const email = `${name}@example.org`;
  const { grants } = people.author;
  const options = { password: PASSWORD, enrolled: true };
  const made = await createOfficial(
    database.ctx({ kind: 'system' }),
    database.signIn,
    { name, email, grants },
    options,
  );
  const visitor = new Visitor(site.url);
  await visitor.get('/officials/sign-in');
  await visitor.post({ email, password: PASSWORD });
  const secret = Secret.fromBase32(made.secondFactor?.totpSecret ?? '');
  expect((await visitor.post({ code: new TOTP({ secret }).generate() })).path).toBe('/officials');
  return visitor;
}
async function record(): Promise<string> {
  const { id } = await draftDisclosure(site.database.ctx(people.author), judgment({ court: '样例市中级人民法院' }));
  return id;
}
const handIn = (id: string) => submitDisclosure(site.database.ctx(people.author), id, { version: 1 });
const page = (id: string) => `/officials/disclosures/${id}/text`;
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const fileOf = (bytes: string | Uint8Array<ArrayBuffer>, name = '判决书.txt') => {
  const form = new FormData();
  form.set('action', 'put');
  form.set('file', new File([bytes], name));
  return form;
};

test('a text goes its whole way without JavaScript: uploaded, read beside its original, mended, approved, public', async () => {
  const id = await record();
  expect((await writer.get(`/officials/disclosures/${id}`)).html).toContain(page(id));
  expect((await writer.get(page(id))).text).toContain('还没有录入裁判文书');
  const put = await writer.post(fileOf(TEXT), page(id));
  expect([put.status, put.path]).toEqual([200, `${page(id)}?done=put`]);
  expect(put.html).toContain('祝某');
  expect(put.html).not.toContain('祝南枝');
  await handIn(id);

  // Approving on the record's page, without having read the text, is refused and says where to go.
  await checker.get(`/officials/disclosures/${id}`);
  const early = await checker.post({ action: 'approve', version: '2' });
  expect(early.status).toBe(409);
  expect(early.text).toContain('请先打开文书核对页');

  const closed = await checker.get(page(id));
  expect(closed.html).not.toContain('祝南枝');
  expect(closed.html).not.toContain('value="approve_record"');
  const unreasoned = await checker.post({ action: 'review', why: '' });
  expect(unreasoned.status).toBe(400);
  expect(unreasoned.html).not.toContain('祝南枝');

  const review = await checker.post({ action: 'review', why: '公示前核对' });
  expect(review.status).toBe(200);
  for (const word of ['祝南枝', '13800138000', '祝某']) expect(review.html).toContain(word);
  const mended = await checker.post({
    action: 'review',
    why: hidden(review.html, 'why'),
    mend: '1',
    names: '小石榴\n解书瑶',
    keep: '纪云帆',
  });
  expect(mended.html).toContain('纪云帆</textarea>');
  expect(/补上的姓名仍在公开文本里.{0,40}/.exec(mended.text)?.[0]).toMatch(/解书瑶 /);
  expect(/补上的姓名仍在公开文本里.{0,40}/.exec(mended.text)?.[0]).not.toContain('小石榴');
  const approved = await checker.post({
    action: 'approve_record',
    version: hidden(mended.html, 'version'),
    textSha256: hidden(mended.html, 'textSha256'),
  });
  expect([approved.status, approved.path]).toEqual([200, `/officials/disclosures/${id}?done=1`]);

  const address = `${site.url}/disclosures/${id}`;
  await until(async () => (await fetch(address)).status === 200);
  const shown = await (await fetch(address)).text();
  for (const secret of ['祝南枝', '13800138000', '小石榴', '听雨巷']) expect(shown).not.toContain(secret);
  expect(shown).toContain('纪云帆，被告的出庭应诉负责人');
});

test('the public page has contents, paragraphs with anchors, and a citation; the data have the same text', async () => {
  const [row] = await site.database.sql<{ id: string; content: string }[]>`
    select disclosure_id as id, public_text as content from judgment_text where approved_at is not null limit 1`;
  const { id, content } = row as { id: string; content: string };
  for (const [front, title, part] of [
    ['', '裁判文书全文', '本院认为'],
    ['/en', 'Full text of the judgment', 'Reasons of the court'],
  ]) {
    const html = await (await fetch(`${site.url}${front}/disclosures/${id}`)).text();
    expect(html).toContain(title);
    const anchor = new RegExp(`<a href="#(p\\d+)">${part}</a>`).exec(html)?.[1];
    expect(html).toMatch(new RegExp(`<p id="${anchor}"[^>]*><a class="judgment-number"[^>]*>\\d+</a>本院认为`));
    expect(html).toMatch(/<cite[^>]*>样例市中级人民法院.*行政判决书.*#judgment<\/cite>/);
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    expect(html.match(/class="judgment-number"/g)).toHaveLength(lines.length);
  }
  const data = await (await fetch(`${site.url}/api/v1/disclosures/${id}`)).json();
  expect(data.text.content).toBe(content);
  const list = await (await fetch(`${site.url}/api/v1/disclosures?limit=100`)).text();
  expect(list).toContain(id);
  expect(list).not.toContain('"text"');
});

test('a faulty upload says what is wrong and stores nothing', async () => {
  const id = await record();
  await writer.get(page(id));
  const word = await writer.post(fileOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), '判决书.docx'), page(id));
  expect(word.status).toBe(400);
  expect(word.text).toContain('这不是纯文本文件');
  const empty = await writer.post({ action: 'put', text: '' }, page(id));
  expect(empty.status).toBe(400);
  const long = await writer.post(fileOf('字'.repeat(170_000)), page(id));
  expect(long.status).toBe(400);
  expect(long.text).toContain('最多 50 万字节');
  expect((await writer.get(page(id))).text).toContain('还没有录入裁判文书');
});

test('a text beside a public record is approved on its page, and removed on it', async () => {
  const id = await record();
  await handIn(id);
  await checker.get(`/officials/disclosures/${id}`);
  await checker.post({ action: 'approve', version: '2' });
  await writer.post(fileOf(TEXT), page(id));
  const own = await writer.post({ action: 'review', why: '再核对一遍' }, page(id));
  expect(own.html).not.toContain('value="approve"');
  const review = await checker.post({ action: 'review', why: '核对' }, page(id));
  const forged = await checker.post({ action: 'approve', textSha256: '0'.repeat(64) }, page(id));
  expect(forged.status).toBe(409);
  await checker.post({ action: 'approve', textSha256: hidden(review.html, 'textSha256') }, page(id));
  const shows = async () => (await (await fetch(`${site.url}/disclosures/${id}`)).text()).includes('裁判文书全文');
  await until(shows);
  await writer.post({ action: 'remove' }, page(id));
  await until(async () => !(await shows()));
});

test('who is signed out, or publishes for another body, does not learn of the page', async () => {
  const id = await record();
  expect((await new Visitor(site.url).get(page(id))).path).toContain('/officials/sign-in');
  expect((await writer.get('/officials/disclosures/00000000-0000-4000-8000-000000000000/text')).status).toBe(404);
});

test('a search whose words stand only in the full text says so, and leads to the paragraph', async () => {
  const [row] = await site.database.sql<{ id: string; content: string }[]>`
    select disclosure_id as id, public_text as content from judgment_text where approved_at is not null limit 1`;
  const { id } = row as { id: string };
  const ask = async (front: string, q: string) =>
    (await fetch(`${site.url}${front}/disclosures?q=${encodeURIComponent(q)}`)).text();
  for (const [front, words] of [
    ['', '判决全文第 '],
    ['/en', 'In the full text of the judgment, paragraph '],
  ] as const) {
    const html = await ask(front, '纪云帆');
    const [, anchor, number] = new RegExp(`/disclosures/${id}#(p(\\d+))"[^>]*>\\s*${words}`).exec(html) ?? [];
    expect(anchor).toBeDefined();
    expect(html).toContain('<mark>纪云帆</mark>');
    const page = await (await fetch(`${site.url}${front}/disclosures/${id}`)).text();
    expect(page).toMatch(new RegExp(`<p id="${anchor}"[^>]*>.{0,200}纪云帆`));
    const data = await (await fetch(`${site.url}/api/v1/disclosures?q=${encodeURIComponent('纪云帆')}`)).json();
    expect(data.inFullText).toEqual([
      { id, paragraph: Number(number), url: expect.stringContaining(`${id}#${anchor}`) },
    ]);
  }
  // What the record shows by itself is not explained twice.
  expect(await ask('', '承诺')).not.toContain('判决全文第');
});
