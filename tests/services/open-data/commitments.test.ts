import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_STATES } from '../../../api/domain/commitment.ts';
import { type Row, replay } from '../../../api/domain/open-data.ts';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { draftCommitment } from '../../../api/services/commitments/draft.ts';
import { buildRelease } from '../../../api/services/open-data/build.ts';
import { dataPackage } from '../../../api/services/open-data/data-package.ts';
import { buildNightly, followEndings } from '../../../api/services/open-data/refresh.ts';
import { commitmentColumnsNow } from '../../../api/services/open-data/rows.ts';
import { servedFile } from '../../../api/services/open-data/serve.ts';
import { filesOf } from '../../../db/queries/open-data.ts';
import { commitmentVersion, promise, publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { publishers } from '../../support/disclosures.ts';
import { allReleases, allTexts, jsonRows, newest, tableRows, textOf } from '../../support/open-data.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const full = async (format: 'csv' | 'ndjson', name = '') =>
  (format === 'csv' ? tableRows : jsonRows)(
    await textOf(db, name || (await newest(db)).name, 'commitments', 'full', format),
  );
const step = async (who: 'author' | 'second', id: string, action: string, more: Record<string, unknown> = {}) =>
  actOnCommitment(db.ctx(people[who]), id, { action, version: await commitmentVersion(db, id), ...more });
const withdraw = async (id: string) => {
  await step('author', id, 'propose_withdrawn', { words: '重复录入。' });
  await step('second', id, 'approve_withdrawn');
};
const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [String(row.id), row]));

describe('the set of commitments', () => {
  test('holds what is public by the allow-list, as table and as lines, and nothing of a draft', async () => {
    const shown = await publishedPromise(db, people, { title: '=1+1 设备补贴', enterprise: null });
    await draftCommitment(db.ctx(people.author), promise(people.author, { title: '尚未审核的承诺' }));
    await buildNightly(db.deps);
    const [row] = await full('ndjson');
    expect(row).toMatchObject({ id: shown, state: 'published', due: 'running', amount: '500000.00' });
    expect(row?.url).toBe(`${db.deps.publicUrl}/commitments/${shown}`);
    expect(row?.owedByName).toBe(row?.bodyName);
    expect(Object.keys(row ?? {})).toEqual(commitmentColumnsNow().map((column) => column.name));
    expect(await full('csv')).toEqual(
      (await full('ndjson')).map((one) =>
        Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value === null ? '' : String(value)])),
      ),
    );
    expect((await allTexts(db)).filter(({ text }) => text.includes('尚未审核')).map(({ name }) => name)).toEqual([]);
  });

  test('is described column by column in both languages, its codes as categories', async () => {
    const release = await newest(db);
    const described = dataPackage(db.ctx(), release, await filesOf(db.db, release.id)) as {
      resources: {
        path: string;
        schema?: { fields: { name: string; title: string; type: string; categories?: unknown[] }[] };
      }[];
    };
    const fields = described.resources.find((one) => one.path === 'commitments.csv.gz')?.schema?.fields ?? [];
    const field = (name: string) => fields.find((one) => one.name === name);
    expect(fields.filter((one) => one.title === one.name).map((one) => one.name)).toEqual([]);
    expect([field('dueOn')?.type, field('commentsFrom')?.type, field('amount')?.type]).toEqual([
      'date',
      'date',
      'number',
    ]);
    expect(field('state')?.categories).toHaveLength(PUBLIC_STATES.length);
    expect(field('topic')?.categories?.length).toBeGreaterThan(10);
  });

  test('of one that was withdrawn keeps kind and date in the delta alone, in no file of any day, and hands out none meanwhile', async () => {
    const id = await publishedPromise(db, people, { title: '误录的承诺甲' });
    const yesterday = await buildNightly(db.deps);
    await db.sql`update open_data_release set day = day - 1, name = (day - 1)::text where name = ${yesterday}`;
    await buildNightly(db.deps);
    await withdraw(id);
    await db.sql`update open_data_ending set at = at - interval '1 minute'`;
    await expect(servedFile(db.ctx(), 'latest', 'commitments.csv')).rejects.toMatchObject({
      code: 'service.unavailable',
    });
    await followEndings(db.deps);
    expect(await servedFile(db.ctx(), 'latest', 'commitments.csv')).toMatchObject({ dataset: 'commitments' });
    const delta = jsonRows(await textOf(db, (await newest(db)).name, 'commitments', 'delta', 'ndjson'));
    expect(delta).toEqual([
      expect.objectContaining({
        op: 'DEL',
        id,
        reason: 'withdrawn',
        kind: 'investment_policy',
        title: null,
        endedOn: expect.any(String),
      }),
    ]);
    expect((await allTexts(db)).filter(({ text }) => text.includes('误录的承诺甲')).map(({ name }) => name)).toEqual(
      [],
    );
    expect(await db.sql`select 1 from open_data_ending`).toHaveLength(0);
  });

  test('is made by any whole set and the deltas after it, in both formats, whatever happened between', async () => {
    const columns = commitmentColumnsNow().map((column) => column.name);
    const plain = (rows: Iterable<Row>): Row[] =>
      [...rows]
        .map((row) => Object.fromEntries(columns.map((name) => [name, row[name]])))
        .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
    const op = fc.record({ do: fc.constantFrom('publish', 'report', 'due', 'withdraw', 'build'), at: fc.nat(1000) });
    await buildRelease(db.deps, { reason: 'nightly' });
    await fc.assert(
      fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 10 }), async (ops) => {
        const base = await newest(db);
        const fetched = { ndjson: byId(await full('ndjson')), csv: byId(await full('csv')) };
        for (const one of ops) {
          const ids = await db.sql<{ id: string }[]>`
            select id from commitment where state = any(${[...PUBLIC_STATES]}) order by id`;
          const id = ids[one.at % Math.max(1, ids.length)]?.id;
          if (one.do === 'publish') await publishedPromise(db, people);
          else if (one.do === 'build') await buildRelease(db.deps, { reason: 'nightly' });
          else if (!id) continue;
          else if (one.do === 'report')
            await step('author', id, 'report', { words: '已拨付一部分。', doneOn: '2026-01-05' });
          else if (one.do === 'due') await db.owner`update commitment set next_due_on = '2025-01-05' where id = ${id}`;
          else await withdraw(id);
        }
        await buildRelease(db.deps, { reason: 'nightly' });
        await followEndings(db.deps);
        const after = (await allReleases(db)).filter((release) => release.id > base.id).reverse();
        for (const [format, read] of [
          ['ndjson', jsonRows],
          ['csv', tableRows],
        ] as const) {
          let set = fetched[format];
          for (const release of after)
            set = replay(set, read(await textOf(db, release, 'commitments', 'delta', format)), 'id', columns);
          expect(plain(set.values())).toEqual(plain(await full(format)));
        }
        const open = await db.sql<{ id: string }[]>`
          select id from commitment where state not in ('registered', 'disputed', 'draft', 'in_review', 'withdrawn') order by id`;
        expect((await full('ndjson')).map((row) => row.id)).toEqual(open.map((row) => row.id));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
