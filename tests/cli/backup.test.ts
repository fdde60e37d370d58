import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addToErasureList, readErasureList } from '../../api/adapters/erasure-list.ts';
import { createEvidenceStore } from '../../api/adapters/evidence-store.ts';
import { createKeyring } from '../../api/adapters/vault.ts';
import { backUp, type Portal, restore } from '../../api/cli/archive-portal.ts';
import { buildDeps } from '../../api/deps.ts';
import { eraseCase } from '../../api/services/erasure/erase-case.ts';
import { keepErasureList } from '../../api/services/erasure/keep-list.ts';
import { replayErasures } from '../../api/services/erasure/replay.ts';
import { holdCase } from '../../db/queries/cases.ts';
import { evidenceOfCase } from '../../db/queries/evidence.ts';
import { startCluster } from '../support/cluster.ts';
import { SILENT, type TestDatabase, testDatabase } from '../support/database.ts';
import { fileTestCase, type TestCase } from '../support/filing.ts';

let database: TestDatabase;
let folder: string;
let made: TestCase;
let file: string;
const content = Buffer.from('%PDF-1.7\n土地返还协议\n'.repeat(20_000));

beforeAll(async () => {
  database = await testDatabase();
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-backup-'));
  made = await fileTestCase(database, {}, { files: [{ name: '协议.pdf', content }] });
  file = path.join(folder, 'portal.backup');
  await backUp(await portalOf(database), file);
}, 60_000);
afterAll(async () => {
  await database.end();
  await fs.rm(folder, { recursive: true, force: true });
});

async function portalOf(d: TestDatabase): Promise<Portal> {
  const { config } = d;
  return {
    ownerUrl: d.ownerUrl,
    appUrl: config.databaseUrl,
    keys: createKeyring(config.masterKeys),
    evidence: await createEvidenceStore(config.evidenceDir),
  };
}

