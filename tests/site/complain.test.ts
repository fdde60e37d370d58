import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseNumber } from '../../api/domain/case-number.ts';
import { normaliseCode } from '../../api/domain/query-code.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 180_000);
afterAll(() => site?.stop());

const STORY =
  '2021年，区里招商引资请我们来办厂，协议写明投产后三个月内返还三成土地款。今年再去问，说换了领导，原来的人已经调走，不认以前的约定。';

/** Answers up to `stop`, without script. */
async function walk(visitor: Visitor, prefix = ''): Promise<void> {
  await visitor.get(`${prefix}/complain`);
  const steps: Record<string, string>[] = [
    { story: STORY },
    { obstacle: 'none' },
    { kind: 'old_debt' },
    { respondentIdText: '示范区人民政府' },
  ];
  for (const fields of steps) expect((await visitor.post(fields)).status).toBe(200);
}

async function chooseBody(visitor: Visitor, name: string) {
  const page = await visitor.post({ respondentIdText: name });
  expect(page.path).toContain('/complain/body');
  const found = new RegExp(`value="([0-9a-f-]{36})"[^>]*>\\s*${name}\\s*<`).exec(page.html);
  expect(found, `${name} among what was found`).not.toBeNull();
  return visitor.post({ respondentId: found?.[1] ?? '' });
}

