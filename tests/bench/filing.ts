import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { loadReference } from '../../db/seed.ts';
import { type Figure, figure, median } from './figure.ts';
import { templateOf, writeAgain } from './filing-baseline.ts';
import { RawClient } from './raw-client.ts';

const CONNECTIONS = 8;
const ROUNDS = 9;
const SECONDS = 2;

/**
 * Filings per second through POST /api/v1/cases over bare transactions per second that write the same rows by one
 * statement per table: same cluster (fsync and synchronous_commit on), same run, 8 connections each.
 */
async function filingRatio(): Promise<number> {
  const home = path.join(import.meta.dirname, '../../.bench/filing');
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const cluster = await startEmbedded({ home, fsync: true, settings: { max_connections: '60' } });
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name} owner jiannuo_owner`);
  const ownerUrl = cluster.url(name, 'jiannuo_owner');
  const appUrl = cluster.url(name, 'jiannuo_app');
  await migrate({ ownerUrl, appUrl });
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await loadReference(owner);
  await analyzeFilled(owner);

  const server = await startServer(appUrl, folder);
  const bare = postgres(appUrl, { max: CONNECTIONS, onnotice: () => {} });
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => RawClient.open(server.port)));
  try {
    const number = await fileOne(server.port);
    const template = await templateOf(owner, number);
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await rate((i) => fileNext(clients[i] as RawClient));
      const yardstick = await rate(() => writeAgain(bare, template));
      if (round > 0) ratios.push(ours / yardstick); // the first round warms both
      if (process.env.BENCH_VERBOSE) console.error({ ours, yardstick, ratio: ours / yardstick });
    }
    return median(ratios);
  } finally {
    for (const client of clients) client.close();
    server.stop();
    await Promise.all([bare.end(), owner.end()]);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * As autovacuum does: an empty table is left alone. Once analysed, it would be believed to stay empty, and every prepared
 * statement of the run (ours has more reads than the yardstick) would go through the whole table from then on.
 */
async function analyzeFilled(owner: postgres.Sql): Promise<void> {
  const tables = await owner<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`;
  for (const { name } of tables) await owner.unsafe(`analyze ${name}`);
}

async function startServer(databaseUrl: string, folder: string) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'filing-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.stdin.end(
    JSON.stringify({
      databaseUrl,
      poolSize: CONNECTIONS,
      masterKey: randomBytes(32).toString('base64'),
      authSecret: randomBytes(32).toString('base64url'),
      publicUrl: 'http://bench',
      evidenceDir: path.join(folder, 'evidence'),
      place: { division: '9901', area: ['9901'], name: '样例市', nameEn: 'Sample City', demonstration: true },
      limits: { filings: 1e9, ratings: 1e9, lookups: 1e9, uploads: 1e9 },
    }),
  );
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
    child.once('exit', () => reject(new Error('the server of the bench did not start')));
  });
  return { port: Number(port), stop: () => child.kill() };
}

const complaint = () => ({
  submissionId: randomUUID(),
  kind: 'old_debt',
  respondentId: bodyId('样例市示范区人民政府', '990101'),
  matter: 'investment_promotion',
  story: '2021年招商时，区里书面承诺返还部分土地款。我们按约投产并通过验收，款项至今没有返还。'.repeat(3),
  promised: '投产验收后三个月内，返还土地出让金的百分之三十。',
  promiseDocument: '《招商引资协议书》第七条',
  promisedOn: '2021-03-01',
  amount: '1200000.00',
  bodySays: '原来的负责人已经调走，现在不清楚这件事。',
  demands: ['返还约定的土地款', '书面说明延误的原因', '书面道歉'],
  complainant: { kind: 'person', name: '张样例' },
  contact: { phone: '13800000000', email: 'zhang@example.com' },
  identityToHandler: true,
  publishSummary: true,
});

async function fileOne(port: number): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(complaint()),
  });
  if (response.status !== 201) throw new Error(`filing answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { number: string }).number;
}

async function fileNext(client: RawClient): Promise<void> {
  const status = await client.post('/api/v1/cases', JSON.stringify(complaint()));
  if (status !== 201) throw new Error(`filing answered ${status}`);
}

/** How often `work` is done in a second by CONNECTIONS at once. */
async function rate(work: (connection: number) => Promise<void>): Promise<number> {
  const started = performance.now();
  const end = started + SECONDS * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, i) => {
      while (performance.now() < end) {
        await work(i);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

export const figures: Figure[] = [
  figure({ name: 'filing.ratio', unit: 'ratio', goal: { atLeast: 0.3 }, run: filingRatio }),
];
