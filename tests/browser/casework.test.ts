/**
 * What issue 3 wants shown at the end: the life of one case, as both sides live it on the real pages. A window as wide as
 * a phone, Chinese, the keyboard alone; the officials without JavaScript. What is asserted is what the pages say.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../api/domain/calendar.ts';
import type { OfficialRole } from '../../api/domain/official.ts';
import { legalDateText } from '../../site/text/dates.ts';
import { axeFindings, launchBrowser, openPage, PHONE, sidewaysScroll } from '../support/browser.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Filed, fileClaim } from './journey-citizen.ts';
import { hire, signIn } from './journey-officials.ts';
import { choose, press, type } from './keyboard.ts';

const REFORM = '样例市发展和改革委员会';
const PROVINCE = '示例省发展和改革委员会';
const REASON = '需要向三个部门调取二〇二一年的合同档案。';
const ANSWERS = ['补贴已经列入本月拨款计划。', '延误是因为交接清单漏列了这一项。'];
const MISSING = '单位说办了，钱一分也没有到账。';

let site: Site;
let browser: Browser;
let filed: Filed;
let citizen: Page;
let handler: Page;
let approver: Page;
let begun = ''; // the day from which the clock counts, as the page says
let due = '';

beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const cn = (day: string) => legalDateText(day, 'zh-CN');
const wordsOf = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');
/** A day in Chinese words, where the words around it stand. */
function dayIn(words: string, around: RegExp): string {
  const [, year = '', month = '', day = ''] = around.exec(words) ?? [];
  expect(year, `${around} in ${words}`).not.toBe('');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** An official on a phone without JavaScript. */
async function officialOf(name: string, body: string, ...roles: OfficialRole[]): Promise<Page> {
  const card = await hire(
    site,
    name,
    roles.map((role) => [role, body]),
  );
  const page = await signIn(site, browser, card, false);
  await page.setViewportSize(PHONE);
  return page;
}

/** Opens an action of the case page and sends its form, by keys. */
async function act(
  page: Page,
  action: string,
  fill: (field: (css: string) => ReturnType<Page['locator']>) => Promise<void>,
) {
  const form = page.locator(`#do-${action}`);
  const folds = page.locator(`details:not([open]):has(#do-${action}) > summary`);
  while ((await folds.count()) > 0) await press(page, folds.first());
  await fill((css) => form.locator(css));
  await press(page, form.locator('button[type=submit]'));
  await page.waitForURL(`**done=${action}`);
  expect(await sidewaysScroll(page), action).toBe(0);
  return wordsOf(page);
}

/** What the fold on actions that are not possible now says. */
async function refusals(page: Page): Promise<string> {
  await press(page, page.locator('summary', { hasText: '为什么不能办其他事项' }));
  return page.locator('.refused-actions').innerText();
}

/** From the inbox to the case by Tab and Enter. */
async function openFromInbox(page: Page): Promise<string> {
  await page.goto('/officials');
  await press(page, page.getByRole('link', { name: filed.number }));
  await page.waitForURL(`**/officials/cases/${filed.number}`);
  return wordsOf(page);
}

/** The tracking page as it stands now, with nothing to scroll sideways; looked at closely also with nothing for axe to find. */
async function tracked(closely = false): Promise<string> {
  await citizen.goto(`/track/${filed.number}`);
  if (closely) expect(await axeFindings(citizen)).toEqual([]);
  expect(await sidewaysScroll(citizen)).toBe(0);
  return wordsOf(citizen);
}

describe('a promise, from the complaint to the review', () => {
  test('an administrator lets answers of promises be released by a second person', async () => {
    const page = await officialOf('管理员', '样例市人民政府', 'administrator');
    await page.goto('/officials/administration/answers');
    await page.getByRole('checkbox', { name: '承诺未兑现 · 支持' }).first().check();
    await page.getByRole('button', { name: '保存' }).first().click();
    expect(await wordsOf(page)).toContain('已经保存，对以后发送的答复生效');
    await page.context().close();
  });

  test('the complainant files it and finds it again with number and code', async () => {
    citizen = await openPage(browser, { baseURL: site.url });
    filed = await fileClaim(citizen, true, 'promise');
    expect(filed.handler).toBe(REFORM);
    await citizen.context().clearCookies();
    await citizen.goto('/track');
    await type(citizen, citizen.locator('input[name=number]'), filed.number.toLowerCase());
    await type(citizen, citizen.locator('input[name=queryCode]'), filed.code);
    await citizen.keyboard.press('Enter');
    await citizen.waitForURL(`**/track/${filed.number}**`);
    expect(await tracked()).toContain('书面说明拖延的原因');
  });

  test('the handler accepts it, and both sides read the same day', async () => {
    handler = await officialOf('经办人', REFORM, 'intake', 'handler', 'approver');
    await openFromInbox(handler);
    // A browser that is quicker than people may be held for screening first.
    if ((await handler.locator('#do-screen').count()) > 0)
      await act(handler, 'screen', (field) => choose(handler, field('input[value=passed]')));
    expect(await tracked()).toContain(`由${REFORM}决定是否受理`);
    const words = await act(handler, 'accept', async () => {});
    due = dayIn(words, /(\d{4})年(\d+)月(\d+)日 前办完“查清并作出结论”/);
    const own = await tracked();
    begun = dayIn(own, /查清并答复，最迟.*?从 (\d{4})年(\d+)月(\d+)日 的第二天起算，共 30 天/);
    expect(due).toBe(addDays(begun, 30));
    expect(own).toContain(`查清并答复，最迟 ${cn(due)}`);
  });

  test('an extension moves nothing until another person has approved it, and then shows its reason', async () => {
    const asked = await act(handler, 'ask_extension', async (field) => {
      await type(handler, field('input[name^=days]'), '10');
      await type(handler, field('textarea'), REASON);
    });
    expect(asked).toContain('申请延长 10 天，等待批准');
    expect(await refusals(handler)).toContain('批准延长时限：自己申请的，要由另一人批准');
    const before = await tracked();
    expect(before).toContain(`最迟 ${cn(due)}`);
    expect(before).not.toContain(REASON);

    approver = await officialOf('审批人', REFORM, 'approver');
    expect(await openFromInbox(approver)).toContain(REASON);
    await act(approver, 'decide_extension', (field) => choose(approver, field('input[value=approved]')));
    const later = addDays(due, 10);
    const after = await tracked(true);
    expect(after).toContain(`查清并答复，最迟 ${cn(later)}`);
    expect(after).toContain(`期限由 ${cn(due)} 改为 ${cn(later)}`);
    expect(after).toContain(REASON);
    due = later;
  });

  test('an answer waits for its release by another person, unseen by the complainant', async () => {
    await openFromInbox(handler);
    for (const [i, text] of ANSWERS.entries()) {
      await choose(handler, handler.locator(`[name="answers.${i}.outcome"][value=accepted]`));
      await type(handler, handler.locator(`[name="answers.${i}.text"]`), text);
    }
    await type(handler, handler.locator('[name="answers.0.promisedOn"]'), addDays(begun, 20));
    await press(handler, handler.locator('#reply button[value=answer]'));
    await handler.waitForURL('**done=answer');
    const proposed = await wordsOf(handler);
    expect(proposed).toContain('这份答复等待签发');
    expect(await refusals(handler)).toContain('不能签发或退回自己写的答复');
    expect(await tracked()).not.toContain(ANSWERS[0]);

    const waiting = await openFromInbox(approver);
    for (const text of ANSWERS) expect(waiting).toContain(text);
    await act(approver, 'release_answer', async () => {});
    const own = await tracked();
    for (const text of ANSWERS) expect(own).toContain(text);
    expect(own).toContain(`答应在 ${cn(addDays(begun, 20))} 前办到`);
    await press(citizen, citizen.locator('summary', { hasText: '其他时限' }));
    expect(await wordsOf(citizen)).toMatch(/查清并答复，\d{4}年\d+月\d+日 完成/);
  });

  test('the handler closes it as solved; the complainant is asked and says that it is not', async () => {
    await openFromInbox(handler);
    await act(handler, 'close', (field) => choose(handler, field('input[value=solved]')));
    expect(await tracked(true)).toMatch(/解决了吗 单位说 解决了 您说 未评价/);

    await choose(citizen, citizen.locator('input[name=verdict][value=not_solved]'));
    await type(citizen, citizen.locator('textarea[name=verdict-text]'), MISSING);
    await choose(citizen, citizen.locator('input[name=then][value=review]'));
    await press(citizen, citizen.locator('button[name=act][value=verdict]'));
    await citizen.waitForURL('**done=verdict');
    const own = await tracked(true);
    expect(own).toMatch(/解决了吗 单位说 解决了 您说 没有解决/);
    expect(own).toContain(`现在由${PROVINCE}复查，应在`);
    expect(own).toMatch(/复查并答复，最迟 \d{4}年\d+月\d+日/);
  });

  test('the reviewing body finds it in its inbox with both words and a clock of its own', async () => {
    const reviewer = await officialOf('复查人', PROVINCE, 'intake', 'handler');
    const words = await openFromInbox(reviewer);
    expect(words).toMatch(/解决了吗 单位说 解决了 反映人说 没有解决/);
    expect(words).toContain(MISSING);
    expect(words).toContain(ANSWERS[0]);
    const review = dayIn(words, /(\d{4})年(\d+)月(\d+)日 前办完“复查并答复”/);
    expect(await tracked()).toContain(`复查并答复，最迟 ${cn(review)}`);

    // Who had it keeps it in sight and can do nothing more with it.
    await handler.goto(`/officials/cases/${filed.number}`);
    expect(await wordsOf(handler)).toContain('现在没有您可以办理的事项');
  });
});
