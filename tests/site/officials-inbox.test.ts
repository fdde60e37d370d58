import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialRole } from '../../api/domain/official.ts';
import { complaint } from '../support/filing.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

let site: Site;
const id = { commerce: '', finance: '', county: '' };

beforeAll(async () => {
  site = await startSite();
  const directory = await site.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  id.commerce = find('9901', 'commerce', 'department');
  id.finance = find('9901', 'finance', 'department');
  id.county = find('990101', 'government', 'government');
}, 300_000);
afterAll(() => site?.stop());

async function signedIn(name: string, role: OfficialRole, bodyId: string) {
  const who = await seat(site.database, [{ role, bodyId }], name);
  return Object.assign(visitorOf(site.url, who), { who });
}

async function filed(story?: string): Promise<string> {
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: id.county, ...(story ? { story } : {}) })),
  });
  expect(answer.status).toBe(201);
  const { number } = (await answer.json()) as { number: string };
  const { owner } = site.database;
  await owner`update cases set screening = 'passed', handler_id = ${id.commerce} where number = ${number}`;
  return number;
}

describe('the inbox without script', () => {
  it('assigns what is chosen, says so, and keeps the choice where it was refused', async () => {
    const numbers = [await filed(), await filed()];
    const me = await signedIn('周经办', 'handler', id.commerce);
    const friend = await signedIn('吴同事', 'intake', id.commerce);
    const stranger = await signedIn('郑外人', 'handler', id.finance);
    const page = await me.get('/officials');
    expect(page.html).toMatch(new RegExp(`<option value="${friend.who.id}"[^>]*>\\s*吴同事`));
    expect(page.html).not.toContain(stranger.who.id);
    const nothing = await me.post({ action: 'assign', assignee: 'me' });
    expect(nothing.status).toBe(400);
    expect(nothing.text).toContain('请先选择至少一件诉求');
    const form = new FormData();
    for (const number of numbers) form.append('case', number);
    form.set('action', 'assign');
    form.set('assignee', stranger.who.id);
    const refused = await me.post(form, '/officials');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('请另选一位');
    for (const number of numbers) expect(refused.html).toMatch(new RegExp(`value="${number}"[^>]*checked`));
    form.set('assignee', friend.who.id);
    const done = await me.post(form, '/officials?folder=to_accept');
    expect(done.path).toBe('/officials?folder=to_accept&assigned=2');
    expect(done.text).toContain('已指派 2 件');
    const theirs = await friend.get('/officials?folder=mine');
    for (const number of numbers) expect(theirs.text).toContain(number);
    const log = await me.get(`/officials/cases/${numbers[0]}`);
    expect(log.text).toContain('指派');
  });

  it('offers no boxes to whoever only reads', async () => {
    await filed();
    const watcher = await signedIn('督办人', 'supervisor', id.commerce);
    const page = await watcher.get('/officials');
    expect(page.text).toMatch(/JN\d{4}-/);
    expect(page.html).not.toContain('type="checkbox" name="case"');
  });

  it('searches the words of stories, filters, keeps the filter, renames it and lets it go', async () => {
    const number = await filed('县里答应的白鹭湾道路补偿款，三年没有下文。');
    await until(async () => (await site.database.owner`select 1 from case_search_todo`).length === 0);
    const me = await signedIn('冯检索', 'handler', id.commerce);
    const hits = await me.get(`/officials?q=${encodeURIComponent('白鹭湾道路')}`);
    expect(hits.text).toContain(number);
    expect(hits.text).toMatch(/打开查对了 \d+ 件，符合的有 1 件/);
    expect((await me.get(`/officials?q=${encodeURIComponent('白鹭岛')}`)).text).toContain('没有符合条件的诉求');
    const wrong = await me.get('/officials?from=gestern&kind=promise');
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('value="gestern"');
    const filtered = await me.get('/officials?kind=promise&folder=to_accept');
    expect(filtered.text).toMatch(/符合条件的共 \d+ 件/);
    const kept = await me.post({ action: 'save-filter', name: '承诺待受理', query: 'kind=promise&folder=to_accept' });
    expect(kept.path).toContain('kept=1');
    expect(kept.html).toMatch(/aria-current="page"[^>]*>\s*承诺待受理/);
    const saved = new URL(kept.path, site.url).searchParams.get('saved') ?? '';
    const twice = await me.post({ action: 'save-filter', name: '承诺待受理', query: 'kind=arrears' });
    expect(twice.status).toBe(400);
    expect(twice.text).toContain('您已有同名的筛选');
    const renamed = await me.post(
      { action: 'save-filter', id: saved, name: '承诺', query: 'kind=promise' },
      '/officials',
    );
    expect(renamed.text).toContain('承诺');
    expect(renamed.text).not.toContain('承诺待受理');
    const dropped = await me.post({ action: 'drop-filter', id: saved }, '/officials');
    expect(dropped.text).toContain('筛选已删除');
    expect(dropped.html).not.toContain(saved);
  });
});

