/** `npm run restore -- FILE`: into an empty database and folder, as MIGRATION_DATABASE_URL and EVIDENCE_DIR name them. */
import path from 'node:path';
import { createEvidenceStore } from '../adapters/evidence-store.ts';
import { createKeyring } from '../adapters/vault.ts';
import { EnvError } from '../env.ts';
import { restore } from './archive-portal.ts';
import { commandEnv } from './demonstration-env.ts';

try {
  const [name] = process.argv.slice(2);
  if (!name) throw new EnvError('Say from where: npm run restore -- FILE');
  const { config, ownerUrl } = await commandEnv();
  const portal = {
    ownerUrl,
    appUrl: config.databaseUrl,
    keys: createKeyring(config.masterKeys),
    evidence: await createEvidenceStore(config.evidenceDir),
  };
  const { tables, files } = await restore(portal, path.resolve(name), (text) => console.log(`  ${text}`));
  console.log(`${tables} tables and ${files} files are back. Officials sign in anew.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
