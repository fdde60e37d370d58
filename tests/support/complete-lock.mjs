// This registry lacks the other-platform builds of a few packages (@astrojs/compiler-binding-*, @biomejs/cli-*), so
// `npm install` leaves them out of the lock and `npm ci` then calls the lock out of sync. Put a stub entry in for each:
// its os/cpu never match here, so it is never fetched. Run after every `npm install` that changes the lock.
import fs from 'node:fs';

const f = 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(f, 'utf8'));
const P = lock.packages;
let n = 0;
const find = (from, name) => {
  for (let at = from; ; ) {
    const k = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (P[k]) return k;
    if (!at) return;
    const i = at.lastIndexOf('/node_modules/');
    at = i < 0 ? '' : at.slice(0, i);
  }
};
for (const [at, p] of Object.entries({ ...P }))
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    if (find(at, name)) continue;
    const t = name.split('/').pop();
    const os = t.match(/android|darwin|win32|freebsd|openbsd|netbsd|sunos|aix|linux/)?.[0];
    const cpu = t.match(/wasm32|arm64|ia32|x64|arm|ppc64|s390x|riscv64|loong64|mips64el/)?.[0];
    const libc = t.includes('musl') ? 'musl' : t.includes('gnu') ? 'glibc' : undefined;
    if (!os && cpu !== 'wasm32') {
      console.error('skipped (no platform in its name):', name, 'of', at);
      continue;
    }
    P[`node_modules/${name}`] = {
      version: range.replace(/^[\^~>=v ]+/, ''),
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(libc ? { libc: [libc] } : {}),
      ...(p.dev ? { dev: true } : {}),
      license: 'MIT',
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    n++;
  }
lock.packages = Object.fromEntries(Object.entries(P).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(f, `${JSON.stringify(lock, null, 2)}\n`);
console.log('stubs added:', n);
