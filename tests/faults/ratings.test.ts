import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_POINT_CODE } from '../../api/domain/point-code.ts';
import { ratingHash } from '../../api/services/ratings/rating-answer.ts';
import { foldRatings, recomputeRatings } from '../../db/queries/rating-figures.ts';
import { RawClient } from '../bench/raw-client.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { LONG, PATIENCE, tell } from '../support/law.ts';
import { type Site, startSite } from '../support/site.ts';
import { until } from '../support/until.ts';

const LANES = 64;

let database: TestDatabase;
let site: Site;
beforeEach(async () => {
  database = await testDatabase({ poolSize: 8 });
  site = await startSite({ database, env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
});
afterEach(async () => {
  await site.stop();
  await database.end();
});

interface Sent {
  form: { submissionId: string; level: number };
  status: number | null;
}

/** One in ten is bad, some carry the number of a transaction, some words. */
const form = () => {
  const draw = randomInt(100);
  return {
    submissionId: randomUUID(),
    code: EXAMPLE_POINT_CODE,
    level: draw < 10 ? 1 : 5,
    ...(draw % 7 === 0 ? { words: '排队很久' } : {}),
    ...(draw % 3 === 0 ? { indicators: ['attitude'] } : {}),
  };
};
const address = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
const post = (client: RawClient, rating: Sent['form']): Promise<number | null> =>
  client.post('/api/v1/ratings', JSON.stringify(rating), address()).catch(() => null);
const open = () => RawClient.open(Number(new URL(site.url).port));

/** Rates on every lane until `stopped`; a lane ends with its connection. */
async function rateOn(stopped: () => boolean, all: Sent[]): Promise<void> {
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      const client = await open();
      while (!stopped()) {
        const rating = form();
        const status = await post(client, rating);
        all.push({ form: rating, status });
        if (status === null) break;
      }
      client.close();
    }),
  );
}

const rated = async () => (await database.owner`select count(*)::int as n from rating`)[0]?.n as number;

/** Of each form: how many ratings, events, cases with their history it has. */
async function stored(): Promise<Map<string, { ratings: number; whole: boolean }>> {
  const rows = await database.owner<
    { hash: string; ratings: number; events: number; level: number; cases: number; filed: number }[]
  >`
    select encode(d.key_hash, 'hex') as hash, count(r.id)::int as ratings, max(r.level)::int as level,
      sum((select count(*) from event e where e.subject_id = r.id and e.kind = 'given'))::int as events,
      sum((select count(*) from cases c where c.rating_id = r.id))::int as cases,
      sum((select count(*) from cases c join event e on e.subject_id = c.id and e.kind = 'filed'
        join case_clock k on k.case_id = c.id and k.step = 'rectify' where c.rating_id = r.id))::int as filed
    from rating_deduplication d left join rating r on r.id = d.rating_id and r.created_at = d.created_at
    where d.kind = 'submission' group by 1`;
  return new Map(
    rows.map((row) => {
      const opened = row.level <= 2 ? 1 : 0;
      const whole = row.ratings === 1 && row.events === 1 && row.cases === opened && row.filed === opened;
      return [row.hash, { ratings: row.ratings, whole }];
    }),
  );
}
const hashOf = (sent: Sent) => ratingHash(sent.form.submissionId).toString('hex');

test(
  'kill -9 in the middle of groups of ratings loses none that was acknowledged, doubles none, and leaves the figures right',
  async () => {
    const rounds = LONG ? 12 : 2;
    const all: Sent[] = [];
    for (let round = 0; round < rounds; round += 1) {
      let stopped = false;
      const before = await rated();
      const rating = rateOn(() => stopped, all);
      await until(async () => (await rated()) > before + (LONG ? 2_000 : 200));
      await delay(randomInt(100)); // somewhere in the life of a group
      site.process.kill('SIGKILL');
      stopped = true;
      await rating;
      await site.restart();
    }
    const acknowledged = all.filter((sent) => sent.status === 201);
    const unsure = all.filter((sent) => sent.status !== 201);
    expect(unsure.map((sent) => sent.status).filter((status) => status !== null)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(rounds * 100);
    const first = await stored();
    const lost = acknowledged.filter((sent) => !first.get(hashOf(sent))?.whole).length;
    const halved = [...first.values()].filter((one) => !one.whole).length;
    // A retry tells which of the others exist.
    const client = await open();
    let unsureButRated = 0;
    for (const sent of unsure) {
      const there = first.has(hashOf(sent));
      if (there) unsureButRated += 1;
      expect(await post(client, sent.form), 'what a retry tells').toBe(there ? 200 : 201);
    }
    client.close();
    const after = await stored();
    const rows = await rated();
    while ((await foldRatings(database.sql)) > 0);
    const wrong = await recomputeRatings(database.sql);
    const [figure] = await database.owner<{ n: number }[]>`
      select sum(n)::int as n from rating_figure where scope = 'point' and measure = 'given'`;
    const figures = {
      rounds,
      acknowledged: acknowledged.length,
      unsure: unsure.length,
      unsureButRated,
      lost,
      halved,
      doubled: rows - after.size,
      figuresWrong: wrong,
    };
    tell('kill -9 under a load of ratings', figures);
    expect(figures).toMatchObject({ lost: 0, halved: 0, doubled: 0, figuresWrong: 0 });
    expect([...after.values()].every((one) => one.whole)).toBe(true);
    expect(after.size).toBe(new Set(all.map(hashOf)).size);
    expect(figure?.n).toBe(rows);
  },
  PATIENCE,
);
