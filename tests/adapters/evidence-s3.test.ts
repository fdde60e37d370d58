import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Store } from '../../api/adapters/evidence-s3.ts';
import type { S3Place } from '../../api/adapters/s3-client.ts';
import { createKeyring } from '../../api/adapters/vault.ts';
import { backUp } from '../../api/cli/archive-portal.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { openOwnEvidence } from '../../api/services/complaints/own-evidence.ts';
import { sweepFilings } from '../../api/services/complaints/sweep.ts';
import { upload } from '../../api/services/complaints/upload.ts';
import { fileAndSit } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint, filingCtx } from '../support/filing.ts';
import { objectStorage } from '../support/object-storage.ts';

let server: Awaited<ReturnType<typeof objectStorage>>;
let place: S3Place;
let database: TestDatabase;
const key = randomBytes(32);
const LIMIT = 20 * 1024 * 1024;

beforeAll(async () => {
  server = await objectStorage('evidence', 'other');
  place = server.place;
  database = await testDatabase({ s3: place });
});
afterAll(async () => {
  await database?.end();
  await server?.stop();
});
const names = async (store = createS3Store(place)) => {
  const found: string[] = [];
  for await (const name of store.list(new Date(Date.now() + 60_000))) found.push(name);
  return found.sort();
};

describe('evidence in an object storage', () => {
  it('comes back as it went in, whatever its size, and lies there sealed', async () => {
    const store = createS3Store(place);
    for (const size of [12, 64 * 1024, 64 * 1024 + 1, 11_000_000]) {
      const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);
      const stored = await store.put(Readable.from([content]), key, LIMIT);
      expect(stored).toMatchObject({ bytes: content.length, mediaType: 'application/pdf' });
      expect(await buffer(await store.get(stored.storageName, key))).toEqual(content);
      const sealed = await buffer((await store.exportSealed(stored.storageName))!);
      expect(sealed.includes(content.subarray(0, 64))).toBe(false);
      await expect(buffer(await store.get(stored.storageName, randomBytes(32)))).rejects.toThrow();
      await store.remove(stored.storageName);
      await store.remove(stored.storageName); // gone already
      expect(await store.exportSealed(stored.storageName)).toBeNull();
    }
    expect(await names()).toEqual([]);
  });

  it('takes nothing of what is too large, of a wrong kind, or cut off', async () => {
    const store = createS3Store(place);
    const large = Readable.from([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 65)]);
    await expect(store.put(large, key, 100_000)).rejects.toMatchObject({ code: 'upload.too_large' });
    await expect(store.put(Readable.from([Buffer.from('<html>')]), key, LIMIT)).rejects.toMatchObject({
      code: 'upload.type_refused',
    });
    const cut = new PassThrough();
    cut.write(Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(7_000_000)]));
    setImmediate(() => cut.destroy(new Error('the connection was cut')));
    await expect(store.put(cut, key, LIMIT)).rejects.toMatchObject({ code: 'upload.incomplete' });
    expect(await names()).toEqual([]);
    await expect(store.get('../../etc/passwd', key)).rejects.toThrow(/not a name/);
  });

  it('is away: uploads answer "later", a filing without files goes on, and the doctor says what is wrong', async () => {
    const away = createS3Store({ ...place, endpoint: 'http://127.0.0.1:1' });
    const ctx = await filingCtx(database, { evidence: away });
    const input = complaint();
    const file = { name: 'a.txt', source: Readable.from([Buffer.from('材料')]) };
    await expect(upload(ctx, input.submissionId, file)).rejects.toMatchObject({ code: 'upload.not_stored' });
    const d = await fileAndSit(database, {}, { ctx: { evidence: away } });
    expect(d.number).toMatch(/^JN/);
    await expect(away.check()).rejects.toThrow(/does not answer/);
    await expect(createS3Store({ ...place, bucket: 'nowhere' }).check()).rejects.toThrow(/nowhere/);
    expect(await createS3Store(place).check()).toMatch(/answers/);
  });

  it('is swept of orphans and leaves what a case holds', async () => {
    const d = await fileAndSit(database, {}, { files: [{ name: '合同.txt', content: Buffer.from('第七条') }] });
    await database.deps.evidence.put(Readable.from([Buffer.from('nobody')]), key, LIMIT);
    const before = await names();
    expect(before.length).toBe(2);
    expect((await sweepFilings(database.deps, Date.now() + 25 * 3600_000)).files).toBe(1);
    const [file] = (await lookup(d.citizen, d.own)).evidence;
    expect((await buffer((await openOwnEvidence(d.citizen, d.own, file!.id)).stream)).toString()).toBe('第七条');
  });

  it('is backed up and restored like a folder', async () => {
    const archive = path.join(server.folder, 'portal.backup');
    const keys = createKeyring(database.config.masterKeys);
    const { ownerUrl, url: appUrl } = database;
    const figures = await backUp({ ownerUrl, appUrl, keys, evidence: createS3Store(place) }, archive);
    expect(figures).toMatchObject({ files: 1, missing: [] });
    const other = createS3Store({ ...place, bucket: 'other' });
    const [name = ''] = await names();
    const sealed = (await createS3Store(place).exportSealed(name))!;
    await other.importSealed(name, sealed);
    expect(await names(other)).toEqual([name]);
  });
});
