import type { Tx } from '../../../db/client.ts';
import { disclosuresById } from '../../../db/queries/open-data.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { type Column, type Dataset, DEL_REASONS, KEY_OF, type Row } from '../../domain/open-data.ts';

const LEGAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const CHUNK = 1000;

/**
 * The rows of a delta for what is no longer there: id, why and since when, and of a record its kind; never a name or a
 * title. What the public may not even know to have existed is `removed`.
 */
export async function* goneRows(
  tx: Tx,
  dataset: Dataset,
  keys: readonly string[],
  columns: readonly Column[],
): AsyncGenerator<Row> {
  const empty = Object.fromEntries(columns.map(({ name }) => [name, null]));
  const row = (key: string, more: Row): Row => ({
    op: 'DEL',
    reason: 'removed',
    reasonClass: null,
    endedOn: null,
    ...empty,
    [KEY_OF[dataset]]: key,
    ...more,
  });
  for (let from = 0; from < keys.length; from += CHUNK) {
    const chunk = keys.slice(from, from + CHUNK);
    const found = dataset === 'disclosures' ? await disclosuresById(tx, chunk) : [];
    const byId = new Map(found.map((record) => [record.id, record]));
    for (const key of chunk) {
      const record = byId.get(key);
      if (!record || visibleTo({ kind: 'public' }, record) !== 'tombstone') yield row(key, {});
      else {
        const reason = (DEL_REASONS as readonly string[]).includes(record.state) ? record.state : 'removed';
        yield row(key, {
          reason,
          reasonClass: reason === 'withdrawn' ? record.withdrawReason : null,
          endedOn: record.endedAt ? LEGAL_DATE.format(record.endedAt) : null,
          kind: record.kind,
        });
      }
    }
  }
}
