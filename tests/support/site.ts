/**
 * The built site, served by the real process (api/server.ts) on a port of its own against a database of its own.
 * Built once per state of the sources, for all test files and browsers.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSite, isBuilt, sourceHash } from '../../api/cli/build.ts';
import { freePort } from '../../api/cli/free-port.ts';
import type { Deps } from '../../api/services/context.ts';
import { whileLocked } from '../../db/file-lock.ts';
import { CHECKOUT, HOME } from './cluster.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface Site {
  /** Without trailing slash. */
  url: string;
  metricsUrl: string;
  deps: Deps;
  database: TestDatabase;
  mailDir: string;
  /** The server process; another one after restart(). */
  process: ChildProcess;
  pid: number;
  /** Everything that it has written so far. */
  output(): string;
  /** Starts the process again after it ended (a crash in a test). */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface SiteOptions {
  /** Serves this database instead of a new one, and leaves it alone at the end. */
  database?: TestDatabase;
  /** Variables beside those of the database, for example SMTP_URL. */
  env?: Record<string, string>;
  config?: Parameters<typeof testDatabase>[0];
}

/** The folder of the built site, which lies in the checkout so that the build finds node_modules. */
export async function builtSite(): Promise<string> {
  const folder = path.join(HOME, 'dist');
  fs.mkdirSync(folder, { recursive: true });
  const hash = sourceHash();
  const dist = path.join(folder, hash);
  if (isBuilt(dist, hash)) return dist;
  await whileLocked(path.join(folder, 'lock'), async () => {
    await buildSite(dist);
    // Older builds may still be served by another test: the two newest stay.
    const others = fs.readdirSync(folder).filter((name) => name !== 'lock' && name !== hash);
    const byAge = others.sort(
      (a, b) => fs.statSync(path.join(folder, b)).mtimeMs - fs.statSync(path.join(folder, a)).mtimeMs,
    );
    for (const name of byAge.slice(2)) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  });
  return dist;
}

export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const [dist, port, metricsPort] = await Promise.all([
    builtSite(),
    freePort(20_000 + Math.floor(Math.random() * 20_000), '127.0.0.1'),
    freePort(40_000 + Math.floor(Math.random() * 20_000), '127.0.0.1'),
  ]);
  const url = `http://localhost:${port}`;
  const database = options.database ?? (await testDatabase({ publicUrl: url, ...options.config }));
  const mailDir = path.join(path.dirname(database.config.evidenceDir), 'mail');
  const { config } = database;
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    DATABASE_URL: config.databaseUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    MASTER_KEYS: [...config.masterKeys].map(([version, key]) => `${version}:${key.toString('base64')}`).join(','),
    AUTH_SECRET: config.authSecret,
    PUBLIC_URL: url,
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    EVIDENCE_DIR: config.evidenceDir,
    JIANNUO_HOME: path.dirname(config.evidenceDir),
    PLACE_DIVISION: config.place.division,
    PLACE_AREA: config.place.area.join(','),
    PLACE_NAME: config.place.name,
    PLACE_NAME_EN: config.place.nameEn,
    ...(config.place.demonstration ? { JIANNUO_DEMONSTRATION: '1', MAIL_DIR: mailDir } : {}),
    JIANNUO_DIST: dist,
    ...options.env,
  };
  let output = '';
  let child: ChildProcess;
  const launch = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, [path.join(CHECKOUT, 'api/server.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const patience = Date.now() + 90_000;
    for (;;) {
      if (started.exitCode !== null) throw new Error(`the server ended with ${started.exitCode}:\n${output}`);
      if (Date.now() > patience) throw new Error(`the server did not answer in 90 s:\n${output}`);
      const answer = await fetch(`${url}/healthz`).catch(() => null);
      if (answer?.ok) return started;
      await delay(25);
    }
  };
  try {
    child = await launch();
  } catch (error) {
    if (!options.database) await database.end();
    throw error;
  }
  const ended = (one: ChildProcess): Promise<void> =>
    one.exitCode !== null || one.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => one.once('exit', () => resolve()));
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    deps: database.deps,
    database,
    mailDir,
    get process() {
      return child;
    },
    get pid() {
      return child.pid ?? 0;
    },
    output: () => output,
    async restart() {
      await ended(child);
      child = await launch();
    },
    async stop() {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended(child);
      clearTimeout(patience);
      if (!options.database) await database.end();
    },
  };
}
