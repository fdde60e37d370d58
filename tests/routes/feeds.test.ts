import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { atomText } from '../../api/services/disclosures/atom.ts';
import { sitemap, sitemapOfRecords } from '../../api/services/disclosures/sitemap.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { end } from '../support/open-data.ts';
import { atomFaults, sitemapFaults, sitemapIndexFaults } from '../support/validators.ts';

const RECORDS = 103;
let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
let ids: string[];
beforeAll(async () => {
  db = await testDatabase({ publicUrl: 'https://example.org' });
  await ensureMatters(db);
  people = await publishers(db);
  ids = [];
  for (let i = 0; i < RECORDS; i += 1) ids.push(await publish(db, people, { summary: `事实 <b>&amp;</b> 第${i}件` }));
}, 120_000);
afterAll(() => db?.end());

const get = (path: string, headers: Record<string, string> = {}) =>
  createApp(() => db.ctx()).request(path, { headers });
const all = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((match) => match[1] ?? '');
const ENTRY = /<id>urn:uuid:([^<]+)<\/id>/g;
const link = (xml: string, rel: string) =>
  new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(xml)?.[1]?.replaceAll('&amp;', '&');
const pathOf = (url: string) => url.replace('https://example.org', '');

/** All pages of a feed from its first one. */
async function follow(start: string): Promise<string[]> {
  const pages: string[] = [];
  for (let at: string | undefined = start; at; ) {
    const answer = await get(at);
    expect(answer.status).toBe(200);
    const xml = await answer.text();
    pages.push(xml);
    expect(pages.length).toBeLessThan(10);
    const next = link(xml, 'next');
    at = next && pathOf(next);
  }
  return pages;
}

describe('a feed', () => {
  test.each([
    '/feeds/disclosures.atom',
    '/feeds/disclosures.atom?q=事实',
    '/feeds/disclosures.atom?kind=lost_judgment&division=9901',
  ])('leads back through all records, each once and newest first: %s', async (path) => {
    const pages = await follow(path);
    expect(pages.map((xml) => all(xml, ENTRY).length)).toEqual([50, 50, 3]);
    const found = pages.flatMap((xml) => all(xml, ENTRY));
    expect(new Set(found)).toEqual(new Set(ids));
    const published = pages.flatMap((xml) => all(xml, /<published>([^<]+)</g));
    expect(published).toEqual(published.toSorted().reverse());
    for (const xml of pages) {
      expect(await atomFaults(xml)).toEqual([]);
      expect(pathOf(link(xml, 'first') ?? '')).toBe(encodeURI(path));
    }
    expect(pathOf(link(pages[1] ?? '', 'self') ?? '')).toBe(pathOf(link(pages[0] ?? '', 'next') ?? ''));
  });

  test('does not carry a cursor over to another selection, nor a forged one', async () => {
    const xml = await (await get('/feeds/disclosures.atom')).text();
    const cursor = new URL(link(xml, 'next') ?? '').searchParams.get('cursor') ?? '';
    expect((await get(`/feeds/disclosures.atom?cursor=${cursor}`)).status).toBe(200);
    expect((await get(`/feeds/disclosures.atom?kind=lost_judgment&cursor=${cursor}`)).status).toBe(400);
    const forged = `${cursor.startsWith('x') ? 'y' : 'x'}${cursor.slice(1)}`;
    expect((await get(`/feeds/disclosures.atom?cursor=${forged}`)).status).toBe(400);
    expect((await get('/feeds/disclosures.atom?weather=1')).status).toBe(400);
  });

  test('says that a record changed or is under objection, and 304 until then', async () => {
    const first = await get('/feeds/disclosures.atom');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    await first.text();
    expect((await get('/feeds/disclosures.atom', { 'if-none-match': etag })).status).toBe(304);
    const id = ids.at(-1) ?? '';
    await db.sql`update disclosure set objection_flag = 'under_objection' where id = ${id}`;
    const xml = await (await get('/feeds/disclosures.atom', { 'if-none-match': etag })).text();
    expect(xml).toContain('［异议处理中］');
    expect(all(xml, /<category term="(under_objection)"/g)).toHaveLength(1);
    expect(await atomFaults(xml)).toEqual([]);
  });

  test('survives text that is no XML', async () => {
    const odd = '\u0000\u0008<a href="x">&\ud800]]>\uffff\u{1f600}';
    const instant = new Date(0).toISOString();
    const target = 'https://example.org/?a=1&b=2';
    const xml = atomText({
      id: 'urn:x:1',
      title: odd,
      subtitle: odd,
      language: 'zh-CN',
      author: odd,
      rights: odd,
      updated: instant,
      links: [
        { rel: 'alternate', href: target, type: 'text/html' },
        { rel: 'self', href: target, type: 'application/atom+xml' },
      ],
      entries: [
        {
          id: 'urn:x:2',
          title: odd,
          link: target,
          published: instant,
          updated: instant,
          summary: odd,
          categories: [{ term: odd, label: odd }],
        },
      ],
    });
    expect(await atomFaults(xml)).toEqual([]);
    expect(await atomFaults(xml.replace('<updated>', '<updated>now '))).not.toEqual([]);
  });
});

