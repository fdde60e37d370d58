import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgress, type Progress, SILENT_PROGRESS } from '../../api/cli/demonstration/full/progress.ts';
import { dailyRatings } from '../../api/cli/demonstration/full/ratings.ts';
import { seedFull } from '../../api/cli/demonstration/full/seed.ts';
import { type DemoActor, seedPeople } from '../../api/cli/demonstration/people.ts';
import { fullNote } from '../../db/queries/demonstration.ts';
import { recomputeRatings } from '../../db/queries/rating-figures.ts';
import { PROVINCE_SETS } from '../../db/reference/demo/full/sets.ts';
import { loadReference } from '../../db/seed.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const SCALE = 0.003;
const BASE = new Date(Date.now() - 86_400_000);

interface Filled {
  database: TestDatabase;
  actors: Record<string, DemoActor>;
  home: string;
  fill(progress?: Progress): Promise<boolean>;
}

async function province(): Promise<Filled> {
  const place = { division: '9901', area: ['99', '32'], name: '样例市', nameEn: 'Sample City', demonstration: true };
  const database = await testDatabase({ place });
  await loadReference(database.owner, PROVINCE_SETS);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-full-'));
  const { actors } = await seedPeople(database.ctx({ kind: 'system' }), database.signIn, home);
  const fill = (progress = SILENT_PROGRESS) =>
    seedFull(database.deps, database.config, database.ownerUrl, actors, { scale: SCALE, base: BASE, progress });
  return { database, actors, home, fill };
}

const counted = ({ database }: Filled) => database.owner`
  select 'case ' || kind || ' ' || state as what, count(*)::int as n from cases group by 1
  union all select 'record ' || kind || ' ' || state, count(*)::int from disclosure group by 1
  union all select 'promise ' || kind || ' ' || state, count(*)::int from commitment group by 1
  union all select 'rating ' || level, count(*)::int from rating group by 1
  union all select 'event ' || subject_kind || ' ' || kind, count(*)::int from event where subject_kind <> 'official' group by 1
  union all select 'payment', count(*)::int from commitment_payment
  order by 1`;

/** Stops like a kill: at a step of a part, after so much of it was done. */
class Cut extends Error {}
const cutIn = (part: RegExp, after: number): Progress => {
  let here = false;
  return {
    begin: (what) => {
      here = part.test(what);
    },
    step: (done) => {
      if (here && done >= after) throw new Cut();
    },
    end() {},
  };
};

let whole: Filled;
let resumed: Filled;
beforeAll(async () => {
  [whole, resumed] = await Promise.all([province(), province()]);
  await whole.fill();
});
afterAll(async () => {
  for (const { database, home } of [whole, resumed]) {
    await database.end();
    fs.rmSync(home, { recursive: true, force: true });
  }
});

describe('the full demonstration', () => {
  it('has as much of everything as it says, and all of it in the fictional province', async () => {
    const { owner } = whole.database;
    const [row] = await owner`
      select (select count(*)::int from cases where kind <> 'service') as cases, (select count(*)::int from disclosure) as records,
        (select count(*)::int from commitment where state <> 'registered' and state <> 'disputed') as promises,
        (select count(*)::int from rating) as ratings, (select count(*)::int from service_point) as points,
        (select count(*)::int from division where code like '99%') as places,
        (select count(*)::int from body where division like '99%') as bodies`;
    expect(row).toMatchObject({ cases: 6, records: 2, promises: 1, ratings: 3_000 });
    expect(row?.points).toBeGreaterThan(60);
    expect(row?.places).toBeGreaterThan(350);
    expect(row?.bodies).toBeGreaterThan(1_500);
    const real = await owner`
      select division from cases where division not like '99%' union all
      select division from disclosure where division not like '99%' union all
      select division from commitment where division not like '99%' union all
      select division from service_point where division not like '99%'`;
    expect(real).toEqual([]);
  });

  it('does nothing a second time', async () => {
    const before = await counted(whole);
    expect(await whole.fill()).toBe(false);
    expect(await counted(whole)).toEqual(before);
  });

  it('lies in the past and leaves the clock and the chains of events whole', async () => {
    const [row] = await whole.database.owner`
      select (select count(*)::int from rating where created_at > now() - interval '12 hours') as today,
        (select count(*)::int from cases where filed_at > now() - interval '12 hours') as filed,
        (select count(*)::int from event e where seq > 1 and not exists (select from event p
          where p.subject_kind = e.subject_kind and p.subject_id = e.subject_id and p.seq = e.seq - 1 and p.hash = e.prev_hash)) as broken,
        to_regnamespace('demonstration_time') is null as gone,
        (select count(*)::int from rating_default) as homeless`;
    expect(row).toEqual({ today: 0, filed: 0, broken: 0, gone: true, homeless: 0 });
  });

  it('has figures of ratings that equal those counted anew', async () => {
    const { owner, sql } = whole.database;
    const [row] = await owner`
      select (select count(*)::int from rating_delta) as unfolded,
        (select sum(n)::int from rating_figure where scope = 'place' and key = '99' and measure = 'given') as given`;
    expect(row).toEqual({ unfolded: 0, given: 3_000 });
    expect(await recomputeRatings(sql)).toBe(0);
  });

  it('goes on where it was cut off, in each of its parts, and comes to the same figures', async () => {
    for (const [part, after] of [
      [/cases/, 8],
      [/ratings/, 900],
      [/bad ratings/, 8],
    ] as const) {
      await expect(resumed.fill(cutIn(part, after))).rejects.toThrow(Cut);
      const note = await fullNote(resumed.database.db);
      expect(note?.done.all).toBeUndefined();
    }
    expect(await resumed.fill()).toBe(true);
    expect(await counted(resumed)).toEqual(await counted(whole));
  });

  it('spreads a million ratings over its days without losing one', () => {
    const days = dailyRatings(BASE, 1_000_000);
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(1_000_000);
    expect(Math.min(...days)).toBeGreaterThan(200);
  });
});

describe('the line of progress', () => {
  it('says what, how far, how fast and how long still', () => {
    let now = 0;
    const said: string[] = [];
    const progress = createProgress({ write: (text) => said.push(text) }, () => now);
    progress.begin('评价 ratings', 1_000, 200);
    now = 2_000;
    progress.step(300);
    expect(said).toEqual([]);
    now = 6_000;
    progress.step(800);
    expect(said[0]).toBe('  评价 ratings  800/1,000  100/s  剩余 left 2 s\n');
    now = 8_000;
    progress.end();
    expect(said[1]).toBe('  评价 ratings  1,000/1,000  100/s  8.0 s\n');
  });
});
