import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import type { SignIn } from '../../api/adapters/ports.ts';
import { buildDeps, type Config } from '../../api/deps.ts';
import type { Actor } from '../../api/domain/official.ts';
import type { Ctx, Deps } from '../../api/services/context.ts';
import type { Db, Sql } from '../../db/client.ts';
import { type Cluster, startCluster } from './cluster.ts';

export interface TestDatabase {
  /** As the application's role. */
  url: string;
  ownerUrl: string;
  sql: Sql;
  db: Db;
  /** As the owner: for looking behind the application's back. */
  owner: Sql;
  config: Config;
  deps: Deps;
  signIn: SignIn;
  ctx(actor?: Actor, changes?: Partial<Ctx>): Ctx;
  end(): Promise<void>;
}

export const SILENT = { debug() {}, info() {}, warn() {}, error() {} };
let cluster: Promise<Cluster> | undefined;

/** A database of its own, cloned from the template, with real adapters and roomy limits. */
export async function testDatabase(changes: Partial<Config> = {}): Promise<TestDatabase> {
  cluster ??= startCluster();
  const { embedded, template } = await cluster;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template ${template} owner jiannuo_owner strategy file_copy`);
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-test-'));
  const config: Config = {
    databaseUrl: embedded.url(name, 'jiannuo_app'),
    poolSize: 5,
    masterKeys: new Map([[1, randomBytes(32)]]),
    authSecret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:4321',
    evidenceDir: path.join(folder, 'evidence'),
    place: {
      division: '9901',
      area: ['9901', '32'],
      name: '样例市',
      nameEn: 'Sample City',
      demonstration: true,
    },
    limits: { filings: 100_000, ratings: 100_000, lookups: 100_000, uploads: 100_000 },
    ...changes,
  };
  const built = await buildDeps(config, SILENT);
  const ownerUrl = embedded.url(name, 'jiannuo_owner');
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} }) as unknown as Sql;
  return {
    url: config.databaseUrl,
    ownerUrl,
    sql: built.deps.sql,
    db: built.deps.db,
    owner,
    config,
    deps: built.deps,
    signIn: built.signIn,
    ctx: (actor = { kind: 'public' }, more = {}) => ({
      ...built.deps,
      actor,
      locale: 'zh-CN',
      requestId: randomUUID(),
      source: 'test',
      ...more,
    }),
    async end() {
      await Promise.all([built.end(), owner.end()]);
      // Connections that are just closing would hear of the drop as an error; what stays after that is cut.
      const busy = () => admin`select 1 from pg_stat_activity where datname = ${name} limit 1`;
      for (const patience = Date.now() + 3_000; (await busy()).length > 0 && Date.now() < patience; ) await delay(20);
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
