import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { OfficialRole } from '../../api/domain/official.ts';
import { note } from '../../api/services/complaints/note.ts';
import { openCase } from '../../api/services/complaints/open-case.ts';
import { complaint } from '../support/filing.ts';
import { seat, visitorOf } from '../support/officials.ts';
import { publicPages } from '../support/page-list.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';
import { Visitor } from '../support/visitor.ts';

/**
 * Internal notes can never leak: a note with a word that stands nowhere else is looked for in every answer that a
 * complainant, the body complained of, a supporting body or anybody gets, in every notice, and in every readable column.
 */
const CANARY = `金丝雀${randomUUID().slice(0, 8)}`;
let site: Site;
let number = '';
let queryCode = '';
let caseId = '';
const id = { city: '', commerce: '', finance: '', county: '' };

beforeAll(async () => {
  site = await startSite();
  const { database } = site;
  const directory = await database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  id.city = find('9901', 'government', 'government');
  id.commerce = find('9901', 'commerce', 'department');
  id.finance = find('9901', 'finance', 'department');
  id.county = find('990101', 'government', 'government');
  const answer = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(complaint({ respondentId: id.county, identityToRespondent: true })),
  });
  ({ number, queryCode } = (await answer.json()) as { number: string; queryCode: string });
  const [row] = await database.owner<{ id: string }[]>`
    update cases set screening = 'passed', handler_id = ${id.commerce} where number = ${number} returning id`;
  caseId = row?.id ?? '';
  // Everything that a case can carry, with the note in the middle of it.
  const desk = await signedIn(id.commerce, 'handler');
  await act(desk, 'accept', {});
  const actor = {
    kind: 'official' as const,
    id: randomUUID(),
    name: '经办人',
    grants: [{ role: 'handler' as const, bodyId: id.commerce }],
  };
  await note(database.ctx(actor), number, { text: `${CANARY}：先问财政。` });
  const dueOn = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  await act(desk, 'ask_opinion', { bodyIds: [id.finance], dueOn, text: '请提意见。' });
  await act(desk, 'ask_explanation', { dueOn, text: '请说明原因。', release: ['demands', 'narrative'] });
  await act(desk, 'message', { text: '正在核实。' }, false);
  const view = await api(desk, `/officials/cases/${number}`);
  const demands = (view.body.demands as { id: string }[]).map((demand) => demand.id);
  const answers = demands.map((demandId) => ({ demandId, outcome: 'accepted', text: '将予兑现。', promisedOn: dueOn }));
  await act(desk, 'answer', { answers });
  await until(async () => {
    const [waiting] =
      await database.owner`select count(*)::int as n from outbox where done_at is null and task like 'notice.%'`;
    return waiting?.n === 0;
  });
}, 300_000);
afterAll(() => site?.stop());

const signedIn = async (bodyId: string, ...roles: OfficialRole[]) =>
  visitorOf(
    site.url,
    await seat(
      site.database,
      roles.map((role) => ({ role, bodyId })),
    ),
  );
