import path from 'node:path';
import postgres from 'postgres';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';
import { fill } from './record-fill.ts';
import { contentHash } from './record-lines.ts';

const ROOT = path.join(import.meta.dirname, '../..');

const SETTINGS = {
  shared_buffers: '2GB',
  max_wal_size: '4GB',
  // For the indexes, which are built once; nothing is archived or copied from here.
  maintenance_work_mem: '1GB',
  max_parallel_maintenance_workers: '2',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
};

/**
 * A cluster with `count` published records of at least `length` characters each, kept in .bench (a folder for each count, so
 * that one is measured while another is built) until the records come out otherwise. The schema may go on: a database that is
 * there gets the migrations that it lacks. Node by itself: `node tests/bench/record-data.ts 1000000 300` builds it.
 */
export async function benchRecordDatabase(count: number, length = 0): Promise<{ cluster: Embedded; name: string }> {
  const cluster = await startEmbedded({
    home: path.join(ROOT, `.bench/records-${count}`),
    fsync: false,
    settings: SETTINGS,
  });
  const name = `records_${contentHash(count, length)}`;
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  const began = performance.now();
  const tell = (line: string) =>
    console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  const update = () =>
    migrate({ ownerUrl: cluster.url(name, 'jiannuo_owner'), appUrl: cluster.url(name, 'jiannuo_app') });
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${name} and datistemplate`;
    if (known) {
      const fresh = await update();
      if (fresh.length > 0) {
        tell(`migrated by ${fresh.join(', ')}`);
        await analyse(cluster.url(name));
      }
      return { cluster, name };
    }
    for (const { old } of await admin`select datname as old from pg_database where datname like 'records\\_%'`) {
      await admin.unsafe(`alter database ${old} with is_template false`);
      await admin.unsafe(`drop database ${old} with (force)`);
    }
    await admin.unsafe(`create database ${name} owner jiannuo_owner`);
    await update();
    const sql = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
    await loadReference(sql);
    await sql.end();
    await fill(cluster.url(name), count, length, tell);
    await admin.unsafe(`alter database ${name} with is_template true`); // marks it as finished
    return { cluster, name };
  } finally {
    await admin.end();
  }
}

/** What autovacuum does on a live database after its schema has changed. */
async function analyse(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`vacuum analyze`;
  await sql.end();
}

if (process.argv[1] === import.meta.filename) {
  const [count, length] = process.argv.slice(2).map(Number);
  if (!count) throw new Error('node tests/bench/record-data.ts RECORDS [CHARACTERS]');
  const { cluster } = await benchRecordDatabase(count, length ?? 0);
  await cluster.stop();
}
