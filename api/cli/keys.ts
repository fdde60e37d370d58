/**
 * npm run keys -- status            what each master key is still needed for
 *                 rotate [--batch N]  wrap every case key with the newest one, while the portal serves
 *                 retire VERSION    forget an old one that nothing needs any more
 */
import { parseArgs } from 'node:util';
import { type Built, buildDeps } from '../deps.ts';
import { EnvError } from '../env.ts';
import { retireKey } from '../services/keys/retire.ts';
import { RotationRefused, rotateKeys } from '../services/keys/rotate.ts';
import { keyStatus } from '../services/keys/status.ts';
import { commandEnv } from './demonstration-env.ts';

const USAGE = 'Usage: npm run keys -- status | rotate [--batch N] | retire VERSION';
const silent = { debug() {}, info() {}, warn() {}, error() {} };

export async function runKeys(
  argv: readonly string[],
  deps: Built['deps'],
  io: { print(line: string): void; progress(line: string | null): void; signal?: AbortSignal },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { batch: { type: 'string' } },
    allowPositionals: true,
  });
  const [command, version] = positionals;
  switch (command) {
    case 'status': {
      const { newest, versions } = await keyStatus(deps);
      io.print(['version', 'case keys', 'forms of the week', 'printed codes', 'state'].join('\t'));
      for (const row of versions) {
        const state =
          row.version === newest
            ? `seals${row.canary ? '' : '; no portal serves with it yet'}`
            : !row.configured
              ? 'MISSING in MASTER_KEYS'
              : row.removable
                ? row.canary
                  ? 'no longer needed: retire it'
                  : 'retired: take it out of MASTER_KEYS when no backup needs it'
                : 'needed';
        io.print([row.version, row.caseKeys, row.submissions, row.posters, state].join('\t'));
      }
      return 0;
    }
    case 'rotate': {
      const batch = Number(values.batch ?? 500);
      if (!Number.isInteger(batch) || batch < 1 || batch > 10_000) throw new RotationRefused('--batch: 1 to 10000');
      const progress = (done: number, all: number) => io.progress(`${done} of ${all} case keys`);
      const { rotated, left } = await rotateKeys(deps, { batch, progress, ...(io.signal && { signal: io.signal }) });
      io.progress(null);
      io.print(`${rotated} case keys are wrapped with version ${deps.keys.version}; ${left} are left.`);
      if (left > 0) io.print('Run it again: it goes on where it stopped.');
      return left > 0 ? 1 : 0;
    }
    case 'retire': {
      await retireKey(deps, Number(version));
      io.print(
        `Version ${version} is retired: take it out of MASTER_KEYS, and keep it as long as backups made with it.`,
      );
      return 0;
    }
    default:
      io.print(USAGE);
      return 2;
  }
}

if (process.argv[1] === import.meta.filename) {
  let built: Built | undefined;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  try {
    const { config } = await commandEnv();
    built = await buildDeps({ ...config, poolSize: 2 }, silent);
    process.exitCode = await runKeys(process.argv.slice(2), built.deps, {
      print: (line) => console.log(line),
      progress: (line) => process.stderr.isTTY && process.stderr.write(line === null ? '\r\x1b[K' : `\r\x1b[K${line}`),
      signal: stop.signal,
    });
  } catch (error) {
    console.error(error instanceof EnvError || error instanceof RotationRefused ? error.message : error);
    process.exitCode = 1;
  } finally {
    await built?.end();
  }
}
