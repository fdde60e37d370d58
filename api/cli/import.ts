/** `npm run import -- KIND FILE`: the commands are in import-commands.ts. */
import { randomUUID } from 'node:crypto';
import { type Built, buildDeps } from '../deps.ts';
import { DomainError } from '../domain/errors.ts';
import { EnvError } from '../env.ts';
import { commandEnv } from './demonstration-env.ts';
import { ImportUsageError, runImport } from './import-commands.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const tty = process.stderr.isTTY;
let built: Built | undefined;
try {
  const { config } = await commandEnv();
  built = await buildDeps({ ...config, poolSize: 2 }, silent);
  const ctx = {
    ...built.deps,
    actor: { kind: 'system' } as const,
    locale: 'zh-CN' as const,
    requestId: randomUUID(),
    source: 'terminal',
  };
  process.exitCode = await runImport(process.argv.slice(2), ctx, {
    print: (line) => console.log(line),
    progress: (line) => tty && process.stderr.write(line === null ? '\r\x1b[K' : `\r\x1b[K${line}`),
  });
} catch (error) {
  const known = error instanceof EnvError || error instanceof ImportUsageError || error instanceof DomainError;
  console.error(known ? error.message : error);
  process.exitCode = error instanceof ImportUsageError ? 2 : 1;
} finally {
  await built?.end();
}
