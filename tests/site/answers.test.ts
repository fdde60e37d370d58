import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialRole } from '../../api/domain/official.ts';
import { complaint } from '../support/filing.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

/** Answers from the template to the file that the complainant downloads, all without script. */
let site: Site;
const id = { city: '', commerce: '', finance: '', county: '' };
let number = '';
let queryCode = '';
let reference = '';
const ANSWER = '经查，该协议已经终止，款项不再返还。';
const NOTE = '内部备注：先不要对外说。';

beforeAll(async () => {
  site = await startSite();
  const directory = await site.database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  id.city = find('9901', 'government', 'government');
  id.commerce = find('9901', 'commerce', 'department');
  id.finance = find('9901', 'finance', 'department');
  id.county = find('990101', 'government', 'government');
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: id.county })),
  });
  ({ number, queryCode } = (await answer.json()) as { number: string; queryCode: string });
  await site.database.owner`
    update cases set screening = 'passed', handler_id = ${id.commerce} where number = ${number}`;
}, 300_000);
afterAll(() => site?.stop());

const signedIn = async (bodyId: string, ...roles: OfficialRole[]): Promise<Visitor> =>
  visitorOf(
    site.url,
    await seat(
      site.database,
      roles.map((role) => ({ role, bodyId })),
    ),
  );
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
const casePath = () => `/officials/cases/${number}`;
const file = (name: string, words: string): FormData => {
  const form = new FormData();
  form.append('file', new Blob([words], { type: 'text/plain' }), name);
  return form;
};
const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
async function citizen(): Promise<{ visitor: Visitor; page: Awaited<ReturnType<Visitor['get']>> }> {
  const visitor = new Visitor(site.url);
  await visitor.get(`/track/${number}`);
  return { visitor, page: await visitor.post({ queryCode }) };
}

