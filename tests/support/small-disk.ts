import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Folder of what fills a small disk. */
export const FILLER = 'filler';

export interface SmallDisk {
  folder: string;
  /** Takes all the room that is left, for bytes and, where their number is limited, for files. */
  fill(): void;
  /** Gives that back and makes the disk so many bytes large, as an administrator does. */
  enlarge(bytes: number): void;
  end(): void;
}

/** Why no file system can be mounted here; null where one can. */
export function noMountBecause(): string | null {
  if (process.platform !== 'linux') return 'mounting a small disk needs Linux';
  if (process.getuid?.() !== 0) return 'mounting a small disk needs root';
  try {
    smallDisk(1024 * 1024).end();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * A file system in memory, which the kernel fills and refuses like any other.
 * @param inodes files and folders that it can hold; as many as there is room for where it is left out
 * @throws Error where it may not be mounted
 */
export function smallDisk(bytes: number, inodes = 0): SmallDisk {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-small-disk-'));
  const options = `size=${bytes},nr_inodes=${inodes},mode=0700`;
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' });
  if (status !== 0) {
    fs.rmdirSync(folder);
    throw new Error(`mount: ${stderr?.trim() || 'not there'}`);
  }
  const filler = path.join(folder, FILLER);
  fs.mkdirSync(filler);
  return {
    folder,
    fill() {
      const file = fs.openSync(path.join(filler, 'bytes'), 'a');
      try {
        // Ever smaller pieces, down to the last page.
        for (let piece = 1024 * 1024; piece >= 4096; piece /= 4) {
          const content = Buffer.alloc(piece, 0x20);
          for (;;) if (fs.writeSync(file, content) < piece) break;
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      } finally {
        fs.closeSync(file);
      }
      try {
        for (let i = 0; inodes > 0; i += 1) fs.writeFileSync(path.join(filler, String(i)), '');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    },
    enlarge(larger) {
      for (const name of fs.readdirSync(filler)) fs.rmSync(path.join(filler, name));
      spawnSync('mount', ['-o', `remount,size=${larger}`, folder]);
    },
    end() {
      spawnSync('umount', ['-l', folder]);
      fs.rmdirSync(folder);
    },
  };
}

/** Why the size of files of a process cannot be limited here; null where it can. */
export function noLimitBecause(): string | null {
  const { status } = spawnSync('prlimit', ['--pid', String(process.pid), '--fsize'], { stdio: 'ignore' });
  return status === 0 ? null : 'limiting the size of files needs prlimit (util-linux)';
}

/** From now on the process can write no file beyond so many bytes (RLIMIT_FSIZE); anybody may do so to a process of his own. */
export function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}
