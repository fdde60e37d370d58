/** `npm run build`: the site, built again only where its sources changed since the last build. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
/** Everything that can end up in the built site: pages bundle services and queries. */
const SOURCES = ['site', 'api', 'db', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const LEFT_OUT = /^db\/(migrations|reference)\/|^api\/cli\//;

/** Hash of the sources of the site: names a build. */
export function sourceHash(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const file = path.join(ROOT, source);
    const names = fs.statSync(file).isDirectory()
      ? (fs.readdirSync(file, { recursive: true }) as string[]).map((name) => path.join(source, name)).sort()
      : [source];
    for (const name of names) {
      const address = name.split(path.sep).join('/');
      if (LEFT_OUT.test(address) || !fs.statSync(path.join(ROOT, name)).isFile()) continue;
      hash
        .update(address)
        .update('\0')
        .update(fs.readFileSync(path.join(ROOT, name)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const mark = (dist: string) => path.join(dist, 'built-from');

export function isBuilt(dist: string, hash = sourceHash()): boolean {
  try {
    return fs.readFileSync(mark(dist), 'utf8') === hash && fs.existsSync(path.join(dist, 'server', 'entry.mjs'));
  } catch {
    return false;
  }
}

/**
 * Builds into `dist` (which must lie inside the checkout, because the build imports packages from node_modules).
 * @returns false where the last build is still right
 */
export async function buildSite(dist: string): Promise<boolean> {
  const hash = sourceHash();
  if (isBuilt(dist, hash)) return false;
  fs.rmSync(mark(dist), { force: true });
  const require = createRequire(import.meta.url);
  const astro = path.join(path.dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], {
    cwd: ROOT,
    env: { ...process.env, JIANNUO_DIST: dist, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
  fs.writeFileSync(mark(dist), hash);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  const dist = path.resolve(process.env.JIANNUO_DIST ?? path.join(ROOT, '.dist'));
  try {
    console.log((await buildSite(dist)) ? `Built into ${dist}` : `Nothing changed since the last build in ${dist}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
