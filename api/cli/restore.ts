/**
 * npm run restore -- FILE [--erasures LIST | --without-erasures]   into an empty database and storage, as
 *                    MIGRATION_DATABASE_URL and EVIDENCE_DIR name them; what was erased since is erased again
 *                 -- --replay [--erasures LIST]                    erases again in a portal that was restored without it
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readErasureList } from '../adapters/erasure-list.ts';
import { createKeyring } from '../adapters/vault.ts';
import { buildDeps, storageOf } from '../deps.ts';
import { EnvError } from '../env.ts';
import { replayErasures } from '../services/erasure/replay.ts';
import { restore } from './archive-portal.ts';
import { commandEnv } from './demonstration-env.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };
try {
  const { values, positionals } = parseArgs({
    options: {
      erasures: { type: 'string' },
      'without-erasures': { type: 'boolean', default: false },
      replay: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (!name && !values.replay) throw new EnvError('Say from where: npm run restore -- FILE');
  const { config, ownerUrl, erasureList } = await commandEnv();
  const keys = createKeyring(config.masterKeys);
  const file = path.resolve(values.erasures ?? erasureList);
  const list = values['without-erasures'] ? null : await readErasureList(file, keys);
  if (!list && !values['without-erasures']) {
    throw new EnvError(
      `There is no list of erasures at ${file}: persons that were erased after the backup would be back. Name the list with --erasures LIST, or say --without-erasures.`,
    );
  }
  if (name && !values.replay) {
    const portal = { ownerUrl, appUrl: config.databaseUrl, keys, evidence: await storageOf(config) };
    const { tables, files } = await restore(portal, path.resolve(name), (text) => console.log(`  ${text}`));
    console.log(`${tables} tables and ${files} files are back. Officials sign in anew.`);
  }
  if (list) {
    // As the owner: the numbers of the list go on where it ends.
    const built = await buildDeps({ ...config, databaseUrl: ownerUrl, poolSize: 2 }, silent);
    try {
      const { erased, unknown } = await replayErasures(built.deps, list.entries);
      console.log(`${list.entries.length} erasures are in the list: ${erased} done again, ${unknown} of later cases.`);
    } finally {
      await built.end();
    }
  } else {
    console.warn('Without a list of erasures: who was erased after this backup is back until you replay one.');
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
