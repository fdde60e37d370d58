import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignIns } from '../../api/cli/demonstration/people.ts';
import { seedDemonstration } from '../../api/cli/demonstration/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let home: string;
let signIns: SignIns;
const counts = async () => {
  const [row] = await database.owner`
    select (select count(*)::int from auth_user) as officials, (select count(*)::int from service_point) as points,
      (select count(*)::int from rating) as ratings, (select count(*)::int from cases) as cases,
      (select count(*)::int from disclosure) as records, (select count(*)::int from event) as events,
      (select count(*)::int from outbox) as tasks`;
  return row;
};
beforeAll(async () => {
  database = await testDatabase();
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-demo-'));
  signIns = await seedDemonstration(database, database.config, database.ownerUrl, home);
});
afterAll(async () => {
  await database.end();
  fs.rmSync(home, { recursive: true, force: true });
});

describe('the demonstration', () => {
  it('has officials of every kind who can sign in', async () => {
    expect(signIns.map((s) => s.key)).toEqual([
      'intake',
      'handler',
      'approver',
      'supervisor',
      'arbiter',
      'auditor',
      'respondent',
      'publisherA',
      'publisherB',
      'promiseA',
      'promiseB',
      'administrator',
    ]);
    for (const { email, password } of signIns) {
      const answer = await database.signIn.signInPassword({ source: email, cookie: null }, { email, password });
      expect(answer.next).toBe('code');
    }
    expect(fs.statSync(path.join(home, 'sign-ins.json')).mode & 0o777).toBe(0o600);
  });

  it('has counters, ratings, cases and records about fictional bodies only', async () => {
    const seen = await counts();
    expect(seen?.points).toBe(6);
    expect(seen?.ratings).toBeGreaterThan(200);
    expect(seen?.cases).toBeGreaterThanOrEqual(15);
    expect(seen?.records).toBeGreaterThanOrEqual(30);
    const real = await database.owner`
      select division from cases where division not like '99%' union all
      select division from disclosure where division not like '99%' union all
      select division from service_point where division not like '99%'`;
    expect(real).toEqual([]);
    const kinds = await database.owner`select distinct kind from disclosure where state = 'published'`;
    expect(kinds).toHaveLength(11);
  });

  it('has commitments in every state that the public sees, one registered by an enterprise, and a list to be handed over', async () => {
    const states = await database.owner<{ state: string }[]>`select distinct state from commitment order by state`;
    for (const state of ['broken', 'changed', 'honoured', 'in_progress', 'in_review', 'published', 'registered']) {
      expect(states.map((row) => row.state)).toContain(state);
    }
    const [passed] = await database.owner<{ n: number }[]>`
      select count(*)::int as n from commitment where owed_by_id <> body_id`;
    expect(passed?.n).toBeGreaterThan(0);
    const lines = await database.owner<{ kind: string }[]>`select kind from handover_item`;
    expect(lines.map((row) => row.kind)).toContain('commitment');
  });

  it('has cases in every state that an inbox shows, and bad ratings put right', async () => {
    const states = await database.owner<{ state: string }[]>`select distinct state from cases order by state`;
    expect(states.map((s) => s.state)).toEqual(['accepted', 'answered', 'closed', 'filed', 'refused', 'waiting']);
    const [row] = await database.owner`
      select count(*) filter (where screening = 'held')::int as held, count(*) filter (where verdict is not null)::int as verdicts,
        count(*) filter (where kind = 'service' and state = 'closed')::int as rectified,
        (select count(*)::int from case_clock where due_on < now()::date and ended_on is null) as overdue from cases`;
    expect(row?.held).toBe(1);
    expect(row?.verdicts).toBe(2);
    expect(row?.rectified).toBeGreaterThan(5);
    expect(row?.overdue).toBeGreaterThan(0);
  });

  it('lies in the past, with unbroken chains of events, and leaves the clock as it was', async () => {
    const [row] = await database.owner`
      select (select count(*)::int from cases where filed_at > now() - interval '12 hours') as today,
        (select count(*)::int from rating where created_at < now() - interval '2 days') as before,
        (select count(*)::int from information_schema.schemata where schema_name = 'demonstration_time') as clocks,
        (select count(*)::int from (
          select at < lag(at) over (partition by subject_kind, subject_id order by seq) as back from event) e where back) as back`;
    expect(row).toMatchObject({ today: 0, clocks: 0, back: 0 });
    expect(row?.before).toBeGreaterThan(150);
  });

  it('is made once: a second start changes nothing and knows the same sign-ins', async () => {
    const before = await counts();
    expect(await seedDemonstration(database, database.config, database.ownerUrl, home)).toEqual(signIns);
    expect(await counts()).toEqual(before);
  });

  it('is refused to a real portal', async () => {
    const real = { ...database.config, place: { ...database.config.place, demonstration: false } };
    await expect(seedDemonstration(database, real, database.ownerUrl, home)).rejects.toThrow('only a demonstration');
  });
});
