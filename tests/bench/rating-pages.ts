import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startSite } from '../support/site.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { benchRatingDatabase } from './rating-data.ts';
import { served } from './served.ts';

// A smaller number tries the bench itself; the figure counts at full size only.
const RATINGS = Number(process.env.BENCH_RATINGS ?? 10_000_000);
const ASKED = 400;

/** Milliseconds for the page of figures of a body or a point, in turn, never from the cache, over HTTP: 95th percentile. */
async function figurePages(): Promise<number> {
  const { cluster, name } = await benchRatingDatabase(RATINGS);
  const sql = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
  const rows = await sql<{ id: string; body: string }[]>`
    select id, body_id as body from service_point where code like 'BENCH%' order by md5(id::text) limit ${ASKED}`;
  const [figures] = await sql<{ ratings: number; rows: number }[]>`
    select (select count(*)::int from rating) as ratings, (select count(*)::int from rating_figure) as rows`;
  await sql.end();
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const site = await startSite({ database: await served(cluster, name, folder) });
  try {
    const times: number[][] = [[], []];
    for (let n = -40; n < ASKED; n += 1) {
      const of = rows[(n + ASKED) % rows.length];
      for (const [kind, address] of [`/bodies/${of?.body}/ratings`, `/service-points/${of?.id}`].entries()) {
        const began = performance.now();
        const answer = await fetch(`${site.url}${address}?fresh=${n}`);
        if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
        await answer.arrayBuffer();
        if (n >= 0) times[kind]?.push(performance.now() - began);
      }
    }
    const of = (kind: number, share: number) => percentile(times[kind] ?? [], share);
    if (process.env.BENCH_VERBOSE)
      console.error({
        ...figures,
        bodies: { p50: of(0, 0.5), p95: of(0, 0.95) },
        points: { p50: of(1, 0.5), p95: of(1, 0.95) },
      });
    return Math.max(of(0, 0.95), of(1, 0.95));
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
}

export const figures: Figure[] = [
  figure({ name: 'figures.p95', unit: 'ms', goal: { atMost: 50 }, long: true, run: figurePages }),
];
