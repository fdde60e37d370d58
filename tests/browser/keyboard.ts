import type { Locator, Page } from 'playwright-core';

/** More stops than any page of ours has; a control behind them cannot be reached. */
const STOPS = 300;
const focused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** Goes on by Tab until the control has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await focused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${target}`);
}

export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

/** Tab into the group of radio buttons, then the arrow keys. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const inGroup = () =>
    radio.evaluate((element) => {
      const { activeElement } = document;
      return activeElement instanceof HTMLInputElement && activeElement.name === (element as HTMLInputElement).name;
    });
  for (let stop = 0; !(await inGroup()); stop += 1) {
    if (stop === STOPS) throw new Error(`no Tab leads to the group of ${radio}`);
    await page.keyboard.press('Tab');
  }
  for (let step = 0; !(await radio.isChecked()); step += 1) {
    if (step === 20) throw new Error(`no arrow leads to ${radio}`);
    await page.keyboard.press((await focused(radio)) ? 'Space' : 'ArrowDown');
  }
}

/** Enter on a link or a button. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
