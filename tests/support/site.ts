/**
 * The built site in the real server process (api/server.ts), on a free port, against a database of its own.
 * The build is kept by a hash of its sources, so that only the first caller after a change waits for it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import type { Config } from '../../api/deps.ts';
import { CHECKOUT, HOME } from './cluster.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface Site {
  url: string;
  pid: number;
  database: TestDatabase;
  mailDir: string;
  metricsUrl: string;
  process: ChildProcess;
  /** What the process wrote so far. */
  output(): string;
  stop(): Promise<void>;
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const root of [
    'site',
    'api',
    'db/queries',
    'db/schema',
    'db/client.ts',
    'astro.config.mjs',
    'package-lock.json',
  ]) {
    const full = path.join(CHECKOUT, root);
    if (!fs.existsSync(full)) continue;
    const names = fs.statSync(full).isDirectory()
      ? (fs.readdirSync(full, { recursive: true }) as string[]).sort()
      : [''];
    for (const name of names) {
      const file = path.join(full, name);
      if (fs.statSync(file).isFile()) hash.update(file).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** @returns the folder of a build of the present sources */
export function buildSite(): string {
  const dist = path.join(HOME, 'dist');
  const mark = path.join(dist, 'hash');
  const lock = path.join(HOME, 'dist.lock');
  fs.mkdirSync(HOME, { recursive: true });
  const hash = sourcesHash();
  const script = `
    const fs = require('node:fs');
    if (fs.existsSync(${JSON.stringify(mark)}) && fs.readFileSync(${JSON.stringify(mark)}, 'utf8') === ${JSON.stringify(hash)}) process.exit(0);
    const r = require('node:child_process').spawnSync(process.execPath, [${JSON.stringify(path.join(CHECKOUT, 'node_modules/astro/bin/astro.mjs'))}, 'build', '--silent'],
      { cwd: ${JSON.stringify(CHECKOUT)}, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', VITEST: '', JIANNUO_DIST: ${JSON.stringify(dist)}, ASTRO_TELEMETRY_DISABLED: '1' } });
    if (r.status === 0) fs.writeFileSync(${JSON.stringify(mark)}, ${JSON.stringify(hash)});
    process.exit(r.status ?? 1);`;
  // flock: two test files at once must not build into one folder.
  const flock = fs.existsSync('/usr/bin/flock');
  const [command, args] = flock
    ? ['/usr/bin/flock', [lock, process.execPath, '-e', script]]
    : [process.execPath, ['-e', script]];
  const result = spawnSync(command as string, args as string[], { encoding: 'utf8', timeout: 300_000 });
  if (result.status !== 0) throw new Error(`the site does not build:\n${result.stdout}\n${result.stderr}`);
  return dist;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function startSite(
  options: { database?: TestDatabase; config?: Partial<Config>; env?: Record<string, string> } = {},
): Promise<Site> {
  const dist = buildSite();
  const port = await freePort();
  const metricsPort = await freePort();
  const url = `http://localhost:${port}`;
  const database = options.database ?? (await testDatabase({ publicUrl: url, ...options.config }));
  const { config } = database;
  const home = path.dirname(config.evidenceDir);
  const mailDir = path.join(home, 'mail');
  const child = spawn(process.execPath, [path.join(CHECKOUT, 'api/server.ts')], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: config.databaseUrl,
      MASTER_KEYS: [...config.masterKeys].map(([version, key]) => `${version}:${key.toString('base64')}`).join(','),
      AUTH_SECRET: config.authSecret,
      PUBLIC_URL: url,
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      EVIDENCE_DIR: config.evidenceDir,
      PLACE_DIVISION: config.place.division,
      PLACE_AREA: config.place.area.join(','),
      PLACE_NAME: config.place.name,
      PLACE_NAME_EN: config.place.nameEn,
      ...(config.place.demonstration ? { JIANNUO_DEMONSTRATION: '1' } : {}),
      JIANNUO_HOME: home,
      JIANNUO_DIST: dist,
      MAIL_DIR: mailDir,
      LOG_LEVEL: 'info',
      ...options.env,
    },
  });
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)));
  });
  ended.catch(() => {});
  const serving = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (output.includes('"serving"')) resolve();
    });
  });
  await Promise.race([serving, ended]);
  return {
    url,
    pid: child.pid ?? 0,
    database,
    mailDir,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
      }
      if (!options.database) await database.end();
    },
  };
}
