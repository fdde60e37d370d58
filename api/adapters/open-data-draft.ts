import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, opendir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** A file of open data while it is written: on the disk of the machine that builds, whatever shelf it goes to. */
export interface SpooledFile {
  sink: Writable;
  /** Once the sink has ended: whole and on the disk. */
  done(): Promise<{ file: string; sha256: string; bytes: number }>;
  /** Leaves nothing; harmless once the file was moved away. */
  drop(): Promise<void>;
}

export async function spoolFile(drafts: string): Promise<SpooledFile> {
  await mkdir(drafts, { recursive: true });
  const file = path.join(drafts, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const sink = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const out = createWriteStream(file, { flags: 'wx', flush: true });
  out.on('error', (error) => sink.destroy(error));
  sink.on('error', () => out.destroy()).pipe(out);
  return {
    sink,
    async done() {
      await finished(out);
      return { file, sha256: hash.digest('hex'), bytes };
    },
    async drop() {
      sink.destroy();
      out.destroy();
      if (!out.closed) await new Promise((resolve) => out.once('close', resolve));
      await rm(file, { force: true });
    },
  };
}

/** Removes files that writers who died before `before` left. @returns how many */
export async function sweepSpool(drafts: string, before: Date): Promise<number> {
  let swept = 0;
  for await (const name of filesIn(drafts)) {
    const draft = path.join(drafts, name);
    const known = await stat(draft).catch(() => null);
    if (!known || known.mtime >= before) continue;
    await rm(draft, { force: true });
    swept += 1;
  }
  return swept;
}

/** Names of files in a folder and in the folders right below it; nothing where there is none. */
export async function* filesIn(directory: string): AsyncGenerator<string> {
  const folder = await opendir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (folder) for await (const entry of folder) if (entry.isFile()) yield entry.name;
}
