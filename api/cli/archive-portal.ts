import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import type { Sql } from '../../db/client.ts';
import * as dump from '../../db/dump.ts';
import { migrate, migrations, SchemaError } from '../../db/migrate.ts';
import { type Entry, readArchive, writeArchive } from '../adapters/archive.ts';
import type { EvidenceStore, Keyring } from '../adapters/ports.ts';

type Head =
  | { kind: 'portal'; at: string; migrations: { name: string; checksum: string }[] }
  | { kind: 'table'; table: dump.Table }
  | { kind: 'sequences'; values: Record<string, string> }
  | { kind: 'file'; name: string }
  | { kind: 'end'; tables: number; files: number };

export interface Portal {
  ownerUrl: string;
  appUrl: string;
  keys: Keyring;
  evidence: EvidenceStore;
}

export interface Figures {
  tables: number;
  files: number;
  /** Evidence that the database knows and the storage does not have. */
  missing: string[];
}

const connect = (url: string): Sql =>
  postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'jiannuo-backup' } }) as unknown as Sql;

/** Database and evidence as they were at one moment, while the portal goes on. */
export async function backUp(portal: Portal, file: string, say: (text: string) => void = () => {}): Promise<Figures> {
  const sql = connect(portal.ownerUrl);
  const figures: Figures = { tables: 0, files: 0, missing: [] };
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      async function* entries(): AsyncIterable<Entry<Head>> {
        const [now] = await tx`select now()::text as at`;
        const applied = await tx<{ name: string; checksum: string }[]>`
          select name, checksum from schema_migration order by name`;
        yield { head: { kind: 'portal', at: now?.at as string, migrations: applied.map((row) => ({ ...row })) } };
        for (const table of await dump.tables(tx)) {
          say(table.name);
          yield { head: { kind: 'table', table }, body: dump.copyOut(tx, table) };
          figures.tables += 1;
        }
        yield { head: { kind: 'sequences', values: await dump.sequences(tx) } };
        for (const { name } of await dump.storedFiles(tx)) {
          const body = await portal.evidence.exportSealed(name);
          if (body) yield { head: { kind: 'file', name }, body };
          if (body) figures.files += 1;
          else figures.missing.push(name);
        }
        yield { head: { kind: 'end', tables: figures.tables, files: figures.files } };
      }
      await writeArchive(file, portal.keys, entries());
    });
  } finally {
    await sql.end();
  }
  return figures;
}

/**
 * Puts a backup into an empty database and evidence folder: all of it or, of the database, nothing.
 * @throws SchemaError where this release does not know the schema, or the database is not empty
 */
export async function restore(portal: Portal, file: string, say: (text: string) => void = () => {}): Promise<Figures> {
  const archive = readArchive<Head>(file, portal.keys);
  const first = (await archive.next()).value as Entry<Head> | undefined;
  if (first?.head.kind !== 'portal') throw new Error(`${file} is no backup of Jiannuo`);
  const mine = new Map(migrations().map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of first.head.migrations) {
    if (mine.get(name) !== checksum)
      throw new SchemaError(`The backup was made with migration ${name}, which this release does not know.`);
  }
  const { ownerUrl, appUrl } = portal;
  await migrate({ ownerUrl, appUrl, only: new Set(first.head.migrations.map((migration) => migration.name)) });
  const sql = connect(ownerUrl);
  const figures: Figures = { tables: 0, files: 0, missing: [] };
  try {
    if (!(await dump.isEmpty(sql, await dump.tables(sql)))) {
      throw new SchemaError('The database is not empty. Restore into a new one: nothing here is overwritten.');
    }
    await sql.begin(async (tx) => {
      let whole = false;
      for await (const { head, body } of archive) {
        if (head.kind === 'table') {
          say(head.table.name);
          await pipeline(body, await dump.copyIn(tx, head.table));
          figures.tables += 1;
        } else if (head.kind === 'sequences') {
          await dump.setSequences(tx, head.values);
        } else if (head.kind === 'file') {
          await portal.evidence.importSealed(head.name, Readable.from(body, { objectMode: false }));
          figures.files += 1;
        } else if (head.kind === 'end') {
          whole = head.tables === figures.tables && head.files === figures.files;
        }
      }
      if (!whole) throw new Error('the backup is not whole');
      await dump.wakeOutbox(tx);
    });
  } finally {
    await sql.end();
  }
  await migrate({ ownerUrl, appUrl });
  return figures;
}
