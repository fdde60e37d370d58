import fs from 'node:fs';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runAppraisals } from '../../api/services/appraisals/run.ts';
import { findWarnings } from '../../api/services/early-warnings/find.ts';
import { insertCase } from '../support/case-row.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

/** The figures that hold a place to account, walked through their pages without JavaScript. */
vi.setConfig({ testTimeout: 120_000 });
let site: Site;
let city = '';
let reform = '';
beforeAll(async () => {
  site = await startSite();
  const directory = await site.database.deps.directory();
  const bodies = directory.bodiesIn('9901');
  city = bodies.find((body) => body.kind === 'government')?.id ?? '';
  reform = bodies.find((body) => body.role === 'development_reform')?.id ?? '';
}, 300_000);
afterAll(() => site?.stop());

type Role = 'administrator' | 'supervisor' | 'approver' | 'publisher';
const as = async (role: Role, bodyId = city) => visitorOf(site.url, await seat(site.database, [{ role, bodyId }]));
const unfinished = /\{\w+\}|undefined|NaN|\[object/;
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('the integrity monitor', () => {
  it('is there for everybody in both languages, with its method and the log of its weights', async () => {
    const visitor = new Visitor(site.url);
    for (const language of ['', '/en'])
      for (const path of [
        '/integrity?place=9901',
        '/integrity?place=9901&of=bodies',
        '/integrity/method',
        '/integrity/changes',
      ]) {
        const page = await visitor.get(`${language}${path}`);
        expect([path, page.status]).toEqual([path, 200]);
        expect(page.text).not.toMatch(unfinished);
      }
    expect((await visitor.get('/integrity?place=00')).status).toBe(404);
    const script = await fetch(`${site.url}/integrity-recompute.mjs`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).toContain('MOVER');
  });

  it('takes new weights from an administrator and shows them to everybody with the reason', async () => {
    const administrator = await as('administrator');
    const page = await administrator.get('/officials/administration/integrity');
    const weights = { timeliness: '30', solved: '30', commitments: '10', records: '10', arrears: '10', ratings: '10' };
    const from = hidden(page.html, 'from');
    const wrong = await administrator.post({ ...weights, timeliness: '31', reason: '评议会建议提高时效权重。', from });
    expect([wrong.status, wrong.text.includes('必须等于 100')]).toEqual([400, true]);
    expect(wrong.html).toContain('value="31"');
    const saved = await administrator.post({ ...weights, reason: '评议会建议提高时效权重。', from });
    expect(saved.text).toContain('已保存');
    await until(async () =>
      (await new Visitor(site.url).get('/integrity/changes')).text.includes('评议会建议提高时效权重。'),
    );
    const log = await new Visitor(site.url).get('/integrity/changes');
    expect(log.text).toMatch(/按期答复 20 → 30/);
    expect(log.text).toContain('样例市人民政府 管理员');
  });
});

describe('an appraisal', () => {
  it('goes from the questionnaire through the mailed link to its results, and the answer has no name', async () => {
    const author = await as('publisher', reform);
    await author.get('/officials/appraisals');
    const made = await author.post({
      bodyId: reform,
      division: '9901',
      title: '网页走查评议',
      closesOn: '2099-12-31',
      questions: '承诺兑现得怎么样？\n# 最希望改进什么？',
    });
    expect([made.status, made.text.includes('拟定中')]).toEqual([200, true]);
    const id = /appraisals\/([0-9a-f-]{36})/.exec(made.path)?.[1] ?? '';
    const panel = Array.from({ length: 10 }, (_, i) => `代表${i}，panel${i}@example.org，resident`).join('\n');
    const entered = await author.post({ act: 'panel', version: hidden(made.html, 'version'), panel });
    expect(entered.text).toContain('名单上 10 位');
    expect(entered.text).not.toContain('panel1@example.org');
    const opened = await author.post({ act: 'open', version: hidden(entered.html, 'version') });
    expect(opened.text).toContain('作答中');
    const mails = () =>
      fs.existsSync(site.mailDir) ? fs.readdirSync(site.mailDir).filter((name) => name.endsWith('.eml')) : [];
    await until(() => mails().length >= 10);
    const links: string[] = [];
    for (const name of mails()) {
      const mail = await PostalMime.parse(fs.readFileSync(`${site.mailDir}/${name}`));
      links.push(...(/\/appraise\/[\w-]+/.exec(mail.text ?? '') ?? []));
    }
    expect(new Set(links).size).toBe(10);
    for (const [i, link] of links.entries()) {
      const visitor = new Visitor(site.url);
      const form = await visitor.get(link);
      expect(form.text).toContain('网页走查评议');
      if (i === 0) expect((await visitor.post({ q2: '没有打分' })).status).toBe(400);
      const done = await visitor.post({ q1: String(1 + (i % 5)), q2: i === 0 ? '公开更多' : '' });
      expect(done.path).toBe('/appraise/done');
      expect((await visitor.get(link)).status).toBe(404);
    }
    // The server's own output names no link.
    expect(site.output()).not.toContain(links[0]?.slice('/appraise/'.length) ?? '');
    await site.database.owner`update appraisal set closes_on = current_date - 2 where id = ${id}`;
    await runAppraisals(site.database.deps);
    const approver = await as('approver', reform);
    const closed = await approver.get(`/officials/appraisals/${id}`);
    expect(closed.text).toContain('公开更多');
    await approver.post({ act: 'publish', version: hidden(closed.html, 'version') });
    const results = await new Visitor(site.url).get(`/appraisals/${id}`);
    expect(results.text).toMatch(/100% （10 \/ 10）/);
    expect(results.text).toContain('3.00（满分 5）');
    expect(results.text).not.toContain('公开更多');
    expect(results.text).not.toMatch(unfinished);
  });
});

describe('supervision', () => {
  it('shows a card of early warning with its numbers, and closes it with words', async () => {
    const county = (await site.database.deps.directory()).bodiesIn('990101').find((body) => body.kind === 'government');
    const administrator = await as('administrator');
    await administrator.get('/officials/administration/elections');
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000);
    await administrator.post({ division: '990101', heldOn: day(30).toISOString().slice(0, 10), words: '换届走查' });
    for (let i = 0; i < 5; i++)
      await insertCase(site.database.owner, {
        respondent: county?.id ?? '',
        handler: city,
        division: '990101',
        filedAt: day(10),
      });
    await findWarnings(site.database.deps);
    const supervisor = await as('supervisor');
    const list = await supervisor.get('/officials/warnings');
    // The legal day may be one ahead of UTC.
    expect(list.text).toMatch(/诉求 5 件，此前 3[01] 天 0 件/);
    expect(list.text).not.toMatch(unfinished);
    const card = await supervisor.get(/\/officials\/warnings\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? '');
    expect(card.text).toContain('您可以看到其中 5 件');
    const version = hidden(card.html, 'version');
    const noted = await supervisor.post({ act: 'closed', version, words: '已约谈并督办，逐件回访。' });
    expect(noted.text).toContain('已约谈并督办，逐件回访。');
    expect((await supervisor.get('/en/officials/warnings?state=closed')).text).toContain('More “old debts”');
  });

  it('makes a monthly report that somebody else publishes on the page of the place', async () => {
    const supervisor = await as('supervisor');
    const [row] = await site.database.sql<{ month: string }[]>`
      select to_char(now() at time zone 'Asia/Shanghai' - interval '1 month', 'YYYY-MM') as month`;
    const month = row?.month ?? '';
    await supervisor.get('/officials/reports/monthly');
    const made = await supervisor.post({ division: '9901', month });
    expect(made.text).toContain(`样例市政务诚信监测月报（${month}）`);
    expect(made.text).toContain('须由生成人以外的人公布');
    const visitor = new Visitor(site.url);
    expect((await visitor.get(`/places/9901/${month}`)).status).toBe(404);
    const approver = await as('approver');
    await approver.get(made.path);
    expect((await approver.post({})).text).toContain('看公开页面');
    await until(async () => (await visitor.get('/places/9901')).html.includes(`/places/9901/${month}`));
    const page = await visitor.get(`/en/places/9901/${month}`);
    expect(page.text).toMatch(/SHA-256 of the document: [0-9a-f]{64}/);
    expect(page.text).not.toMatch(unfinished);
  });
});
