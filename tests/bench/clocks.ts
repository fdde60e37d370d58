import { randomUUID } from 'node:crypto';
import path from 'node:path';
import postgres from 'postgres';
import { addDays } from '../../api/domain/calendar.ts';
import { climb, warn } from '../../api/services/clocks/warn.ts';
import { connect } from '../../db/client.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { countDue } from '../../db/queries/clock-warnings.ts';
import { LADDER } from '../../db/reference/clocks/ladder.ts';
import { shippedCalendar } from '../../db/reference/holidays/load.ts';
import { loadReference } from '../../db/seed.ts';
import { type Figure, figure, median } from './figure.ts';

// A smaller number tries the bench itself; figures count at full size only.
const CASES = Number(process.env.BENCH_CASES ?? 1_000_000);
const ROUNDS = 7;
const TODAY = '2026-11-20'; // a Friday, so that a day's worth of warnings is due

/**
 * Seconds to find what is due by the ladder among a million open cases: two clocks each, due from two months ago to two
 * months ahead, one in ten waiting for its complainant, every warning up to yesterday given. What is found is the warnings
 * of one day.
 */
async function sweepSeconds(): Promise<number> {
  const cluster = await startEmbedded({
    home: path.join(import.meta.dirname, '../../.bench/clocks'),
    fsync: false,
    settings: { shared_buffers: '512MB', maintenance_work_mem: '256MB', max_wal_size: '4GB' },
  });
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  const name = `clocks_${randomUUID().replaceAll('-', '')}`;
  try {
    await admin.unsafe(`create database ${name} owner jiannuo_owner`);
    await migrate({ ownerUrl: cluster.url(name, 'jiannuo_owner'), appUrl: cluster.url(name, 'jiannuo_app') });
    const owner = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
    await loadReference(owner);
    const calendar = shippedCalendar();
    await fill(owner, climb(LADDER, addDays(TODAY, -1), calendar).rungs);
    await owner.end();

    const pools = connect(cluster.url(name, 'jiannuo_app'), { size: 2 });
    try {
      const sweep = climb(LADDER, TODAY, calendar);
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round <= ROUNDS; round++) {
        const began = performance.now();
        found = await countDue(pools.sql, sweep);
        if (round > 0) times.push((performance.now() - began) / 1000); // the first round warms
      }
      if (found === 0) throw new Error('nothing was due: the bench measures nothing');
      if (process.env.BENCH_VERBOSE) {
        // The database's own today is another: this gives the warnings of all the days up to it.
        const began = performance.now();
        const given = await warn({ ...pools, calendar: async () => calendar });
        console.error({ found, times, warned: { given, seconds: (performance.now() - began) / 1000 } });
      }
      return median(times);
    } finally {
      await pools.end();
    }
  } finally {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
    await cluster.stop();
  }
}

/** Rows as filings make them; words and keys are left out, the sweep never reads them. */
async function fill(sql: postgres.Sql, rungs: readonly { rung: number; reach: string }[]): Promise<void> {
  await sql.unsafe('set session_replication_role = replica'); // no foreign keys while filling
  await sql`
    with bodies as (select array_agg(id order by id) as ids, array_agg(division order by id) as divisions, count(*)::int as n
      from body where kind = 'department')
    insert into cases (id, number, kind, matter, state, screening, channel, respondent_id, respondent_now_id, handler_id,
      division, routing, complainant_kind, identity_to_handler, identity_to_respondent, publish_summary, due_on, filed_at)
    select ('00000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'B' || i, 'promise', 'contract_performance',
      case when i % 10 = 0 then 'waiting' else 'accepted' end, 'passed', 'portal', ids[1 + i % n], ids[1 + i % n],
      ids[1 + (i * 7) % n], divisions[1 + i % n], '{}', 'person', false, false, false,
      ${TODAY}::date + ((i::bigint * 7919) % 121)::int - 60, ${TODAY}::date - 30
    from generate_series(1, ${CASES}) i, bodies`;
  const reached = rungs.map(({ rung, reach }) => `when due_on <= '${reach}' then ${rung}`).reverse();
  await sql.unsafe(`
    insert into case_clock (id, case_id, rule_id, step, length, unit, starts_on_event, started_on, due_on, ended_on, basis,
      certainty, warned)
    select gen_random_uuid(), c.id, 'promise.' || step, step, 5, 'working_day', 'filed', filed_at::date,
      case when step = 'accept' then filed_at::date + 7 else due_on end,
      case when step = 'accept' then filed_at::date + 5 end, '本平台默认规则', 'local',
      case when step = 'accept' then 0 when state = 'waiting' then 99 else case ${reached.join(' ')} else 0 end end
    from cases c, unnest(array['accept', 'determine']) step`);
  await sql`
    insert into case_clock_stop (id, clock_id, reason, from_on)
    select gen_random_uuid(), k.id, 'waiting_for_material', k.started_on
    from case_clock k join cases c on c.id = k.case_id where c.state = 'waiting' and k.step = 'determine'`;
  await sql.unsafe('set session_replication_role = origin');
  await sql`vacuum analyze cases, case_clock, case_clock_stop, case_warning, body`;
}

export const figures: Figure[] = [
  figure({ name: 'clocks.sweep.seconds', unit: 's', goal: { atMost: 1 }, run: sweepSeconds }),
];
