import type { Tx } from '../../../db/client.ts';
import { commitmentsById, disclosuresById } from '../../../db/queries/open-data.ts';
import { legalDate } from '../../domain/calendar.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { type Column, type Dataset, DEL_REASONS, KEY_OF, type Row } from '../../domain/open-data.ts';

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
    const byId = new Map((await tombstones(tx, dataset, chunk)).map((record) => [record.id, record]));
    for (const key of chunk) {
      const record = byId.get(key);
      if (!record) yield row(key, {});
      else {
        const reason = (DEL_REASONS as readonly string[]).includes(record.state) ? record.state : 'removed';
        yield row(key, {
          reason,
          reasonClass: reason === 'withdrawn' ? record.withdrawReason : null,
          endedOn: record.endedAt ? legalDate(record.endedAt) : null,
          kind: record.kind,
        });
      }
    }
  }
}

interface Gone {
  id: string;
  kind: string;
  state: string;
  withdrawReason: string | null;
  endedAt: Date | null;
}

/** Of these keys what the public may know to have existed. */
async function tombstones(tx: Tx, dataset: Dataset, keys: string[]): Promise<Gone[]> {
  const reader = { kind: 'public' } as const;
  if (dataset === 'disclosures')
    return (await disclosuresById(tx, keys)).filter((one) => visibleTo(reader, one) === 'tombstone');
  if (dataset !== 'commitments') return [];
  const found = await commitmentsById(tx, keys);
  return found
    .filter((one) => commitmentVisibleTo(reader, one) === 'tombstone')
    .map((one) => ({ ...one, withdrawReason: null }));
}
