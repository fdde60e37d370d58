import type { AlikeRows } from '../../../db/queries/alike-rows.ts';
import {
  candidates,
  putLikeness,
  type TextRow,
  textsOf,
  withoutLikeness,
  writesOfRecords,
} from '../../../db/queries/likeness.ts';
import { fold } from '../../domain/chinese-text.ts';
import { type Alike, alike, type Likeness, numbersIn } from '../../domain/instance-chain.ts';
import { parseJudgmentNumber } from '../../domain/judgment-number.ts';
import { bandsOf, runsOf } from '../../domain/near-duplicate.ts';
import type { Ctx } from '../context.ts';
import type { ImportEntry } from '../disclosures/import-row.ts';

/** A row of the file that is about the same thing as an earlier row or as a record. */
export interface AlikeRow extends Alike {
  line: number;
  /** The other one: its line, or its record. */
  otherLine?: number;
  recordId?: string;
  title: string;
}

const AT_ONCE = 100;
const MOST_CANDIDATES = 2000;
/** A mark that so many rows share stands for a form of words that everybody uses. */
const CROWD = 40;

type Text = Pick<TextRow, 'bodyName' | 'caseNumber' | 'summary'>;
interface Marked extends Likeness {
  bands: number[];
}

function marked(of: Text): Marked {
  const parsed = of.caseNumber ? parseJudgmentNumber(of.caseNumber) : null;
  const runs = runsOf(of.summary);
  return {
    body: fold(of.bodyName),
    number: parsed?.ok ? parsed.number : null,
    named: numbersIn(of.summary),
    runs,
    bands: bandsOf(runs),
  };
}
const numbersOf = (of: Likeness): string[] => [...new Set([...(of.number ? [of.number.key] : []), ...of.named])];

/** What two texts are compared by, among the rows of a file. */
const marksOf = (mark: Marked): string[] => [
  ...mark.bands.map((band) => `b${band}`),
  ...numbersOf(mark).map((key) => `n${key}`),
];

/**
 * Compares the rows of a file among each other and with the records that are here. Rows with one natural key are told
 * elsewhere. Rows of a long file lie in `rows` (on the disk of the database) and are compared by `finish`; without it they stay
 * in memory.
 */
export class AlikeFinder {
  readonly found: AlikeRow[] = [];
  private readonly most: number;
  private waiting: { entry: ImportEntry; mark: Marked }[] = [];
  private readonly byMark = new Map<string, { line: number; title: string; mark: Marked }[]>();
  private readonly db: Ctx['db'];
  private readonly rows: AlikeRows | null;

  constructor(db: Ctx['db'], most: number, rows: AlikeRows | null = null) {
    this.db = db;
    this.most = most;
    this.rows = rows;
  }

  get full(): boolean {
    return this.found.length >= this.most;
  }

  async add(entry: ImportEntry): Promise<void> {
    this.waiting.push({ entry, mark: marked(entry.facts) });
    if (this.waiting.length === AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0 || this.full) return;
    const bands = rows.flatMap(({ mark }) => mark.bands);
    const numbers = rows.flatMap(({ mark }) => numbersOf(mark));
    const records = (await candidates(this.db, bands, numbers, MOST_CANDIDATES)).map((record) => ({
      record,
      mark: marked(record),
    }));
    for (const { entry, mark } of rows) {
      for (const { record, mark: other } of records) {
        const how = alike(mark, other);
        // The same number of the same body is the record itself, which the import updates.
        if (how && !(how.why === 'number' && mark.body === other.body)) {
          this.note({ ...how, line: entry.line, recordId: record.id, title: record.title });
        }
      }
      if (!this.rows) this.within(entry, mark);
    }
    await this.rows?.put(
      rows.map(({ entry: { line, facts }, mark }) => {
        const { title, bodyName, summary } = facts;
        return { line, title, bodyName, summary, caseNumber: facts.caseNumber ?? null, marks: marksOf(mark) };
      }),
    );
  }

  /** The last rows, and what lies in `rows`, pair by pair. */
  async finish(signal?: AbortSignal): Promise<void> {
    await this.flush();
    if (!this.rows || this.full) return;
    // Pairs come in the order of their later row, which meets several earlier ones.
    let last: { line: number; mark: Marked } = {
      line: -1,
      mark: marked({ bodyName: '', caseNumber: null, summary: '' }),
    };
    for await (const pairs of this.rows.pairs(CROWD)) {
      for (const { earlier, later } of pairs) {
        if (last.line !== later.line) last = { line: later.line, mark: marked(later) };
        const how = alike(last.mark, marked(earlier));
        if (how) this.note({ ...how, line: later.line, otherLine: earlier.line, title: earlier.title });
      }
      signal?.throwIfAborted();
      if (this.full) return;
    }
  }

  private within(entry: ImportEntry, mark: Marked): void {
    const marks = marksOf(mark);
    const others = new Set(marks.flatMap((one) => this.byMark.get(one) ?? []));
    for (const other of others) {
      const how = alike(mark, other.mark);
      if (how) this.note({ ...how, line: entry.line, otherLine: other.line, title: other.title });
    }
    const own = { line: entry.line, title: entry.facts.title, mark };
    for (const one of marks) {
      const crowd = this.byMark.get(one);
      if (!crowd) this.byMark.set(one, [own]);
      else if (crowd.length < CROWD) crowd.push(own);
    }
  }

  private note(row: AlikeRow): void {
    if (!this.full) this.found.push({ ...row, similarity: Math.round(row.similarity * 100) / 100 });
  }
}

/** Looking for what has no marks reads every record: what is found is marked in portions before the next look. */
const LOOK = 20_000;
const PORTION = 500;

/** Marks records that have none of their newest version, a portion a transaction. @returns how many */
export async function markRecords(ctx: Pick<Ctx, 'db'>): Promise<number> {
  const ids = await withoutLikeness(ctx.db, LOOK);
  for (let at = 0; at < ids.length; at += PORTION) {
    await ctx.db.transaction(async (tx) => {
      const made = (await textsOf(tx, ids.slice(at, at + PORTION))).map((row) => {
        const mark = marked(row);
        return { disclosureId: row.id, version: row.version, bands: mark.bands, numbers: numbersOf(mark) };
      });
      await putLikeness(tx, made);
    });
  }
  return ids.length;
}

/** The job: marks all that has none, and looks again only where a record was written since. */
export function marking(ctx: Pick<Ctx, 'db'>): () => Promise<void> {
  let seen: string | null = null;
  return async () => {
    const writes = await writesOfRecords(ctx.db);
    if (writes !== null && writes === seen) return;
    while ((await markRecords(ctx)) > 0);
    seen = writes;
  };
}
