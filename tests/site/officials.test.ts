import fs from 'node:fs/promises';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant, OfficialRole } from '../../api/domain/official.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { complaint } from '../support/filing.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

const PASSWORD = 'correct horse battery';
let site: Site;
const id = { city: '', commerce: '', finance: '', county: '' };

beforeAll(async () => {
  site = await startSite();
  const directory = await site.database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  id.city = find('9901', 'government', 'government');
  id.commerce = find('9901', 'commerce', 'department');
  id.finance = find('9901', 'finance', 'department');
  id.county = find('990101', 'government', 'government');
}, 300_000);
afterAll(() => site?.stop());

let n = 0;
async function official(name: string, ...grants: [OfficialRole, string][]) {
  const { database } = site;
  const email = `person-${n++}@example.org`;
  const held: Grant[] = grants.map(([role, bodyId]) => ({ role, bodyId }));
  const options = { password: PASSWORD, enrolled: true };
  const made = await createOfficial(
    database.ctx({ kind: 'system' }),
    database.signIn,
    { name, email, grants: held },
    options,
  );
  const code = () => new TOTP({ secret: Secret.fromBase32(made.secondFactor?.totpSecret ?? '') }).generate();
  return { ...made, code };
}

async function signedIn(name: string, ...grants: [OfficialRole, string][]) {
  const who = await official(name, ...grants);
  const visitor = new Visitor(site.url);
  await visitor.get('/officials/sign-in');
  await visitor.post({ email: who.email, password: PASSWORD });
  const inbox = await visitor.post({ code: who.code() });
  expect(inbox.path).toBe('/officials');
  return Object.assign(visitor, { who });
}

