/**
 * One embedded PostgreSQL per checkout for tests, with a template database (migrations and reference data) that is made
 * anew only when either changes. Several worktrees have clusters of their own.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate, migrations } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';

export const CHECKOUT = path.join(import.meta.dirname, '../..');
export const HOME = path.join(CHECKOUT, '.data', 'tests');

export interface Cluster {
  embedded: Embedded;
  template: string;
}

/** JIANNUO_TEST_POSTGRES=postgres://superuser:password@host:port runs all tests on another server, Debian's 15 for example. */
async function foreignCluster(address: string): Promise<Cluster> {
  const { hostname, port, password } = new URL(address);
  const url: Embedded['url'] = (database, role = 'postgres') => {
    const made = new URL(address);
    if (role !== 'postgres') made.username = role;
    made.pathname = `/${database}`;
    return made.href;
  };
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  for (const role of ['jiannuo_owner', 'jiannuo_app']) {
    const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
    if (!known) await sql.unsafe(`create role ${role} login createdb password '${password || 'x'}'`);
  }
  await sql.end();
  const embedded = { url, port: Number(port), password, pid: 0, key: hostname, adopted: true, stop: async () => {} };
  return { embedded, template: await ensureTemplate(embedded) };
}

export async function startCluster(): Promise<Cluster> {
  const foreign = process.env.JIANNUO_TEST_POSTGRES;
  if (foreign) return foreignCluster(foreign);
  const embedded = await startEmbedded({ home: HOME, fsync: false, settings: { max_connections: '200' } });
  return { embedded, template: await ensureTemplate(embedded) };
}

function referenceHash(): string {
  const hash = createHash('sha256');
  for (const file of migrations()) hash.update(file.checksum);
  const folder = path.join(CHECKOUT, 'db', 'reference');
  for (const name of (fs.readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(name).update(fs.readFileSync(file));
  }
  return hash
    .update(fs.readFileSync(path.join(CHECKOUT, 'db', 'seed.ts')))
    .digest('hex')
    .slice(0, 16);
}

async function ensureTemplate(embedded: Embedded): Promise<string> {
  const template = `template_${referenceHash()}`;
  const sql = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(42)`; // test processes of one checkout wait for the one that builds it
    const [known] = await sql`select 1 from pg_database where datname = ${template} and datistemplate`;
    if (known) return template;
    for (const { name } of await sql`select datname as name from pg_database where datname like 'template\\_%'`) {
      await sql.unsafe(`alter database ${name} with is_template false`);
      await sql.unsafe(`drop database ${name} with (force)`);
    }
    await sql.unsafe(`create database ${template} owner jiannuo_owner`);
    const ownerUrl = embedded.url(template, 'jiannuo_owner');
    await migrate({ ownerUrl, appUrl: embedded.url(template, 'jiannuo_app') });
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    await loadReference(owner);
    await owner`analyze`;
    await owner.end();
    await sql.unsafe(`alter database ${template} with is_template true`);
    return template;
  } finally {
    await sql.end();
  }
}
