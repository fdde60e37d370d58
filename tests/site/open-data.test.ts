import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildNightly } from '../../api/services/open-data/refresh.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { end } from '../support/open-data.ts';
import { publicAddresses } from '../support/public-addresses.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import {
  atomFaults,
  catalogueFaults,
  packageFaults,
  sitemapFaults,
  structuredData,
  structuredFaults,
} from '../support/validators.ts';

vi.setConfig({ testTimeout: 120_000 });
const NAME = '样例市赑屃管理局'; // stands nowhere else
let site: Site;
let people: Awaited<ReturnType<typeof publishers>>;
let record: string;
let body: string;
beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  people = await publishers(site.database);
  const [row] = await site.database.sql<{ id: string; name: string }[]>`
    select id, name from body where division = '9901' and kind = 'department' order by name limit 1`;
  body = row?.id ?? '';
  record = await publish(site.database, people, {
    bodyId: body,
    bodyName: row?.name,
    summary: '事实 </script><b> 不会跑出来',
  });
  for (let i = 0; i < 3; i += 1) await publish(site.database, people);
}, 180_000);
afterAll(() => site?.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site.url + path, { headers, redirect: 'manual' });
const text = async (path: string) => (await get(path)).text();

describe('the page of open data', () => {
  test('says before the first release when there will be one', async () => {
    const html = await text('/open-data');
    expect(html).toContain('02:30');
    expect(html).not.toContain('SHA-256');
    expect((await get('/open-data/latest/disclosures.csv')).status).toBe(404);
  });

  test('leads to a table whose hash is the one shown, in both languages', async () => {
    await buildNightly(site.deps);
    await until(async () => (await text('/open-data')).includes('SHA-256'));
    await until(async () => (await text('/en/open-data')).includes('SHA-256'));
    for (const path of ['/open-data', '/en/open-data']) {
      const html = await text(path);
      const href = /<a class="button" href="([^"]+)"/.exec(html)?.[1] ?? '';
      const shown = /<code class="hash"[^>]*>([0-9a-f]{64})</.exec(html)?.[1];
      const file = await get(href);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toContain(/certutil -hashfile (\S+) SHA256/.exec(html)?.[1]);
      expect(
        createHash('sha256')
          .update(Buffer.from(await file.arrayBuffer()))
          .digest('hex'),
      ).toBe(shown);
      for (const [, link = ''] of html.matchAll(/href="(\/open-data\/[^"]+)"/g))
        expect([link, (await get(link)).status]).toEqual([link, 200]);
    }
  });

  test('takes a record out of everything within a minute of the end of its publication, by itself', async () => {
    const gone = await publish(site.database, people, { bodyName: NAME });
    await buildNightly(site.deps);
    const has = async () => (await text('/open-data/latest/disclosures.csv')).includes(NAME);
    expect(await has()).toBe(true);
    await end(site.database, people, gone, 'expired');
    const ended = Date.now();
    await until(async () => !(await has()), 60_000);
    expect(Date.now() - ended).toBeLessThan(60_000);
    const { items } = (await (await get('/open-data/releases.json')).json()) as {
      items: { files: { url: string; dataset: string; format: string }[] }[];
    };
    await until(async () => (await site.database.sql`select 1 from open_data_ending`).length === 0);
    for (const { url } of items.flatMap((release) => release.files)) {
      const plain = await text(new URL(url).pathname.replace(/\.gz$/, ''));
      expect([url, plain.includes(NAME)]).toEqual([url, false]);
    }
    expect(await text('/sitemap-withdrawn.xml')).toContain(gone);
  });
});

