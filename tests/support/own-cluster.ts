import fs from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { Sql } from '../../db/client.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';

/** A cluster in a folder of its own with the portal's database, for tests that would harm their neighbours in the common one. */
export async function ownCluster(home: string, settings: Record<string, string> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ home, settings });
  const admin = postgres(embedded.url('postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe('create database jiannuo owner jiannuo_owner');
  await admin.end();
  await migrate({
    ownerUrl: embedded.url('jiannuo', 'jiannuo_owner'),
    appUrl: embedded.url('jiannuo', 'jiannuo_app'),
  });
  const owner = ownerOf(embedded);
  await loadReference(owner);
  await owner.end();
  return embedded;
}

export const ownerOf = (embedded: Embedded): Sql =>
  postgres(embedded.url('jiannuo', 'jiannuo_owner'), { max: 2, onnotice: () => {} }) as unknown as Sql;

/** Root's data lies outside of the home, see db/embedded.ts. */
export const dataOf = ({ key }: Embedded, home: string): string =>
  path.join(process.getuid?.() === 0 ? '/var/tmp/jiannuo-postgres' : path.join(home, 'postgres'), `data-${key}`);

/** Takes away what a cluster that has ended leaves: its data, its log and its home. */
export function removeCluster(embedded: Embedded, home: string): void {
  const data = dataOf(embedded, home);
  for (const name of [data, `${data}.log`]) fs.rmSync(name, { recursive: true, force: true });
  fs.rmSync(home, { recursive: true, force: true });
}

/** A county of the sample city, about which anybody may complain. */
export async function someRespondent(owner: Sql): Promise<string> {
  const [row] = await owner<{ id: string }[]>`
    select id from body where kind = 'government' and division = (
      select code from division where level = 'county' and parent = '9901' order by code limit 1) limit 1`;
  return row?.id ?? '';
}
