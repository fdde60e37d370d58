import type { Tx } from '../../../db/client.ts';
import {
  asBuilder,
  filesOf,
  insertFiles,
  namedFiles,
  releaseById,
  type SetFile,
} from '../../../db/queries/open-data.ts';
import { forgetEndings, markClean, nextToClean } from '../../../db/queries/open-data-endings.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import type { Column, Dataset } from '../../domain/open-data.ts';
import { originOf } from '../../domain/open-data-entities.ts';
import type { Deps } from '../context.ts';
import { ENDING } from './serve.ts';
import { linesOf, SetWriter } from './write-set.ts';

/**
 * Takes records and commitments that left publication out of the files of one older release; deltas keep that they left, and why, and say
 * nothing else of them. One release, one transaction: a crash leaves the rest for later.
 * @returns whether there was one to clean
 */
export async function cleanOne(deps: Deps, signal?: AbortSignal): Promise<boolean> {
  const cleaned = await asBuilder(deps.db, async (tx) => {
    const next = await nextToClean(tx);
    if (!next) {
      await forgetEndings(tx);
      return false;
    }
    const changed = await rewrite(deps, tx, next.id, new Set(next.ended), signal);
    await markClean(tx, next.id, next.upTo, changed);
    if (changed) await invalidate(tx, ['open-data']);
    return true;
  });
  return cleaned ?? false;
}

async function rewrite(
  deps: Deps,
  tx: Tx,
  releaseId: number,
  ended: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<boolean> {
  const release = await releaseById(tx, releaseId);
  const all = await filesOf(tx, releaseId);
  let changed = false;
  for (const dataset of ENDING) {
    const files = all.filter((file) => file.dataset === dataset);
    const columns = release?.columns[dataset] ?? [];
    for (const part of ['full', 'delta'] as const) {
      const lines = files.find((file) => file.part === part && file.format === 'ndjson');
      if (!lines || !(await holds(deps, lines, ended))) continue;
      changed = true;
      await insertFiles(tx, releaseId, await without(deps, dataset, part, files, ended, columns, signal));
    }
  }
  return changed;
}

interface Line {
  id: string;
  op?: string;
}
const tells = (line: Line, ended: ReadonlySet<string>): boolean => line.op !== 'DEL' && ended.has(line.id);

async function holds(deps: Deps, file: SetFile, ended: ReadonlySet<string>): Promise<boolean> {
  for await (const line of linesOf(deps.shelf, file)) if (tells(JSON.parse(line) as Line, ended)) return true;
  return false;
}

/** The files of a part once more, without the rows that are to go. */
async function without(
  deps: Deps,
  dataset: Dataset,
  part: 'full' | 'delta',
  files: readonly SetFile[],
  ended: ReadonlySet<string>,
  columns: readonly Column[],
  signal?: AbortSignal,
): Promise<SetFile[]> {
  const file = (of: SetFile['part'], format: SetFile['format']) =>
    files.find((one) => one.part === of && one.format === format);
  const writer = new SetWriter(deps.shelf, dataset);
  try {
    const table = await writer.tables(part, columns);
    for await (const line of linesOf(deps.shelf, file(part, 'ndjson'))) {
      signal?.throwIfAborted();
      const row = JSON.parse(line) as Line & Record<string, unknown>;
      if (!tells(row, ended)) await table(row);
    }
    if (part === 'full') {
      const index = await writer.lines('index', 'index');
      for await (const line of linesOf(deps.shelf, file('index', 'index')))
        if (!ended.has(line.slice(0, line.indexOf('\t')))) await index(line);
      const known = file('full', 'ftm');
      if (known) {
        const entities = await writer.lines('full', 'ftm');
        for await (const line of linesOf(deps.shelf, known))
          if (!ended.has(originOf((JSON.parse(line) as Line).id))) await entities(line);
      }
    }
    return await writer.keep();
  } finally {
    await writer.drop();
  }
}

/** Removes files that no release names. Only under the lock of the builder: what it has just written is not yet named. */
export async function sweepShelf(deps: Deps): Promise<number> {
  const removed = await asBuilder(deps.db, async (tx) => {
    const named = await namedFiles(tx);
    let swept = await deps.shelf.sweepDrafts(new Date());
    for await (const sha256 of deps.shelf.list()) {
      if (named.has(sha256)) continue;
      await deps.shelf.remove(sha256);
      swept += 1;
    }
    return swept;
  });
  return removed ?? 0;
}
