/** `npm run admin -- COMMAND`: the commands are in admin-commands.ts. */
import { randomUUID } from 'node:crypto';
import { type Built, buildDeps } from '../deps.ts';
import { EnvError, readEnv } from '../env.ts';
import { explain, runAdmin, terminal } from './admin-commands.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
let built: Built | undefined;
try {
  const { config } = readEnv();
  built = await buildDeps({ ...config, poolSize: 2 }, silent);
  const ctx = {
    ...built.deps,
    actor: { kind: 'system' } as const,
    locale: 'zh-CN' as const,
    requestId: randomUUID(),
    source: 'terminal',
  };
  await runAdmin(process.argv.slice(2), ctx, built.signIn, terminal);
} catch (error) {
  console.error(error instanceof EnvError ? error.message : explain(error));
  process.exitCode = 1;
} finally {
  await built?.end();
}
