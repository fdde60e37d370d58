import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { CaseAction } from '../../api/domain/case.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';
import { ACTS } from '../../api/services/officials/acts.ts';
import { officialOf } from '../support/casework.ts';
import {
  fileMarked,
  MARKS,
  type Mark,
  type Marked,
  markedBodies,
  RELATIONS,
  type Relation,
} from '../support/marked-case.ts';
import { type Seat, seat } from '../support/officials.ts';
import { officialEndpoints, officialPages } from '../support/page-list.ts';
import { API, addressOf, allowedMarks, allowedThere, ENDPOINTS, PAGES, type Status } from '../support/sight-table.ts';
import { type Site, startSite } from '../support/site.ts';

/**
 * Body A × body B × role × route: one case full of marked words, an official of every role at every body that has some
 * relation to it (or none), and every officials' page, download and answer of the API opened with the real ids of the case and
 * looked through for the marks. What may come is in tests/support/sight-table.ts.
 */
const PLACE = { division: '9901', area: ['9901', '32'], name: '样例市', nameEn: 'Sample City' };

let site: Site;
let marked: Marked;
let bodies: Record<Relation, string>;
const seats = new Map<string, Seat>();

beforeAll(async () => {
  // Not as a demonstration: there the administrator reads the mails that a real portal sends.
  site = await startSite({ config: { place: { ...PLACE, demonstration: false } } });
  bodies = await markedBodies(site);
  for (const relation of RELATIONS)
    for (const role of OFFICIAL_ROLES)
      seats.set(`${relation} ${role}`, await seat(site.database, [{ role, bodyId: bodies[relation] }]));
  marked = await fileMarked(site, bodies);
}, 300_000);
afterAll(() => site?.stop());

interface Route {
  method: string;
  pattern: string;
  status: Status;
}
const routes: Route[] = [
  ...Object.entries({ ...PAGES, ...API }).map(([pattern, status]) => ({ method: 'GET', pattern, status })),
  ...Object.entries(ENDPOINTS).map(([name, status]) => {
    const [method = '', pattern = ''] = name.split(' ');
    return { method, pattern, status };
  }),
];

async function open({ method, pattern }: Route, { cookie }: Seat): Promise<{ status: number; found: Set<Mark> }> {
  const colleague = seats.get('handler handler')?.id ?? '';
  const init = method === 'POST' ? { method, body: new URLSearchParams() } : { method };
  const response = await fetch(site.url + addressOf(pattern, marked, colleague), {
    ...init,
    headers: { cookie, origin: site.url },
    redirect: 'manual',
  });
  const heads = [...response.headers].map(([, value]) => value).join('\n');
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]*)/i.exec(heads)?.[1] ?? '');
  const text = [await response.text(), name].join('\n');
  // The address itself holds the number: what counts is whether the answer knows it.
  const known =
    response.status < 400 && text.replaceAll(`/officials/cases/${marked.number}`, '').includes(marked.number);
  const found = (Object.keys(MARKS) as Mark[]).filter((mark) => text.includes(MARKS[mark as keyof typeof MARKS]));
  return { status: response.status, found: new Set<Mark>(known ? [...found, 'number'] : found) };
}

describe('the table of sight', () => {
  it('has every page of the officials, every download and every answer of the interface', () => {
    expect(Object.keys(PAGES).sort()).toEqual(officialPages());
    expect(
      Object.keys(ENDPOINTS)
        .map((name) => name.split(' ')[1])
        .sort(),
    ).toEqual(officialEndpoints());
    const app = createApp(() => {
      throw new Error('no request is made here');
    });
    const described = app.openAPIRegistry.definitions as unknown as {
      type: string;
      route: { method: string; path: string; 'x-access'?: string };
    }[];
    const read = described
      .filter(({ type, route }) => type === 'route' && route.method === 'get' && route['x-access'] === 'official')
      .map(({ route }) => route.path);
    expect(Object.keys(API).sort()).toEqual(read.sort());
  });
});

describe.each(RELATIONS)('an official of the body that is %s', (relation) => {
  it.each(OFFICIAL_ROLES)('as %s finds everywhere what the rule allows and nothing more', async (role) => {
    const who = seats.get(`${relation} ${role}`) as Seat;
    const allowed = allowedMarks(relation, role);
    const seen = new Set<Mark>();
    const wrong: string[] = [];
    for (const route of routes) {
      const { status, found } = await open(route, who);
      const expected = route.status(relation, role);
      if (status !== expected) wrong.push(`${route.method} ${route.pattern}: ${status}, not ${expected}`);
      const there = allowedThere(route.pattern, relation, role);
      for (const mark of found) {
        if (allowed.has(mark)) seen.add(mark);
        else if (!there.includes(mark)) wrong.push(`${route.method} ${route.pattern}: ${mark}`);
      }
      for (const mark of there)
        if (status === 200 && !found.has(mark)) wrong.push(`${route.method} ${route.pattern}: no ${mark}`);
    }
    expect(wrong).toEqual([]);
    // Whoever may read it does find it: otherwise this test would pass on empty pages.
    expect([...seen].sort()).toEqual([...allowed].sort());
  });

  it.each(OFFICIAL_ROLES)('as %s opens files of officials only where they are worked at', async (role) => {
    const { cookie } = seats.get(`${relation} ${role}`) as Seat;
    const inside = ['handler', 'superior', 'accepting', 'watching'].includes(relation);
    const expected = inside && allowedMarks(relation, role).has('document') ? 200 : 404;
    for (const id of [marked.document, marked.explanationFile])
      for (const path of [
        `/officials/cases/${marked.number}/evidence/`,
        `/api/v1/officials/cases/${marked.number}/files/`,
      ]) {
        const response = await fetch(`${site.url}${path}${id}`, { headers: { cookie }, redirect: 'manual' });
        await response.arrayBuffer();
        expect(response.status, path).toBe(expected);
      }
  });

  it('does with it only what the rule allows', async () => {
    if (relation === 'handler' || relation === 'superior') return; // walked in tests/routes/case-walk.test.ts
    const ctx = site.database.ctx(officialOf(bodies[relation], ...OFFICIAL_ROLES));
    const sees = ['accepting', 'watching', 'former', 'arbiter'].includes(relation);
    for (const [action, act] of Object.entries(ACTS) as [CaseAction, { example: object }][]) {
      const response = await createApp(() => ctx).request(`/api/v1/officials/cases/${marked.number}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act.example),
      });
      const said = `${relation} ${action}: ${response.status}`;
      if (sees) expect([200, 400, 403, 404, 409], said).toContain(response.status);
      // It gave its opinion; everything else of the case does not exist for it.
      else if (relation === 'supporting' && action === 'give_opinion') expect(response.status, said).toBe(409);
      else expect(response.status, said).toBe(404);
    }
  });
});