describe('before an answer', () => {
  it('an administrator names the answers that an approver releases; others find the page closed', async () => {
    const administrator = await signedIn(id.city, 'administrator');
    const page = await administrator.get('/officials/administration/answers');
    expect(page.text).toContain('答复审核');
    const saved = await administrator.post({ bodyId: id.city, version: '0', rule: '*/not' });
    expect(saved.path).toContain('?done=1');
    expect(saved.html).toMatch(/value="\*\/not"[^>]*checked/);
    const late = await administrator.post({ bodyId: id.city, version: '0', rule: '*/partly' });
    expect(late.status).toBe(409);
    expect(late.html).toMatch(/value="\*\/partly"[^>]*checked/);
    expect((await (await signedIn(id.city, 'handler')).get('/officials/administration/answers')).status).toBe(403);
  });

  it('an approver words a template; an unknown placeholder is refused with its place, and the words stay', async () => {
    const approver = await signedIn(id.city, 'approver');
    await approver.get('/officials/templates/new');
    const form = { action: 'save', title: '正在核实', kind: '', bodyName: '样例市人民政府' };
    const bad = await approver.post({ ...form, text: '关于{案号}：\n请{姓名}知悉。' });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('第 2 行第 2 个字：没有“{姓名}”这个占位符。');
    expect(bad.text).toContain('请{姓名}知悉');
    const list = await approver.post({ ...form, text: '关于{案号}，{承办单位}于{受理日期}受理，今日是{今日}。' });
    expect(list.path).toContain('/officials/templates?done=1');
    expect(list.text).toContain('正在核实');
    const template = /\/officials\/templates\/([0-9a-f-]{36})/.exec(list.html)?.[1] ?? '';
    const preview = await approver.get(`/officials/templates/${template}?number=${number}`);
    expect(preview.text).toContain(`关于${number}，样例市商务局于＿＿＿＿受理`);
    expect((await (await signedIn(id.commerce, 'handler')).get('/officials/templates/new')).status).toBe(403);
  });

  it('the handler puts a template in and a file beside the draft', async () => {
    const handler = await signedIn(id.commerce, 'handler');
    let page = await handler.get(casePath());
    page = await handler.post({ action: 'accept', version: hidden(page.html, 'version') });
    await handler.post({ action: 'note', 'text-note': NOTE }, casePath());
    page = await handler.get(casePath());
    const template = /<option value="([0-9a-f-]{36})">\s*正在核实/.exec(page.html)?.[1] ?? '';
    expect(template).not.toBe('');
    page = await handler.post(
      { action: 'insert-0', 'template.0': template, 'answers.0.text': '您好：', 'answers.1.text': '另一项。' },
      casePath(),
    );
    expect(page.path).toContain('saved=template');
    expect(page.text).toMatch(new RegExp(`您好：\\s+关于${number}，样例市商务局于\\d{4}年`));
    expect(page.text).toContain('另一项。');
    // More than a form may hold: files stream.
    page = await handler.post(file('终止协议.txt', '终止协议全文。'.repeat(100_000)), `${casePath()}/files?for=answer`);
    expect(page.path).toContain('saved=file');
    expect(page.text).toContain('终止协议.txt');
    const refused = await handler.post(file('坏.html', '<script>'), `${casePath()}/files?for=answer`);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('不支持这种文件');
  });

  it('asks a supporting body, which finds the question and gives its opinion on a page of its own', async () => {
    const handler = await signedIn(id.commerce, 'handler');
    let page = await handler.get(casePath());
    const ask = {
      action: 'ask_opinion',
      version: hidden(page.html, 'version'),
      'dueOn-ask_opinion': nextWeek(),
      'text-ask_opinion': '这笔款项是否在预算之内？',
    };
    page = await handler.post({ ...ask, 'otherBodyId-ask_opinionText': '没有这样的局' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('这笔款项是否在预算之内？');
    page = await handler.post({ ...ask, 'otherBodyId-ask_opinionText': '样例市财政局' });
    expect(page.path).toContain('done=ask_opinion');
    const finance = await signedIn(id.finance, 'handler');
    const list = await finance.get('/officials/opinions');
    expect(list.text).toContain(number);
    const led = await finance.get(casePath());
    expect(led.path).toMatch(/\/officials\/opinions\/[0-9a-f-]{36}$/);
    expect(led.text).toContain('这笔款项是否在预算之内？');
    expect(led.text).toContain('返还土地款');
    expect(led.html).not.toMatch(/测试人甲|13800138000|内部备注|终止协议/);
    const empty = await finance.post({ text: '' });
    expect(empty.status).toBe(400);
    const given = await finance.post({ text: '在预算之内，可以安排。' });
    expect(given.text).toContain('意见已经交给承办单位');
    expect((await handler.get(casePath())).text).toContain('在预算之内，可以安排。');
  });

  it('asks the body complained of, which finds the request by a number of its own and nothing of the case', async () => {
    const handler = await signedIn(id.commerce, 'handler');
    const page = await handler.get(casePath());
    expect(page.html).not.toContain('name="release-ask_explanation"'); // hidden from the respondent: nothing to tick
    const asked = await handler.post({
      action: 'ask_explanation',
      version: hidden(page.html, 'version'),
      'dueOn-ask_explanation': nextWeek(),
      'text-ask_explanation': '请说明协议第七条没有履行的原因。',
    });
    expect(asked.path).toContain('done=ask_explanation');
    reference = /SM-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(asked.text)?.[0] ?? '';
    const district = await signedIn(id.county, 'handler');
    const list = await district.get('/officials/explanations');
    expect(list.text).toContain(reference);
    const open = await district.get(`/officials/explanations/${reference}`);
    expect(open.text).toContain('请说明协议第七条没有履行的原因。');
    for (const visit of [list, open, await district.get('/officials'), await district.get('/officials/notices')])
      expect(visit.html).not.toMatch(new RegExp(`${number}|测试人甲|返还土地款|内部备注`));
    expect((await district.get(casePath())).status).toBe(404);
    const uploaded = await district.post(
      file('说明附件.txt', '说明。'.repeat(300_000)),
      `/officials/explanations/${reference}/files`,
    );
    expect(uploaded.text).toContain('说明附件.txt');
    const given = await district.post({ text: '因财政安排推迟。' }, `/officials/explanations/${reference}`);
    expect(given.text).toContain('说明已经提交');
    const { page: own } = await citizen();
    expect(own.text).toContain('书面说明原因');
    expect(own.text).not.toMatch(/因财政安排推迟|说明附件|第七条没有/);
  });
});

describe('an answer that needs a release', () => {
  it('waits after it was sent, and the complainant sees nothing of it', async () => {
    const handler = await signedIn(id.commerce, 'handler');
    const page = await handler.get(casePath());
    const demands = [...page.html.matchAll(/name="answers\.(\d)\.demandId" value="([^"]+)"/g)];
    const fields: Record<string, string> = { action: 'answer', version: hidden(page.html, 'version') };
    for (const [, i, demandId = ''] of demands)
      Object.assign(fields, {
        [`answers.${i}.demandId`]: demandId,
        [`answers.${i}.outcome`]: i === '0' ? 'not' : 'accepted',
        [`answers.${i}.text`]: ANSWER,
        ...(i === '1' ? { [`answers.${i}.promisedOn`]: nextWeek() } : {}),
      });
    // Files are the handler's who uploaded them: this is another official of the body.
    await handler.post(file('终止协议.txt', '终止协议全文。'), `${casePath()}/files?for=answer`);
    const sent = await handler.post(fields, casePath());
    expect(sent.text).toContain('这份答复等待签发');
    expect(sent.html).toContain(`>${ANSWER}</textarea>`);
    const { page: own } = await citizen();
    expect(own.text).not.toMatch(/该协议已经终止|终止协议|签发/);
  });

  it('is released by an approver, and then read and downloaded by the complainant', async () => {
    const approver = await signedIn(id.commerce, 'approver');
    const page = await approver.get(casePath());
    expect(page.text).toContain(ANSWER);
    const released = await approver.post({ action: 'release_answer', version: hidden(page.html, 'version') });
    expect(released.path).toContain('done=release_answer');
    const { visitor, page: own } = await citizen();
    expect(own.text).toContain(ANSWER);
    expect(own.text).toContain('终止协议.txt');
    expect(own.text).toContain('还没有到期');
    const path = /\/track\/[^"]+\/evidence\/[0-9a-f-]{36}/.exec(own.html)?.[0] ?? '';
    const download = await visitor.get(path);
    expect(download.html).toBe('终止协议全文。');
    const stranger = await fetch(`${site.url}${path}`, { redirect: 'manual' });
    expect(stranger.status).toBe(303);
  });

  it('is followed up: the body reports what it promised as done, the complainant denies it', async () => {
    const handler = await signedIn(id.commerce, 'handler');
    const page = await handler.get(casePath());
    const answerId =
      /name="answerId-report_performance"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(page.html)?.[1] ?? '';
    const reported = await handler.post({
      action: 'report_performance',
      version: hidden(page.html, 'version'),
      'answerId-report_performance': answerId,
      'text-report_performance': '书面说明已经寄出。',
    });
    expect(reported.text).toContain('报告已按期办到');
    const { visitor, page: own } = await citizen();
    expect(own.text).toContain('书面说明已经寄出。');
    const empty = await visitor.post({ act: 'deny', 'deny-answerId': answerId, 'deny-text': '' }, `/track/${number}`);
    expect(empty.status).toBe(400);
    const denied = await visitor.post(
      { act: 'deny', 'deny-answerId': answerId, 'deny-text': '没有收到任何信件。' },
      `/track/${number}`,
    );
    expect(denied.text).toContain('您说没有办到');
    expect((await handler.get(casePath())).text).toContain('反映人说没有办到');
  });
});

it('the English pages say the same', async () => {
  const all = await signedIn(id.city, 'handler', 'intake', 'approver', 'administrator');
  for (const path of [
    '/en/officials/opinions',
    '/en/officials/explanations',
    `/en/officials/explanations/${reference}`,
    '/en/officials/templates',
    '/en/officials/templates/new',
    '/en/officials/administration/answers',
    `/en${casePath()}`,
  ]) {
    const page = await all.get(path);
    expect(page.status, path).toBe(200);
    expect(page.text, path).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
});
