import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { fold } from '../../api/domain/chinese-text.ts';
import type { Sql } from '../../db/client.ts';
import type { Embedded } from '../../db/embedded.ts';
import { searchRecords } from '../../db/queries/disclosure-search.ts';
import type { TestDatabase } from '../support/database.ts';
import { startSite } from '../support/site.ts';
import { type Figure, figure, percentile } from './figure.ts';
import { benchRecordDatabase } from './record-data.ts';
import { benchTerms } from './record-text.ts';

// A smaller number tries the bench itself; figures count at full size only.
const RECORDS = Number(process.env.BENCH_RECORDS ?? 300_000);
const TERMS = 300;

/** Milliseconds in the database for the first page of a two-character term, with its count: 95th percentile. */
async function sqlP95(): Promise<number> {
  const { cluster, name } = await benchRecordDatabase(RECORDS);
  const sql = postgres(cluster.url(name, 'jiannuo_app'), {
    max: 1,
    onnotice: () => {},
    types: { date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x } },
  }) as unknown as Sql;
  try {
    return await timed((term) =>
      searchRecords(sql, {
        tsquery: `'${fold(term)}'`,
        phrases: [{ text: fold(term), bodies: [], exact: true }],
        textual: true,
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
async function pageP95(): Promise<number> {
  const { cluster, name } = await benchRecordDatabase(RECORDS);
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const site = await startSite({ database: await served(cluster, name, folder) });
  try {
    let n = 0;
    return await timed(async (term) => {
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

/** What startSite needs of a database. */
async function served(cluster: Embedded, name: string, folder: string): Promise<TestDatabase> {
  const url = cluster.url(name, 'jiannuo_app');
  const config = {
    databaseUrl: url,
    poolSize: 5,
    // The database is kept between runs, and with it the canary of its key.
    masterKeys: new Map([[1, createHash('sha256').update('bench').digest()]]),
    authSecret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:4321',
    evidenceDir: path.join(folder, 'evidence'),
    place: { division: '9901', area: ['9901'], name: '样例市', nameEn: 'Sample City', demonstration: true },
  };
  return { url, ownerUrl: cluster.url(name, 'jiannuo_owner'), config } as unknown as TestDatabase;
}

async function timed(ask: (term: string) => Promise<unknown>): Promise<number> {
  const terms = benchTerms(TERMS);
  for (const term of terms.slice(0, 60)) await ask(term); // warm
  const times: number[] = [];
  for (const term of terms) {
    const began = performance.now();
    await ask(term);
    times.push(performance.now() - began);
  }
  if (process.env.BENCH_VERBOSE)
    console.error({ p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: Math.max(...times) });
  return percentile(times, 0.95);
}

export const figures: Figure[] = [
  figure({ name: 'search.two-char.sql.p95', unit: 'ms', goal: { atMost: 20 }, run: sqlP95 }),
  figure({ name: 'search.two-char.page.p95', unit: 'ms', goal: { atMost: 50 }, run: pageP95 }),
];
