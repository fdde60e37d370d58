/** `npm run migrate`: the schema, as its owner, then the reference data. The release before runs on the new schema. */
import postgres from 'postgres';
import type { Sql } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';
import { readMigrationEnv } from '../env.ts';

try {
  const { ownerUrl, appUrl } = readMigrationEnv();
  const applied = await migrate({ ownerUrl, appUrl, progress: (name) => console.log(`  ${name}`) });
  console.log(applied.length > 0 ? `${applied.length} migrations applied.` : 'The schema is up to date.');
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} }) as unknown as Sql;
  try {
    const loaded = await loadReference(owner);
    console.log(
      loaded.length > 0 ? `Reference data loaded: ${loaded.join(', ')}.` : 'The reference data is up to date.',
    );
  } finally {
    await owner.end();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