describe('the complaint form without JavaScript', () => {
  it('leads from the story to the number and the code, question by question', async () => {
    const visitor = new Visitor(site.url);
    await visitor.get('/complain');
    let page = await visitor.post({ story: STORY });
    expect(page.path).toBe('/complain/acceptable');
    page = await visitor.post({ obstacle: 'none' });
    expect(page.path).toBe('/complain/kind');
    // The words of the story suggest the kind, and the page says which words.
    expect(page.html).toMatch(/value="old_debt"[^>]*checked/);
    page = await visitor.post({ kind: 'old_debt' });
    expect(page.path).toBe('/complain/body');
    page = await chooseBody(visitor, '样例市示范区人民政府');
    expect(page.path).toBe('/complain/matter');
    expect(page.html).toMatch(/value="investment_promotion"[^>]*checked/);
    page = await visitor.post({ matter: 'investment_promotion' });
    expect(page.path).toBe('/complain/details');
    page = await visitor.post({
      promised: '投产后三个月内返还土地款的三成',
      promisedOn: '2021年3月1日',
      amount: '１２０,０００ 元',
      changeReason: '负责人调走',
    });
    expect(page.path).toBe('/complain/demands');
    page = await visitor.post({ 'demands.0': '返还土地款', add: '1' });
    expect(page.html).toContain('demands.1');
    page = await visitor.post(
      { 'demands.0': '返还土地款', 'demands.1': '多余的一项', remove: '1' },
      '/complain/demands',
    );
    expect(page.html).not.toContain('多余的一项');
    page = await visitor.post({ 'demands.0': '返还土地款', 'demands.1': '书面说明原因' }, '/complain/demands');
    expect(page.path).toBe('/complain/evidence');

    const form = new FormData();
    form.append('file', new Blob(['协议第七条']), '../协议.txt');
    page = await visitor.post(form);
    expect(page.path).toBe('/complain/evidence');
    expect(page.text).toContain('协议.txt');
    const script = new FormData();
    script.append('file', new Blob(['<script>alert(1)</script>']), 'a.txt');
    page = await visitor.post(script);
    expect(page.status).toBe(400);
    expect(page.text).toContain('不支持这种文件');
    page = await visitor.post({ go: '1' }, '/complain/evidence');
    expect(page.path).toBe('/complain/you');
    page = await visitor.post({
      'complainant.kind': 'person',
      'complainant.personName': '测试人乙',
      'contact.phone': '138 0013 8000',
    });
    expect(page.path).toBe('/complain/sharing');
    page = await visitor.post({ identityToHandler: 'yes', identityToRespondent: 'no', publishSummary: 'yes' });
    expect(page.path).toBe('/complain/check');
    for (const shown of [
      STORY,
      '120,000.00 元',
      '2021年3月1日',
      '书面说明原因',
      '协议.txt',
      '测试人乙',
      '由谁办理',
      '为什么是它',
    ])
      expect(page.text).toContain(shown);

    page = await visitor.post({}, '/complain/check');
    expect(page.path).toBe('/complain/done');
    const number = /JN\d{4}-\d{7}-[0-9A-Y]/.exec(page.text)?.[0] ?? '';
    expect(normaliseNumber(number)).toBe(number);
    const code = /class="code"[^>]*>(.*?)<\/p>/s.exec(page.html)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
    expect(normaliseCode(code)).not.toBeNull();
    expect(page.text).toContain('人工核对'); // no script, no proof: taken and held
    const [row] = await site.database.owner`
      select c.screening, c.kind, c.amount, c.channel, count(e.id)::int as files
      from cases c left join evidence e on e.case_id = c.id where c.number = ${number} group by c.id`;
    expect(row).toEqual({ screening: 'held', kind: 'old_debt', amount: '120000.00', channel: 'portal', files: 1 });
    // Seen once more by reloading; what was typed is gone.
    expect((await visitor.get('/complain/done')).text).toContain(number);
    expect((await visitor.get('/complain')).html).not.toContain('调走，不认');
  });

  it('keeps what was typed, says at the field and on top what is wrong', async () => {
    const visitor = new Visitor(site.url);
    await visitor.get('/complain');
    const page = await visitor.post({ story: '太短了' });
    expect(page.status).toBe(400);
    expect(page.html).toContain('error-summary');
    expect(page.html).toContain('href="#story"');
    expect(page.html).toContain('太短了</textarea>');
  });

  it('says at the question that decides it what is not taken here, and where to go', async () => {
    const visitor = new Visitor(site.url);
    await visitor.get('/complain');
    await visitor.post({ story: STORY });
    const page = await visitor.post({ obstacle: 'pending_proceedings' });
    expect(page.path).toBe('/complain/acceptable');
    expect(page.text).toContain('不能在这里受理');
    expect((await visitor.get('/complain/check')).path).toBe('/complain/acceptable');
  });

  it('does not let a step be skipped, and works in English too', async () => {
    const visitor = new Visitor(site.url);
    expect((await visitor.get('/complain/check')).path).toBe('/complain');
    await walk(visitor, '/en');
    const page = await visitor.get('/en/complain/details');
    expect(page.path).toBe('/en/complain/body');
    expect(page.html).toContain('lang="en"');
  });

  it('brings body and matter along from other pages, and comes back to the check page after a change', async () => {
    const body = '333d058c-1c21-5541-8e9a-7766fb829d19'; // 样例市示范区人民政府
    const visitor = new Visitor(site.url);
    let page = await visitor.get(`/complain?respondent=${body}&matter=bidding`);
    expect(page.html).toContain(`name="respondentId" value="${body}"`);
    await visitor.post({ story: STORY, respondentId: body, matter: 'bidding' });
    await visitor.post({ obstacle: 'none' });
    page = await visitor.post({ kind: 'tip_off' });
    expect(page.html).toMatch(/value="样例市示范区人民政府"/);
    page = await visitor.post({ respondentId: body });
    expect(page.html).toMatch(/value="bidding"[^>]*checked/);
    await visitor.post({ matter: 'bidding' });
    await visitor.post({});
    await visitor.post({ 'demands.0': '查清并公开' });
    await visitor.post({ go: '1' });
    await visitor.post({ 'complainant.kind': 'anonymous' });
    page = await visitor.post({ publishSummary: 'no' });
    expect(page.path).toBe('/complain/check');
    await visitor.get('/complain/demands?change');
    page = await visitor.post({ 'demands.0': '查清并书面答复' });
    expect(page.path).toBe('/complain/check');
    expect(page.text).toContain('查清并书面答复');
    page = await visitor.post({}, '/complain/check');
    expect(page.path).toBe('/complain/done');
  });

  it('never shows the submission id, and sets its cookies for the server only', async () => {
    const visitor = new Visitor(site.url);
    await visitor.get('/complain');
    const response = await fetch(`${site.url}/complain`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ story: STORY }),
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^jn-draft=[\w-]{43};/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const rows = await site.database.owner`select t::text as line from form_draft t`;
    for (const row of rows) expect(row.line).not.toContain('招商');
  });
});
