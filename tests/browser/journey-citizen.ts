import type { Page } from 'playwright-core';

const onward = (page: Page) => page.getByRole('button', { name: '继续', exact: true }).last().click();

/** A PDF that a reader opens: type is judged by content. */
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

export interface Filed {
  number: string;
  code: string;
  handler: string;
}

/** Picks a body by name: from the list that comes back, or from the one that opens while typing. */
export async function pickBody(page: Page, typed: string, name: string, scripted: boolean): Promise<void> {
  const box = page.locator('.picker input:not([type=hidden])').first();
  if (scripted) {
    // The island takes over when the browser is idle; until then the field is the plain one.
    await page.waitForFunction(() => !document.querySelector('.picker')?.closest('astro-island')?.hasAttribute('ssr'));
    await box.fill(typed);
    await page.getByRole('option', { name }).first().click();
    return;
  }
  await box.fill(typed);
}

/** Files a complaint of a promise with one file of evidence, question by question, as a citizen would on a phone. */
export async function fileClaim(page: Page, scripted: boolean, kind: 'promise' | 'old_debt'): Promise<Filed> {
  await page.goto('/complain');
  await page
    .locator('textarea[name=story]')
    .fill('2021年招商时区里书面承诺给我们设备补贴八十万元。换了区长以后，说那是前任定的，不认账。');
  await onward(page);
  await page.locator('input[name=obstacle][value=none]').check();
  await onward(page);
  await page.locator(`input[name=kind][value=${kind}]`).check();
  await onward(page);
  await pickBody(page, '示范区政府', '样例市示范区人民政府', scripted);
  await onward(page);
  if (!scripted) {
    await page
      .getByRole('radio', { name: /^样例市示范区人民政府(?!办)/ })
      .first()
      .check();
    await onward(page);
  }
  await page.locator('input[name=matter][value=investment_promotion]').check();
  await onward(page);
  await page.locator('[name=promised]').fill('项目投产后三个月内付设备补贴八十万元');
  await page.locator('[name=promiseDocument]').fill('投资协议第五条');
  await page.locator('[name=promisedOn]').fill('2021年3月1日');
  await page.locator('[name=amount]').fill('800000');
  if (kind === 'old_debt') await page.locator('[name=changeReason]').fill('区长换了人');
  await onward(page);
  await page.locator('[name="demands.0"]').fill('按协议付清设备补贴八十万元');
  await page.locator('button[name=add]').click();
  await page.locator('[name="demands.1"]').fill('书面说明拖延的原因');
  await onward(page);
  // The island hides the button once it sends files by itself.
  if (scripted) await page.getByRole('button', { name: '上传这个文件' }).waitFor({ state: 'hidden' });
  await page.setInputFiles('input[type=file]', { name: '投资协议.pdf', mimeType: 'application/pdf', buffer: PDF });
  if (!scripted) await page.getByRole('button', { name: '上传这个文件' }).click();
  await page.getByText('投资协议.pdf').first().waitFor();
  await page.locator('button[name=remove]').waitFor();
  await onward(page);
  await page.locator('input[name="complainant.kind"][value=person]').check();
  await page.locator('[name="complainant.personName"]').fill('测试人乙');
  await page.locator('[name="contact.phone"]').fill('13800138000');
  await onward(page);
  for (const [name, value] of [
    ['identityToHandler', 'yes'],
    ['identityToRespondent', 'no'],
    ['publishSummary', 'yes'],
  ]) {
    await page.locator(`input[name=${name}][value=${value}]`).check();
  }
  await onward(page);
  const handler = await page.getByText('样例市发展和改革委员会').first().innerText();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL('**/complain/done**');
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
  const number = /JN\d{4}-\d+-[0-9A-Z]/.exec(text)?.[0];
  const code = /查询码\D*?((?:[0-9A-Z]{4}[ -]?){6})/.exec(text)?.[1];
  if (!number || !code) throw new Error(`the confirmation shows no number and code: ${text}`);
  return { number, code: code.trim(), handler };
}
