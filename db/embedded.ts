/**
 * PostgreSQL from npm, for `npm start` and the tests. Never used by `npm run serve`.
 *
 * Works as root (the server then runs as an unprivileged user, with binaries and data where that user can read) and as an
 * ordinary user, below a 0700 home, after kill -9 of its parent, and beside other copies on the machine: port and folder
 * belong to one checkout, and loopback asks for a password.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { binaries, initialise, isRoot, unprivileged } from './embedded-cluster.ts';
import { whileLocked } from './file-lock.ts';

export interface Embedded {
  /** Names the data folder of this home. */
  key: string;
  port: number;
  /** Superuser of the cluster; roles jiannuo_owner and jiannuo_app have the same password. */
  password: string;
  pid: number;
  adopted: boolean;
  url(database: string, role?: 'postgres' | 'jiannuo_owner' | 'jiannuo_app'): string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The checkout (or any name) that the cluster belongs to. */
  home: string;
  /** false: tests only; a crash of the machine may lose data. */
  fsync?: boolean;
  settings?: Record<string, string>;
  /** Wished for; another one where it is taken. */
  port?: number;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

interface Seen {
  pid: number;
  port: number;
  ready: boolean;
}

/** The server that runs on `data`, if any. Lines of postmaster.pid: 0 pid, 3 port, 7 status. */
function running(data: string): Seen | null {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    process.kill(pid, 0);
    // A process id that is somebody else's after a reboot must not be adopted.
    if (fs.existsSync('/proc/self') && !fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return null;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

// fetch_types: false: a query of postgres.js's own that a dying server breaks off would be nobody's error.
async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Waits for a server that is just starting or, its parent having been killed, just ending. */
async function settled(data: string, password: string): Promise<Seen | null> {
  const patience = Date.now() + 60_000;
  for (;;) {
    const seen = running(data);
    if (!seen) return null;
    if (seen.ready && (await answers(address(seen.port, password)))) return seen;
    if (Date.now() > patience) throw new Error(`PostgreSQL ${seen.pid} neither answers nor ends; see ${data}.log`);
    await delay(50);
  }
}

/** Whether a process ends within five seconds. */
async function gone(pid: number): Promise<boolean> {
  for (const patience = Date.now() + 5_000; Date.now() < patience; await delay(50)) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
  }
  return false;
}

const address = (port: number, password: string, database = 'postgres', role = 'postgres') =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const home = path.resolve(options.home);
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  return whileLocked(path.join(home, 'postgres-lock'), () => start(home, options));
}

async function start(home: string, options: EmbeddedOptions): Promise<Embedded> {
  const who = unprivileged();
  const key = createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 12);
  const base = isRoot ? '/var/tmp/jiannuo-postgres' : path.join(home, 'postgres');
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  if (fs.lstatSync(base).uid !== process.getuid?.()) throw new Error(`${base} belongs to somebody else`);
  const native = binaries(base);
  const data = path.join(base, `data-${key}`);
  const secret = path.join(home, 'postgres-password');
  const spawnAs = { ...(who ?? {}), cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: '/' } };

  // A folder without its password (or the other way round) is a first start that did not finish: begin again.
  if (!fs.existsSync(path.join(data, 'PG_VERSION')) || !fs.existsSync(secret)) {
    const orphan = running(data);
    if (orphan) await end(orphan.pid);
    initialise(native, data, secret, spawnAs);
  }
  const password = fs.readFileSync(secret, 'utf8');

  for (let live = await settled(data, password); live; live = await settled(data, password)) {
    const adopted = handle(key, live.pid, live.port, password, true);
    try {
      await createRoles(adopted);
      return adopted;
    } catch (error) {
      // Its parent was killed a moment ago: it still answered once, and is ending now. What stays alive is a real error.
      if (!(await gone(live.pid))) throw error;
    }
  }

  forgetStranger(data);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    ...(options.fsync === false ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
    ...options.settings,
  };
  const server = [path.join(native, 'bin', 'postgres'), '-D', data];
  for (const [name, value] of Object.entries(settings)) server.push('-c', `${name}=${value}`);
  for (let attempt = 1; ; attempt += 1) {
    const port = (attempt === 1 && options.port) || (await freePort());
    try {
      const pid = await ready(launch([...server, '-p', String(port)], who, spawnAs, `${data}.log`), data);
      const embedded = handle(key, pid, port, password, false);
      await createRoles(embedded);
      return embedded;
    } catch (error) {
      // Another program took the port, or processes of a killed server are still letting go of its memory.
      if (attempt === 5) throw error;
      await delay(400);
    }
  }
}

/** PostgreSQL refuses to start where postmaster.pid names a living process, though after a reboot it is a stranger's. */
function forgetStranger(data: string): void {
  const file = path.join(data, 'postmaster.pid');
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8').split('\n')[0]), 0);
  } catch {
    return; // no such file, or no such process: PostgreSQL sees to it itself
  }
  if (!running(data)) fs.rmSync(file);
}

/** @returns the process id once the server takes connections; recovery after kill -9 may take a while */
async function ready(child: ChildProcess, data: string): Promise<number> {
  let dead: Error | null = null;
  child.once('error', (error) => {
    dead = error;
  });
  child.once('exit', (code) => {
    dead ??= new Error(`PostgreSQL ended with ${code}; see ${data}.log`);
  });
  child.unref();
  const patience = Date.now() + 60_000;
  while (!running(data)?.ready) {
    if (dead) throw dead;
    if (Date.now() > patience) throw new Error(`PostgreSQL was not ready in 60 s; see ${data}.log`);
    await delay(20);
  }
  return child.pid ?? 0;
}

/** With setpriv (util-linux) the server ends with its parent, even after kill -9; without it the next start adopts it. */
function launch(server: string[], who: { uid: number; gid: number } | null, as: object, file: string): ChildProcess {
  const log = fs.openSync(file, 'a');
  const stdio: ['ignore', 'ignore', number] = ['ignore', 'ignore', log];
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => fs.existsSync(file));
  const identity = who ? [`--reuid=${who.uid}`, `--regid=${who.gid}`, '--clear-groups'] : [];
  const [command, ...rest] = setpriv ? [setpriv, ...identity, '--pdeathsig', 'INT', '--', ...server] : server;
  // setpriv gives up root itself.
  const identityOfSpawn = setpriv ? { uid: undefined, gid: undefined } : {};
  const child = spawn(command as string, rest, { ...as, ...identityOfSpawn, stdio, detached: true });
  fs.closeSync(log);
  return child;
}

async function createRoles(embedded: Embedded): Promise<void> {
  const sql = postgres(embedded.url('postgres'), { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    for (const role of ['jiannuo_owner', 'jiannuo_app']) {
      const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
      if (known) continue;
      await sql.unsafe(
        `create role ${role} login ${role === 'jiannuo_owner' ? 'createdb' : ''} password '${embedded.password}'`,
      );
    }
  } finally {
    await sql.end();
  }
}

/** Fast shutdown: open transactions are rolled back, nothing that was committed is lost. */
async function end(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (;;) {
      process.kill(pid, 0);
      await delay(20);
    }
  } catch {
    // gone
  }
}

function handle(key: string, pid: number, port: number, password: string, adopted: boolean): Embedded {
  return {
    key,
    pid,
    port,
    password,
    adopted,
    url: (database, role = 'postgres') => address(port, password, database, role),
    stop: () => end(pid),
  };
}
