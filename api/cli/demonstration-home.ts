import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Writes `name` below `home` once, readable by its owner only; whoever comes second reads what the first wrote. */
export function once<T>(home: string, name: string, make: () => T): T {
  const file = path.join(home, name);
  if (!fs.existsSync(file)) {
    const staging = `${file}.${process.pid}`;
    fs.writeFileSync(staging, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600 });
    try {
      fs.linkSync(staging, file); // fails where the file has come into being meanwhile
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(staging);
    }
  }
  return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
}

/** Where the demonstration keeps what belongs to one checkout: database, evidence, mails, secrets. */
export function openHome(home: string): { masterKeys: string; authSecret: string } {
  fs.mkdirSync(home, { recursive: true, mode: 0o700 });
  return once(home, 'secrets.json', () => ({
    masterKeys: `1:${randomBytes(32).toString('base64')}`,
    authSecret: randomBytes(36).toString('base64url'),
  }));
}

interface RunFile {
  pid: number;
  url: string;
}

/** The address at which another `npm start` of this checkout answers, if one does. */
export async function runningAt(home: string): Promise<string | null> {
  try {
    const { pid, url } = JSON.parse(fs.readFileSync(path.join(home, 'run.json'), 'utf8')) as RunFile;
    process.kill(pid, 0);
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? url : null;
  } catch {
    return null;
  }
}

export function noteRunning(home: string, url: string): void {
  fs.writeFileSync(path.join(home, 'run.json'), JSON.stringify({ pid: process.pid, url } satisfies RunFile));
}

export function forgetRunning(home: string): void {
  fs.rmSync(path.join(home, 'run.json'), { force: true });
}

/** Whether `npm run demo -- --size full` was begun here: the portal then serves the whole fictional province. */
export const isFullSize = (home: string): boolean => fs.existsSync(path.join(home, 'size-full'));
export const noteFullSize = (home: string): void => fs.writeFileSync(path.join(home, 'size-full'), '');
