import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { OpenDataShelf } from './ports.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const DRAFTS = 'drafts';

/** Finished files in `directory`, named by the SHA-256 of their bytes; whatever is not finished lies in drafts/. */
export async function createOpenDataShelf(directory: string): Promise<OpenDataShelf> {
  const drafts = path.join(directory, DRAFTS);

  /** Names come from the database, but a wrong one must never leave the directory. */
  function file(sha256: string): string {
    if (!SHA256.test(sha256)) throw new Error('not a name of the shelf');
    return path.join(directory, sha256.slice(0, 2), sha256);
  }

  return {
    async draft() {
      await mkdir(drafts, { recursive: true });
      const target = path.join(drafts, randomUUID());
      const hash = createHash('sha256');
      let bytes = 0;
      const sink = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          hash.update(chunk);
          bytes += chunk.length;
          done(null, chunk);
        },
      });
      const out = createWriteStream(target, { flags: 'wx', flush: true });
      out.on('error', (error) => sink.destroy(error));
      sink.on('error', () => out.destroy()).pipe(out);
      return {
        sink,
        async keep() {
          await finished(out);
          const sha256 = hash.digest('hex');
          await mkdir(path.dirname(file(sha256)), { recursive: true });
          await rename(target, file(sha256));
          await syncDirectory(path.dirname(file(sha256)));
          return { sha256, bytes };
        },
        async drop() {
          sink.destroy();
          out.destroy();
          if (!out.closed) await new Promise((resolve) => out.once('close', resolve));
          await rm(target, { force: true });
        },
      };
    },

    async open(sha256, range) {
      const handle = await open(file(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return handle?.createReadStream(range) ?? null;
    },

    has: (sha256) =>
      stat(file(sha256)).then(
        () => true,
        () => false,
      ),

    async *list() {
      for await (const name of walk(directory)) if (SHA256.test(name)) yield name;
    },

    remove: (sha256) => rm(file(sha256), { force: true }),

    async sweepDrafts(before) {
      let swept = 0;
      for await (const name of walk(drafts)) {
        const draft = path.join(drafts, name);
        const known = await stat(draft).catch(() => null);
        if (!known || known.mtime >= before) continue;
        await rm(draft, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}

/** Names of files in a folder and in the folders right below it; nothing where there is none. */
async function* walk(directory: string): AsyncGenerator<string> {
  const folder = await opendir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (folder) for await (const entry of folder) if (entry.isFile()) yield entry.name;
}

/** A rename is on the disk only when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
