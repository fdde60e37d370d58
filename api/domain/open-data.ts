import { COMPONENTS } from './integrity.ts';

/** Open data: which sets there are, what their columns are, and what one release changed against the one before. */

export const DATASETS = ['disclosures', 'bodies', 'divisions', 'integrity', 'commitments'] as const;
export type Dataset = (typeof DATASETS)[number];
export const SET_PARTS = ['full', 'delta', 'index'] as const;
export type SetPart = (typeof SET_PARTS)[number];
export const SET_FORMATS = ['csv', 'ndjson', 'ftm', 'index'] as const;
export type SetFormat = (typeof SET_FORMATS)[number];
export const RELEASE_REASONS = ['nightly', 'ending', 'manual'] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/** ADD and MOD bring the whole row, DEL only its id and why. */
export const DELTA_OPS = ['ADD', 'MOD', 'DEL'] as const;
export type DeltaOp = (typeof DELTA_OPS)[number];
/** Why a row is no longer there: the state of a record that left publication, or that a place or body was struck off. */
export const DEL_REASONS = ['withdrawn', 'repaired', 'expired', 'exempted', 'removed'] as const;

/** Types of Table Schema (Data Package 2.0) that the sets use. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list';
export interface Column {
  name: string;
  type: ColumnType;
}
export type Row = Readonly<Record<string, unknown>>;

/** What is not a word. */
const RECORD_TYPES: Readonly<Record<string, ColumnType>> = {
  year: 'integer',
  count: 'integer',
  amount: 'number',
  decidedOn: 'date',
  commentsFrom: 'date',
  performedOn: 'date',
  publishUntil: 'date',
  publishedAt: 'datetime',
};

/** Columns of records and commitments: what the allow-list of their public view holds, in its order, with the place's name and the address. */
export const recordColumns = (publicKeys: readonly string[]): Column[] =>
  [...publicKeys, 'divisionName', 'url'].map((name) => ({
    name,
    type: RECORD_TYPES[name] ?? (/(On|Until)$/.test(name) ? 'date' : /At$/.test(name) ? 'datetime' : 'string'),
  }));

export const BODY_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'nameEn', type: 'string' },
  { name: 'shortName', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'division', type: 'string' },
  { name: 'place', type: 'string' },
  { name: 'uscc', type: 'string' },
  { name: 'formerNames', type: 'list' },
  { name: 'validFrom', type: 'date' },
  { name: 'validTo', type: 'date' },
  { name: 'successorId', type: 'string' },
  { name: 'url', type: 'string' },
];
export const DIVISION_COLUMNS: readonly Column[] = [
  { name: 'code', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'nameEn', type: 'string' },
  { name: 'level', type: 'string' },
  { name: 'parent', type: 'string' },
];
/** Every score of the integrity monitor with the counts and weights that it can be computed from; counts that are hidden are empty. */
export const INTEGRITY_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' }, // 2026-11/place/9901
  { name: 'month', type: 'string' },
  { name: 'subjectKind', type: 'string' },
  { name: 'subject', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'division', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'weightsId', type: 'integer' },
  ...COMPONENTS.flatMap((one): Column[] => [
    { name: `${one}Part`, type: 'integer' },
    { name: `${one}Total`, type: 'integer' },
    { name: `${one}Weight`, type: 'integer' },
  ]),
  { name: 'score', type: 'number' },
  { name: 'low', type: 'number' },
  { name: 'high', type: 'number' },
  { name: 'ranked', type: 'boolean' },
];
/** The column that tells rows of a set apart. */
export const KEY_OF: Readonly<Record<Dataset, string>> = {
  disclosures: 'id',
  bodies: 'id',
  divisions: 'code',
  integrity: 'id',
  commitments: 'id',
};

/** Columns that stand before those of the set in its deltas. */
export const DELTA_COLUMNS: readonly Column[] = [
  { name: 'op', type: 'string' },
  { name: 'reason', type: 'string' },
  { name: 'reasonClass', type: 'string' },
  { name: 'endedOn', type: 'date' },
];
/** Values of a list in one cell of a table. */
export const LIST_DELIMITER = '|';

/** A row as the cells of a table: no list, no null, and what is true says so. */
export const cells = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(LIST_DELIMITER) : typeof value === 'boolean' ? String(value) : value,
    ]),
  );

/**
 * What of a row counts as its identity and state: `key` in the order of bytes, and a hash of all the rest.
 */
export interface Mark {
  key: string;
  hash: string;
}
export type Step<M extends Mark> = { op: 'ADD' | 'MOD'; now: M } | { op: 'DEL'; key: string } | { op: null; now: M };

/**
 * Walks two lists that are both in ascending order of their keys (by code units, which for ids and codes is the order of
 * the database), and says of each row what became of it. Neither list is ever whole in memory.
 * @throws Error where a list is out of order: a delta made of it would be wrong
 */
export async function* compare<M extends Mark>(
  before: AsyncIterable<Mark>,
  now: AsyncIterable<M>,
): AsyncGenerator<Step<M>> {
  const old = ordered(before);
  try {
    let last = await old.next();
    for await (const mark of ordered(now)) {
      while (!last.done && last.value.key < mark.key) {
        yield { op: 'DEL', key: last.value.key };
        last = await old.next();
      }
      if (!last.done && last.value.key === mark.key) {
        yield last.value.hash === mark.hash ? { op: null, now: mark } : { op: 'MOD', now: mark };
        last = await old.next();
      } else {
        yield { op: 'ADD', now: mark };
      }
    }
    for (; !last.done; last = await old.next()) yield { op: 'DEL', key: last.value.key };
  } finally {
    await old.return(undefined); // its file is closed also where the other list broke off
  }
}

async function* ordered<M extends Mark>(marks: AsyncIterable<M>): AsyncGenerator<M> {
  let before: string | null = null;
  for await (const mark of marks) {
    if (before !== null && !(before < mark.key)) throw new Error(`rows are out of order at ${mark.key}`);
    before = mark.key;
    yield mark;
  }
}

/**
 * Plays a delta on a set. A row that is to go and is not there, or is added twice, is no fault: files from which a record
 * was taken out later than a reader fetched them still lead to the same end.
 */
export function replay(
  base: ReadonlyMap<string, Row>,
  delta: Iterable<Row>,
  key: string,
  columns: readonly string[],
): Map<string, Row> {
  const set = new Map(base);
  for (const change of delta) {
    const id = String(change[key]);
    if (change.op === 'DEL') set.delete(id);
    else set.set(id, Object.fromEntries(columns.map((name) => [name, change[name]])));
  }
  return set;
}

/** The name of a release: its day, and from the second one of the day on its number. */
export const releaseName = (day: string, edition: number): string => (edition === 1 ? day : `${day}.${edition}`);
export const RELEASE_NAME = /^\d{4}-\d{2}-\d{2}(\.\d{1,4})?$/;

/** Files of a release by name: disclosures.csv.gz, disclosures.delta.ndjson.gz, entities.ftm.json.gz. */
export function fileName(dataset: Dataset, part: SetPart, format: SetFormat): string {
  if (format === 'ftm') return 'entities.ftm.json.gz';
  if (part === 'index') return `${dataset}.index.gz`;
  return `${dataset}${part === 'delta' ? '.delta' : ''}.${format}.gz`;
}

/** What a browser saves a file as: two days' files lie beside each other in one folder. */
export function savedName(release: string, name: string): string {
  const dot = name.indexOf('.');
  return `jiannuo-${name.slice(0, dot)}-${release}${name.slice(dot)}`;
}
