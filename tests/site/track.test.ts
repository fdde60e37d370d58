import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../api/services/complaints/ask.ts';
import { acceptCase, answerCase, type Desk, fileAndSit } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx } from '../support/filing.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

let site: Site;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ publicUrl: 'http://localhost' });
  await filingCtx(database); // the bodies are there before the portal reads its directory
  site = await startSite({ database });
}, 240_000);
afterAll(async () => {
  await site?.stop();
  await database?.end();
});

const opened = async (d: Desk, prefix = ''): Promise<Visitor> => {
  const visitor = new Visitor(site.url);
  await visitor.get(`${prefix}/track`);
  const page = await visitor.post({ number: d.number.toLowerCase(), queryCode: d.code.replaceAll('-', ' ') });
  expect(page.path).toBe(`${prefix}/track/${d.number}`);
  expect(page.status).toBe(200);
  return visitor;
};

describe('tracking a case without JavaScript', () => {
  it('opens with number and code, and then for a while without the code', async () => {
    const d = await fileAndSit(database);
    const visitor = await opened(d);
    const page = await visitor.get(`/track/${d.number}`);
    expect(page.text).toContain('现在由测试市发展和改革委员会决定是否受理');
    expect(page.text).toContain('兑现土地款返还');
    expect(page.html).not.toContain(d.code);
    expect((await visitor.post({ act: 'leave' })).path).toBe('/track');
    expect((await visitor.get(`/track/${d.number}`)).html).toContain('name="queryCode"');
  });

  it('says one sentence for an unknown number and a wrong code, and keeps what was typed', async () => {
    const d = await fileAndSit(database);
    const visitor = new Visitor(site.url);
    for (const number of [d.number, 'JN2031-9999999-0']) {
      await visitor.get('/track');
      const page = await visitor.post({ number, queryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' });
      expect(page.status).toBe(403);
      expect(page.text).toContain('编号或查询码不正确');
      expect(page.html).toContain(`value="${number}"`);
    }
    expect((await visitor.post({ number: '', queryCode: '' }, '/track')).status).toBe(400);
  });

  it('asks for the code alone where the number stands in the address', async () => {
    const d = await fileAndSit(database);
    const visitor = new Visitor(site.url);
    const first = await visitor.get(`/track/${d.number}`);
    expect(first.text).toContain(d.number);
    expect(first.text).not.toContain('测试市');
    const page = await visitor.post({ queryCode: d.code });
    expect(page.text).toContain('测试市发展和改革委员会');
  });

  it('lets the complainant write, supply what was asked, add a file and read it back', async () => {
    const d = await fileAndSit(database);
    await ask(d.desk, d.number, { version: 1, text: '请补充协议的复印件。' });
    const visitor = await opened(d);
    const form = new FormData();
    form.set('file', new File(['协议第七条：返还三成土地款。'], '协议.txt', { type: 'text/plain' }));
    let page = await visitor.post(form, `/track/${d.number}/evidence`);
    expect(page.path).toBe(`/track/${d.number}?done=evidence`);
    const link = new RegExp(`/track/${d.number}/evidence/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? '';
    const cookie = [...visitor.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    const file = await fetch(`${site.url}${link}`, { headers: { cookie } });
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await file.text()).toContain('第七条');
    expect((await new Visitor(site.url).get(link)).html).toContain('name="queryCode"');

    page = await visitor.post({ act: 'supply', 'supply-text': '' }, `/track/${d.number}`);
    expect(page.status).toBe(400);
    page = await visitor.post({ act: 'supply', 'supply-text': '协议复印件已经上传。' }, `/track/${d.number}`);
    expect(page.path).toBe(`/track/${d.number}?done=supply`);
    expect(page.text).toContain('协议复印件已经上传。');
    page = await visitor.post({ act: 'message', 'message-text': '请问何时答复？' }, `/track/${d.number}`);
    expect(page.text).toContain('已经发送');
  });

  it('takes the verdict after the answer, once, with words', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    await answerCase(d);
    const visitor = await opened(d);
    let page = await visitor.post({ act: 'verdict', verdict: 'not_solved', reopen: 'yes' }, `/track/${d.number}`);
    expect(page.status).toBe(400);
    expect(page.html).toMatch(/value="not_solved"[^>]*checked/);
    page = await visitor.post(
      { act: 'verdict', verdict: 'partly', 'verdict-text': '只付了一半。' },
      `/track/${d.number}`,
    );
    expect(page.text).toContain('您的评价是“部分解决”');
    page = await visitor.post({ act: 'verdict', verdict: 'solved' }, `/track/${d.number}`);
    expect(page.status).toBe(409);
  });

  it('withdraws only after a page that asks once more', async () => {
    const d = await fileAndSit(database);
    const visitor = await opened(d, '/en');
    let page = await visitor.get(`/en/track/${d.number}/withdraw`);
    expect(page.text).toContain('Do you want to withdraw it?');
    page = await visitor.post({ text: '' });
    expect(page.path).toBe(`/en/track/${d.number}?done=withdraw`);
    expect(page.text).toContain('You have withdrawn this case');
  });

  it('keeps what was written when the half hour is over, and sends it with the code', async () => {
    const d = await fileAndSit(database);
    const visitor = new Visitor(site.url);
    const page = await visitor.post({ act: 'message', 'message-text': '写了很久的一段话。' }, `/track/${d.number}`);
    expect(page.html).toContain('写了很久的一段话。');
    const sent = await visitor.post(
      { act: 'message', 'message-text': '写了很久的一段话。', queryCode: d.code },
      `/track/${d.number}`,
    );
    expect(sent.path).toBe(`/track/${d.number}?done=message`);
    expect(sent.text).toContain('写了很久的一段话。');
  });

  it('never stores the page anywhere', async () => {
    const d = await fileAndSit(database);
    const response = await fetch(`${site.url}/track/${d.number}`);
    expect(response.headers.get('cache-control')).toContain('no-store');
  });
});
