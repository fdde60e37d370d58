import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { helpTasks } from '../../site/text/help-pages.ts';
import { referenceDirectory } from '../support/directory.ts';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const get = async (path: string) => {
  const response = await fetch(site.url + path);
  return { status: response.status, html: await response.text() };
};
const search = (q: string, more = '') => `/search?q=${encodeURIComponent(q)}${more}`;
/** Places of `#anchor` links to a policy, decoded. */
const clausesLinked = (html: string) =>
  [...html.matchAll(/href="(?:\/en)?\/policies\/([\w-]+)#([^"]+)"/g)].map(
    ([, document, place]) => `${document}/${decodeURIComponent(place ?? '')}`,
  );

describe('the search over everything', () => {
  it('answers in groups with their numbers, and leads to all of a kind', async () => {
    const { html } = await get(search('招商引资'));
    for (const id of ['help', 'duties', 'clauses'])
      expect(html, id).toMatch(new RegExp(`<h2 id="${id}"[^>]*>[^<]+<span class="count"[^>]*>\\d`));
    expect(html).toContain(search('招商引资', '&amp;kind=clauses'));
    const alone = await get(search('招商引资', '&kind=clauses'));
    expect(alone.html).not.toContain('id="duties"');
    expect(clausesLinked(alone.html).length).toBeGreaterThan(clausesLinked(html).length / 2);
  });

  it('leads to clauses that are there', async () => {
    const { clauses } = referenceDirectory();
    const linked = clausesLinked((await get(search('政府采购'))).html);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((id) => !clauses.has(id))).toEqual([]);
  });

  it('says what to do where nothing was found: near words, who to ask, complain, help', async () => {
    const { status, html } = await get(search('无锡市商务局魑魅魍魉'));
    expect(status).toBe(200);
    expect(html).toContain(`href="${search('无锡市商务局')}`.slice(0, 30));
    for (const to of ['/responsibilities?text=', '/complain"', '/help"']) expect(html).toContain(`href="${to}`);
  });

  it('answers punctuation and one character with a sentence, and a case number with the way to it', async () => {
    expect((await get(search('？'))).html).toContain('请写要找的字');
    expect((await get(search('债'))).html).toContain('只写了一个字');
    expect((await get(search('JN2026-0001'))).html).toContain('诉求不公开');
  });

  it('shows what was typed as text, never as markup', async () => {
    const { html } = await get(search('<img src=x onerror=alert(1)>'));
    expect(html).not.toContain('<img');
  });
});

describe('a policy, clause by clause', () => {
  it('has an anchor for each clause and says what rests on it, with links back', async () => {
    const { html } = await get('/policies/su-2023-55');
    const { clauses } = referenceDirectory();
    for (const clause of clauses.values()) {
      if (clause.documentId !== 'su-2023-55') continue;
      expect(html).toContain(`id="${clause.place}"`);
      expect(html).toContain(`href="#${encodeURIComponent(clause.place)}"`);
    }
    expect(html).toMatch(/href="\/responsibilities\?matter=investment_promotion"/);
    expect(html).toMatch(/href="\/disclosures\?kind=dishonesty_record"/);
  });

  it('tells the time limits that rest on a clause of a regulation', async () => {
    const { html } = await get('/policies/sme-payment');
    const article = html.split('id="第二十五条"')[1]?.split('</section>')[0] ?? '';
    expect(article).toContain('30天');
    expect(article).toContain('10个工作日');
  });

  it.each([
    ['xi-2023-4', '期间已过'],
    ['ning-2018-96', '依据已废止'],
    ['yancheng-draft', '征求意见稿'],
    ['su-2023-55', '现行有效'],
  ])('shows the status of %s with its date', async (id, status) => {
    const { html } = await get(`/policies/${id}`);
    expect(html).toMatch(new RegExp(`</svg>\\s*${status}`));
    expect(html).toContain('截至2026年11月21日');
  });

  it('is led to by who answers for a matter, down to the clause', async () => {
    const [body] = await site.deps.sql<{ id: string }[]>`select id from body where name = '无锡市商务局'`;
    const { html } = await get(`/responsibilities?respondent=${body?.id}&matter=government_procurement`);
    const { clauses } = referenceDirectory();
    const linked = clausesLinked(html);
    expect(linked.length).toBeGreaterThan(0);
    expect(linked.filter((id) => !clauses.has(id))).toEqual([]);
  });
});

describe('the help', () => {
  const tasks = helpTasks('zh-CN').flat();

  it('has a page for each task in both languages, and its links lead somewhere', async () => {
    expect(
      helpTasks('en')
        .flat()
        .map(({ id }) => id),
    ).toEqual(tasks.map(({ id }) => id));
    const { html } = await get('/help');
    const targets = new Set<string>();
    for (const task of tasks) {
      expect(html).toContain(`href="/help/${task.id}"`);
      for (const path of [`/help/${task.id}`, `/en/help/${task.id}`]) {
        const page = await get(path);
        expect(page.status, path).toBe(200);
        expect(page.html, path).toMatch(/不收费|Nothing\. You need no agent/);
      }
      for (const [to] of task.links) targets.add(to.split('#')[0] ?? to);
    }
    for (const to of targets) expect((await get(to)).status, to).toBe(200);
    expect((await get('/help/no-such-task')).status).toBe(404);
  });
});

describe('pages that could not be shown', () => {
  it.each(['/no-such-page', '/en/bodies/none', '/disclosures/none', '/help/none', '/rate/NOPE'])(
    '%s offers the search and the four ways',
    async (path) => {
      const { status, html } = await get(path);
      expect(status).toBe(404);
      expect(html).toContain(`action="${path.startsWith('/en') ? '/en' : ''}/search"`);
      for (const way of ['/complain', '/track', '/rate', '/disclosures', '/help'])
        expect(html, way).toMatch(new RegExp(`href="(/en)?${way}"`));
    },
  );

  it('say what was looked for, and put its words into the field, but no id and no markup', async () => {
    expect((await get('/disclosures/none')).html).toContain('您要看的是一条公示');
    expect((await get(`/x/${encodeURIComponent('商务局')}`)).html).toContain('value="商务局"');
    const field = (html: string) => /<input type="search"[^>]*>/.exec(html)?.[0] ?? '';
    expect(field((await get('/bodies/00000000-0000-4000-8000-000000000000')).html)).not.toContain('value=');
    expect(field((await get(`/x/${encodeURIComponent('"><script>alert(1)</script>')}`)).html)).not.toContain('value=');
  });
});

describe('the home page', () => {
  it('has the four ways, the search, figures with their counts, what is new, who is late, and the data', async () => {
    for (const [path, words] of [
      ['/', ['最新公示', '本周到期', '谁拖着没办', '下载开放数据']],
      ['/en', ['Newest records', 'Due this week', 'Who is late', 'Download open data']],
    ] as const) {
      const { html } = await get(path);
      for (const word of words) expect(html, word).toContain(word);
      for (const way of ['/complain', '/track', '/rate', '/disclosures', '/open-data', '/subscribe'])
        expect(html, way).toMatch(new RegExp(`href="(/en)?${way}"`));
      expect(html).toContain('href="/feeds/disclosures.atom"');
    }
  });
});
