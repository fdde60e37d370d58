import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify';
import type { OpenDataShelf } from '../../adapters/ports.ts';
import { type Column, cells, type Row } from '../../domain/open-data.ts';

/** What a file turned out to be: sizes in bytes, hashes in hex; `content` is what comes out when it is unpacked. */
export interface Kept {
  rows: number;
  bytes: number;
  sha256: string;
  contentBytes: number;
  contentSha256: string;
}
/** One file on its way to the shelf, compressed as it is written. */
export interface Outlet {
  write(row: Row | string): Promise<void>;
  keep(): Promise<Kept>;
  /** Leaves nothing behind; harmless after `keep`. */
  drop(): Promise<void>;
}

/** Lines of text as they are given; each must bring its own end. */
export const textOutlet = (shelf: OpenDataShelf): Promise<Outlet> =>
  outlet(shelf, new PassThrough({ writableObjectMode: true, readableObjectMode: false }));

/**
 * A table: UTF-8 with a byte order mark, so that Excel reads it; lines end as RFC 4180 says; a cell that a spreadsheet
 * would run as a formula begins with an apostrophe.
 */
export function tableOutlet(shelf: OpenDataShelf, columns: readonly Column[]): Promise<Outlet> {
  const table = stringify({
    header: true,
    bom: true,
    columns: columns.map((column) => column.name),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return outlet(shelf, table, (row) => (typeof row === 'string' ? row : cells(row)));
}

async function outlet(
  shelf: OpenDataShelf,
  head: Transform,
  shape: (row: Row | string) => unknown = (row) => row,
): Promise<Outlet> {
  const draft = await shelf.draft();
  const hash = createHash('sha256');
  let contentBytes = 0;
  let rows = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      contentBytes += chunk.length;
      done(null, chunk);
    },
  });
  const through = pipeline(head, count, createGzip(), draft.sink as Writable);
  through.catch(() => {}); // whoever writes or keeps hears of it
  return {
    async write(row) {
      if (head.destroyed) await through;
      rows += 1;
      if (!head.write(shape(row))) await once(head, 'drain'); // a failure further down destroys the head: it throws here
    },
    async keep() {
      head.end();
      await through;
      const { sha256, bytes } = await draft.keep();
      return { rows, bytes, sha256, contentBytes, contentSha256: hash.digest('hex') };
    },
    async drop() {
      head.destroy();
      await through.catch(() => {});
      await draft.drop();
    },
  };
}
