import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Shelf } from '../../api/adapters/open-data-s3.ts';
import { createOpenDataShelf } from '../../api/adapters/open-data-shelf.ts';
import type { OpenDataShelf } from '../../api/adapters/ports.ts';
import { createApp } from '../../api/app.ts';
import { buildRelease } from '../../api/services/open-data/build.ts';
import { sweepShelf } from '../../api/services/open-data/clean.ts';
import { buildNightly } from '../../api/services/open-data/refresh.ts';
import { filesOf } from '../../db/queries/open-data.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { objectStorage } from '../support/object-storage.ts';
import { newest } from '../support/open-data.ts';

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
let home: string;
let storage: Awaited<ReturnType<typeof objectStorage>>;
beforeAll(async () => {
  home = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-shelf-'));
  storage = await objectStorage('sets', 'nightly');
});
afterAll(async () => {
  await storage?.stop();
  await fs.rm(home, { recursive: true, force: true });
});

async function put(shelf: OpenDataShelf, content: Buffer): Promise<{ sha256: string; bytes: number }> {
  const draft = await shelf.draft();
  draft.sink.end(content);
  return draft.keep();
}
async function names(shelf: OpenDataShelf): Promise<string[]> {
  const found: string[] = [];
  for await (const name of shelf.list()) found.push(name);
  return found.sort();
}
const read = async (shelf: OpenDataShelf, sha256: string, range?: { start: number; end?: number }) => {
  const stream = await shelf.open(sha256, range);
  return stream && buffer(stream);
};

