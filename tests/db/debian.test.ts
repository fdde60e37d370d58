import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../../api/cli/free-port.ts';
import { connect } from '../../db/client.ts';
import { unprivileged } from '../../db/embedded-cluster.ts';
import { checkSchema, checkServer, migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';
import { until } from '../support/until.ts';

/** Debian's own PostgreSQL 15, where this machine has it: the oldest that `npm run serve` takes. */
const BIN = '/usr/lib/postgresql/15/bin';
const who = unprivileged();
const as = { ...(who ?? {}), cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } };
let data: string;
let port: number;
let server: ReturnType<typeof spawn>;
const url = (database: string, role = 'postgres') => `postgres://${role}:x@127.0.0.1:${port}/${database}`;

async function admin(statements: string[]): Promise<void> {
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.end();
}

describe.runIf(fs.existsSync(path.join(BIN, 'postgres')))('PostgreSQL 15 of Debian', () => {
  beforeAll(async () => {
    data = fs.mkdtempSync('/var/tmp/jiannuo-debian-');
    if (who) fs.chownSync(data, who.uid, who.gid);
    const how = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C.UTF-8'];
    const made = spawnSync(path.join(BIN, 'initdb'), how, { ...as, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    port = await freePort(25_000, '127.0.0.1');
    const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
    server = spawn(path.join(BIN, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...as,
      stdio: 'ignore',
    });
    await until(() =>
      admin([]).then(
        () =>
          admin(['select 1']).then(
            () => true,
            () => false,
          ),
        () => false,
      ),
    );
    await admin([
      'create role jiannuo_owner login',
      'create role jiannuo_app login',
      'create database jiannuo owner jiannuo_owner',
      `create database no_chinese owner jiannuo_owner template template0 lc_ctype 'C' lc_collate 'C'`,
      `create database no_unicode owner jiannuo_owner template template0 encoding 'SQL_ASCII' lc_ctype 'C' lc_collate 'C'`,
    ]);
  });
  afterAll(async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
    fs.rmSync(data, { recursive: true });
  });

  test('takes the schema, the reference data and the queue', async () => {
    const [ownerUrl, appUrl] = [url('jiannuo', 'jiannuo_owner'), url('jiannuo', 'jiannuo_app')];
    await migrate({ ownerUrl, appUrl });
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await loadReference(owner as never);
    await owner.end();
    const pools = connect(appUrl, { size: 2 });
    await checkServer(pools.sql);
    await checkSchema(pools.sql);
    const [row] = await pools.sql<{ count: number }[]>`select count(*)::int as count from body`;
    expect(row!.count).toBeGreaterThan(1000);
    await expect(pools.sql`update event set kind = 'x'`).rejects.toThrow(/permission denied/);
    await pools.sql`select graphile_worker.add_job('notice.mail', '{}')`;
    await pools.end();
  });

  test.each([
    ['no_chinese', /does not know Chinese.*LC_CTYPE 'C.UTF-8'/],
    ['no_unicode', /must be in UTF8; it is in SQL_ASCII.*ENCODING 'UTF8'/],
  ])('a database like %s is refused with the way out', async (name, words) => {
    await expect(migrate({ ownerUrl: url(name, 'jiannuo_owner'), appUrl: url(name, 'jiannuo_app') })).rejects.toThrow(
      words,
    );
  });
});