describe('the sitemap', () => {
  test('is one valid file while everything fits, with the time of the last change', async () => {
    const xml = await (await get('/sitemap.xml')).text();
    expect(await sitemapFaults(xml)).toEqual([]);
    expect(await sitemapFaults(xml.replace('<loc>', '<place>').replace('</loc>', '</place>'))).not.toEqual([]);
    for (const id of ids) expect(xml).toContain(`<loc>https://example.org/en/disclosures/${id}</loc>`);
    const [row] = await db.sql<{ at: Date }[]>`select max(at) as at from event where subject_id = ${ids[0] ?? ''}`;
    const entry = xml.slice(xml.indexOf(`<loc>https://example.org/disclosures/${ids[0]}</loc>`));
    expect(/<lastmod>([^<]+)</.exec(entry)?.[1]).toBe(row?.at.toISOString());
  });

  test('becomes an index of files of which none is too long, and which together hold every record once', async () => {
    const most = 60;
    const index = await sitemap(db.ctx(), most);
    expect(await sitemapIndexFaults(index)).toEqual([]);
    const names = all(index, /<loc>([^<]+)</g);
    expect(names).toContain('https://example.org/sitemap-withdrawn.xml');
    const parts = names.filter((name) => name.includes('sitemap-records'));
    const found: string[] = [];
    for (let part = 1; part <= parts.length; part += 1) {
      const xml = await sitemapOfRecords(db.ctx(), part, most);
      expect(await sitemapFaults(xml)).toEqual([]);
      expect(all(xml, /(<url>)/g).length).toBeLessThanOrEqual(most);
      found.push(...all(xml, /<loc>https:\/\/example\.org\/disclosures\/([^<]+)</g));
    }
    expect(found.toSorted()).toEqual(ids.toSorted());
    await expect(sitemapOfRecords(db.ctx(), parts.length + 1, most)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });

  test('names what was taken off for thirty days, and no longer', async () => {
    const [first = '', second = ''] = ids;
    await end(db, people, first, 'withdrawn');
    await end(db, people, second, 'expired');
    await db.sql`update disclosure set ended_at = now() - interval '31 days' where id = ${second}`;
    const answer = await get('/sitemap-withdrawn.xml');
    const xml = await answer.text();
    expect(await sitemapFaults(xml)).toEqual([]);
    expect(xml).toContain(first);
    expect(xml).not.toContain(second);
    expect(await (await get('/sitemap.xml')).text()).not.toContain(first);
  });

  test.each([
    '/sitemap.xml',
    '/sitemap-pages.xml',
    '/sitemap-bodies.xml',
    '/sitemap-records.xml?part=1',
    '/sitemap-withdrawn.xml',
  ])('has a strong ETag and answers 304: %s', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(await sitemapFaults(await first.text())).toEqual([]);
    expect(etag).toMatch(/^"[^"]+"$/);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/sitemap-records.xml?part=2')).status).toBe(404);
    expect((await get('/sitemap-records.xml?part=0')).status).toBe(400);
  });
});