describe('what everybody may read', () => {
  /** One of each kind of public address. */
  const addresses = () => [
    ...[
      '/',
      '/disclosures',
      `/disclosures/${record}`,
      `/bodies/${body}`,
      '/bodies',
      '/policies',
      '/open-data',
      '/help',
      '/about',
      '/privacy',
      '/accessibility',
      '/api/docs',
      '/responsibilities',
    ].flatMap((path) => [path, `/en${path === '/' ? '' : path}`]),
    '/robots.txt',
    '/sitemap.xml',
    '/sitemap-pages.xml',
    '/sitemap-bodies.xml',
    '/sitemap-records.xml',
    '/sitemap-withdrawn.xml',
    '/feeds/disclosures.atom',
    `/feeds/disclosures.atom?body=${body}`,
    '/api/v1/openapi.json',
    '/api/v1/divisions',
    '/api/v1/matters',
    '/api/v1/bodies?division=9901',
    `/api/v1/bodies/${body}`,
    '/api/v1/disclosures',
    '/api/v1/disclosures?fields=title,caseNumber',
    `/api/v1/disclosures/${record}`,
    '/api/v1/disclosures.csv',
    '/open-data/releases.json',
    '/open-data/catalog.jsonld',
    '/open-data/latest/datapackage.json',
    '/open-data/latest/SHA256SUMS',
    '/open-data/latest/disclosures.csv',
    '/open-data/latest/disclosures.csv.gz',
    '/open-data/latest/entities.ftm.json.gz',
  ];

  test('has a strong ETag at every address, packed or not, and answers 304 to it', async () => {
    const wrong: string[] = [];
    for (const path of addresses()) {
      for (const coding of ['identity', 'gzip']) {
        const first = await get(path, { 'accept-encoding': coding });
        await first.arrayBuffer();
        const tag = first.headers.get('etag') ?? '';
        if (first.status !== 200 || !/^"[^"]+"$/.test(tag)) wrong.push(`${path} (${coding}): ${first.status} ${tag}`);
        const again = await get(path, { 'accept-encoding': coding, 'if-none-match': tag });
        if (again.status !== 304 || (await again.text()) !== '')
          wrong.push(`${path} (${coding}): ${again.status} to its own tag`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('is told so at every address that there is: what may be kept has a strong ETag, anything else says no-store', async () => {
    const wrong: string[] = [];
    let kept = 0;
    for (const path of publicAddresses({ records: [record], body, words: '事实' })) {
      const first = await get(path);
      await first.arrayBuffer();
      const control = first.headers.get('cache-control') ?? '';
      if (first.status !== 200 || control.includes('no-store')) continue;
      kept += 1;
      const tag = first.headers.get('etag') ?? '';
      const again = await get(path, { 'if-none-match': tag });
      await again.arrayBuffer();
      if (!/^"[^"]+"$/.test(tag) || again.status !== 304) wrong.push(`${path}: ${tag} ${again.status} (${control})`);
    }
    expect(wrong).toEqual([]);
    expect(kept).toBeGreaterThan(40);
  });

  test('follows the conventions that it names, each by its validator', async () => {
    expect(await atomFaults(await text('/feeds/disclosures.atom'))).toEqual([]);
    expect(await sitemapFaults(await text('/sitemap.xml'))).toEqual([]);
    expect(packageFaults(await (await get('/open-data/latest/datapackage.json')).json())).toEqual([]);
    expect(await catalogueFaults((await (await get('/open-data/catalog.jsonld')).json()) as object)).toEqual([]);
    const pages: [string, string, number][] = [
      ['/', 'WebSite', 1],
      [`/disclosures/${record}`, 'Report', 1],
      [`/bodies/${body}`, 'GovernmentOrganization', 1],
      ['/open-data', 'Dataset', 5],
    ];
    for (const [path, type, count] of pages.flatMap(
      ([path, ...rest]) =>
        [
          [path, ...rest],
          [`/en${path === '/' ? '' : path}`, ...rest],
        ] as typeof pages,
    )) {
      const blocks = structuredData(await text(path));
      expect([path, blocks.map((block) => block['@type'])]).toEqual([path, Array(count).fill(type)]);
      expect([path, structuredFaults(blocks)]).toEqual([path, []]);
    }
    expect(structuredFaults({ '@type': 'Report', colour: 'blue' })).toEqual(['$.colour is no property']);
    expect(structuredFaults({ '@type': 'Repport' })).toEqual(['$.@type: Repport is no type']);
  });

  test('answers what it refuses as RFC 9457 has it', async () => {
    for (const [path, status] of [
      ['/api/v1/disclosures?kind=weather', 400],
      ['/api/v1/disclosures?fields=weather', 400],
      ['/api/v1/disclosures?cursor=forged', 400],
      ['/api/v1/bodies?fields=weather', 400],
      ['/api/v1/nothing', 404],
      ['/open-data/latest/nothing', 404],
      ['/open-data/1999-01-01/datapackage.json', 404],
      ['/feeds/disclosures.atom?cursor=forged', 400],
      ['/sitemap-records.xml?part=9', 404],
    ] as const) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const problem = (await answer.json()) as { type: string; title: string; status: number };
      expect(problem).toMatchObject({ type: expect.stringMatching(/^urn:/), title: expect.any(String), status });
    }
  });

  test('gives of each record only what was asked for, and goes on from page to page', async () => {
    let next: string | undefined = '/api/v1/disclosures?fields=title,caseNumber&limit=2';
    const found: string[] = [];
    for (let pages = 0; next && pages < 9; pages += 1) {
      const answer: Response = await get(next);
      const { items } = (await answer.json()) as { items: { id: string }[] };
      for (const item of items) expect(Object.keys(item).toSorted()).toEqual(['caseNumber', 'id', 'title']);
      found.push(...items.map((item) => item.id));
      next = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1]?.replace(site.url, '');
    }
    const [count] = await site.database.sql<
      { n: number }[]
    >`select count(*)::int as n from disclosure where state = 'published'`;
    expect(new Set(found).size).toBe(count?.n);
    const one = (await (await get(`/api/v1/disclosures/${record}?fields=title`)).json()) as object;
    expect(Object.keys(one)).toEqual(['id', 'title']);
    expect((await text('/api/v1/disclosures.csv?fields=title')).split('\r\n')[0]?.replace('\ufeff', '')).toBe(
      'id,title',
    );
    const bodies = (await (await get('/api/v1/bodies?division=9901&fields=name&limit=1')).json()) as {
      items: object[];
    };
    expect(Object.keys(bodies.items[0] ?? {})).toEqual(['id', 'name']);
  });
});
