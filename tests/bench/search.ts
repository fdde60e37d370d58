import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { foldPlain as fold } from '../../api/domain/chinese-text.ts';
import { filterTerm } from '../../api/services/disclosures/search-row.ts';
import type { Sql } from '../../db/client.ts';
import { searchWords } from '../../db/queries/word-search.ts';
import { startSite } from '../support/site.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { benchRecordDatabase } from './record-data.ts';
import { recordId } from './record-lines.ts';
import { benchTerms } from './record-text.ts';
import { served } from './served.ts';

// A smaller number tries the bench itself; figures count at full size only.
const tried = process.env.BENCH_RECORDS ? Number(process.env.BENCH_RECORDS) : null;
interface Size {
  records: number;
  /** Characters that a text has at least. */
  length: number;
}
const USUAL: Size = { records: tried ?? 300_000, length: 0 };
const MILLION: Size = { records: tried ?? 1_000_000, length: 300 };
const FEW: Size = { records: tried ? Math.ceil(tried / 100) : 10_000, length: 300 };
const TERMS = 300;

/** Milliseconds in the database for the first page of a two-character term, with its count: 95th percentile. */
async function sqlP95({ records, length }: Size): Promise<number> {
  const { cluster, name } = await benchRecordDatabase(records, length);
  const sql = postgres(cluster.url(name, 'jiannuo_app'), {
    max: 1,
    onnotice: () => {},
    types: { date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x } },
  }) as unknown as Sql;
  try {
    return await timed(length, (term) =>
      searchWords(sql, {
        tsquery: `'${fold(term)}'`,
        yearTerm: (year) => `'${filterTerm.year(year)}'`,
        must: [{ text: fold(term), bodies: [], column: 'any', exact: true }],
        not: [],
        filters: {},
        after: null,
        limit: 21,
      }),
    );
  } finally {
    await sql.end();
    await cluster.stop();
  }
}

/** Milliseconds for the page with its results, not cached, over HTTP: 95th percentile. */
async function pageP95({ records, length }: Size): Promise<number> {
  const { cluster, name } = await benchRecordDatabase(records, length);
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const site = await startSite({ database: await served(cluster, name, folder) });
  try {
    let n = 0;
    return await timed(length, async (term) => {
      // An unknown parameter keeps the page out of the cache.
      n += 1;
      const answer = await fetch(`${site.url}/disclosures?q=${encodeURIComponent(term)}&fresh=${n}`);
      if (answer.status !== 200) throw new Error(`${term}: ${answer.status}`);
      await answer.arrayBuffer();
    });
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
    await cluster.stop();
  }
}

async function timed(length: number, ask: (term: string) => Promise<unknown>): Promise<number> {
  const all = benchTerms(2 * TERMS, length);
  const terms = all.slice(0, TERMS);
  // A server that has answered other questions before.
  for (const term of all.slice(TERMS)) await ask(term);
  const times: number[] = [];
  for (const term of terms) {
    const began = performance.now();
    await ask(term);
    times.push(performance.now() - began);
  }
  if (process.env.BENCH_VERBOSE) {
    const slow = terms
      .map((term, i) => `${term} ${times[i]?.toFixed(1)}`)
      .sort((a, b) => Number(b.slice(3)) - Number(a.slice(3)));
    console.error({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), slow: slow.slice(0, 20).join(', ') });
  }
  return percentile(times, 0.95);
}

/** How much slower the page of one record is among a million than among ten thousand; asked in turn, never from the cache. */
async function growth(): Promise<number> {
  const ASKED = 600;
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const sizes = [FEW, MILLION];
  for (const size of sizes) await (await benchRecordDatabase(size.records, size.length)).cluster.stop();
  const open = await Promise.all(sizes.map((size) => benchRecordDatabase(size.records, size.length)));
  const sites = await Promise.all(
    open.map(async ({ cluster, name }, i) =>
      startSite({ database: await served(cluster, name, path.join(folder, String(i))) }),
    ),
  );
  try {
    const times: number[][] = [[], []];
    for (let n = -60; n < ASKED; n++) {
      for (const [i, site] of sites.entries()) {
        const id = recordId(1 + Math.floor(((n + 60) / (ASKED + 60)) * ((sizes[i]?.records ?? 1) - 1)));
        const began = performance.now();
        const answer = await fetch(`${site.url}/disclosures/${id}?fresh=${n}`);
        if (answer.status !== 200) throw new Error(`${id}: ${answer.status}`);
        await answer.arrayBuffer();
        if (n >= 0) times[i]?.push(performance.now() - began);
      }
    }
    const [few, many] = times.map((one) => percentile(one, 0.95));
    if (process.env.BENCH_VERBOSE) console.error({ few, many });
    return (many ?? Number.NaN) / (few ?? Number.NaN);
  } finally {
    await Promise.all(sites.map((site) => site.stop()));
    rmSync(folder, { recursive: true, force: true });
    await Promise.all(open.map(({ cluster }) => cluster.stop()));
  }
}

export const figures: Figure[] = [
  figure({ name: 'search.two-char.sql.p95', unit: 'ms', goal: { atMost: 20 }, run: () => sqlP95(USUAL) }),
  figure({ name: 'search.two-char.page.p95', unit: 'ms', goal: { atMost: 50 }, run: () => pageP95(USUAL) }),
  figure({ name: 'search.million.sql.p95', unit: 'ms', goal: { atMost: 20 }, long: true, run: () => sqlP95(MILLION) }),
  figure({
    name: 'search.million.page.p95',
    unit: 'ms',
    goal: { atMost: 50 },
    long: true,
    run: () => pageP95(MILLION),
  }),
  figure({ name: 'record.uncached.growth', unit: 'times', goal: { atMost: 1.2 }, long: true, run: growth }),
];
