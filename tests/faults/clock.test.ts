import { afterEach, beforeEach, expect, test } from 'vitest';
import { send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
import { PATIENCE, tell } from '../support/law.ts';
import { steadyToday } from '../support/legal-day.ts';
import { type Site, startSite } from '../support/site.ts';

let database: TestDatabase;
let site: Site | undefined;
let today: string;
beforeEach(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
  await filingCtx(database);
});
afterEach(async () => {
  await site?.stop();
  site = undefined;
  await database.end();
});

/** The process believes in another day: every way to ask for the time is shifted. */
const shifted = (hours: number) =>
  `--import=data:text/javascript,${encodeURIComponent(
    `const by = ${hours * 3_600_000}; const Real = Date; const now = () => Real.now() + by;
     globalThis.Date = class Date extends Real { constructor(...a) { a.length === 0 ? super(now()) : super(...a); } static now() { return now(); } };`,
  )}`;

test.each([
  ['two days ahead', 48],
  ['two days behind', -48],
])(
  'a process whose clock is %s dates cases and counts deadlines by the clock of the database',
  async (_, hours) => {
    site = await startSite({ database, env: { TRUSTED_PROXIES: '127.0.0.1,::1', NODE_OPTIONS: shifted(hours) } });
    const sent = await send(site, complaint());
    expect(sent.status).toBe(201);
    const number = sent.acknowledged?.number ?? '';
    const [row] = await database.owner<{ off: number; started: boolean; event: number; right: boolean }[]>`
    select abs(extract(epoch from now() - c.filed_at))::float8 as off,
      not exists (select from case_clock k where k.case_id = c.id and k.started_on is not null
        and k.started_on <> (now() at time zone 'Asia/Shanghai')::date) as started,
      (select abs(extract(epoch from now() - e.at))::float8 from event e where e.subject_id = c.id and e.seq = 1) as event,
      c.due_on is null or c.due_on > (now() at time zone 'Asia/Shanghai')::date as right
    from cases c where c.number = ${number}`;
    expect(row?.off).toBeLessThan(300);
    expect(row?.event).toBeLessThan(300);
    expect(row).toMatchObject({ started: true, right: true });

    // What the complainant reads counts from the same day.
    const opened = await fetch(`${site.url}/api/v1/cases/${number}/lookup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ queryCode: sent.acknowledged?.queryCode }),
    });
    const view = (await opened.json()) as { filedOn: string; clocks: { used: number; overdue: number }[] };
    expect(view.filedOn).toBe(today);
    expect(view.clocks.every((clock) => clock.used === 0 && clock.overdue === 0)).toBe(true);
    tell('clock skew', { hours, cases: 1, clocks: view.clocks.length, wrongDates: 0 });
  },
  PATIENCE,
);