/** A case filed through the API, let through screening, in the hands of the city's commerce body. */
async function filed(): Promise<string> {
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: id.county })),
  });
  expect(answer.status).toBe(201);
  const { number } = (await answer.json()) as { number: string };
  const { owner } = site.database;
  await owner`update cases set screening = 'passed', handler_id = ${id.commerce} where number = ${number}`;
  // What the filing released went to the body that routing named; this test moved the case by hand.
  await owner`update case_release set body_id = ${id.commerce} where case_id = (select id from cases where number = ${number})`;
  return number;
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('signing in on the pages', () => {
  it('goes from password to code to the page that was asked for, and out again', async () => {
    const who = await official('王一', ['handler', id.commerce]);
    const visitor = new Visitor(site.url);
    const door = await visitor.get('/officials/notices');
    expect(door.path).toContain('/officials/sign-in?why=ended&to=%2Fofficials%2Fnotices');
    const wrong = await visitor.post({ email: who.email, password: 'not the right one' });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('账号、密码或动态口令不正确');
    expect(wrong.html).toContain(`value="${who.email}"`); // what was typed stays, but never the password
    expect(wrong.html).not.toContain('not the right one');
    const step = await visitor.post({ email: who.email, password: PASSWORD });
    expect(step.path).toContain('/officials/sign-in-code');
    const inside = await visitor.post({ code: who.code() });
    expect(inside.path).toBe('/officials/notices');
    expect(inside.text).toContain('王一');
    const out = await visitor.post({}, '/officials/sign-out');
    expect(out.text).toContain('您已安全退出');
    expect((await visitor.get('/officials')).path).toContain('/officials/sign-in');
  });

  it('is not undone from another site, nor by following a link', async () => {
    const visitor = await signedIn('王二', ['handler', id.commerce]);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const cross = await fetch(`${site.url}/officials/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: 'https://elsewhere.example' },
      redirect: 'manual',
    });
    expect(cross.status).toBe(403);
    await visitor.get('/officials/sign-out');
    expect((await visitor.get('/officials')).status).toBe(200);
  });

  it('never leads to another site, and the code page wants the password first', async () => {
    const who = await official('王三');
    const visitor = new Visitor(site.url);
    expect((await visitor.get('/officials/sign-in-code')).path).toBe('/officials/sign-in');
    await visitor.get('/officials/sign-in?to=//elsewhere.example/officials');
    await visitor.post({ email: who.email, password: PASSWORD });
    expect((await visitor.post({ code: who.code() })).path).toBe('/officials');
  });

  it('says how long a locked account has to wait', async () => {
    const who = await official('王四');
    const visitor = new Visitor(site.url);
    await visitor.get('/officials/sign-in');
    for (let i = 0; i < 5; i++) await visitor.post({ email: who.email, password: 'not the right one' });
    const locked = await visitor.post({ email: who.email, password: PASSWORD });
    expect(locked.status).toBe(429);
    expect(locked.text).toMatch(/请在 \d+ 秒后再试/);
  });

  it('takes an invited official through enrolment, showing the recovery codes once', async () => {
    const { database } = site;
    const input = { name: '李新来', email: 'li@example.org', grants: [{ role: 'handler', bodyId: id.commerce }] };
    const made = await createOfficial(database.ctx({ kind: 'system' }), database.signIn, input);
    const visitor = new Visitor(site.url);
    await visitor.get('/officials/sign-in');
    const page = await visitor.post({ email: made.email, password: made.password });
    expect(page.path).toContain('/officials/enrol');
    expect((await new Visitor(site.url).get('/officials/enrol')).path).toContain('/officials/sign-in');
    const secret = /id="totp-secret"[^>]*>([A-Z2-7 ]+)</.exec(page.html)?.[1]?.replace(/ /g, '') ?? '';
    expect(page.html.match(/<li>\s*[0-9A-Z]{5}-[0-9A-Z]{5}\s*<\/li>/g)).toHaveLength(10);
    const differs = await visitor.post({ password: 'a new long password', again: 'another password', code: '000000' });
    expect(differs.status).toBe(400);
    expect(differs.text).toContain('两次输入的密码不一样');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const done = await visitor.post({ password: 'a new long password', again: 'a new long password', code });
    expect(done.path).toBe('/officials');
    expect((await visitor.get('/officials/enrol')).path).not.toBe('/officials/enrol');
  });
});

describe('a case on its page', () => {
  it('is accepted, answered demand by demand and closed, with the draft kept on the way', async () => {
    const number = await filed();
    const visitor = await signedIn('张承办', ['handler', id.commerce]);
    expect((await visitor.get('/officials')).html).toContain(`/officials/cases/${number}`);
    const at = `/officials/cases/${number}`;
    let page = await visitor.get(at);
    expect(page.text).toContain('返还土地款');
    expect(page.text).not.toContain('测试人甲');
    page = await visitor.post({
      action: 'accept',
      version: hidden(page.html, 'version'),
      seen: hidden(page.html, 'seen'),
    });
    expect(page.path).toBe(`${at}?done=accept`);

    const demands = [...page.html.matchAll(/name="(answers\.\d\.demandId)"[^>]*value="([^"]+)"/g)].map((m) => [
      m[1],
      m[2],
    ]);
    expect(demands).toHaveLength(2);
    const version = hidden(page.html, 'version');
    const half = { ...Object.fromEntries(demands), version, 'answers.0.text': '已列入年度预算。' };
    page = await visitor.post({ ...half, action: 'draft' }, at);
    expect(page.text).toContain('草稿已保存');
    expect(page.html).toMatch(/<textarea[^>]*id="answers\.0\.text"[^>]*>已列入年度预算。/);

    page = await visitor.post({ ...half, action: 'answer' }, at);
    expect(page.status).toBe(400);
    expect(page.html).toContain('已列入年度预算。');
    expect(page.html).toContain('href="#answers.1.text"');
    const whole = {
      ...half,
      action: 'answer',
      'answers.0.outcome': 'accepted',
      'answers.0.promisedOn': '2030-12-31',
      'answers.1.outcome': 'partly',
      'answers.1.text': '延误原因已书面说明。',
      'answers.1.legalGround': '优化营商环境条例第三十一条',
    };
    page = await visitor.post(whole, at);
    expect(page.path).toBe(`${at}?done=answer`);
    expect(page.text).toContain('优化营商环境条例第三十一条');
    expect(page.text).toContain('已答复');
    page = await visitor.post(
      { action: 'close', version: hidden(page.html, 'version'), 'bodySays-close': 'solved' },
      at,
    );
    expect(page.path).toBe(`${at}?done=close`);
    expect(page.text).toContain('已办结');
    expect(page.text).toContain('目前的状态不能办'); // why nothing else is possible
  });

  it('keeps the text of the slower of two, and shows what happened meanwhile', async () => {
    const number = await filed();
    const at = `/officials/cases/${number}`;
    const fast = await signedIn('快手', ['handler', id.commerce]);
    const slow = await signedIn('慢手', ['handler', id.commerce]);
    const before = await slow.get(at);
    const page = await fast.get(at);
    await fast.post({ action: 'accept', version: hidden(page.html, 'version') }, at);
    const conflict = await slow.post({
      action: 'ask',
      version: hidden(before.html, 'version'),
      seen: hidden(before.html, 'seen'),
      'text-ask': '请补充协议原件的照片。',
    });
    expect(conflict.status).toBe(409);
    expect(conflict.html).toMatch(/<textarea[^>]*id="text-ask"[^>]*>请补充协议原件的照片。/);
    expect(conflict.text).toContain('您填写期间，这件诉求有了变化');
    expect(conflict.text).toMatch(/样例市商务局 · 受理/);
  });

  it('is transferred by the name of a body, never to the respondent', async () => {
    const number = await filed();
    const at = `/officials/cases/${number}`;
    const visitor = await signedIn('转办员', ['intake', id.commerce]);
    const page = await visitor.get(at);
    const form = { action: 'transfer', version: hidden(page.html, 'version'), 'text-transfer': '属财政部门职责。' };
    const accused = await visitor.post({ ...form, toBodyIdText: '样例市示范区人民政府' }, at);
    expect(accused.status).toBe(409);
    expect(accused.text).toContain('不能把诉求转给被反映单位');
    const moved = await visitor.post({ ...form, toBodyIdText: '样例市财政局' }, at);
    expect(moved.path).toBe('/officials?done=transfer');
    const finance = await signedIn('财政', ['handler', id.finance]);
    expect((await finance.get(at)).status).toBe(200);
  });

  it('does not exist for others, and its person is read only with a reason and a recent code', async () => {
    const number = await filed();
    const at = `/officials/cases/${number}`;
    const stranger = await signedIn('外人', ['handler', id.county], ['administrator', id.city]);
    for (const address of [at, `${at}/identity`, `${at}/evidence/${id.city}`]) {
      expect((await stranger.get(address)).status).toBe(404);
    }
    const visitor = await signedIn('办理人', ['handler', id.commerce]);
    const asked = await visitor.get(`${at}/identity`);
    expect(asked.text).not.toContain('测试人甲');
    expect((await visitor.post({ reason: '' })).status).toBe(400);
    const { owner } = site.database;
    await owner`update auth_session set second_factor_at = now() - interval '6 minutes' where user_id = ${visitor.who.id}`;
    const stale = await visitor.post({ reason: '电话核实金额' });
    expect([stale.status, stale.html.includes('value="电话核实金额"')]).toEqual([403, true]);
    expect((await visitor.get(`${at}/identity`)).html).toContain('name="code"');
    // A code of this step or an earlier one was used already.
    await owner`update auth_two_factor set last_step = 4000000000 where user_id = ${visitor.who.id}`;
    expect((await visitor.post({ reason: '电话核实金额', code: visitor.who.code() })).status).toBe(400);
    await owner`update auth_two_factor set last_step = 0 where user_id = ${visitor.who.id}`;
    const shown = await visitor.post({ reason: '电话核实金额', code: visitor.who.code() });
    expect(shown.text).toContain('测试人甲');
    expect((await visitor.get(at)).text).toContain('查看了反映人身份');
  });

  it('saves a draft for the editor, and tells it when the session is over', async () => {
    const number = await filed();
    const visitor = await signedIn('写手', ['handler', id.commerce]);
    const saved = await visitor.post({ 'answers.0.text': '自动保存' }, `/officials/cases/${number}/draft`);
    expect(saved.status).toBe(200);
    const late = await new Visitor(site.url).post({}, `/officials/cases/${number}/draft`);
    expect(late.status).toBe(401);
  });
});

describe('administration', () => {
  it('gives and takes roles, resets and disables, each dangerous act after a page that says what it does', async () => {
    const visitor = await signedIn('管理员', ['administrator', id.city]);
    const other = await signedIn('赵新', ['handler', id.commerce]);
    const at = `/officials/administration/officials/${other.who.id}`;
    expect((await visitor.get('/officials/administration')).html).toContain(at);
    await visitor.get(at);
    const unknown = await visitor.post({ role: 'approver', bodyIdText: '没有这个局' });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toContain('没有找到这个单位');
    expect(unknown.html).toContain('value="没有这个局"');
    expect((await visitor.post({ role: 'approver', bodyIdText: '样例市商务局' })).path).toBe(`${at}?done=1`);
    const asked = await visitor.get(`${at}/confirm?act=revoke&role=approver&body=${id.commerce}`);
    expect(asked.text).toContain('撤销 赵新 的“审核人”？');
    expect((await visitor.post({})).path).toBe(`${at}?done=1`);
    expect((await visitor.get(`${at}/confirm?act=nothing`)).status).toBe(404);

    expect((await other.get('/officials/notices')).status).toBe(200);
    await visitor.get(`${at}/confirm?act=disable`);
    expect((await visitor.post({})).text).toContain('已停用');
    // The page that was open is worth nothing from now on, to a person and to a program.
    expect((await other.get('/officials/notices')).path).toContain('/officials/sign-in');
    const cookie = [...other.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await fetch(`${site.url}/api/v1/officials/cases`, { headers: { cookie } })).status).toBe(401);

    await visitor.get(`${at}/confirm?act=reset`);
    const reset = await visitor.post({});
    expect(reset.html).toMatch(/id="one-time-password"[^>]*>[0-9A-Z]{5}(-[0-9A-Z]{5}){3}</);
    expect((await visitor.get(at)).html).not.toContain('one-time-password');
  });

  it('asks for a code of the authenticator when the last one is old', async () => {
    const visitor = await signedIn('老会话', ['administrator', id.city]);
    const other = await official('被管的', ['handler', id.commerce]);
    const { owner } = site.database;
    await owner`update auth_session set second_factor_at = now() - interval '6 minutes' where user_id = ${visitor.who.id}`;
    const page = await visitor.get(`/officials/administration/officials/${other.id}/confirm?act=disable`);
    expect(page.html).toContain('name="code"');
    const refused = await visitor.post({});
    expect(refused.status).toBe(403);
    expect(refused.text).toContain('再输一次动态口令');
    const wrong = await visitor.post({ code: '000000' });
    expect([wrong.status, wrong.text.includes('口令不对')]).toEqual([400, true]);
    // A code of this step or an earlier one was used already: it cannot be given again.
    await owner`update auth_two_factor set last_step = 4000000000 where user_id = ${visitor.who.id}`;
    expect((await visitor.post({ code: visitor.who.code() })).status).toBe(400);
    await owner`update auth_two_factor set last_step = 0 where user_id = ${visitor.who.id}`;
    expect((await visitor.post({ code: visitor.who.code() })).path).toContain('done=1');
    expect((await visitor.get(`/officials/administration/officials/${other.id}`)).html).not.toContain('name="code"');
  });

  it('invites by mail: the link is followed, a password set and a phone enrolled, once', async () => {
    const visitor = await signedIn('邀请人', ['administrator', id.city]);
    await visitor.get('/officials/administration/invitations');
    const form = { name: '钱新', email: 'qian@example.org', role: 'handler', bodyIdText: '样例市商务局' };
    expect((await visitor.post(form)).path).toBe('/officials/administration/invitations?done=invited');
    const again = await visitor.post(form);
    expect([again.status, again.text.includes('已经邀请过')]).toEqual([400, true]);
    let link = '';
    await until(async () => {
      const mails = await fs.readdir(site.mailDir).catch(() => []);
      for (const name of mails.filter((file) => file.endsWith('.eml'))) {
        const [head = '', body = ''] = (await fs.readFile(path.join(site.mailDir, name), 'utf8')).split('\n\n');
        if (head.includes('qian@example.org'))
          link = /\/officials\/invitation\/[\w-]+/.exec(Buffer.from(body, 'base64').toString())?.[0] ?? '';
      }
      return link !== '';
    });
    const response = await fetch(site.url + link);
    expect([response.status, response.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    const invited = new Visitor(site.url);
    expect((await invited.get(link)).text).toContain('承办人 · 样例市商务局');
    const enrol = await invited.post({});
    expect(enrol.path).toBe('/officials/enrol');
    expect(enrol.html.match(/<li>[0-9A-Z]{5}-[0-9A-Z]{5}<\/li>/g)).toHaveLength(10);
    const secret = /id="totp-secret"[^>]*>([^<]+)</.exec(enrol.html)?.[1]?.replaceAll(' ', '') ?? '';
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const inside = await invited.post({ password: PASSWORD, again: PASSWORD, code });
    expect(inside.path).toBe('/officials');
    expect(inside.text).toContain('钱新');
    const used = await new Visitor(site.url).get(link);
    expect([used.status, used.text.includes('这个链接不能用了')]).toEqual([410, true]);
    expect((await new Visitor(site.url).get('/officials/invitation/1nothing')).status).toBe(404);
    expect((await visitor.get('/officials/administration/invitations')).text).toContain('已接受');
    expect(site.output()).not.toContain(link.split('/').at(-1) ?? 'no link');
  });

  it('is closed to whoever does not administer', async () => {
    const visitor = await signedIn('承办', ['handler', id.commerce]);
    expect((await visitor.get('/officials/administration')).status).toBe(403);
    expect((await visitor.get('/officials/administration/invitations')).status).toBe(403);
    expect((await visitor.get(`/officials/administration/officials/${id.city}`)).status).toBe(403);
    expect((await visitor.get('/officials/administration/mail?name=x.eml')).status).toBe(403);
    expect((await visitor.get('/officials/help')).status).toBe(200);
  });
});

it('every page of the officials sends visitors to sign in, keeps nothing in a cache, and is out of frames', async () => {
  for (const address of [
    '/officials',
    '/officials/notices',
    '/officials/administration',
    '/officials/administration/invitations',
    '/officials/help',
    '/officials/cases/JN2026-0000001-X',
  ]) {
    const response = await fetch(`${site.url}${address}`, { redirect: 'manual' });
    expect([address, response.status]).toEqual([address, 303]);
    expect(response.headers.get('location')).toMatch(/^\/officials\/sign-in\?/);
  }
  const door = await fetch(`${site.url}/officials/sign-in`);
  expect(door.headers.get('cache-control')).toContain('no-store');
  expect(door.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
