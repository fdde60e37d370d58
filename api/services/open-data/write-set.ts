import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { SetFile } from '../../../db/queries/open-data.ts';
import type { OpenDataShelf } from '../../adapters/ports.ts';
import {
  type Column,
  type Dataset,
  DELTA_COLUMNS,
  fileName,
  KEY_OF,
  type Mark,
  type Row,
  type SetFormat,
  type SetPart,
} from '../../domain/open-data.ts';
import { type Outlet, tableOutlet, textOutlet } from './outlet.ts';

/** The files that are written together, each row into all of them. */
export class SetWriter {
  readonly #outlets: { part: SetPart; format: SetFormat; outlet: Outlet }[] = [];
  readonly #dataset: Dataset;
  readonly #shelf: OpenDataShelf;

  constructor(shelf: OpenDataShelf, dataset: Dataset) {
    this.#shelf = shelf;
    this.#dataset = dataset;
  }

  /** The same rows as a table and as lines of JSON. */
  async tables(
    part: 'full' | 'delta',
    columns: readonly Column[],
  ): Promise<(row: Row, json?: string) => Promise<void>> {
    const all = part === 'delta' ? [...DELTA_COLUMNS, ...columns] : columns;
    const table = await this.#open(part, 'csv', await tableOutlet(this.#shelf, all));
    const lines = await this.#open(part, 'ndjson', await textOutlet(this.#shelf));
    return async (row, json = JSON.stringify(row)) => {
      await table.write(row);
      await lines.write(`${json}\n`);
    };
  }

  async lines(part: SetPart, format: SetFormat): Promise<(line: string) => Promise<void>> {
    const outlet = await this.#open(part, format, await textOutlet(this.#shelf));
    return (line) => outlet.write(`${line}\n`);
  }

  async #open(part: SetPart, format: SetFormat, outlet: Outlet): Promise<Outlet> {
    this.#outlets.push({ part, format, outlet });
    return outlet;
  }

  /** All files whole on the shelf, or an error and none of them named by anybody. */
  async keep(): Promise<SetFile[]> {
    const files: SetFile[] = [];
    for (const { part, format, outlet } of this.#outlets) {
      const kept = await outlet.keep();
      const dataset = this.#dataset;
      files.push({ ...kept, dataset, part, format, name: fileName(dataset, part, format) });
    }
    this.#outlets.length = 0;
    return files;
  }

  async drop(): Promise<void> {
    for (const { outlet } of this.#outlets) await outlet.drop();
  }
}

/** The mark of a row: two rows with the same hash are the same to a reader. */
export const markOf = (dataset: Dataset, row: Row, json: string): Mark => ({
  key: String(row[KEY_OF[dataset]]),
  hash: createHash('sha256').update(json).digest('base64url').slice(0, 22),
});
export const markLine = ({ key, hash }: Mark): string => `${key}\t${hash}`;
export function readMark(line: string): Mark {
  const [key = '', hash = ''] = line.split('\t');
  return { key, hash };
}

/** Lines of a kept file. @throws Error where it is not there */
export async function* linesOf(shelf: OpenDataShelf, file: SetFile | undefined): AsyncGenerator<string> {
  if (!file) return;
  const packed = await shelf.open(file.sha256);
  if (!packed) throw new Error(`the file ${file.name} is not on the shelf`);
  yield* linesIn(packed);
}

async function* linesIn(packed: Readable): AsyncGenerator<string> {
  const plain = createGunzip();
  packed.on('error', (error) => plain.destroy(error));
  plain.on('close', () => packed.destroy());
  packed.pipe(plain);
  const lines = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
  let failure: unknown = null;
  plain.on('error', (error) => {
    failure = error;
    lines.close();
  });
  try {
    for await (const line of lines) yield line;
    if (failure) throw failure;
  } finally {
    plain.destroy(); // also where nobody reads to the end
  }
}
