import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { writeFile as writeBytes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import { buildDeps } from '../../api/deps.ts';
import { importRows } from '../../api/services/disclosures/import.ts';
import { judgments } from '../../api/services/disclosures/import-judgments.ts';
import { startEmbedded } from '../../db/embedded.ts';
import { migrate } from '../../db/migrate.ts';
import { loadReference } from '../../db/seed.ts';
import { type Figure, figure, median } from './figure.ts';
import { benchRecords } from './record-text.ts';

const ROOT = path.join(import.meta.dirname, '../..');
/** Rows of the file; a smaller number tries the bench itself. */
const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 20_000);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** What an import of new records leaves behind, in an order that the references allow. */
const TABLES = [
  'import_batch',
  'body',
  'body_name',
  'disclosure',
  'disclosure_version',
  'disclosure_field_source',
  'event',
];

const HEAD = 'case_number,court,judged_on,defendant,defendant_division,matter,outcome,summary,source';
/** Not every place of the search bench is in the reference. */
const place = (code: string): string => (code.startsWith('9901') ? '990101' : '9901');
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function writeFile(file: string): Promise<void> {
  await pipeline(
    Readable.from(
      (function* () {
        yield `${HEAD}\n`;
        for (const r of benchRecords(ROWS)) {
          const values = [
            r.caseNumber,
            r.court,
            r.decidedOn,
            r.bodyName,
            place(r.division),
            r.matter,
            r.outcome,
            r.summary,
            r.source,
          ];
          yield `${values.map(cell).join(',')}\n`;
        }
      })(),
    ),
    createWriteStream(file),
  );
}

/**
 * Rows a second of the whole importer (file read, every row judged, file judged as a whole, bodies found or made, duplicates
 * found, records, versions, sources and chained events written) over those of a bare COPY of the very rows that it left behind
 * into the same tables with the same indexes and constraints. Each in a database of its own, turn by turn.
 */
async function ratio(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-import-'));
  const cluster = await startEmbedded({
    home: path.join(ROOT, '.bench/import'),
    settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  const made: string[] = [];
  const create = async (template: string): Promise<string> => {
    const name = `import_${randomUUID().replaceAll('-', '')}`;
    made.push(name);
    await admin.unsafe(`create database ${name} template ${template} owner jiannuo_owner strategy file_copy`);
    return name;
  };
  try {
    const file = path.join(folder, 'judgments.csv');
    await writeFile(file);
    const empty = await create('template1');
    await migrate({ ownerUrl: cluster.url(empty, 'jiannuo_owner'), appUrl: cluster.url(empty, 'jiannuo_app') });
    const seeding = postgres(cluster.url(empty), { max: 1, onnotice: () => {} });
    await loadReference(seeding);
    await seeding.end();
    const ratios: number[] = [];
    // One round that is not counted: the code of both sides is warm then, and so are the files.
    for (let round = -1; round < ROUNDS; round++) {
      const [ours, bare] = [await create(empty), await create(empty)];
      const dumped = path.join(folder, String(round));
      const importing = await importInto(cluster.url(ours, 'jiannuo_app'), folder, file);
      await dump(cluster.url(ours), cluster.url(empty), dumped);
      const { all, records } = await copyInto(cluster.url(bare, 'jiannuo_app'), dumped);
      if (round >= 0) ratios.push(all / importing);
      if (process.env.BENCH_VERBOSE) {
        const rate = (seconds: number) => Math.round(ROWS / seconds);
        console.error({
          import: rate(importing),
          copy: rate(all),
          copyOfRecordsAlone: rate(records),
          ratio: all / importing,
        });
      }
      for (const name of [ours, bare]) await admin.unsafe(`drop database ${name} with (force)`);
      made.splice(1);
    }
    return median(ratios);
  } finally {
    for (const name of made) await admin.unsafe(`drop database if exists ${name} with (force)`).catch(() => {});
    await admin.end();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns seconds */
async function importInto(databaseUrl: string, folder: string, file: string): Promise<number> {
  const built = await buildDeps(
    {
      databaseUrl,
      poolSize: 2,
      masterKeys: new Map([[1, createHash('sha256').update('bench').digest()]]),
      authSecret: randomBytes(32).toString('base64url'),
      publicUrl: 'http://localhost:4321',
      evidenceDir: path.join(folder, 'evidence'),
      place: { division: '9901', area: ['9901'], name: '样例市', nameEn: 'Sample City', demonstration: true },
    },
    SILENT,
  );
  try {
    const ctx = {
      ...built.deps,
      actor: { kind: 'system' } as const,
      locale: 'zh-CN' as const,
      requestId: randomUUID(),
      source: 'bench',
    };
    const began = performance.now();
    const report = await importRows(
      ctx,
      judgments,
      { name: 'judgments.csv', open: () => createReadStream(file) },
      // Bodies of the bench are made up: that the directory does not know them is what it should say.
      { mode: 'partial', dryRun: false, reason: 'bench', accept: ['unknown_bodies'] },
    );
    const seconds = (performance.now() - began) / 1000;
    if (report.imported !== ROWS)
      throw new Error(`${report.imported} of ${ROWS}: ${JSON.stringify(report.faults[0] ?? report.quality)}`);
    return seconds;
  } finally {
    await built.end();
  }
}

/** Writes what the import left behind, and nothing of the reference, into a file for each table, in the text format of COPY. */
async function dump(url: string, emptyUrl: string, folder: string): Promise<void> {
  const [sql, empty] = [url, emptyUrl].map((of) => postgres(of, { max: 1, onnotice: () => {} })) as [
    postgres.Sql,
    postgres.Sql,
  ];
  try {
    const old = (await empty`select id from body`).map((row) => row.id);
    const fresh: Record<string, string> = {
      body: `where id <> all('{${old.join(',')}}')`,
      body_name: `where body_id <> all('{${old.join(',')}}')`,
    };
    for (const table of TABLES) {
      const stream = (await sql
        .unsafe(`copy (select * from ${table} ${fresh[table] ?? ''}) to stdout`)
        .readable()) as unknown as Readable;
      const parts: Buffer[] = [];
      for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
      // postgres.js pauses its socket for a full stream and resumes it on the next read: an ended stream has none.
      stream._read(0);
      await writeBytes(`${folder}.${table}`, Buffer.concat(parts));
    }
  } finally {
    await Promise.all([sql.end(), empty.end()]);
  }
}

/** COPY of the files as they are, one table after the other, in one transaction. @returns seconds for all, and for the records */
async function copyInto(url: string, folder: string): Promise<{ all: number; records: number }> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select 1`;
    let records = 0;
    const began = performance.now();
    await sql.begin(async (tx) => {
      for (const table of TABLES) {
        const start = performance.now();
        const into = (await tx.unsafe(`copy ${table} from stdin`).writable()) as unknown as Writable;
        await pipeline(createReadStream(`${folder}.${table}`, { highWaterMark: 256 * 1024 }), into);
        if (table === 'disclosure') records = (performance.now() - start) / 1000;
      }
    });
    return { all: (performance.now() - began) / 1000, records };
  } finally {
    await sql.end();
  }
}

export const figures: Figure[] = [
  figure({ name: 'import.ratio', unit: '', goal: { atLeast: 0.5 }, long: true, run: ratio }),
];
