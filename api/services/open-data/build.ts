import type { Tx } from '../../../db/client.ts';
import { directoryIn } from '../../../db/queries/directory.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import {
  asBuilder,
  editionsOf,
  filesOf,
  forgetReleases,
  insertRelease,
  newestRelease,
  type SetColumns,
  type SetFile,
} from '../../../db/queries/open-data.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import {
  compare,
  DATASETS,
  type Dataset,
  type Mark,
  type ReleaseReason,
  type Row,
  releaseName,
} from '../../domain/open-data.ts';
import { entitiesOfBody, entitiesOfRecord } from '../../domain/open-data-entities.ts';
import type { Deps } from '../context.ts';
import { buildDirectory } from '../directory/load.ts';
import { goneRows } from './gone.ts';
import { rowsOf, setColumns } from './rows.ts';
import { linesOf, markLine, markOf, readMark, SetWriter } from './write-set.ts';

export interface Build {
  reason: ReleaseReason;
  /** Ends the work between two rows; nothing of it remains. */
  signal?: AbortSignal;
}

/**
 * Writes all sets as one snapshot of the database sees them, with what changed since the release before, and records them
 * in the same transaction: until it commits, `latest` is what it was, whatever goes wrong. Files of a build that failed
 * are named by no release, and the next one sweeps them away.
 * @returns the name of the release; null where another process builds at this moment
 */
export async function buildRelease(deps: Deps, { reason, signal }: Build): Promise<string | null> {
  return asBuilder(
    deps.db,
    async (tx) => {
      await deps.shelf.sweepDrafts(new Date());
      const { now, today } = await databaseTime(tx);
      const before = await newestRelease(tx);
      const known = before ? await filesOf(tx, before.id) : [];
      const based = before !== null && (await allThere(deps, known, before.columns));
      const columns: SetColumns = setColumns();
      const place = { directory: buildDirectory(await directoryIn(tx), ''), publicUrl: deps.publicUrl, today };
      const files: SetFile[] = [];
      const entities = new SetWriter(deps.shelf, 'disclosures');
      try {
        const entity = await entities.lines('full', 'ftm');
        for (const dataset of DATASETS) {
          const old = based ? known.find((file) => file.dataset === dataset && file.part === 'index') : null;
          const rows = rowsOf[dataset](tx, place);
          files.push(...(await writeSet(deps, tx, { dataset, columns, rows, old, entity, signal })));
        }
        files.push(...(await entities.keep()));
      } finally {
        await entities.drop();
      }
      const name = releaseName(today, (await editionsOf(tx, today)) + 1);
      const previous = based ? before.name : null;
      await insertRelease(tx, { name, day: today, reason, previous, columns, builtAt: now }, files);
      await forgetReleases(tx, today, deps.openDataDays);
      await invalidate(tx, ['open-data']);
      return name;
    },
    'repeatable read',
  );
}

interface SetPlan {
  dataset: Dataset;
  columns: SetColumns;
  rows: AsyncIterable<Row>;
  /** Marks of the release before; null: there is none to compare with. */
  old: SetFile | null | undefined;
  entity: (line: string) => Promise<void>;
  signal: AbortSignal | undefined;
}

async function writeSet(deps: Deps, tx: Tx, plan: SetPlan): Promise<SetFile[]> {
  const { dataset, columns, old, entity, signal } = plan;
  const writer = new SetWriter(deps.shelf, dataset);
  try {
    const full = await writer.tables('full', columns[dataset]);
    const index = await writer.lines('index', 'index');
    const delta = old ? await writer.tables('delta', columns[dataset]) : null;
    const gone: string[] = [];
    for await (const step of compare(marksOf(deps, old), marked(dataset, plan.rows))) {
      signal?.throwIfAborted();
      if (step.op === 'DEL') {
        gone.push(step.key);
        continue;
      }
      const { row, json } = step.now;
      await full(row, json);
      await index(markLine(step.now));
      for (const one of entitiesOf[dataset](row)) await entity(JSON.stringify(one));
      if (step.op && delta) await delta({ op: step.op, reason: null, reasonClass: null, endedOn: null, ...row });
    }
    if (delta) for await (const row of goneRows(tx, dataset, gone, columns[dataset])) await delta(row);
    return await writer.keep();
  } finally {
    await writer.drop();
  }
}

const none = () => [];
const entitiesOf = {
  disclosures: entitiesOfRecord,
  bodies: entitiesOfBody,
  divisions: none,
  integrity: none,
  commitments: none,
};

type MarkedRow = Mark & { row: Row; json: string };
async function* marked(dataset: Dataset, rows: AsyncIterable<Row>): AsyncGenerator<MarkedRow> {
  for await (const row of rows) {
    const json = JSON.stringify(row); // once for the line and for the hash
    yield { ...markOf(dataset, row, json), row, json };
  }
}

async function* marksOf(deps: Deps, file: SetFile | null | undefined): AsyncGenerator<Mark> {
  if (file) for await (const line of linesOf(deps.shelf, file)) yield readMark(line);
}

/**
 * Where an index is missing (a restored database, a lost disk), deltas begin anew rather than lie. A set that the release
 * before did not have yet has no delta in this one.
 */
async function allThere(deps: Deps, files: readonly SetFile[], had: Partial<SetColumns>): Promise<boolean> {
  for (const dataset of DATASETS.filter((one) => one in had)) {
    const index = files.find((file) => file.dataset === dataset && file.part === 'index');
    if (!index || !(await deps.shelf.has(index.sha256))) return false;
  }
  return true;
}
