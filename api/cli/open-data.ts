/** `npm run open-data`: builds the sets of open data now, as the night does, and says what they are. */
import { filesOf, releaseNamed } from '../../db/queries/open-data.ts';
import { buildDeps } from '../deps.ts';
import { EnvError } from '../env.ts';
import { createLog } from '../log.ts';
import { buildNightly } from '../services/open-data/refresh.ts';
import { commandEnv } from './demonstration-env.ts';

try {
  const { config, logLevel } = await commandEnv();
  const built = await buildDeps({ ...config, poolSize: 3 }, createLog(logLevel));
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  try {
    const name = await buildNightly(built.deps, 'manual', stop.signal);
    if (name === null) {
      console.error('Another process builds the sets at this moment; nothing was done.');
      process.exitCode = 1;
    } else {
      const release = await releaseNamed(built.deps.db, name);
      for (const file of release ? await filesOf(built.deps.db, release.id) : []) {
        if (file.part !== 'index') console.log(`${file.sha256}  ${file.name}  ${file.rows} rows, ${file.bytes} bytes`);
      }
      console.log(`${config.publicUrl}/open-data/${name}/datapackage.json`);
    }
  } finally {
    await built.end();
  }
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exitCode = 1;
}
