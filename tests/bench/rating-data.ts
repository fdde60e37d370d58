import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { Sql } from '../../db/client.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate, migrations } from '../../db/migrate.ts';
import { recomputeRatings } from '../../db/queries/rating-figures.ts';
import { loadReference } from '../../db/seed.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const BODIES = 400;
const POINTS = 2_000;
const DAYS = 400;

function hashOf(count: number): string {
  const hash = createHash('sha256').update(String(count));
  for (const file of migrations()) hash.update(file.checksum);
  for (const file of ['tests/bench/rating-data.ts', 'db/queries/rating-figures.ts'])
    hash.update(fs.readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

/** A cluster with `count` ratings of 2,000 points and all figures made of them, kept in .bench until what it is made of changes. */
export async function benchRatingDatabase(count: number): Promise<{ cluster: Embedded; name: string }> {
  const cluster = await startEmbedded({
    home: path.join(ROOT, '.bench/rating-figures'),
    fsync: false,
    settings: { shared_buffers: '1GB', maintenance_work_mem: '256MB', work_mem: '128MB', max_wal_size: '4GB' },
  });
  const name = `ratings_${count}_${hashOf(count)}`;
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${name} and datistemplate`;
    if (known) return { cluster, name };
    for (const { old } of await admin`
      select datname as old from pg_database where datname like ${`ratings\\_${count}\\_%`}`) {
      await admin.unsafe(`alter database ${old} with is_template false`);
      await admin.unsafe(`drop database ${old} with (force)`);
    }
    await admin.unsafe(`create database ${name} owner jiannuo_owner`);
    await migrate({ ownerUrl: cluster.url(name, 'jiannuo_owner'), appUrl: cluster.url(name, 'jiannuo_app') });
    const sql = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
    await loadReference(sql);
    await fill(sql, count);
    await sql.end();
    await admin.unsafe(`alter database ${name} with is_template true`); // marks it as finished
    return { cluster, name };
  } finally {
    await admin.end();
  }
}

/** Set by set. A few points have very many ratings and most have few; one rating in 200 is bad and has its case. */
async function fill(sql: postgres.Sql, count: number): Promise<void> {
  const say = (what: string) => process.env.BENCH_VERBOSE && console.error(`${new Date().toISOString()} ${what}`);
  await sql`set session_replication_role = replica`;
  await sql`
    insert into service_point (id, code, code_key_version, kind, channel, name, place_name, body_id, division)
    select ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'BENCH' || i, 1, 'window', 'offline', i || '号窗口',
      '政务服务中心', b.id, b.division
    from generate_series(0, ${POINTS - 1}::int) i
    join (select id, division, row_number() over (order by id) - 1 as n from body where valid_to is null) b on b.n = i % ${BODIES}::int`;
  await sql`drop index rating_point_idx`;
  await sql`select setseed(0.5)`;
  await sql`
    insert into rating (id, created_at, service_point_id, body_id, level, indicators, has_contact, repeated, case_id)
    select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
      date_trunc('day', now()) - make_interval(secs => (${count}::bigint - i) * (${DAYS}::int * 86400.0 / ${count}::bigint)),
      p.id, p.body_id, case when x.a < 0.005 then 1 + (x.b * 2)::int % 2 when x.a < 0.1 then 3 when x.a < 0.3 then 4 else 5 end,
      case when x.b < 0.1 then '{attitude}' when x.b < 0.2 then '{efficiency,competence}' else '{}' end::text[],
      x.a < 0.002, x.b > 0.99,
      case when x.a < 0.005 then ('00000000-0000-4000-9000-' || lpad(to_hex(i), 12, '0'))::uuid end
    from (select i, random() as a, random() as b, floor(${POINTS}::int * power(random(), 2))::int as n
      from generate_series(1::bigint, ${count}::bigint) i) x
    join (select id, body_id, row_number() over (order by id) - 1 as n from service_point where code like 'BENCH%') p on p.n = x.n`;
  say('ratings');
  await sql`create index rating_point_idx on rating (service_point_id, created_at desc)`;
  await sql`
    insert into cases (id, number, kind, matter, state, screening, channel, respondent_id, respondent_now_id, handler_id, division,
      routing, complainant_kind, identity_to_handler, identity_to_respondent, publish_summary, filed_at, answered_at, rating_id)
    select r.case_id, 'B' || r.id, 'service', 'government_services', 'answered', 'passed', 'code', r.body_id, r.body_id, r.body_id,
      p.division, '{}', 'anonymous', false, false, false, r.created_at, r.created_at + interval '3 days', r.id
    from rating r join service_point p on p.id = r.service_point_id where r.case_id is not null`;
  await sql`
    insert into rating_step (id, case_id, kind, outcome, public_text, body_id, user_id, at)
    select gen_random_uuid(), id, 'rectified', 'done', '增加了一个窗口，并延长了午间的服务时间。', handler_id, 'bench', answered_at
    from cases where kind = 'service' and random() < 0.9`;
  say('cases');
  for (const table of ['service_point', 'rating', 'cases', 'rating_step']) await sql.unsafe(`vacuum analyze ${table}`);
  const wrong = await recomputeRatings(sql as unknown as Sql);
  say(`figures: ${wrong}`);
  await sql`vacuum analyze rating_figure`;
}
