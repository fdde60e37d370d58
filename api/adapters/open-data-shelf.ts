import { access, constants, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { filesIn, spoolFile, sweepSpool } from './open-data-draft.ts';
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
      const draft = await spoolFile(drafts);
      return {
        sink: draft.sink,
        async keep() {
          const { file: target, sha256, bytes } = await draft.done();
          await mkdir(path.dirname(file(sha256)), { recursive: true });
          await rename(target, file(sha256));
          await syncDirectory(path.dirname(file(sha256)));
          return { sha256, bytes };
        },
        drop: () => draft.drop(),
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
      for await (const name of filesIn(directory)) if (SHA256.test(name)) yield name;
    },

    remove: (sha256) => rm(file(sha256), { force: true }),

    sweepDrafts: (before) => sweepSpool(drafts, before),

    async check() {
      await mkdir(directory, { recursive: true });
      await access(directory, constants.R_OK | constants.W_OK);
      return `${directory} takes files`;
    },
  };
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
