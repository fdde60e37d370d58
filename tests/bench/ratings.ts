import { randomInt } from 'node:crypto';
import postgres from 'postgres';
import { type Figure, figure, median } from './figure.ts';
import { type BenchServer, cpuSeconds, ratingBench, ratingForm, serverPids, startBench } from './rating-bench.ts';
import { emptyTables, writePlain } from './rating-plain.ts';
import { RawClient } from './raw-client.ts';

const CONNECTIONS = 250; // the front takes 256 forms at once
const ROUNDS = 5;
const SECONDS = 4;
const LANES = 4; // as many groups under way as ours (services/ratings/gather.ts)

type Bench = Awaited<ReturnType<typeof ratingBench>>;
const say = (of: object) => process.env.BENCH_VERBOSE && console.error(JSON.stringify(of));

async function withServer<T>(
  work: (bench: Bench, server: BenchServer, clients: RawClient[]) => Promise<T>,
): Promise<T> {
  const bench = await ratingBench();
  try {
    const server = await startBench('rating-server.ts', bench.config);
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => RawClient.open(server.port)));
    try {
      return await work(bench, server, clients);
    } finally {
      for (const client of clients) client.close();
      server.stop();
    }
  } finally {
    await bench.end();
  }
}

/** Ratings that were acknowledged in a second, each as one household of many, on connections that are kept. */
async function perSecond(
  clients: readonly RawClient[],
  codes: readonly string[],
  bad: boolean,
): Promise<{ done: number; seconds: number }> {
  const began = performance.now();
  const end = began + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < end) {
        const from = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(4)}`;
        const status = await client.post('/api/v1/ratings', JSON.stringify(ratingForm(codes, bad)), from);
        if (status !== 201) throw new Error(`rating answered ${status}`);
        done += 1;
      }
    }),
  );
  return { done, seconds: (performance.now() - began) / 1000 };
}

/**
 * POST /api/v1/ratings through the real front in one process, with PostgreSQL (fsync on) and the load on the same two cores; one in a
 * hundred opens a case. Every acknowledged rating is then counted in the table and, by a recount, in the figures.
 */
async function ratingsPerSecond(): Promise<number> {
  return withServer(async (bench, server, clients) => {
    const rates: number[] = [];
    let sent = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pids = [server.pid, ...(await serverPids(bench.owner))];
      const before = cpuSeconds(pids);
      const own = process.cpuUsage();
      const { done, seconds } = await perSecond(clients, bench.codes, true);
      const load = process.cpuUsage(own);
      sent += done;
      const rate = done / seconds;
      if (round > 0) rates.push(rate); // the first round warms
      const per = (used: number) => Number(((used / done) * 1e6).toFixed(0));
      say({
        rate,
        cpuMicrosecondsPerRating: per(cpuSeconds(pids) - before),
        load: per((load.user + load.system) / 1e6),
      });
    }
    const [stored] = await bench.owner<{ n: number; groups: number }[]>`
      select count(*)::int as n, count(distinct created_at)::int as groups from rating`;
    if (stored?.n !== sent) throw new Error(`${sent} ratings were acknowledged and ${stored?.n} are there`);
    const verb = await startBench('rating-verb.ts', {
      ...bench.config,
      limits: { ratings: 1e9 },
      codes: bench.codes,
      seconds: SECONDS,
    });
    const alone = JSON.parse(await verb.line()) as { done: number; seconds: number };
    say({
      acknowledged: sent,
      stored: stored.n,
      perGroup: sent / (stored.groups || 1),
      verbPerSecond: alone.done / alone.seconds,
    });
    return median(rates);
  });
}

/** The same without bad ratings, over plain SQL that inserts the same rows in groups of the same size, on as many connections. */
async function ratingRatio(): Promise<number> {
  return withServer(async (bench, _server, clients) => {
    const bare = postgres(bench.appUrl, { max: LANES, onnotice: () => {} });
    const [point] = await bench.owner<{ id: string; bodyId: string }[]>`
      select id, body_id as "bodyId" from service_point limit 1`;
    const ratios: number[] = [];
    try {
      for (let round = 0; round <= ROUNDS; round += 1) {
        await emptyTables(bench.owner);
        const ours = await perSecond(clients, bench.codes, false);
        const [row] = await bench.owner<{ size: number }[]>`
          select greatest(round(count(*)::numeric / count(distinct created_at)), 1)::int as size from rating`;
        const size = row?.size ?? 1;
        await emptyTables(bench.owner);
        const plain = await plainPerSecond(bare, point as { id: string; bodyId: string }, size);
        const ratio = ours.done / ours.seconds / plain;
        if (round > 0) ratios.push(ratio);
        say({ ours: ours.done / ours.seconds, plain, size, ratio });
      }
      return median(ratios);
    } finally {
      await bare.end();
    }
  });
}

async function plainPerSecond(sql: postgres.Sql, point: { id: string; bodyId: string }, size: number): Promise<number> {
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      while (performance.now() < began + SECONDS * 1000) done += await writePlain(sql, point, size);
    }),
  );
  return done / ((performance.now() - began) / 1000);
}

export const figures: Figure[] = [
  figure({ name: 'ratings.per-second', unit: '/s', goal: { atLeast: 5_000 }, run: ratingsPerSecond }),
  figure({ name: 'ratings.ratio', unit: 'ratio', goal: { atLeast: 0.25 }, run: ratingRatio }),
];