describe.each(['a folder', 'a bucket'] as const)('the shelf of open data as %s', (kind) => {
  const spool = () => path.join(home, kind.replaceAll(' ', '-'));
  const make = async () => (kind === 'a folder' ? createOpenDataShelf(spool()) : createS3Shelf(storage.place, spool()));
  const drafts = () => fs.readdir(path.join(spool(), 'drafts'));

  it('names a file by its bytes, gives it back whole and in ranges, and keeps it once', {
    timeout: 30_000,
  }, async () => {
    const shelf = await make();
    for (const size of [2, 70_000, 17_000_000]) {
      const content = randomBytes(size);
      const kept = await put(shelf, content);
      expect(kept).toEqual({ sha256: sha(content), bytes: size });
      expect(sha((await read(shelf, kept.sha256))!)).toBe(kept.sha256);
      expect(await put(shelf, content)).toEqual(kept);
      expect(await names(shelf)).toEqual([kept.sha256]);
      const last = size - 1;
      for (const range of [{ start: 0, end: 1 }, { start: last }, { start: last >> 1, end: last }]) {
        if (last < (range.end ?? 0)) continue;
        const wanted = content.subarray(range.start, (range.end ?? last) + 1);
        expect((await read(shelf, kept.sha256, range))?.equals(wanted), JSON.stringify(range)).toBe(true);
      }
      expect(await shelf.has(kept.sha256)).toBe(true);
      await shelf.remove(kept.sha256);
      await shelf.remove(kept.sha256); // gone already
      expect([await shelf.has(kept.sha256), await read(shelf, kept.sha256)]).toEqual([false, null]);
    }
    expect(await drafts()).toEqual([]);
  });

  it('shows nothing of what is not finished, and drops or sweeps it', async () => {
    const shelf = await make();
    const dropped = await shelf.draft();
    dropped.sink.write(randomBytes(9_000_000));
    await dropped.drop();
    const dead = await shelf.draft();
    await new Promise((done) => dead.sink.write('half a file', done));
    expect([await names(shelf), (await drafts()).length]).toEqual([[], 1]);
    expect(await shelf.sweepDrafts(new Date(0))).toBe(0);
    expect(await shelf.sweepDrafts(new Date(Date.now() + 60_000))).toBe(1);
    expect(await drafts()).toEqual([]);
  });

  it('opens nothing but what is named by a hash', async () => {
    const shelf = await make();
    await expect(shelf.open('../../etc/passwd')).rejects.toThrow(/not a name/);
    await expect((async () => shelf.remove('drafts'))()).rejects.toThrow(/not a name/);
  });

  it('says whether it takes files', async () => {
    expect(await (await make()).check()).toMatch(/answers|takes files/);
  });

  describe('under a portal', () => {
    let db: TestDatabase;
    let people: Awaited<ReturnType<typeof publishers>>;
    beforeAll(async () => {
      const s3 = kind === 'a folder' ? undefined : { ...storage.place, bucket: 'nightly' };
      db = await testDatabase({ openData: { dir: path.join(spool(), 'portal'), s3 } });
      await ensureMatters(db);
      people = await publishers(db);
      await publish(db, people);
      await buildNightly(db.deps);
    }, 60_000);
    afterAll(() => db?.end());
    const get = (address: string, headers: Record<string, string> = {}) =>
      createApp(() => db.ctx()).request(address, { headers });

    it('hands out a set with its hash as ETag, in ranges, and not again to whom has it', async () => {
      const address = '/open-data/latest/disclosures.ndjson.gz';
      const whole = await get(address);
      const content = Buffer.from(await whole.arrayBuffer());
      const file = (await filesOf(db.db, (await newest(db)).id)).find((one) => one.name === 'disclosures.ndjson.gz')!;
      expect(sha(content)).toBe(file.sha256);
      const etag = whole.headers.get('etag') ?? '';
      expect(etag).toContain(file.sha256.slice(0, 16));
      expect(gunzipSync(content).toString()).toContain('"lost_judgment"');
      expect((await get(address, { 'if-none-match': etag })).status).toBe(304);
      const part = await get(address, { range: 'bytes=10-29', 'if-range': etag });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-29/${content.length}`]);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(10, 30));
      expect((await get(address, { range: `bytes=${content.length}-` })).status).toBe(416);
    });

    it('keeps latest through a build that fails between two files, and the next one sweeps what lay there', async () => {
      const before = await newest(db);
      await publish(db, people);
      let kept = 0;
      const failing: OpenDataShelf = {
        ...db.deps.shelf,
        async draft() {
          const draft = await db.deps.shelf.draft();
          return {
            ...draft,
            keep: () => (++kept > 2 ? Promise.reject(new Error('the storage went away')) : draft.keep()),
          };
        },
      };
      await expect(buildRelease({ ...db.deps, shelf: failing }, { reason: 'nightly' })).rejects.toThrow('went away');
      expect((await newest(db)).id).toBe(before.id);
      expect((await get('/open-data/latest/disclosures.csv')).status).toBe(200);
      expect(await sweepShelf(db.deps)).toBeGreaterThan(0);
      await buildNightly(db.deps);
      expect((await newest(db)).previous).toBe(before.name);
      const named = new Set(
        (await Promise.all([before, await newest(db)].map((one) => filesOf(db.db, one.id))))
          .flat()
          .map((f) => f.sha256),
      );
      expect(await names(db.deps.shelf)).toEqual([...named].sort());
    });
  });
});

describe('a bucket that is away', () => {
  it('is a passing fault, never "there is no such file": a line of deltas would break', async () => {
    const away = createS3Shelf({ ...storage.place, endpoint: 'http://127.0.0.1:1' }, path.join(home, 'away'));
    const unavailable = { code: 'service.unavailable' };
    await expect(away.has('a'.repeat(64))).rejects.toMatchObject(unavailable);
    await expect(away.open('a'.repeat(64))).rejects.toMatchObject(unavailable);
    await expect(put(away, Buffer.from('x'))).rejects.toMatchObject(unavailable);
    await expect(away.check()).rejects.toThrow(/does not answer/);
    expect(await away.sweepDrafts(new Date(Date.now() + 60_000))).toBe(1);
  });
});
