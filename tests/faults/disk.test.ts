import { createHash, randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { send } from '../support/crowd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
import { checkLaw, LONG, PATIENCE, tell } from '../support/law.ts';
import { type Site, startSite } from '../support/site.ts';
import {
  FILLER,
  limitFiles,
  noLimitBecause,
  noMountBecause,
  type SmallDisk,
  smallDisk,
} from '../support/small-disk.ts';

/** Files of this size are sent; the small disk has room for some of them. */
const BYTES = 600_000;
let disk: SmallDisk | undefined;
let database: TestDatabase;
let site: Site;
afterEach(async () => {
  await site.stop();
  await database.end();
  disk?.end();
  disk = undefined;
});

async function start(evidenceDir?: string): Promise<void> {
  database = await testDatabase(evidenceDir ? { evidenceDir } : {});
  await filingCtx(database);
  site = await startSite({ database, env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
}

interface Uploaded {
  submissionId: string;
  status: number;
  code: string;
  title: string;
  retryAfter: number;
}

/** One file of so many bytes for a form, from one of many households. */
async function upload(submissionId: string = randomUUID(), bytes = BYTES): Promise<Uploaded> {
  const form = new FormData();
  form.set('submissionId', submissionId);
  form.set('file', new File(['%PDF-1.7\n', Buffer.alloc(bytes, 0x20)], '协议书.pdf'));
  const answer = await fetch(`${site.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { origin: site.url, 'x-forwarded-for': `10.8.${randomInt(256)}.${randomInt(256)}` },
    body: form,
  });
  const { code = '', title = '' } = (await answer.json()) as { code?: string; title?: string };
  return { submissionId, status: answer.status, code, title, retryAfter: Number(answer.headers.get('retry-after')) };
}

/** Every row has its file, whole; every file has its row. @returns how many */
async function wholeFiles(): Promise<number> {
  const rows = await database.owner<
    { name: string; bytes: number; sha256: Buffer; key: string; wrapped: Buffer; version: number }[]
  >`select e.storage_name as name, e.bytes::int as bytes, e.sha256, k.id as key, k.wrapped, k.key_version as version
    from evidence e join case_key k on k.id = e.key_id order by e.storage_name`;
  for (const row of rows) {
    const key = database.deps.keys.unwrap(row.key, row.wrapped, row.version);
    const content = await buffer(await database.deps.evidence.get(row.name, key));
    expect(content.length).toBe(row.bytes);
    expect(createHash('sha256').update(content).digest().equals(row.sha256)).toBe(true);
  }
  const folder = database.config.evidenceDir;
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && path.basename(entry.parentPath) !== FILLER)
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  expect(files).toEqual(rows.map((row) => row.name));
  return rows.length;
}

function expectRefused(refused: readonly Uploaded[]): void {
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) {
    expect(one).toMatchObject({ status: 503, code: 'upload.not_stored' });
    expect(one.title).toContain('没有保存');
    expect(one.retryAfter).toBeGreaterThan(0);
  }
}

/** While files are refused, filing goes on; with room again the same forms take their files. */
async function checkAfter(fault: string, all: readonly Uploaded[], makeRoom: () => void): Promise<void> {
  const refused = all.filter((one) => one.status !== 201);
  expectRefused(refused);
  const stored = all.length - refused.length;
  expect(await wholeFiles()).toBe(stored);
  expect(site.output()).toContain('evidence could not be stored');

  const [without, ...waiting] = refused.map((one) => one.submissionId);
  const filed = [await send(site, complaint({ submissionId: without }))];
  expect(filed[0]?.status).toBe(201);

  makeRoom();
  for (const submissionId of waiting) {
    expect((await upload(submissionId)).status).toBe(201);
    filed.push(await send(site, complaint({ submissionId })));
  }
  expect(await wholeFiles()).toBe(stored + waiting.length);
  const adopted = await database.owner`select 1 from evidence where case_id is not null`;
  expect(adopted).toHaveLength(waiting.length);
  const figures = await checkLaw(site, database.owner, filed);
  tell(fault, {
    stored,
    refused: refused.length,
    halfFiles: 0,
    rowsWithoutFile: 0,
    storedAfter: waiting.length,
    ...figures,
  });
}

describe('uploads to a disk without room', () => {
  const impossible = noMountBecause();
  if (impossible) tell('disk of evidence full (ENOSPC)', { skipped: impossible });

  test.skipIf(impossible)(
    'hear that the file was not kept, leave nothing behind, and work again when there is room',
    async () => {
      disk = smallDisk(8 * BYTES, 600);
      const small = disk;
      await start(small.folder);
      const rounds = LONG ? 10 : 3;
      const all: Uploaded[] = [];
      // Four at once: the room ends in the middle of some of them.
      for (let round = 0; round < rounds; round += 1)
        all.push(...(await Promise.all(Array.from({ length: 4 }, () => upload()))));
      expect(all.some((one) => one.status === 201)).toBe(true);
      small.fill();
      all.push(await upload());
      const metrics = await (await fetch(site.metricsUrl)).text();
      expect(Number(/^jiannuo_evidence_free_bytes (\S+)$/m.exec(metrics)?.[1])).toBeLessThan(4096);
      // A small file finds no room either, nor a folder for it.
      all.push(await upload(randomUUID(), 5_000));
      await checkAfter('disk of evidence full (ENOSPC)', all, () => small.enlarge(100 * BYTES));
    },
    PATIENCE,
  );
});

describe('uploads beyond what the system lets the process write', () => {
  const impossible = noLimitBecause();
  if (impossible) tell('files of evidence limited (EFBIG)', { skipped: impossible });

  test.skipIf(impossible)(
    'hear the same, while files that fit are stored',
    async () => {
      await start();
      limitFiles(site.pid, 100_000);
      const rounds = LONG ? 20 : 5;
      const all: Uploaded[] = [];
      for (let round = 0; round < rounds; round += 1)
        all.push(...(await Promise.all([upload(), upload(randomUUID(), 20_000), upload(randomUUID(), 101_000)])));
      expect(all.filter((one) => one.status === 201)).toHaveLength(rounds);
      await checkAfter('files of evidence limited (EFBIG)', all, () => limitFiles(site.pid, 'unlimited'));
    },
    PATIENCE,
  );
});
