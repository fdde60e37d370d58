import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Row, replay } from '../../../api/domain/open-data.ts';
import { approveCorrection, proposeCorrection } from '../../../api/services/disclosures/correct.ts';
import { buildRelease } from '../../../api/services/open-data/build.ts';
import { followEndings } from '../../../api/services/open-data/refresh.ts';
import { recordColumnsNow } from '../../../api/services/open-data/rows.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, judgment, publish, publishers } from '../../support/disclosures.ts';
import { allReleases, end, jsonRows, newest, REPAIRABLE, tableRows, textOf } from '../../support/open-data.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

type Op = {
  do: 'publish' | 'correct' | 'object' | 'withdrawn' | 'repaired' | 'expired' | 'build' | 'follow';
  at: number;
};
const op: fc.Arbitrary<Op> = fc.record({
  do: fc.constantFrom<Op['do'][]>(
    'publish',
    'publish',
    'publish',
    'correct',
    'object',
    'withdrawn',
    'repaired',
    'expired',
    'build',
    'follow',
  ),
  at: fc.nat(1000),
});

const SUMMARIES = ['=1+1', '两行\n第二行', '“引号”,逗号', '+86', "'单引号", '　全角', '普通事实'];
let serial = 0;
/** What a record says, so that a corrected one can be told apart. */
const facts = () =>
  judgment({ ...(serial % 2 === 0 ? REPAIRABLE : {}), summary: `${SUMMARIES[serial % SUMMARIES.length]}${serial++}` });
const drafts = new Map<string, Record<string, unknown>>();

async function act({ do: what, at }: Op): Promise<void> {
  if (what === 'build') return void (await buildRelease(db.deps, { reason: 'nightly' }));
  if (what === 'follow') return void (await followEndings(db.deps));
  if (what === 'publish') {
    const draft = facts();
    drafts.set(await publish(db, people, draft), draft);
    return;
  }
  const shown = await db.sql<{ id: string; version: number; kind: string }[]>`
    select id, version, kind from disclosure where state = 'published' order by id`;
  const able = what === 'repaired' ? shown.filter((row) => row.kind === REPAIRABLE.kind) : shown;
  const one = able[at % Math.max(1, able.length)];
  if (!one) return;
  if (what === 'object') {
    await db.sql`update disclosure set objection_flag = case objection_flag when 'none' then 'under_objection' else 'none' end
      where id = ${one.id}`;
  } else if (what === 'correct') {
    const draft = { ...drafts.get(one.id), summary: `更正${serial++}` };
    await proposeCorrection(db.ctx(people.author), one.id, { version: one.version, reason: '更正' }, draft);
    await approveCorrection(db.ctx(people.second), one.id, { version: one.version + 1 });
  } else await end(db, people, one.id, what);
}

const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [String(row.id), row]));
/** Rows without what stands only in deltas. */
const plain = (rows: Iterable<Row>, columns: readonly string[]): Row[] =>
  [...rows]
    .map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));

/** What is public now, asked of the database without any of the code under test. */
const publicNow = async () =>
  (await db.sql<{ id: string }[]>`select id from disclosure where state = 'published' order by id`).map(
    (row) => row.id,
  );

describe('a base and the deltas after it', () => {
  test('make the newest set, whatever happened between, in both formats, from every release that was ever fetched', async () => {
    const columns = recordColumnsNow().map((column) => column.name);
    await buildRelease(db.deps, { reason: 'nightly' });
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 14 }), async (ops) => {
        // Readers fetched these whole sets on their days, before anything was taken out of them.
        const base = await newest(db);
        const fetched = {
          ndjson: byId(jsonRows(await textOf(db, base, 'disclosures', 'full', 'ndjson'))),
          csv: byId(tableRows(await textOf(db, base, 'disclosures', 'full', 'csv'))),
        };
        for (const one of ops) await act(one);
        await buildRelease(db.deps, { reason: 'nightly' });
        await followEndings(db.deps);

        const after = (await allReleases(db)).filter((release) => release.id > base.id).reverse();
        expect(after.map((release) => release.previous)).toEqual(
          [base, ...after.slice(0, -1)].map((release) => release.name),
        );
        const last = await newest(db);
        for (const [format, read] of [
          ['ndjson', jsonRows],
          ['csv', tableRows],
        ] as const) {
          let set = fetched[format];
          for (const release of after) {
            set = replay(set, read(await textOf(db, release, 'disclosures', 'delta', format)), 'id', columns);
          }
          const snapshot = read(await textOf(db, last, 'disclosures', 'full', format));
          expect(plain(set.values(), columns)).toEqual(plain(snapshot, columns));
          expect(snapshot.map((row) => row.id)).toEqual(await publicNow());
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  test('agree between the table and the lines, cell by cell', async () => {
    for (let i = 0; i < SUMMARIES.length; i += 1) await act({ do: 'publish', at: 0 });
    await act({ do: 'build', at: 0 });
    const { name } = await newest(db);
    const lines = jsonRows(await textOf(db, name, 'disclosures', 'full', 'ndjson'));
    const table = tableRows(await textOf(db, name, 'disclosures', 'full', 'csv'));
    expect(lines.length).toBeGreaterThanOrEqual(SUMMARIES.length);
    expect(table).toEqual(
      lines.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])),
      ),
    );
  });
});
