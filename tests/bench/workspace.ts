import { randomUUID } from 'node:crypto';
import { foldTally } from '../../db/queries/inbox-tally.ts';
import { complaint } from '../support/filing.ts';
import { seat } from '../support/officials.ts';
import { type Site, startSite } from '../support/site.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { pageRatio } from './page-ratio.ts';

/** Cases of one body. A smaller number tries the bench itself; figures count at full size only. */
const CASES = Number(process.env.BENCH_CASES ?? 100_000);
const REQUESTS = 400;

async function bodies(site: Site) {
  const directory = await site.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  return { handler: find('9901', 'commerce', 'department'), county: find('990101', 'government', 'government') };
}

/** CASES open cases of one body and a fifth as many ended ones, with clocks, respondents and dates as various as they come. */
async function fill(site: Site, handler: string): Promise<void> {
  const { owner } = site.database;
  await owner`
    insert into cases (id, number, kind, matter, state, screening, channel, respondent_id, respondent_now_id, handler_id, division,
      routing, complainant_kind, identity_to_handler, identity_to_respondent, publish_summary, due_on, filed_at, accepted_at)
    select gen_random_uuid(), 'B' || i, (array['promise', 'old_debt', 'arrears', 'tip_off', 'other'])[1 + i % 5],
      m.codes[1 + i % cardinality(m.codes)],
      case when i > ${CASES} then 'closed' else (array['filed', 'accepted', 'accepted', 'accepted', 'waiting', 'answered'])[1 + i * 7 % 6] end,
      case when i % 50 = 0 then 'held' else 'passed' end, 'portal', b.ids[1 + i % cardinality(b.ids)], b.ids[1 + i % cardinality(b.ids)],
      ${handler}, '9901', '{}', 'person', true, false, false,
      (now() at time zone 'Asia/Shanghai')::date + (i * 13 % 200 - 20), now() - make_interval(mins => i * 3), now()
    from generate_series(1, ${Math.round(CASES * 1.2)}) i,
      (select array_agg(code order by code) as codes from matter) m,
      (select array_agg(id order by id) as ids from body where division like '99%') b`;
  await owner`
    insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, started_on, due_on, basis, certainty)
    select gen_random_uuid(), c.id, r.id, r.step, r.length, r.unit, r.start_event, c.filed_at::date, c.due_on, r.basis, r.certainty
    from cases c, (select * from clock_rule where subject = 'case' order by id limit 1) r`;
  await foldTally(site.database.sql);
  for (const table of ['cases', 'case_clock', 'inbox_tally']) await owner.unsafe(`vacuum analyze ${table}`);
}

/** The inbox of a body with CASES open cases, through the built server, signed in: folders, pages, filters, kept filters. */
async function inboxP95(): Promise<number> {
  const site = await startSite();
  try {
    const { handler } = await bodies(site);
    await fill(site, handler);
    const official = await seat(site.database, [{ role: 'handler', bodyId: handler }]);
    const { owner } = site.database;
    await owner`update cases set assignee = ${official.id} where id in (select id from cases where state = 'accepted' order by id limit 200)`;
    for (const [name, query] of [
      ['a', 'folder=overdue&kind=promise'],
      ['b', 'folder=in_progress&matter=ppp'],
      ['c', 'folder=all&who=me'],
    ] as const)
      await owner`insert into inbox_filter (id, owner, name, query) values (${randomUUID()}, ${official.id}, ${name}, ${query})`;
    const headers = { cookie: official.cookie };
    const get = async (address: string): Promise<string> => {
      const answer = await fetch(`${site.url}${address}`, { headers, redirect: 'manual' });
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status}\n${site.output().slice(-2000)}`);
      return answer.text();
    };
    const folders = ['all', 'mine', 'to_accept', 'in_progress', 'due_soon', 'overdue', 'waiting', 'answered', 'closed'];
    const addresses = folders.map((folder) => `/officials?folder=${folder}`);
    for (const address of [...addresses]) {
      const next = /href="(\/officials\?[^"]*cursor=[^"]*)"/.exec(await get(address))?.[1]?.replaceAll('&amp;', '&');
      if (next) addresses.push(next);
    }
    addresses.push(
      '/officials?kind=promise',
      '/officials?matter=ppp&folder=in_progress',
      '/officials?risk=1&respondent=%E4%B9%A1',
    );
    for (let i = 0; i < 60; i += 1) await get(addresses[i % addresses.length] ?? ''); // warm
    const times: number[] = [];
    const by = new Map<string, number[]>();
    for (let i = 0; i < REQUESTS; i += 1) {
      const address = addresses[i % addresses.length] ?? '';
      const began = performance.now();
      await get(address);
      const took = performance.now() - began;
      times.push(took);
      by.set(address.slice(0, 40), [...(by.get(address.slice(0, 40)) ?? []), took]);
    }
    if (process.env.BENCH_VERBOSE) {
      console.error({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: Math.max(...times) });
      for (const [address, took] of by) console.error(percentile(took, 0.5).toFixed(1), address);
    }
    return percentile(times, 0.95);
  } finally {
    await site.stop();
  }
}

/** The page of an answered case, signed in and never cached, against node:http with the same bytes. */
async function casePageRatio(): Promise<number> {
  const site = await startSite();
  try {
    const { handler, county } = await bodies(site);
    const filed = await fetch(`${site.url}/api/v1/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site.url },
      body: JSON.stringify(complaint({ respondentId: county })),
    });
    const { number } = (await filed.json()) as { number: string };
    await site.database.owner`update cases set screening = 'passed', handler_id = ${handler} where number = ${number}`;
    const official = await seat(site.database, [{ role: 'handler', bodyId: handler }]);
    return await pageRatio(site, `/officials/cases/${number}`, { cookie: official.cookie, 'accept-encoding': 'br' });
  } finally {
    await site.stop();
  }
}

export const figures: Figure[] = [
  figure({ name: 'inbox.p95', unit: 'ms', goal: { atMost: 50 }, run: inboxP95 }),
  figure({ name: 'casepage.ratio', unit: 'ratio', goal: { atLeast: 0.02 }, run: casePageRatio }),
];
