import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import postgres from 'postgres';
import { searchRow } from '../../api/services/disclosures/search-row.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { migrate, migrations } from '../../db/migrate.ts';
import type { DisclosureRow } from '../../db/queries/disclosures.ts';
import { loadReference } from '../../db/seed.ts';
import { type BenchRecord, benchRecords } from './record-text.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Whatever decides what is in the database: the schema, the text, the making of search rows. */
function hashOf(count: number, length: number): string {
  const hash = createHash('sha256').update(`${count}.${length}`);
  for (const file of migrations()) hash.update(file.checksum);
  for (const file of [
    'tests/bench/record-text.ts',
    'tests/bench/record-data.ts',
    'api/services/disclosures/search-row.ts',
    'api/domain/chinese-text.ts',
    'api/domain/traditional.ts',
  ]) {
    hash.update(fs.readFileSync(path.join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** A cluster with `count` published records of at least `length` characters each, kept in .bench until what it is made of changes. */
export async function benchRecordDatabase(count: number, length = 0): Promise<{ cluster: Embedded; name: string }> {
  const cluster = await startEmbedded({
    home: path.join(ROOT, '.bench/records'),
    fsync: false,
    settings: { shared_buffers: '1GB', maintenance_work_mem: '256MB', max_wal_size: '4GB' },
  });
  const name = `records_${count}_${hashOf(count, length)}`;
  const admin = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const [known] = await admin`select 1 from pg_database where datname = ${name} and datistemplate`;
    if (known) return { cluster, name };
    for (const {
      old,
    } of await admin`select datname as old from pg_database where datname like ${`records\\_${count}\\_%`}`) {
      await admin.unsafe(`alter database ${old} with is_template false`);
      await admin.unsafe(`drop database ${old} with (force)`);
    }
    await admin.unsafe(`create database ${name} owner jiannuo_owner`);
    await migrate({ ownerUrl: cluster.url(name, 'jiannuo_owner'), appUrl: cluster.url(name, 'jiannuo_app') });
    const clients = [1, 2, 3].map(() => postgres(cluster.url(name), { max: 1, onnotice: () => {} })) as [
      postgres.Sql,
      postgres.Sql,
      postgres.Sql,
    ];
    await loadReference(clients[0]);
    await fill(clients, count, length);
    await Promise.all(clients.map((client) => client.end()));
    await admin.unsafe(`alter database ${name} with is_template true`); // marks it as finished
    return { cluster, name };
  } finally {
    await admin.end();
  }
}

/** The id of the record made as number `i`, from 1. */
export const recordId = (i: number): string => `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
const cell = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c);
const line = (values: (string | number | null)[]): string => `${values.map(cell).join('\t')}\n`;

const COLUMNS =
  'id, kind, state, natural_key, body_name, division, matter, title, case_number, court, decided_on, year, outcome, summary, source, created_by, approved_by, published_at, sort_on';
const row = (r: BenchRecord, i: number): string =>
  line([
    recordId(i),
    'lost_judgment',
    'published',
    `bench:${i}`,
    r.bodyName,
    r.division,
    r.matter,
    r.title,
    r.caseNumber,
    r.court,
    r.decidedOn,
    r.year,
    r.outcome,
    r.summary,
    r.source,
    'bench',
    'second',
    `${r.decidedOn}T08:00:00Z`,
    r.decidedOn,
  ]);

const SEARCH_COLUMNS = 'disclosure_id, sort_on, form, kind, matter, division, year, outcome, court, terms';
const TEXT_COLUMNS =
  'disclosure_id, sort_on, kind, matter, division, year, outcome, court_name, text, heads, numbers, names, court';

function searchLines(r: BenchRecord, i: number): { terms: string; text: string } {
  const made = searchRow({
    ...r,
    id: recordId(i),
    kind: 'lost_judgment',
    sortOn: r.decidedOn,
    bodyId: null,
    documentNumber: null,
    decidingBody: null,
    conduct: null,
    requiredAction: null,
    performed: null,
  } as unknown as DisclosureRow);
  const { disclosureId: id, text: t } = made;
  const lexemes = made.terms.map((term) => `'${term.replace(/'/g, "''")}'`).join(' ');
  const facets = [made.kind, made.matter, made.division, made.year, made.outcome, made.court];
  return {
    terms: line([id, made.sortOn, made.form, ...facets, lexemes]),
    text: line([id, made.sortOn, ...facets, t.text, t.heads, t.numbers, t.names, t.court]),
  };
}

const send = (to: Writable, text: string) =>
  new Promise<void>((done) => (to.write(text) ? done() : to.once('drain', done)));
const end = (to: Writable) => new Promise<void>((done, fail) => to.once('error', fail).end(done));

/** COPY without the indexes that a search uses, which are built afterwards. */
async function fill(
  [sql, other, third]: [postgres.Sql, postgres.Sql, postgres.Sql],
  count: number,
  length: number,
): Promise<void> {
  // No foreign key is asked 600,000 times.
  for (const client of [sql, other, third]) await client`set session_replication_role = replica`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i left join pg_constraint c on c.conindid = i.indexrelid
    where i.indrelid in ('disclosure'::regclass, 'disclosure_search'::regclass, 'disclosure_text'::regclass) and c.oid is null`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  // The tables in one pass over the text, each through a connection of its own.
  const [records, search, texts] = await Promise.all([
    sql.unsafe(`copy disclosure (${COLUMNS}) from stdin`).writable(),
    other.unsafe(`copy disclosure_search (${SEARCH_COLUMNS}) from stdin`).writable(),
    third.unsafe(`copy disclosure_text (${TEXT_COLUMNS}) from stdin`).writable(),
  ]);
  let rows = '';
  let terms = '';
  let text = '';
  let i = 0;
  for (const record of benchRecords(count, length)) {
    i += 1;
    rows += row(record, i);
    const made = searchLines(record, i);
    terms += made.terms;
    text += made.text;
    if (terms.length < 512 * 1024 && i < count) continue;
    await Promise.all([send(records, rows), send(search, terms), send(texts, text)]);
    rows = '';
    terms = '';
    text = '';
  }
  await Promise.all([end(records), end(search), end(texts)]);
  for (const { definition } of indexes) await sql.unsafe(definition);
  await sql`vacuum analyze disclosure`;
  await sql`vacuum analyze disclosure_search`;
  await sql`vacuum analyze disclosure_text`;
}
