import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvidenceStore } from '../../api/adapters/evidence-store.ts';
import type { EvidenceStore } from '../../api/adapters/ports.ts';

const CHUNK = 64 * 1024;
const key = randomBytes(32);
let folder: string;
let store: EvidenceStore;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiannuo-evidence-'));
  store = await createEvidenceStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = (bytes: number) => Buffer.alloc(bytes, '证据 abc\n');
const whole = (source: Buffer) => Readable.from(source.length === 0 ? [] : [source]);

describe('the evidence store', () => {
  it('gives back every byte, at the borders of its chunks too', async () => {
    for (const size of [1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 7]) {
      const content = Buffer.alloc(size, 'a');
      const stored = await store.put(whole(content), key, 10 * CHUNK);
      expect(stored.bytes).toBe(size);
      expect((await buffer(await store.get(stored.storageName, key))).equals(content), String(size)).toBe(true);
    }
  });

  it('keeps nothing readable on the disk', async () => {
    const { storageName } = await store.put(whole(text(1000)), key, CHUNK);
    expect((await readFile(path.join(folder, storageName))).includes(Buffer.from('证据'))).toBe(false);
  });

  it('notices a changed byte, a cut, an addition, another key and a swapped chunk', async () => {
    const content = Buffer.alloc(3 * CHUNK, 'b');
    const { storageName } = await store.put(whole(content), key, 10 * CHUNK);
    const file = path.join(folder, storageName);
    const sealed = await readFile(file);
    const read = async () => buffer(await store.get(storageName, key));
    expect((await read()).equals(content)).toBe(true);
    await expect(store.get(storageName, randomBytes(32)).then(buffer)).rejects.toThrow();

    const changed = Buffer.from(sealed);
    changed[1000] = (changed[1000] as number) ^ 1;
    await writeFile(file, changed);
    await expect(read()).rejects.toThrow();
    await writeFile(file, sealed);
    await truncate(file, 20 + CHUNK + 16); // exactly one chunk: its mark says that it was not the last
    await expect(read()).rejects.toThrow();
    await writeFile(file, sealed);
    await appendFile(file, randomBytes(100));
    await expect(read()).rejects.toThrow();
    const size = CHUNK + 16;
    await writeFile(
      file,
      Buffer.concat([
        sealed.subarray(0, 20),
        sealed.subarray(20 + size, 20 + 2 * size),
        sealed.subarray(20, 20 + size),
        sealed.subarray(20 + 2 * size),
      ]),
    );
    await expect(read()).rejects.toThrow();
  });

  it('refuses what is empty, too large or broken off, and leaves no file', async () => {
    const before = (await readdir(folder, { recursive: true })).filter((name) => name.length > 2);
    await expect(store.put(whole(Buffer.alloc(0)), key, 100)).rejects.toMatchObject({ code: 'upload.incomplete' });
    await expect(store.put(whole(text(101)), key, 100)).rejects.toMatchObject({ code: 'upload.too_large' });
    const broken = Readable.from(
      (async function* () {
        yield text(CHUNK);
        throw new Error('the connection was cut');
      })(),
    );
    await expect(store.put(broken, key, 10 * CHUNK)).rejects.toMatchObject({ code: 'upload.incomplete' });
    const after = (await readdir(folder, { recursive: true })).filter((name) => name.length > 2);
    expect(after.sort()).toEqual(before.sort());
  });

  it('never leaves its directory by a name', async () => {
    for (const name of ['../../etc/passwd', '/etc/passwd', 'ab/../../x', 'ab', ''])
      await expect(store.get(name, key)).rejects.toThrow('not a name');
  });

  it('knows text in the national encoding from noise', async () => {
    const gb = Buffer.from([0xd0, 0xad, 0xd2, 0xe9, 0xca, 0xe9, 0x0a]); // 协议书 in GB18030
    expect((await store.put(whole(gb), key, 100)).mediaType).toBe('text/plain; charset=gb18030');
    await expect(store.put(whole(Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0x81])), key, 100)).rejects.toMatchObject({
      code: 'upload.type_refused',
    });
  });
});
