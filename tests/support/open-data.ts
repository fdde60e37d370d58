import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Dataset, Row, SetFormat, SetPart } from '../../api/domain/open-data.ts';
import { changeDisclosure } from '../../api/services/disclosures/change.ts';
import { withdrawDisclosure } from '../../api/services/disclosures/withdraw.ts';
import { filesOf, newestRelease, type Release, releaseNamed, releases } from '../../db/queries/open-data.ts';
import type { TestDatabase } from './database.ts';
import { type Official, repair, versionOf } from './disclosures.ts';

/** What a record must be for its repair. */
export const REPAIRABLE = {
  kind: 'unperformed_judgment',
  conduct: '拒不履行',
  outcome: null,
  publicationClass: 'ordinary',
  decidedOn: '2026-01-05',
};

/** Ends the publication of a record in one of the three ways; only a record that is REPAIRABLE can be repaired. */
export async function end(
  db: TestDatabase,
  people: { author: Official; third: Official },
  id: string,
  how: 'withdrawn' | 'repaired' | 'expired',
): Promise<void> {
  if (how === 'repaired') return repair(db, people, id);
  const version = await versionOf(db, id);
  if (how === 'withdrawn') {
    await withdrawDisclosure(db.ctx(people.author), id, { version, reasonClass: 'mistaken', reason: '有误' });
  } else {
    await changeDisclosure(db.ctx({ kind: 'system' }), id, version, 'expire', (_record, { now }) => ({
      set: { endedAt: now },
      event: 'expired',
    }));
  }
}

/** All releases with the bytes of all their files, newest first, as a reader would find them. */
export const allReleases = (db: TestDatabase): Promise<Release[]> => releases(db.db, 1000);

async function bytes(db: TestDatabase, sha256: string): Promise<Buffer> {
  const stream = await db.deps.shelf.open(sha256);
  if (!stream) throw new Error(`no file ${sha256}`);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The unpacked text of a file of a release; null where it has none. */
export async function textOf(
  db: TestDatabase,
  release: string | Release,
  dataset: Dataset,
  part: SetPart,
  format: SetFormat,
): Promise<string | null> {
  const found = typeof release === 'string' ? await releaseNamed(db.db, release) : release;
  const file =
    found &&
    (await filesOf(db.db, found.id)).find((f) => f.dataset === dataset && f.part === part && f.format === format);
  return file ? gunzipSync(await bytes(db, file.sha256)).toString('utf8') : null;
}

export const jsonRows = (text: string | null): Row[] =>
  (text ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

/** Rows of a table as a reader of the description reads them: an apostrophe before a formula is taken off again. */
export const tableRows = (text: string | null): Row[] =>
  (parse(text ?? '', { bom: true, columns: true }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')]),
    ),
  );

/** Every text that is kept of every release, for looking whether something stands there. */
export async function allTexts(db: TestDatabase): Promise<{ name: string; text: string }[]> {
  const texts: { name: string; text: string }[] = [];
  for (const release of await allReleases(db)) {
    for (const file of await filesOf(db.db, release.id)) {
      texts.push({
        name: `${release.name}/${file.name}`,
        text: gunzipSync(await bytes(db, file.sha256)).toString('utf8'),
      });
    }
  }
  return texts;
}

export const newest = async (db: TestDatabase): Promise<Release> => {
  const release = await newestRelease(db.db);
  if (!release) throw new Error('no release');
  return release;
};
