/** `npm run backup -- FILE`: database and evidence in one file, encrypted with the master key. The portal goes on meanwhile. */
import path from 'node:path';
import { createKeyring } from '../adapters/vault.ts';
import { storageOf } from '../deps.ts';
import { EnvError } from '../env.ts';
import { backUp } from './archive-portal.ts';
import { commandEnv } from './demonstration-env.ts';

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new EnvError('Say where to: npm run backup -- FILE');
  const { config, ownerUrl, erasureList } = await commandEnv();
  const file = path.resolve(name);
  const portal = {
    ownerUrl,
    appUrl: config.databaseUrl,
    keys: createKeyring(config.masterKeys),
    evidence: await storageOf(config),
  };
  const { tables, files, missing } = await backUp(portal, file, (text) => console.log(`  ${text}`));
  console.log(`${tables} tables and ${files} files are in ${file}. Keep MASTER_KEYS apart: without them it is noise.`);
  console.log(
    `Keep the list of erasures beside your backups, always the newest: ${erasureList}. A restore replays it.`,
  );
  if (missing.length > 0) {
    console.error(`${missing.length} files of evidence are not in the storage: ${missing.slice(0, 5).join(', ')}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
