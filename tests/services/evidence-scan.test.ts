import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScanner } from '../../api/adapters/scanner.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { openOwnEvidence } from '../../api/services/complaints/own-evidence.ts';
import { scanPending } from '../../api/services/evidence/scan-pending.ts';
import { openEvidence } from '../../api/services/officials/open-evidence.ts';
import { readCase } from '../../api/services/officials/read-case.ts';
import { type Desk, fileAndSit } from '../support/casework.ts';
import { EICAR, type ReferenceClamd, referenceClamd } from '../support/clamd.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { photograph } from '../support/picture.ts';

let database: TestDatabase;
let clamd: ReferenceClamd;
beforeAll(async () => {
  database = await testDatabase();
  clamd = await referenceClamd();
});
afterAll(async () => {
  await clamd.stop();
  await database.end();
});

const deps = () => ({ ...database.deps, scanner: createScanner({ host: '127.0.0.1', port: clamd.port }) });
const filesOf = async (d: Desk) => (await readCase(d.desk, d.number)).evidence;
describe('the scanner', () => {
  it('is away: the filing is taken, the file is held and opens only on confirmation', async () => {
    const d = await fileAndSit(database, {}, { files: [{ name: '合同.txt', content: Buffer.from('第七条') }] });
    const gone = { ...deps(), scanner: createScanner({ host: '127.0.0.1', port: 1 }) };
    expect(await scanPending(gone)).toBeNull();
    const [file] = await filesOf(d);
    expect(file?.scan).toBe('unscanned');
    await expect(openEvidence(d.desk, d.number, file!.id)).rejects.toMatchObject({ code: 'evidence.unscanned' });
    const opened = await openEvidence(d.desk, d.number, file!.id, { confirmed: true });
    expect((await buffer(opened.stream)).toString()).toBe('第七条');
    clamd.mood = 'error';
    expect(await scanPending(deps())).toBeNull();
    clamd.mood = 'well';
    expect((await filesOf(d))[0]?.scan).toBe('unscanned');
    expect(await scanPending(deps())).toEqual({ clean: 1, infected: 0 });
    await openEvidence(d.desk, d.number, file!.id);
  });

  it('sees the whole file as it was uploaded, and what it finds is never served to anybody', async () => {
    const content = Buffer.concat([Buffer.from('说明。'.repeat(60_000)), Buffer.from(EICAR)]);
    const d = await fileAndSit(
      database,
      {},
      {
        files: [
          { name: '说明.txt', content },
          { name: '合同.txt', content: Buffer.from('第七条') },
        ],
      },
    );
    clamd.seen.length = 0;
    expect(await scanPending(deps())).toEqual({ clean: 1, infected: 1 });
    expect(clamd.seen[0]).toEqual(content);
    const [bad, good] = await filesOf(d);
    expect([bad?.scan, good?.scan]).toEqual(['infected', 'clean']);
    const reason = { reason: '必须查看原件', category: 'verify' };
    for (const asked of [{}, { confirmed: true }, { confirmed: true, original: reason }])
      await expect(openEvidence(d.desk, d.number, bad!.id, asked)).rejects.toMatchObject({ code: 'evidence.infected' });
    await expect(openOwnEvidence(d.citizen, d.own, bad!.id)).rejects.toMatchObject({ code: 'evidence.infected' });
    expect(await database.owner`select 1 from access_log where subject_id = ${bad!.id}`).toEqual([]);
    const [row] = await database.owner`select scan_signature from evidence where id = ${bad!.id}`;
    expect(row?.scan_signature).toBe('Eicar-Test-Signature');
    expect(await scanPending(deps())).toEqual({ clean: 0, infected: 0 });
  });

  it('tells its version to the doctor, or that it is not there', async () => {
    expect(await deps().scanner.check()).toMatch(/^ClamAV 1\.4/);
    await expect(createScanner({ host: '127.0.0.1', port: 1 }).check()).rejects.toThrow();
  });

  it('is asked for by every upload, by the outbox', async () => {
    const d = await fileAndSit(database, {}, { files: [{ name: 'a.txt', content: Buffer.from('材料') }] });
    const [row] = await database.owner`select count(*)::int as n from outbox where task = 'evidence.scan'`;
    expect(row?.n).toBeGreaterThan(0);
    expect((await lookup(d.citizen, d.own)).evidence).toHaveLength(1);
  });
});

describe('the copy for the handler', () => {
  it('has neither place nor camera, and stands upright; the original needs a reason that the complainant sees', async () => {
    const original = await photograph();
    expect((await sharp(original).metadata()).exif?.includes('Kamera')).toBe(true);
    const d = await fileAndSit(database, {}, { files: [{ name: '现场照片.jpeg', content: original }] });
    await scanPending(deps());
    const [file] = await filesOf(d);
    const copy = await openEvidence(d.desk, d.number, file!.id);
    const bytes = await buffer(copy.stream);
    expect(copy).toMatchObject({ name: '现场照片.jpg', mediaType: 'image/jpeg', bytes: bytes.length });
    const seen = await sharp(bytes).metadata();
    expect(seen).toMatchObject({ width: 40, height: 80 });
    expect([seen.exif, seen.icc, seen.xmp, seen.iptc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(bytes.includes('Kamera')).toBe(false);

    await expect(openEvidence(d.desk, d.number, file!.id, { original: { reason: '看' } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const whole = await openEvidence(d.desk, d.number, file!.id, {
      original: { reason: '核对拍摄时间', category: 'verify' },
    });
    expect(await buffer(whole.stream)).toEqual(original);
    const entry = (await lookup(d.citizen, d.own)).timeline.find((one) => one.kind === 'evidence_read');
    expect(entry).toMatchObject({ by: 'body', body: '测试市发展和改革委员会' });
    expect(JSON.stringify(entry)).not.toMatch(/核对拍摄时间|经办人/);
    expect(await buffer((await openOwnEvidence(d.citizen, d.own, file!.id)).stream)).toEqual(original);
  });

  it('is not made of what cannot be read or is far too large: only the original is left', async () => {
    const { imageCopy } = database.deps;
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#fff' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(await imageCopy.copy(bomb, 'image/png')).toBeNull();
    const photo = await photograph();
    expect(await imageCopy.copy(photo.subarray(0, photo.length / 2), 'image/jpeg')).toBeNull();
    expect(await imageCopy.copy(Buffer.from('<svg/>'), 'image/svg+xml')).toBeNull();
    expect(await imageCopy.copy(photo, 'image/heic')).toBeNull();
    const many = await Promise.all(Array.from({ length: 6 }, () => imageCopy.copy(photo, 'image/jpeg')));
    expect(many.every((one) => one !== null)).toBe(true);
    for (const [type, ending] of [
      ['png', 'png'],
      ['webp', 'webp'],
      ['gif', 'png'],
      ['tiff', 'jpg'],
      ['avif', 'jpg'],
    ] as const) {
      const made = await sharp(photo).toFormat(type).toBuffer();
      expect((await imageCopy.copy(made, `image/${type}`))?.ending, type).toBe(ending);
    }
  }, 30_000);
});
