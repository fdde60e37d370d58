import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { TransactionSql } from 'postgres';
import type { Tx } from '../client.ts';
import { disclosure, disclosureFieldSource, disclosureVersion } from '../schema/disclosures.ts';
import { event } from '../schema/events.ts';

const CHUNK = 128 * 1024; // characters
const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

let instant = new Date(0);
let instantText = instant.toISOString();
/** Rows of one batch have one instant. */
function isoText(date: Date): string {
  if (date !== instant) {
    instant = date;
    instantText = date.toISOString();
  }
  return instantText;
}

/** A value in the text format of COPY. */
function cell(value: unknown): string {
  // Most are empty or text.
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return isoText(value);
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return escaped(JSON.stringify(value));
}
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char) : text;

function* lines(rows: Iterable<readonly unknown[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    let line = cell(row[0]);
    for (let i = 1; i < row.length; i++) line += `\t${cell(row[i])}`;
    chunk += `${line}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

const TABLES = { disclosure, disclosureVersion, disclosureFieldSource, event };
type Tables = typeof TABLES;

const EVENT = [
  'id',
  'subjectKind',
  'subjectId',
  'seq',
  'kind',
  'actorKind',
  'actorId',
  'bodyId',
  'at',
  'payload',
  'salt',
  'prevHash',
  'hash',
] as const;

type NewEvent = typeof event.$inferInsert;
function* eventLines(events: Iterable<NewEvent>): Generator<readonly unknown[]> {
  for (const row of events) yield EVENT.map((field) => row[field]);
}

/** Writes many events at once; the rows come from eventRow. */
export const copyEvents = (tx: Tx, events: Iterable<NewEvent>): Promise<void> =>
  copyIn(tx, 'event', EVENT, eventLines(events));

/**
 * Writes rows by COPY, in the transaction of the caller: several times faster than INSERT, and as strict.
 * @param fields properties of the drizzle table, in the order of the values of a row
 */
export async function copyIn<N extends keyof Tables>(
  tx: Tx,
  name: N,
  fields: readonly (keyof Tables[N]['_']['columns'] & string)[],
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const table: PgTable = TABLES[name];
  const columns = getTableColumns(table);
  const names = fields.map((field) => `"${columns[field]?.name}"`).join(', ');
  // drizzle has no COPY; the connection of its transaction has.
  const { client } = (tx as unknown as { session: { client: TransactionSql } }).session;
  const into = (await client
    .unsafe(`copy "${getTableName(table)}" (${names}) from stdin`)
    .writable()) as unknown as Writable;
  await pipeline(Readable.from(lines(rows)), into);
}
