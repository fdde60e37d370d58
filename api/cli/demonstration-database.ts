import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import type { ReferenceSet } from '../../db/reference/set.ts';
import { loadReference } from '../../db/seed.ts';
import { DATABASE } from './demonstration-env.ts';

/** The database of the demonstration, migrated and with the reference data in it. @param more sets beside it */
export async function openDatabase(
  home: string,
  say: (text: string) => void,
  more: readonly ReferenceSet[] = [],
): Promise<Embedded> {
  const embedded = await startEmbedded({ home });
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${DATABASE}`;
    if (!known) {
      await admin.unsafe(`create database ${DATABASE} owner jiannuo_owner`);
      fs.rmSync(path.join(home, 'sign-ins.json'), { force: true }); // people of a database that is gone
    }
  } finally {
    await admin.end();
  }
  say('数据库已启动 · PostgreSQL is up');
  const ownerUrl = embedded.url(DATABASE, 'jiannuo_owner');
  const applied = await migrate({ ownerUrl, appUrl: embedded.url(DATABASE, 'jiannuo_app') });
  if (applied.length > 0) say(`数据表已建好 · ${applied.length} migrations applied`);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const loaded = [...(await loadReference(owner)), ...(more.length > 0 ? await loadReference(owner, more) : [])];
    if (loaded.length > 0) say(`参考数据已载入 · reference data loaded: ${loaded.join(', ')}`);
  } finally {
    await owner.end();
  }
  return embedded;
}
