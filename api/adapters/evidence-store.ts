import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, opendir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../domain/errors.ts';
import { HEADER_BYTES, openStream, SealStream } from './evidence-cipher.ts';
import { evidenceIntake } from './evidence-intake.ts';
import type { EvidenceStore } from './ports.ts';

const NAME = /^[0-9a-f]{2}\/[0-9a-f]{40}$/;
const PART = '.part';

/** Files in `directory`, spread over 256 folders. A file has its final name only when it is whole and on the disk. */
export async function createEvidenceStore(directory: string): Promise<EvidenceStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });

  /** Names come from the database, but a wrong one must never leave the directory. */
  function file(storageName: string): string {
    if (!NAME.test(storageName)) throw new Error('not a name of the evidence store');
    return path.join(directory, storageName);
  }

  return {
    async put(source, key, limit) {
      const id = randomBytes(20).toString('hex');
      const storageName = `${id.slice(0, 2)}/${id}`;
      const target = file(storageName);
      const intake = evidenceIntake(limit);
      try {
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await pipeline(
          source,
          intake.count,
          intake.kind,
          new SealStream(key),
          createWriteStream(target + PART, { flags: 'wx', mode: 0o600, flush: true }),
        );
        await rename(target + PART, target);
        await syncDirectory(path.dirname(target));
      } catch (error) {
        // What cannot be removed now is found by the sweep.
        for (const rest of [target + PART, target]) await rm(rest, { force: true }).catch(() => {});
        if (error instanceof DomainError) throw error;
        if (isStorageFault(error))
          throw new DomainError('upload.not_stored', { params: { retryAfter: 60 }, cause: error });
        throw new DomainError('upload.incomplete');
      }
      return { storageName, ...intake.result() };
    },

    async get(storageName, key) {
      const handle = await open(file(storageName));
      try {
        const header = Buffer.alloc(HEADER_BYTES);
        await handle.read(header, 0, HEADER_BYTES, 0);
        const opened = openStream(key, header);
        const sealed = createReadStream('', { fd: handle as FileHandle, start: HEADER_BYTES });
        sealed.on('error', (error) => opened.destroy(error));
        opened.on('close', () => sealed.destroy());
        return sealed.pipe(opened);
      } catch (error) {
        await handle.close();
        throw error;
      }
    },

    async remove(storageName) {
      await rm(file(storageName), { force: true });
    },

    async exportSealed(storageName) {
      const handle = await open(file(storageName)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return handle?.createReadStream() ?? null;
    },

    async importSealed(storageName, source) {
      const target = file(storageName);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(source, createWriteStream(target + PART, { mode: 0o600, flush: true }));
      await rename(target + PART, target);
      await syncDirectory(path.dirname(target));
    },

    async check() {
      const probe = path.join(directory, `.doctor-${process.pid}`);
      await writeFile(probe, 'probe', { flush: true });
      await rm(probe);
      const free = (await freeBytes(directory)) / 1024 ** 3;
      if (free < 1) throw new Error(`only ${free.toFixed(2)} GB are free in EVIDENCE_DIR`);
      return `${free.toFixed(0)} GB free`;
    },

    free: () => freeBytes(directory),

    async *list(before) {
      for await (const folder of await opendir(directory)) {
        if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
        for await (const entry of await opendir(path.join(directory, folder.name))) {
          const name = `${folder.name}/${entry.name}`;
          const found = await stat(path.join(directory, name)).catch(() => null);
          if (!found || found.mtime >= before) continue;
          // Half files are of nobody: a process died while writing.
          if (entry.name.endsWith(PART)) await rm(path.join(directory, name), { force: true });
          else if (NAME.test(name)) yield name;
        }
      }
    },
  };
}

/** Full, over a quota or a limit of the process, broken, read-only, out of handles, not ours. */
const STORAGE_FAULTS = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM']);
const isStorageFault = (error: unknown): boolean =>
  STORAGE_FAULTS.has(String((error as NodeJS.ErrnoException | null)?.code ?? ''));

async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** The rename itself must survive a power cut. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
