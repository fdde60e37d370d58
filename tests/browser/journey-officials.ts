import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import type { Actor, OfficialRole } from '../../api/domain/official.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { DESKTOP, openPage } from '../support/browser.ts';
import type { Site } from '../support/site.ts';

export interface SignInCard {
  email: string;
  password: string;
  totpSecret: string;
}

/** An official as `npm run admin` would make one, enrolled already, with roles for bodies by name. */
export async function hire(site: Site, name: string, grants: [OfficialRole, string][]): Promise<SignInCard> {
  const { database } = site;
  const directory = await database.deps.directory();
  const system: Actor = { kind: 'system' };
  const idOf = (body: string) => {
    const found = [...directory.bodies.values()].find((b) => b.name === body && b.validTo === null);
    if (!found) throw new Error(`no body ${body}`);
    return found.id;
  };
  const made = await createOfficial(
    database.ctx(system),
    database.signIn,
    {
      name,
      email: `${Math.random().toString(36).slice(2)}@yangli.example`,
      grants: grants.map(([role, body]) => ({ role, bodyId: idOf(body) })),
    },
    { enrolled: true },
  );
  if (!made.secondFactor) throw new Error('the second factor was not made');
  return { email: made.email, password: made.password, totpSecret: made.secondFactor.totpSecret };
}

/** Signs in through the pages: password, then the code of this moment. */
export async function signIn(
  site: Site,
  browser: Browser,
  card: SignInCard,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const page = await openPage(browser, { baseURL: site.url, viewport: DESKTOP, javaScriptEnabled });
  await page.goto('/officials');
  await page.locator('input[name=email]').fill(card.email);
  await page.locator('input[name=password]').fill(card.password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/sign-in-code**');
  await page.locator('input[name=code]').fill(new TOTP({ secret: card.totpSecret }).generate());
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/officials(\?|$)/);
  return page;
}
