import type { Writable } from 'node:stream';
import postgres from 'postgres';
import { COLUMNS, recordLine, SEARCH_COLUMNS, searchLines, TEXT_COLUMNS } from './record-lines.ts';
import { benchRecords } from './record-text.ts';
import { leaveTrail } from './record-trail.ts';

const CHUNK = 512 * 1024;

const send = (to: Writable, text: string) =>
  new Promise<void>((done) => (to.write(text) ? done() : to.once('drain', done)));
const end = (to: Writable) => new Promise<void>((done, fail) => to.once('error', fail).end(done));

interface Index {
  name: string;
  definition: string;
}

/**
 * Fills three empty tables by COPY, and builds the indexes that no constraint needs afterwards, two at a time.
 * `tell` hears how far it is.
 */
export async function fill(url: string, count: number, length: number, tell: (line: string) => void): Promise<void> {
  const clients = [1, 2, 3].map(() => postgres(url, { max: 1, onnotice: () => {} }));
  const [sql, other, third] = clients as [postgres.Sql, postgres.Sql, postgres.Sql];
  try {
    // No foreign key is asked 600,000 times.
    for (const client of clients) await client`set session_replication_role = replica`;
    const indexes = await sql<Index[]>`
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
    await copyAll(records, search, texts, count, length, tell);
    await Promise.all([end(records), end(search), end(texts)]);
    tell('copied');
    await build(clients.slice(0, 2), indexes, tell);
    await Promise.all([
      sql`vacuum analyze disclosure`,
      other`vacuum analyze disclosure_search`,
      third`vacuum analyze disclosure_text`,
    ]);
    await leaveTrail(sql, tell);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function copyAll(
  records: Writable,
  search: Writable,
  texts: Writable,
  count: number,
  length: number,
  tell: (line: string) => void,
): Promise<void> {
  let [rows, terms, text] = ['', '', ''];
  let i = 0;
  for (const record of benchRecords(count, length)) {
    i += 1;
    rows += recordLine(record, i);
    const made = searchLines(record, i);
    terms += made.terms;
    text += made.text;
    if (i % 50_000 === 0) tell(`${i} of ${count} rows`);
    if (terms.length < CHUNK && i < count) continue;
    await Promise.all([send(records, rows), send(search, terms), send(texts, text)]);
    [rows, terms, text] = ['', '', ''];
  }
}

/** The long one, of terms, first; beside it one connection after the other takes the next. */
async function build(clients: postgres.Sql[], indexes: readonly Index[], tell: (line: string) => void): Promise<void> {
  const waiting = [...indexes].sort(
    (a, b) => Number(b.definition.includes('gin')) - Number(a.definition.includes('gin')),
  );
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await client.unsafe(next.definition);
        tell(next.name);
      }
    }),
  );
}
