import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { COMPONENTS, DEFAULT_WEIGHTS } from '../../../api/domain/integrity.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { creditFile } from '../../../api/services/directory/credit-file.ts';
import { changeWeights } from '../../../api/services/integrity/change-weights.ts';
import { integrityCsv } from '../../../api/services/integrity/csv.ts';
import { integrityOf, integrityRanking, weightsChanges } from '../../../api/services/integrity/read.ts';
import { rollUpIntegrity } from '../../../api/services/integrity/roll-up.ts';
import { buildNightly } from '../../../api/services/open-data/refresh.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ROOT } from '../../support/imports.ts';
import { jsonRows, textOf } from '../../support/open-data.ts';

const run = promisify(execFile);
const SCRIPT = path.join(ROOT, 'site/public/integrity-recompute.mjs');
let db: TestDatabase;
let folder: string;
/** Three departments of the demonstration city and the government of one place in it. */
let city: string[];
let county: { id: string; division: string };

/** Closed cases about a body, handled by it as well; of each `total`, `part` in time and solved. */
async function cases(body: string, division: string, total: number, part: number, kind = 'old_debt'): Promise<void> {
  await db.owner`
    with made as (
      insert into cases (id, number, kind, matter, state, screening, channel, respondent_id, respondent_now_id, handler_id,
        division, routing, complainant_kind, identity_to_handler, identity_to_respondent, publish_summary, filed_at,
        answered_at, closed_at, body_says, verdict)
      select gen_random_uuid(), 'T' || upper(substr(md5(random()::text), 1, 12)), ${kind}, 'other', 'closed', 'passed', 'portal',
        ${body}, ${body}, ${body}, ${division}, '{}', 'person', true, false, false, now() - interval '40 days',
        now(), now(), 'solved', case when n <= ${part} then 'solved' end
      from generate_series(1, ${total}::int) n returning id, verdict)
    insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, started_on, due_on, ended_on, basis, certainty)
    select gen_random_uuid(), id, (select min(id) from clock_rule), 'determine', 30, 'calendar_day', 'accepted', current_date - 40,
      current_date - 10, case when verdict is null then current_date - 5 else current_date - 20 end, 'test', 'local' from made`;
}

/** Nine promises that were honoured, one broken, two overdue, and one honoured two years ago. */
async function promises(body: string, division: string): Promise<void> {
  await db.owner`
    insert into commitment (id, kind, state, natural_key, body_id, owed_by_id, body_name, division, matter, department, post,
      beneficiary, title, text, made_on, due_kind, due_on, next_due_on, source, created_by, published_at, ended_at)
    select gen_random_uuid(), 'contract', case when n <= 9 or n = 13 then 'honoured' when n = 10 then 'broken' else 'published' end,
      'test/' || n, ${body}, ${body}, '单位', ${division}, 'other', '处', '处长', '企业', '承诺', '内容', current_date - 900, 'date',
      current_date - 30, current_date - 30, '文件', 'author', now() - interval '800 days',
      case when n = 13 then now() - interval '700 days' when n <= 10 then now() - interval '20 days' end
    from generate_series(1, 13) n`;
}
/** Bad ratings whose time is over: eleven, of which six were put right and one was set aside. */
async function badRatings(body: string, division: string): Promise<void> {
  await cases(body, division, 11, 0, 'service');
  await db.owner`update cases set rating_id = gen_random_uuid() where kind = 'service'`;
  await db.owner`update case_clock set step = 'rectify' from cases c where c.id = case_id and c.kind = 'service'`;
  await db.owner`
    insert into rating_step (id, case_id, kind, outcome, public_text, body_id, user_id, at)
    select gen_random_uuid(), id, 'rectified', 'done', '已改', ${body}, 'handler', now() from cases where kind = 'service' limit 6`;
  await db.owner`
    insert into rating_review (id, case_id, rating_id, service_point_id, body_id, level, day, reason, state, sealed, proposed_by,
      proposed_body, proposed_at, decided_by, decided_at)
    select gen_random_uuid(), c.id, c.rating_id, (select min(id::text)::uuid from service_point), ${body}, 1, current_date,
      'mistaken', 'set_aside', '', 'a', ${body}, now(), 'b', now()
    from cases c where kind = 'service' and not exists (select from rating_step s where s.case_id = c.id) limit 1`;
}