async function api(visitor: Visitor, path: string, body?: unknown) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${site.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { cookie, origin: site.url, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}
async function act(visitor: Visitor, action: string, input: object, versioned = true) {
  const { version } = (await api(visitor, `/officials/cases/${number}`)).body;
  const body = versioned ? { version, ...input } : input;
  const done = await api(visitor, `/officials/cases/${number}/${action}`, body);
  expect(done.status, `${action}: ${done.text}`).toBe(200);
}

it('the handler reads the note, so that looking for it means something', async () => {
  const desk = await signedIn(id.commerce, 'handler');
  expect((await desk.get(`/officials/cases/${number}`)).text).toContain(CANARY);
});

it('is on no page of the complainant, and in no answer that the code gets', async () => {
  const visitor = new Visitor(site.url);
  await visitor.get(`/track/${number}`);
  const pages = [await visitor.post({ queryCode })];
  for (const prefix of ['', '/en'])
    for (const path of ['', '/withdraw', '/privacy', '/evidence'])
      pages.push(await visitor.get(`${prefix}/track/${number}${path}`));
  expect(pages[0]?.text).toContain('将予兑现');
  for (const page of pages) expect(page.html, page.path).not.toContain(CANARY);
  const app = createApp(() => site.database.ctx({ kind: 'public' }, { source: randomUUID() }));
  const posts = Object.entries(
    ((await (await app.request('/api/v1/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> })
      .paths,
  ).filter(([path, item]) => path.includes('/cases/{number}/') && !path.includes('/officials/') && 'post' in item);
  expect(posts.length).toBeGreaterThan(5);
  for (const [path] of posts) {
    const response = await app.request(path.replace('{number}', number).replace('{id}', randomUUID()), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queryCode, text: '您好，请问进展。' }),
    });
    expect(await response.text(), path).not.toContain(CANARY);
  }
});

it('is not for the body complained of, a supporting body, or any other body: neither page nor interface', async () => {
  for (const [bodyId, roles] of [
    [id.county, ['handler', 'intake', 'approver', 'supervisor', 'auditor']],
    [id.finance, ['handler', 'intake', 'approver', 'supervisor', 'auditor']],
  ] as [string, OfficialRole[]][]) {
    const visitor = await signedIn(bodyId, ...roles);
    const list = await visitor.get('/officials/explanations');
    const opinions = await visitor.get('/officials/opinions');
    const links = [...`${list.html}${opinions.html}`.matchAll(/\/officials\/(?:explanations|opinions)\/[\w-]+/g)].map(
      ([path]) => path,
    );
    expect(links.length).toBeGreaterThan(0);
    const pages = [list, opinions];
    for (const path of [
      ...links,
      '/officials',
      '/officials/notices',
      `/officials/cases/${number}`,
      `/officials?q=${encodeURIComponent(CANARY)}`,
    ])
      pages.push(await visitor.get(path));
    for (const page of pages) expect(page.html, page.path).not.toContain(`${CANARY}：`);
    for (const path of [
      '/officials/cases',
      '/officials/opinions',
      '/officials/explanations',
      `/officials/cases/${number}`,
    ])
      expect((await api(visitor, path)).text, path).not.toContain(CANARY);
  }
});

it('is on no public page, in no search, feed, description or export', async () => {
  const visitor = new Visitor(site.url);
  const paths = [
    ...publicPages(),
    `/search?q=${encodeURIComponent(CANARY)}`,
    '/api/v1/openapi.json',
    '/api/v1/disclosures',
    '/api/v1/disclosures.csv',
    '/feeds/disclosures.atom',
    '/sitemap.xml',
    `/bodies/${id.county}`,
    `/bodies/${id.commerce}`,
  ];
  for (const path of paths) {
    const page = await visitor.get(path);
    // A search repeats what was asked for, and that is all.
    const said = page.html.replaceAll(CANARY, (_, at: number) =>
      page.html.slice(at, at + CANARY.length + 1).endsWith('：') ? CANARY : '',
    );
    expect(said, path).not.toContain(CANARY);
    expect(page.html, path).not.toContain('先问财政');
  }
});

it('is in no notice, no task, no event, and in no column that can be read without the key of the case', async () => {
  const { owner } = site.database;
  const [notices] = await owner`select count(*)::int as n from notice where case_id = ${caseId}`;
  expect(notices?.n).toBeGreaterThan(0);
  const columns = await owner<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'bytea', 'character varying')`;
  const bytes = Buffer.from(CANARY);
  for (const { table, column, type } of columns) {
    const [row] =
      type === 'bytea'
        ? await owner`select count(*)::int as n from ${owner(table)} where position(${bytes} in ${owner(column)}) > 0`
        : await owner`select count(*)::int as n from ${owner(table)} where ${owner(column)}::text like ${`%${CANARY}%`}`;
    expect(row?.n, `${table}.${column}`).toBe(0);
  }
  const mails = await owner`select template, params from notice where case_id = ${caseId}`;
  expect(JSON.stringify(mails)).not.toContain(CANARY);
  // The complainant's key opens the note: only the allow-list of the view keeps it in.
  const own = await openCase(site.database.ctx({ kind: 'public' }), number, queryCode);
  const [sealed] = await owner`select id, sealed from case_message where case_id = ${caseId} and kind = 'note'`;
  const opened = site.deps.keys.open(own.key, sealed?.sealed, `case/${caseId}/message/${sealed?.id}`).toString('utf8');
  expect(opened).toContain(CANARY);
});
