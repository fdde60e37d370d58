import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs `work` while `file` says that this process is at it; others wait. A lock whose owner is dead is taken over. */
export async function whileLocked<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (alive(file)) await delay(50);
    else fs.rmSync(file, { force: true });
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function alive(file: string): boolean {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    if (!pid) return Date.now() - fs.statSync(file).mtimeMs < 2_000; // made, not written yet
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
