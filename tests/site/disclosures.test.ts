import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { approveDisclosure } from '../../api/services/disclosures/approve.ts';
import { proposeCorrection } from '../../api/services/disclosures/correct.ts';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { expireDisclosures } from '../../api/services/disclosures/expire.ts';
import { submitDisclosure } from '../../api/services/disclosures/submit.ts';
import { withdrawDisclosure } from '../../api/services/disclosures/withdraw.ts';
import { ensureMatters, judgment, type Official, publish, publishers, repair } from '../support/disclosures.ts';
import { type Site, startSite } from '../support/site.ts';

// Some sixty pages are asked, most of them for the first time.
vi.setConfig({ testTimeout: 60_000 });
const WORD = '赑屃'; // stands in no other text
let site: Site;
let people: { author: Official; second: Official; third: Official };
let body: { id: string; name: string; division: string };
beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  people = await publishers(site.database);
  const [row] = await site.database.sql<(typeof body)[]>`
    select id, name, division from body where division = '9901' and kind = 'department' order by name desc limit 1`;
  if (!row) throw new Error('no body');
  body = row;
}, 180_000);
afterAll(() => site?.stop());

const facts = () => ({
  summary: `${WORD}，承诺没有兑现。`,
  bodyId: body.id,
  bodyName: body.name,
  division: body.division,
});

/** Every public address that could show a record. */
const addresses = (id: string) =>
  [
    '/',
    '/disclosures',
    `/disclosures?q=${encodeURIComponent(WORD)}`,
    `/disclosures?body=${body.id}`,
    `/disclosures?kind=lost_judgment&year=2024`,
    `/disclosures/${id}`,
    `/bodies/${body.id}`,
    `/places/${body.division}`,
    `/api/v1/places/${body.division}`,
    `/api/v1/bodies/${body.id}/credit-file`,
    `/api/v1/suggestions?q=${encodeURIComponent(WORD)}`,
    '/api/v1/disclosures',
    `/api/v1/disclosures?q=${encodeURIComponent(WORD)}`,
    `/api/v1/disclosures/${id}`,
    '/api/v1/disclosures.csv',
    `/api/v1/bodies/${body.id}`,
    '/feeds/disclosures.atom',
    `/feeds/disclosures.atom?q=${encodeURIComponent(WORD)}`,
    '/sitemap.xml',
  ].flatMap((path) =>
    path.startsWith('/api') || path.includes('.') ? [path] : [path, `/en${path === '/' ? '' : path}`],
  );

/** Addresses that show the record: its words anywhere, or its id on another page than its own. */
async function shownAt(id: string): Promise<string[]> {
  const shown = await Promise.all(
    addresses(id).map(async (path) => {
      const answer = await fetch(site.url + path);
      const text = await answer.text();
      // What was asked comes back in the search field and in the links of a page: it is no leak.
      const own = text
        .replaceAll(encodeURIComponent(WORD), '')
        .replace(/value="赑屃"|&quot;赑屃&quot;|<title>赑屃[^<]*<\/title>|：赑屃<\/title>/g, '');
      return own.includes(WORD) || (!path.includes(id) && own.includes(id)) ? path : null;
    }),
  );
  return shown.filter((path) => path !== null);
}
/** Cached pages go within a second of the commit; asking them all takes its time too. */
async function goneSoon(id: string): Promise<string[]> {
  const until = Date.now() + 3_000;
  for (;;) {
    const shown = await shownAt(id);
    if (shown.length === 0 || Date.now() > until) return shown;
    await delay(100);
  }
}
const status = async (path: string) => (await fetch(site.url + path, { redirect: 'manual' })).status;

describe('a record that is not public', () => {
  test('is nowhere as a draft and in review, and everywhere once it is approved', async () => {
    const { database } = site;
    const { id } = await draftDisclosure(database.ctx(people.author), judgment(facts()));
    expect(await shownAt(id)).toEqual([]);
    await submitDisclosure(database.ctx(people.author), id, { version: 1 });
    expect(await shownAt(id)).toEqual([]);
    expect(await status(`/disclosures/${id}`)).toBe(404);
    await approveDisclosure(database.ctx(people.second), id, { version: 2 });
    await delay(1_000);
    const shown = await shownAt(id);
    const expected = [
      '/disclosures',
      `/disclosures/${id}`,
      '/api/v1/disclosures.csv',
      '/feeds/disclosures.atom',
      '/sitemap.xml',
    ];
    expect(shown).toEqual(expect.arrayContaining(expected));
    await withdrawDisclosure(database.ctx(people.author), id, { version: 3, reasonClass: 'mistaken', reason: WORD });
    expect(await goneSoon(id)).toEqual([]);
    expect(await status(`/disclosures/${id}`)).toBe(410);
  });

  test('is nowhere after repair and after its last day', async () => {
    const { database } = site;
    const enforcement = {
      ...facts(),
      kind: 'unperformed_judgment',
      conduct: '拒不履行',
      outcome: null,
      publicationClass: 'ordinary',
    };
    const repaired = await publish(database, people, { ...enforcement, decidedOn: '2020-01-01' });
    await repair(database, people, repaired, `${WORD}已经付清。`);
    expect(await goneSoon(repaired)).toEqual([]);
    const expired = await publish(database, people, { ...enforcement, decidedOn: '2020-01-01' });
    await expireDisclosures(database.deps);
    expect(await goneSoon(expired)).toEqual([]);
    expect(await status(`/disclosures/${expired}`)).toBe(410);
  });

  test('stays hidden as a correction that nobody has approved', async () => {
    const { database } = site;
    const public_ = judgment({ bodyId: body.id, bodyName: body.name, division: body.division });
    const id = await publish(database, people, public_);
    await proposeCorrection(
      database.ctx(people.author),
      id,
      { version: 3, reason: WORD },
      { ...public_, summary: WORD },
    );
    const shown = await Promise.all(
      addresses(id).map(async (path) => {
        const text = await (await fetch(site.url + path)).text();
        return text
          .replaceAll(encodeURIComponent(WORD), '')
          .replace(/value="赑屃"|&quot;赑屃&quot;|<title>[^<]*<\/title>/g, '')
          .includes(WORD);
      }),
    );
    expect(shown.some(Boolean)).toBe(false);
  });
});

describe('the pages of records', () => {
  test('answer by status', async () => {
    const id = await publish(site.database, people);
    const page = await fetch(`${site.url}/disclosures/${id}`);
    expect(page.status).toBe(200);
    const etag = page.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await fetch(`${site.url}/disclosures/${id}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await status('/disclosures?kind=weather')).toBe(400);
    expect(await status('/disclosures?cursor=forged')).toBe(400);
    expect(await status('/disclosures/no-such-record')).toBe(404);
    expect(await status('/officials/disclosures')).toBe(303);
    expect(await status(`/officials/disclosures/${id}`)).toBe(303);
    expect(await status('/officials/disclosures/new')).toBe(303);
  });
});
