import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

test('home answers', async () => {
  const answer = await fetch(site.url);
  expect(answer.status).toBe(200);
});
