import { spawn } from 'node:child_process';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { createKeyring } from '../../api/adapters/vault.ts';
import type { Config } from '../../api/deps.ts';
import { newPointCode } from '../../api/services/ratings/point-code.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';

const POINTS = 500;

/** A province's evening in small: 500 counters of real bodies, a database that waits for its disk, and the keys of the codes. */
export async function ratingBench() {
  const home = path.join(import.meta.dirname, '../../.bench/ratings');
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-bench-'));
  const cluster = await startEmbedded({
    home,
    fsync: true,
    settings: { max_connections: '60', max_wal_size: '4GB', shared_buffers: '512MB' },
  });
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name} owner jiannuo_owner`);
  const ownerUrl = cluster.url(name, 'jiannuo_owner');
  const appUrl = cluster.url(name, 'jiannuo_app');
  await migrate({ ownerUrl, appUrl });
  const owner = postgres(ownerUrl, { max: 2, onnotice: () => {} });
  await loadReference(owner);
  const masterKey = randomBytes(32);
  const codes = await makePoints(owner, masterKey);
  const tables = await owner<{ name: string }[]>`
    select oid::regclass::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`;
  for (const table of tables) await owner.unsafe(`analyze ${table.name}`);
  const config: Omit<Config, 'masterKeys'> & { masterKey: string } = {
    databaseUrl: appUrl,
    poolSize: 8,
    masterKey: masterKey.toString('base64'),
    authSecret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://bench',
    evidenceDir: path.join(folder, 'evidence'),
    place: { division: '9901', area: ['9901', '32'], name: '样例市', nameEn: 'Sample City', demonstration: true },
  };
  return {
    owner,
    appUrl,
    codes,
    config,
    async end() {
      await owner.end();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makePoints(owner: postgres.Sql, masterKey: Buffer): Promise<string[]> {
  const keys = createKeyring(new Map([[1, masterKey]]));
  const bodies = await owner<{ id: string; division: string }[]>`
    select id, division from body where valid_to is null and kind in ('government', 'department') order by id limit ${POINTS}`;
  const rows = Array.from({ length: POINTS }, (_, i) => {
    const body = bodies[i % bodies.length];
    return {
      id: randomUUID(),
      code: newPointCode({ keys }).code,
      code_key_version: 1,
      kind: 'window',
      channel: 'offline',
      name: `${i}号窗口`,
      place_name: '政务服务中心',
      body_id: body?.id ?? '',
      division: body?.division ?? '',
    };
  });
  await owner`insert into service_point ${owner(rows)}`;
  return rows.map((row) => row.code);
}

/** One in a hundred is a bad rating (`bad`), one in twenty has words, one in five says what was good or bad. */
export function ratingForm(codes: readonly string[], bad = true): Record<string, unknown> {
  const draw = randomInt(bad ? 0 : 1, 100);
  return {
    submissionId: randomUUID(),
    code: codes[randomInt(codes.length)],
    level: draw < 1 ? 2 : draw < 10 ? 3 : draw < 30 ? 4 : 5,
    ...(draw % 5 === 0 ? { indicators: ['attitude', 'efficiency'] } : {}),
    ...(draw % 20 === 0 ? { words: '排队时间不长，工作人员讲得很清楚。' } : {}),
  };
}

export interface BenchServer {
  port: number;
  pid: number;
  stop(): void;
}

/** A process of the bench (rating-server.ts or rating-verb.ts), which reads `input` and says a first line when it is ready. */
export async function startBench(
  file: string,
  input: object,
  args: string[] = [],
): Promise<BenchServer & { line(): Promise<string> }> {
  const child = spawn(process.execPath, [...args, path.join(import.meta.dirname, file)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.stdin.end(JSON.stringify(input));
  const lines: string[] = [];
  let wake = () => {};
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (text + chunk).split('\n');
    text = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
    wake();
  });
  const line = async (): Promise<string> => {
    for (;;) {
      const found = lines.shift();
      if (found !== undefined) return found;
      if (ended) throw new Error(`${file} ended`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { port: Number(await line()), pid: child.pid ?? 0, stop: () => void child.kill(), line };
}

/** CPU seconds that a process, and PostgreSQL with all its backends, have used so far. */
export function cpuSeconds(pids: readonly number[]): number {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it has ended
    }
  }
  return ticks / 100;
}

/** The processes of the server that a connection talks to. */
export async function serverPids(sql: postgres.Sql): Promise<number[]> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const parent = parentOf(row?.pid ?? 0);
  return [
    parent,
    ...readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && parentOf(pid) === parent),
  ];
}

function parentOf(pid: number): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return -1;
  }
}
