/**
 * One encrypted file of many entries. "JNB1", the version of the master key and a salt in the clear; then, sealed in chunks
 * (evidence-cipher.ts) and compressed, entries: a JSON head and a body in pieces, each with its length before it.
 */
import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { HEADER_BYTES, openStream, SealStream } from './evidence-cipher.ts';
import type { Keyring } from './ports.ts';

const MAGIC = Buffer.from('JNB1');
const SALT = 16;
const CLEAR = MAGIC.length + 4 + SALT;

export interface Entry<Head> {
  head: Head;
  body?: AsyncIterable<Buffer>;
}

const length = (size: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(size);
  return buffer;
};

async function* frames<Head>(entries: AsyncIterable<Entry<Head>>): AsyncIterable<Buffer> {
  for await (const { head, body } of entries) {
    const json = Buffer.from(JSON.stringify(head));
    yield Buffer.concat([length(json.length), json]);
    if (body) for await (const chunk of body) if (chunk.length > 0) yield Buffer.concat([length(chunk.length), chunk]);
    yield length(0);
  }
}

/** The file has its name only once it is whole. */
export async function writeArchive<Head>(
  file: string,
  keys: Keyring,
  entries: AsyncIterable<Entry<Head>>,
): Promise<void> {
  const salt = randomBytes(SALT);
  const part = `${file}.part`;
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
  out.write(Buffer.concat([MAGIC, length(keys.version), salt]));
  try {
    const seal = new SealStream(keys.mac('backup', salt));
    await pipeline(Readable.from(frames(entries), { objectMode: false }), createGzip({ level: 3 }), seal, out);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/**
 * The entries in order; each body must be read before the next entry is asked for, and what is left of it is skipped.
 * @throws Error where the file is no archive, was cut or changed, or was sealed with another key
 */
export async function* readArchive<Head>(file: string, keys: Keyring): AsyncGenerator<Required<Entry<Head>>> {
  const clear = Buffer.alloc(CLEAR + HEADER_BYTES);
  const handle = await open(file);
  const { bytesRead } = await handle.read(clear, 0, clear.length, 0);
  await handle.close();
  if (bytesRead < clear.length || !clear.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new Error(`${file} is no backup of Jiannuo`);
  }
  const version = clear.readUInt32BE(MAGIC.length);
  const key = keys.mac('backup', clear.subarray(MAGIC.length + 4, CLEAR), version);
  const plain = createGunzip();
  const source = pipeline(
    createReadStream(file, { start: CLEAR + HEADER_BYTES }),
    openStream(key, clear.subarray(CLEAR)),
    plain,
  );
  source.catch(() => {}); // the reader of `plain` hears of it
  const pull = puller(plain);
  try {
    for (;;) {
      const size = await pull(4, true);
      if (!size) break;
      const head = JSON.parse(String(await pull(size.readUInt32BE()))) as Head;
      let over = false;
      const body = (async function* (): AsyncGenerator<Buffer> {
        while (!over) {
          const next = ((await pull(4)) as Buffer).readUInt32BE();
          if (next === 0) over = true;
          else yield (await pull(next)) as Buffer;
        }
      })();
      yield { head, body };
      while (!over) await body.next();
    }
    await source;
  } finally {
    plain.destroy();
  }
}

/** Reads exactly `size` bytes at a time; null at a clean end where `orEnd`. */
function puller(stream: Readable): (size: number, orEnd?: boolean) => Promise<Buffer | null> {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held: Buffer = Buffer.alloc(0);
  return async (size, orEnd = false) => {
    const parts = [held];
    let have = held.length;
    while (have < size) {
      const { value, done } = await chunks.next();
      if (done) {
        if (orEnd && have === 0) return null;
        throw new Error('the backup ends too early');
      }
      parts.push(value);
      have += value.length;
    }
    const all = Buffer.concat(parts);
    held = all.subarray(size);
    return all.subarray(0, size);
  };
}