/** A database with nothing in it, and an evidence folder of its own. */
async function emptyPortal(): Promise<{ portal: Portal; evidenceDir: string; drop: () => Promise<void> }> {
  const { embedded } = await startCluster();
  const name = `restored_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} owner jiannuo_owner`);
  const evidenceDir = path.join(folder, name);
  return {
    evidenceDir,
    portal: {
      ownerUrl: embedded.url(name, 'jiannuo_owner'),
      appUrl: embedded.url(name, 'jiannuo_app'),
      keys: createKeyring(database.config.masterKeys),
      evidence: await createEvidenceStore(evidenceDir),
    },
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

test('a restored portal opens the case with its words, its evidence and its history', async () => {
  const { portal, evidenceDir, drop } = await emptyPortal();
  await restore(portal, file);
  const built = await buildDeps({ ...database.config, databaseUrl: portal.appUrl, evidenceDir }, SILENT);
  try {
    const { sql, keys, evidence } = built.deps;
    const [row] = await sql<
      { id: string; number: string; keyId: string; wrapped: Buffer; version: number; sealed: Buffer }[]
    >`
      select c.id, c.number, k.id as "keyId", k.wrapped, k.key_version as version, t.sealed
      from cases c join case_key k on k.case_id = c.id join case_content t on t.case_id = c.id and t.part = 'narrative'`;
    expect(row?.number).toBe(made.answer.number);
    const key = keys.unwrap(row!.keyId, row!.wrapped, row!.version);
    expect(keys.open(key, row!.sealed, `case/${row!.id}/narrative`).toString()).toContain('至今没有兑现');
    const [stored] = await evidenceOfCase(sql, row!.id);
    expect(await buffer(await evidence.get(stored!.storageName, key))).toEqual(content);
    const events = (d: TestDatabase['owner']) =>
      d`select encode(hash, 'hex') as hash from event order by subject_id, seq`;
    expect(await events(sql)).toEqual(await events(database.owner));
    // Other numbers than those that may have been given out since.
    const [serial] = await sql<{ next: string }[]>`select nextval('case_serial') as next`;
    const [before] = await database.owner<{ last: string }[]>`select last_value as last from case_serial`;
    expect(Number(serial!.next)).toBeGreaterThan(Number(before!.last) + 1000);
    expect(await sql`select 1 from auth_session`).toHaveLength(0);
    await expect(sql`delete from event`).rejects.toThrow(/permission denied/);
  } finally {
    await built.end();
    await drop();
  }
});

test('nothing in the file can be read, and another master key opens nothing', async () => {
  const bytes = await fs.readFile(file);
  expect(bytes.includes(made.answer.number)).toBe(false);
  expect(bytes.includes('测试市')).toBe(false);
  expect((await fs.stat(file)).mode & 0o077).toBe(0);
  const { portal, drop } = await emptyPortal();
  const stranger = createKeyring(new Map([[1, randomBytes(32)]]));
  await expect(restore({ ...portal, keys: stranger }, file)).rejects.toThrow();
  await drop();
});

test('a backup that was cut or changed restores nothing', async () => {
  const bytes = await fs.readFile(file);
  const changed = Buffer.from(bytes);
  changed[Math.floor(bytes.length / 2)]! ^= 1;
  for (const [name, bad] of [
    ['cut', bytes.subarray(0, bytes.length - 100)],
    ['changed', changed],
  ] as const) {
    const { portal, drop } = await emptyPortal();
    const broken = path.join(folder, name);
    await fs.writeFile(broken, bad);
    await expect(restore(portal, broken)).rejects.toThrow();
    const owner = postgres(portal.ownerUrl, { max: 1, onnotice: () => {} });
    const [table] = await owner`select to_regclass('cases') as name`;
    if (table?.name) expect(await owner`select 1 from cases`).toHaveLength(0);
    await owner.end();
    await drop();
  }
});

test('a database that holds something is not overwritten', async () => {
  await expect(restore(await portalOf(database), file)).rejects.toThrow(/not empty/);
});

test('what was erased after the backup is erased again when it is restored, and the list goes on', async () => {
  const list = path.join(folder, 'erasures.jsonl');
  const later = await fileTestCase(database); // not in the backup
  const { deps } = database;
  for (const { caseId } of [made, later]) {
    await deps.db.transaction(async (tx) => {
      const at = (await holdCase(tx, caseId))!.now;
      await eraseCase(tx, { caseId, reason: 'request', code: 'consent_withdrawn', actor: { kind: 'system' }, at });
    });
  }
  const keep = (d: typeof deps) => keepErasureList(d, (after) => addToErasureList(list, deps.keys, after));
  expect(await keep(deps)).toEqual({ added: 2, ahead: false });

  const { portal, evidenceDir, drop } = await emptyPortal();
  await restore(portal, file);
  const built = await buildDeps({ ...database.config, databaseUrl: portal.ownerUrl, evidenceDir }, SILENT);
  try {
    const { sql } = built.deps;
    const state = async () => {
      const [row] = await sql`select k.wrapped is null as erased, (select count(*)::int from case_content) as parts,
        (select count(*)::int from evidence where removed_at is null) as files from case_key k where case_id = ${made.caseId}`;
      return row;
    };
    expect(await state()).toEqual({ erased: false, parts: 3, files: 1 });
    // Without the list the portal says that something is wrong, and never shortens the list.
    expect(await keep(built.deps)).toEqual({ added: 0, ahead: true });
    const entries = (await readErasureList(list, deps.keys))!.entries;
    expect(await replayErasures(built.deps, entries)).toEqual({ erased: 1, unknown: 1 });
    expect(await state()).toEqual({ erased: true, parts: 0, files: 0 });
    expect((await fs.readdir(evidenceDir, { recursive: true })).filter((name) => name.length > 10)).toEqual([]);
    expect(await replayErasures(built.deps, entries)).toEqual({ erased: 0, unknown: 1 });
    expect(await keep(built.deps)).toEqual({ added: 0, ahead: false });
    const next = await fileTestCase({
      ...database,
      deps: built.deps,
      sql,
      db: built.deps.db,
      owner: sql,
      ctx: (actor = { kind: 'public' }, more = {}) => ({ ...database.ctx(actor), ...built.deps, ...more }),
    });
    await built.deps.db.transaction(async (tx) => {
      const at = (await holdCase(tx, next.caseId))!.now;
      await eraseCase(tx, {
        caseId: next.caseId,
        reason: 'retention',
        code: 'case-promise',
        actor: { kind: 'system' },
        at,
      });
    });
    expect(await keep(built.deps)).toEqual({ added: 1, ahead: false });
    expect((await readErasureList(list, deps.keys))!.entries.map((e) => e.id)).toEqual([
      made.caseId,
      later.caseId,
      next.caseId,
    ]);
  } finally {
    await built.end();
    await drop();
  }
});
