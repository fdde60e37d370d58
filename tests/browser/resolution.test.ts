import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../api/domain/calendar.ts';
import { type Actor, OFFICIAL_ROLES, type OfficialRole } from '../../api/domain/official.ts';
import { openCase } from '../../api/services/complaints/open-case.ts';
import type { Ctx } from '../../api/services/context.ts';
import { ACTS } from '../../api/services/officials/acts.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { agree } from '../../api/services/resolution/agree.ts';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { complaint } from '../support/filing.ts';
import { seat } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';

/** A case in which everything happened that a dispute can go through, as both sides see it. */
const SHOTS = process.env.SHOTS;
const NARROW = { width: 320, height: 640 };
let site: Site;
let browser: Browser;
let desk: Page;
let citizen: Page;
let number = '';

async function fill(queryCode: string, city: string, today: string): Promise<void> {
  const official = (id: string, ...roles: OfficialRole[]): Ctx => {
    const grants = roles.map((role) => ({ role, bodyId: city }));
    return site.database.ctx({ kind: 'official', id, name: '经办人', grants } satisfies Actor);
  };
  const handler = official('handler', 'intake', 'handler');
  const act = async (ctx: Ctx, action: keyof typeof ACTS, input: object) => {
    const { head } = await readCase(ctx, number);
    await ACTS[action]?.verb(ctx, number, { version: head.version, ...input });
  };
  const public_ = site.database.ctx({ kind: 'public' });
  const own = await openCase(public_, number, queryCode);
  await act(handler, 'accept', {});
  await act(official('superior', 'supervisor'), 'order', {
    text: '请说明逾期原因。',
    dueOn: addDays(today, 5),
    shown: true,
  });
  await act(handler, 'report', { text: '已列入本月计划，月底前付清。' });
  await act(handler, 'establish', {
    fact: '2021年协议约定投产后返还土地款，协议真实有效。',
    change: 'office',
    changedOn: '2023-05-01',
    changeText: '原负责人调动，没有交接。',
    successorText: '现单位认可协议，承担返还义务。',
  });
  await act(handler, 'determine', {
    finding: 'established',
    documentNumber: '样诚认〔2026〕3号',
    determinedOn: today,
    text: '承诺成立，应当兑现。',
  });
  await act(official('second', 'approver'), 'decide_determination', { decision: 'approved' });
  await act(handler, 'mediate', { heldOn: today, parties: '双方', text: '对方可以接受分期。' });
  const { demands } = await readCase(handler, number);
  const answers = demands.map(({ id }) => ({ demandId: id, outcome: 'accepted', text: '认可，分期返还。' }));
  await act(handler, 'answer', { answers });
  await act(handler, 'settle', {
    parties: '反映人与示范区人民政府',
    text: '分三期返还土地款，不计利息。',
    signedOn: today,
    instalments: [30, 60, 90].map((days) => ({ dueOn: addDays(today, days), amount: '400000' })),
  });
  await agree(public_, own, { decision: 'agreed' });
  const { choices } = await readCase(handler, number);
  await act(handler, 'pay', { instalmentId: choices['pay.instalmentId']?.[0]?.value, paidOn: today });
  await act(handler, 'court', { stage: 'before', outcome: 'mediated', onDate: today, text: '诉前达成和解。' });
  await act(handler, 'settle', { parties: '同上', text: '改为两期。', signedOn: today, instalments: [] });
  await act(handler, 'close', { bodySays: 'solved' });
}

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
  const directory = await site.database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  const city = find('9901', 'government', 'government');
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: find('990101', 'government', 'government') })),
  });
  const filed = (await answer.json()) as { number: string; queryCode: string };
  number = filed.number;
  const [row] = await site.database.owner<{ today: string }[]>`
    update cases set screening = 'passed', handler_id = ${find('9901', 'commerce', 'department')} where number = ${number}
    returning (now() at time zone 'Asia/Shanghai')::date::text as today`;
  await fill(filed.queryCode, city, row?.today ?? '');
  await site.database.owner`update cases set due_on = current_date - 3 where number = ${number}`;
  const all = await seat(
    site.database,
    OFFICIAL_ROLES.map((role) => ({ role, bodyId: city })),
    '全能员',
  );
  desk = await openPage(browser, { viewport: DESKTOP, baseURL: site.url });
  await desk.context().addCookies(
    all.cookie.split('; ').map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      return { name, value, url: site.url };
    }),
  );
  citizen = await openPage(browser, { viewport: PHONE, baseURL: site.url });
  await citizen.goto(`/track/${number}`);
  await citizen.locator('input[name="queryCode"]').fill(filed.queryCode);
  await citizen.locator('main form button[type="submit"]').first().click();
  await citizen.waitForURL(/\/track\//);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

async function sound(page: Page, path: string, name: string): Promise<string> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  const words = await page.locator('main').innerText();
  expect(words, path).not.toMatch(/\{\w+\}|\bundefined\b|\[object Object\]|\bNaN\b/);
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desk', DESKTOP],
  ] as const) {
    await page.setViewportSize(viewport);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${size}.png`, fullPage: true });
    expect(await axeFindings(page), `${path}, ${size}`).toEqual([]);
  }
  await page.setViewportSize(NARROW);
  expect(await sidewaysScroll(page), `${path}, 320 px`).toBe(0);
  return words;
}

describe.each(['', '/en'])('a dispute that went its whole way, under “%s”', (prefix) => {
  it('is whole on the page of its officials', async () => {
    const words = await sound(desk, `${prefix}/officials/cases/${number}`, `case${prefix.replace('/', '-')}`);
    expect(words).toContain('对方可以接受分期');
    expect(words).toContain('样诚认〔2026〕3号');
  });

  it('is whole on the page of its complainant, without what is internal', async () => {
    const words = await sound(citizen, `${prefix}/track/${number}`, `track${prefix.replace('/', '-')}`);
    expect(words).toContain('样诚认〔2026〕3号');
    expect(words).not.toContain('对方可以接受分期');
    expect(words).not.toContain('月底前付清');
  });

  it('stands on the page of supervision', async () => {
    const words = await sound(desk, `${prefix}/officials/supervision`, `supervision${prefix.replace('/', '-')}`);
    expect(words).toContain(number);
  });
});

describe('the complainant', () => {
  it('answers a settlement and confirms a payment by the forms, and is told what a request for review lacks', async () => {
    await citizen.setViewportSize(PHONE);
    await citizen.goto(`/track/${number}`);
    await citizen.getByLabel('不同意', { exact: true }).check();
    await citizen.getByRole('button', { name: '提交答复' }).click();
    await citizen.waitForURL(/done=agree/);
    await citizen.getByRole('button', { name: '收到了', exact: true }).click();
    await citizen.waitForURL(/done=confirm/);
    await citizen.getByLabel('没有解决').first().check();
    await citizen.getByLabel(/请上级复查/).check();
    await citizen.getByRole('button', { name: '提交', exact: false }).first().click();
    expect(await citizen.locator('.error-summary, [role="alert"]').count()).toBeGreaterThan(0);
    if (SHOTS) await citizen.screenshot({ path: `${SHOTS}/track-error.png`, fullPage: true });
  });
});
