/**
 * npm test: every gate in order, cheap ones first, all of them even where one fails. The last line counts what passed
 * and what failed: each gate is one, each vitest test is one.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'jiannuo-run-'));
const bin = (path: string): string => join(root, 'node_modules', path);
/** Tests of days and clocks run once more far from Shanghai: a legal date must not follow the machine. */
const DATE_TESTS = ['tests/domain', 'calendar', 'clock', 'date', 'deadline'];

interface Outcome {
  name: string;
  passed: number;
  failed: number;
  seconds: number;
  complaint?: string;
}

function run(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function gate(name: string, args: string[]): Promise<Outcome> {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const code = await run(args);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds: (performance.now() - start) / 1000 };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; name: string; message?: string; assertionResults: { status: string }[] }[];
}

async function vitest(name: string, filters: string[], env: Record<string, string> = {}): Promise<Outcome> {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const report = join(scratch, `${name.replace(/\W+/g, '-')}.json`);
  const config = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
  const code = await run([bin('vitest/vitest.mjs'), 'run', ...config, `--outputFile.json=${report}`, ...filters], env);
  const seconds = (performance.now() - start) / 1000;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // A file that fails to load, or in its set-up, has no failed test of its own: it counts as one.
    const broken = result.testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const failed = result.numFailedTests + broken;
    const complaint = code !== 0 && failed === 0 ? `vitest ended with ${code}` : undefined;
    return { name, passed: result.numPassedTests, failed: complaint ? 1 : failed, seconds, complaint };
  } catch {
    return { name, passed: 0, failed: 1, seconds, complaint: `vitest ended with ${code} and wrote no report` };
  }
}

const outcomes: Outcome[] = [
  await gate('astro check', [bin('astro/bin/astro.mjs'), 'check', '--minimumSeverity', 'error']),
  await gate('TypeScript 7', [bin('typescript-7/bin/tsc'), '--noEmit']),
  await gate('Biome', [bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '.']),
  await vitest('vitest', []),
  await vitest('vitest, dates in New York', DATE_TESTS, { TZ: 'America/New_York' }),
];
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, seconds, complaint } of outcomes) {
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed in ${seconds.toFixed(0)} s${complaint ? ` (${complaint})` : ''}`,
  );
}
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
