/** `npm run test:faults`: every fault in its long form, and at the end what was counted, one line of JSON a fault. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'jiannuo-faults-'));
const figures = join(folder, 'figures.jsonl');
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    'tests/faults',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FAULTS: 'long', FAULTS_FILE: figures } },
);
console.log('\nWhat was counted:');
console.log(existsSync(figures) ? readFileSync(figures, 'utf8').trim() : '(nothing)');
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