describe('two at one case', () => {
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

  it('see each other, and of two replies at the same moment one stands; the other is shown beside it and kept', async () => {
    const number = await filed();
    const at = `/officials/cases/${number}`;
    const [a, b] = [await signedIn('孙先答', 'handler', id.commerce), await signedIn('李后答', 'handler', id.commerce)];
    const first = await a.get(at);
    expect(first.text).not.toContain('还有人打开着');
    await a.post({ action: 'accept', version: hidden(first.html, 'version') }, at);
    const pages = [await a.get(at), await b.get(at)];
    expect(pages[1]?.text).toMatch(/还有人打开着这件诉求：\s*孙先答（刚刚）/);
    const form = (html: string, words: string) => {
      const demands = [...html.matchAll(/name="(answers\.\d\.demandId)"[^>]*value="([^"]+)"/g)];
      const fields: Record<string, string> = {
        action: 'answer',
        version: hidden(html, 'version'),
        seen: hidden(html, 'seen'),
      };
      for (const [i, [, name = '', value = '']] of demands.entries()) {
        fields[name] = value;
        fields[`answers.${i}.outcome`] = 'accepted';
        fields[`answers.${i}.text`] = `${words}，第${i + 1}项。`;
      }
      return fields;
    };
    const answers = await Promise.all([
      a.post(form(pages[0]?.html ?? '', '孙的答复'), at),
      b.post(form(pages[1]?.html ?? '', '李的答复'), at),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const slower = answers[0]?.status === 409 ? 0 : 1;
    const lost = answers[slower];
    const [mine, theirs] = slower === 0 ? ['孙的答复', '李的答复'] : ['李的答复', '孙的答复'];
    const conflict = lost?.html.slice(lost.html.indexOf('class="conflict"')) ?? '';
    const [left = '', right = ''] = conflict.split('id="mine-title"');
    expect(left).toContain(`${theirs}，第1项`);
    expect(left).toContain(`${theirs}，第2项`);
    expect(left).toContain('状态：办理中 → 已答复');
    expect(right).toContain(`${mine}，第1项`);
    expect(right).toContain(`${mine}，第2项`);
    expect(lost?.text).toContain('您的答复已存为草稿');
    const [draft] = await site.database
      .owner`select count(*)::int as n from form_draft where owner = ${[a, b][slower]?.who.id ?? ''}`;
    expect(draft?.n).toBe(1);
    const [row] = await site.database.owner`
      select count(*)::int as n from case_answer where case_id = (select id from cases where number = ${number})`;
    expect(row?.n).toBe(2); // two demands, answered once
  });

  it('is told by a page that stays open, to those who may see the case', async () => {
    const number = await filed();
    const [a, b] = [await signedIn('钱开着', 'handler', id.commerce), await signedIn('赵路过', 'handler', id.finance)];
    const sign = await a.post({}, `/officials/cases/${number}/presence`);
    expect([sign.status, sign.html]).toEqual([200, '[]']);
    expect((await b.post({}, `/officials/cases/${number}/presence`)).status).toBe(404);
    const friend = await signedIn('周也开', 'supervisor', id.commerce);
    expect(JSON.parse((await friend.post({}, `/officials/cases/${number}/presence`)).html)).toEqual([
      { name: '钱开着', minutes: 0 },
    ]);
    const answer = await fetch(`${site.url}/officials/cases/${number}/presence`, {
      method: 'POST',
      headers: { origin: site.url },
    });
    expect(answer.status).toBe(401);
  });

  it('can change language and size of print where they are', async () => {
    const me = await signedIn('吴大字', 'handler', id.commerce);
    const page = await me.get('/officials?folder=overdue');
    expect(page.html).toContain('href="/en/officials?folder=overdue"');
    const large = await me.get(`/large-print?on=1&to=${encodeURIComponent('/officials?folder=overdue')}`);
    expect(large.html).toContain('data-print="large"');
  });
});