beforeAll(async () => {
  db = await testDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'jiannuo-integrity-'));
  const rows = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'department' order by name limit 3`;
  city = rows.map((row) => row.id);
  const [other] = await db.sql<{ id: string; division: string }[]>`
    select id, division from body where division like '9901__' and kind = 'government' order by division limit 1`;
  if (!other || city.length < 3) throw new Error('the demonstration place has too few bodies');
  county = other;
  await cases(city[0] ?? '', '9901', 40, 30);
  await cases(city[1] ?? '', '9901', 25, 5);
  await cases(city[2] ?? '', '9901', 4, 4); // too few to be told
  await cases(county.id, county.division, 60, 45);
  await cases(county.id, county.division, 12, 6, 'arrears');
  await db.owner`
    insert into service_point (id, code, code_key_version, kind, channel, name, place_name, body_id, division)
    values (gen_random_uuid(), 'TEST', 1, 'window', 'offline', '一号窗口', '大厅', ${county.id}, ${county.division})`;
  await promises(county.id, county.division);
  await badRatings(county.id, county.division);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await db.end();
});

const administrator = async (division: string): Promise<Actor> => {
  const [body] = await db.sql<{ id: string }[]>`
    select id from body where division = ${division} and kind = 'government' limit 1`;
  return { kind: 'official', id: 'admin', name: '管理员', grants: [{ role: 'administrator', bodyId: body?.id ?? '' }] };
};
const only = (component: string) => ({
  ...Object.fromEntries(COMPONENTS.map((one) => [one, one === component ? 100 : 0])),
  reason: '只看一项，检验权重的变更。',
});
const partOf = async (kind: 'place' | 'body', subject: string, component: string) => {
  const [now] = await integrityOf(db.ctx(), kind, subject);
  const found = now?.components.find((one) => one.component === component);
  return found && [found.part, found.total];
};

describe('the integrity monitor', () => {
  it('counts what the cases say, in bodies and in every place above them', async () => {
    await rollUpIntegrity(db.deps);
    expect(await partOf('body', city[0] ?? '', 'timeliness')).toEqual([30, 40]);
    // Arrears are closed cases too: 45 of 60, and 6 of 12.
    expect(await partOf('body', county.id, 'solved')).toEqual([51, 72]);
    expect(await partOf('body', county.id, 'arrears')).toEqual([6, 12]);
    // 30 + 5 + 4 + 45 + 6 in time of 40 + 25 + 4 + 60 + 12.
    expect(await partOf('place', '9901', 'timeliness')).toEqual([90, 141]);
    expect(await partOf('place', '99', 'timeliness')).toEqual([90, 141]);
    expect(await partOf('place', county.division, 'timeliness')).toEqual([51, 72]);
  });

  it('counts promises kept of those that came to a result or are overdue, and bad ratings put right of those due', async () => {
    expect(await partOf('body', county.id, 'commitments')).toEqual([9, 12]);
    expect(await partOf('body', county.id, 'ratings')).toEqual([6, 10]);
    expect(await partOf('place', '9901', 'commitments')).toEqual([9, 12]);
  });

  it('tells neither the few nor what they could be told from', async () => {
    expect(await partOf('body', city[2] ?? '', 'timeliness')).toEqual([null, null]);
    // The next smallest body beside it: else 141 − 40 − 25 − 72 would be 4.
    expect(await partOf('body', city[1] ?? '', 'timeliness')).toEqual([null, null]);
    const stored = await db.owner<{ inputs: unknown }[]>`
      select inputs from integrity_figure where subject = ${city[2] ?? ''}`;
    expect(JSON.stringify(stored)).toContain('"timeliness":null');
  });

  it('hides on the credit file of a body what it hides itself', async () => {
    expect((await creditFile(db.ctx(), city[1] ?? '')).handled).toBeNull();
    expect((await creditFile(db.ctx(), city[0] ?? '')).handled).toMatchObject({ received: 40 });
  });

  it('tells no arrears that would tell how few of the closed cases are none', async () => {
    await cases(city[0] ?? '', '9901', 200, 100, 'arrears');
    await db.owner`update cases set closed_at = null where respondent_id = ${city[0] ?? ''} and kind = 'old_debt' and number <> (
      select min(number) from cases where respondent_id = ${city[0] ?? ''} and kind = 'old_debt')`;
    await rollUpIntegrity(db.deps);
    expect(await partOf('body', city[0] ?? '', 'solved')).toMatchObject([expect.any(Number), 201]);
    expect(await partOf('body', city[0] ?? '', 'arrears')).toEqual([null, null]);
    await db.owner`delete from case_clock using cases c where c.id = case_id and c.kind = 'arrears' and c.respondent_id = ${city[0] ?? ''}`;
    await db.owner`delete from cases where kind = 'arrears' and respondent_id = ${city[0] ?? ''}`;
    await db.owner`update cases set closed_at = now() where closed_at is null`;
    await rollUpIntegrity(db.deps);
  });

  it('makes the same of the same when it is run again', async () => {
    const all = () => db.owner`
      select kind, subject, month::text, version, weights_id, inputs, score, low, high, ranked from integrity_figure order by 1, 2`;
    const before = await all();
    await rollUpIntegrity(db.deps);
    expect(await all()).toEqual(before);
    expect(before.length).toBeGreaterThan(4);
  });

  it('ranks places by the lower end and leaves those with little data unranked', async () => {
    // With all weight on one component everybody with ten cases has a score.
    await changeWeights(db.ctx(await administrator('9901')), { ...only('timeliness'), from: 1 });
    await rollUpIntegrity(db.deps);
    const bodies = await integrityRanking(db.ctx(), { place: '9901', of: 'bodies' });
    const placed = bodies.rows.filter((row) => row.rank !== null);
    expect(placed.map((row) => [row.id, row.rank])).toEqual([city[0], county.id].map((id, i) => [id, i + 1]));
    const few = bodies.rows.find((row) => row.id === city[2]);
    expect(few).toMatchObject({ rank: null, figure: { score: null, ranked: false } });
    const places = await integrityRanking(db.ctx(), { place: '9901', of: 'places' });
    expect(places.rows.filter((row) => row.figure?.ranked).map((row) => row.id)).toEqual([county.division]);
    expect((await integrityCsv(db.ctx(), { place: '9901', of: 'places' })).csv).toContain('51,72,100');
    await expect(integrityRanking(db.ctx(), { place: '00', of: 'places' })).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });
});

describe('the weights', () => {
  it('are changed by an administrator of the place alone, with a reason, to a hundred in all', async () => {
    const good = { ...only('solved'), from: 2 };
    await expect(changeWeights(db.ctx(), good)).rejects.toMatchObject({ code: 'auth.required' });
    await expect(changeWeights(db.ctx(await administrator(county.division)), good)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const ctx = db.ctx(await administrator('9901'));
    await expect(changeWeights(ctx, { ...good, solved: 99 })).rejects.toMatchObject({
      fields: [{ code: 'weights_sum' }],
    });
    await expect(changeWeights(ctx, { ...good, reason: '短' })).rejects.toMatchObject({ fields: [{ path: 'reason' }] });
    await expect(changeWeights(ctx, { ...good, from: 1 })).rejects.toMatchObject({ code: 'setting.version_conflict' });
    await expect(changeWeights(ctx, { ...only('timeliness'), from: 2 })).rejects.toMatchObject({
      fields: [{ code: 'nothing_changed' }],
    });
  });

  it('stand in the public log with old and new, post and reason, and never touch a month that is over', async () => {
    const month = await db.owner`
      insert into integrity_figure (kind, subject, division, month, version, weights_id, inputs, score, low, high, ranked, counted_at)
      select kind, subject, division, (month - interval '1 month')::date, version, 1, inputs, 42, 41, 43, ranked, now()
      from integrity_figure where subject = ${county.division} returning month::text`;
    await changeWeights(db.ctx(await administrator('9901')), {
      ...DEFAULT_WEIGHTS,
      reason: '恢复最初公布的权重。',
      from: 2,
    });
    await rollUpIntegrity(db.deps);
    const [now, before] = await integrityOf(db.ctx(), 'place', county.division);
    expect(now).toMatchObject({ weightsId: 3 });
    expect(before).toMatchObject({ month: month[0]?.month, weightsId: 1, score: 42 });
    await db.owner`delete from integrity_figure where score = 42`;
    const log = await weightsChanges(db.ctx());
    expect(log.map((one) => one.id)).toEqual([3, 2, 1]);
    expect(log[1]).toMatchObject({
      before: DEFAULT_WEIGHTS,
      reason: '只看一项，检验权重的变更。',
      weights: { timeliness: 100 },
    });
    expect(log[0]?.postBody).toMatch(/人民政府$/);
    expect(JSON.stringify(log)).not.toContain('管理员');
  });
});

describe('whoever wants to compute it again', () => {
  it('comes to every published score with the published script, from lines and from the table', async () => {
    const name = (await buildNightly(db.deps)) ?? '';
    const figures = jsonRows(await textOf(db, name, 'integrity', 'full', 'ndjson'));
    expect(figures.filter((row) => row.score !== null).length).toBeGreaterThan(2);
    for (const format of ['ndjson', 'csv'] as const) {
      const file = path.join(folder, `integrity.${format}`);
      await writeFile(file, (await textOf(db, name, 'integrity', 'full', format)) ?? '');
      const { stdout } = await run(process.execPath, [SCRIPT, file, '--json']);
      const made = jsonRows(stdout);
      expect(made).toEqual(figures.map(({ id, score, low, high, ranked }) => ({ id, score, low, high, ranked })));
      expect((await run(process.execPath, [SCRIPT, file])).stdout).toContain(
        `${figures.length} figures, ${figures.length} agree, 0 do not`,
      );
    }
    // A score that was touched is found.
    const file = path.join(folder, 'touched.ndjson');
    const touched = figures.map((row) => (row.score === null ? row : { ...row, score: Number(row.score) + 0.01 }));
    await writeFile(file, touched.map((row) => JSON.stringify(row)).join('\n'));
    await expect(run(process.execPath, [SCRIPT, file])).rejects.toMatchObject({ code: 1 });
  });

  it('finds no hidden count in the file', async () => {
    const name = (await buildNightly(db.deps)) ?? '';
    const rows = jsonRows(await textOf(db, name, 'integrity', 'full', 'ndjson'));
    const few = rows.find((row) => row.subject === city[2]);
    expect(few).toMatchObject({ timelinessPart: null, timelinessTotal: null, solvedPart: null, score: null });
  });
});

describe('the interface', () => {
  it('answers the ranking and its table to everybody, 404 for a place that is none and 304 to who has it', async () => {
    const app = createApp(() => db.ctx());
    const answer = await app.request('/api/v1/integrity?place=9901&of=bodies');
    expect(answer.status).toBe(200);
    const { rows } = (await answer.json()) as { rows: { id: string }[] };
    expect(rows.map((row) => row.id)).toContain(county.id);
    const csv = await app.request('/api/v1/integrity.csv?place=9901');
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect((await app.request('/api/v1/integrity?place=00')).status).toBe(404);
    expect((await app.request('/api/v1/integrity?of=people')).status).toBe(400);
    const etag = answer.headers.get('etag') ?? '';
    const again = await app.request('/api/v1/integrity?place=9901&of=bodies', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});
