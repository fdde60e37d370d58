import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { buildRelease } from '../../../api/services/open-data/build.ts';
import { buildNightly, followEndings } from '../../../api/services/open-data/refresh.ts';
import { servedFile } from '../../../api/services/open-data/serve.ts';
import { filesOf } from '../../../db/queries/open-data.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, judgment, publish, publishers } from '../../support/disclosures.ts';
import {
  allReleases,
  allTexts,
  end,
  jsonRows,
  newest,
  REPAIRABLE,
  tableRows,
  textOf,
} from '../../support/open-data.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const rows = async (name: string) => jsonRows(await textOf(db, name, 'disclosures', 'full', 'ndjson'));
const changes = async (name: string) => jsonRows(await textOf(db, name, 'disclosures', 'delta', 'ndjson'));

describe('a release', () => {
  test('holds what is public, as table and as lines, and nothing else', async () => {
    const shown = await publish(db, people, { summary: '=HYPERLINK("http://x")，两行\n第二行，“引号”。' });
    await draftDisclosure(db.ctx(people.author), judgment({ summary: '尚未审核的草稿' }));
    const first = await buildNightly(db.deps);
    expect(first).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await rows(first!)).map((row) => row.id)).toEqual([shown]);
    const table = await textOf(db, first!, 'disclosures', 'full', 'csv');
    expect(table?.codePointAt(0)).toBe(0xfeff);
    expect(table).toContain(`"'=HYPERLINK(""http://x"")`);
    expect(tableRows(table)[0]).toMatchObject({ id: shown, divisionName: '样例市', objection: 'none' });
    expect((await allTexts(db)).filter(({ text }) => text.includes('尚未审核')).map(({ name }) => name)).toEqual([]);
    expect((await newest(db)).previous).toBeNull();
    expect(await textOf(db, first!, 'disclosures', 'delta', 'csv')).toBeNull();
  });

  test('brings bodies and divisions, each row once and in order', async () => {
    const { name } = await newest(db);
    for (const [dataset, key, table] of [
      ['bodies', 'id', 'body'],
      ['divisions', 'code', 'division'],
    ] as const) {
      const keys = jsonRows(await textOf(db, name, dataset, 'full', 'ndjson')).map((row) => String(row[key]));
      const [count] = await db.sql<{ n: number }[]>`select count(*)::int as n from ${db.sql(table)}`;
      expect(keys).toHaveLength(count?.n ?? -1);
      expect(keys).toEqual([...new Set(keys)].sort());
    }
  });

  test('says what was added, changed and taken off since the one before, and of what is gone no name', async () => {
    const before = await newest(db);
    const added = await publish(db, people);
    const repaired = await publish(db, people, { ...REPAIRABLE, bodyName: '样例市已修复单位' });
    const between = await buildRelease(db.deps, { reason: 'manual' });
    expect((await changes(between!)).map((row) => [row.op, row.id]).sort()).toEqual(
      [
        ['ADD', added],
        ['ADD', repaired],
      ].sort(),
    );
    await db.sql`update disclosure set objection_flag = 'under_objection' where id = ${added}`;
    await end(db, people, repaired, 'repaired');
    await followEndings(db.deps);
    const after = await newest(db);
    expect(after.previous).toBe(between);
    expect(between).toBe(`${before.name}.2`);
    const delta = await changes(after.name);
    expect(delta.map((row) => [row.op, row.id, row.reason])).toEqual([
      ['MOD', added, null],
      ['DEL', repaired, 'repaired'],
    ]);
    expect(delta[0]).toMatchObject({ objection: 'under_objection', bodyName: '样例市商务局' });
    expect(delta[1]).toMatchObject({ kind: 'unperformed_judgment', bodyName: null, title: null, summary: null });
    expect((await allTexts(db)).filter(({ text }) => text.includes('已修复单位')).map(({ name }) => name)).toEqual([]);
  });

  test('keeps of each day the newest whole set and all deltas', async () => {
    const kept = await Promise.all(
      (await allReleases(db)).map(async (r) => (await filesOf(db.db, r.id)).map((f) => f.part)),
    );
    expect(kept[0]).toEqual(expect.arrayContaining(['full', 'delta', 'index']));
    for (const parts of kept.slice(1)) expect(new Set(parts).has('full')).toBe(false);
    expect(new Set(kept[1])).toEqual(new Set(['delta']));
  });

  test('is built by one process at a time', async () => {
    const built = await Promise.all([1, 2, 3].map(() => buildRelease(db.deps, { reason: 'manual' })));
    expect(built.filter((name) => name !== null).length).toBeGreaterThanOrEqual(1);
    const names = (await allReleases(db)).map((r) => r.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('goes with its files when its days are over', async () => {
    await db.sql`update open_data_release set day = day - 31 where id < (select max(id) from open_data_release)`;
    await buildNightly(db.deps);
    const left = await allReleases(db);
    expect(left).toHaveLength(2);
    const named = new Set((await Promise.all(left.map((r) => filesOf(db.db, r.id)))).flat().map((f) => f.sha256));
    const lying: string[] = [];
    for await (const name of db.deps.shelf.list()) lying.push(name);
    expect(new Set(lying)).toEqual(named);
  });
});

describe('a record that left publication', () => {
  test('is in no file that is handed out, even while nobody takes it out', async () => {
    const id = await publish(db, people, { bodyName: '样例市不再公示单位' });
    await buildNightly(db.deps);
    const ask = (release: string, file: string) => servedFile(db.ctx(), release, file);
    expect(await ask('latest', 'disclosures.csv')).toMatchObject({ rows: expect.any(Number) });
    await end(db, people, id, 'withdrawn');
    await db.sql`update open_data_ending set at = at - interval '1 minute'`;
    await expect(ask('latest', 'disclosures.csv')).rejects.toMatchObject({ code: 'service.unavailable' });
    await expect(ask('latest', 'entities.ftm.json.gz')).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(await ask('latest', 'bodies.csv')).toMatchObject({ dataset: 'bodies' });
    await followEndings(db.deps);
    expect(await ask('latest', 'disclosures.csv')).toMatchObject({ dataset: 'disclosures' });
    expect((await allTexts(db)).filter(({ text }) => text.includes('不再公示单位')).map(({ name }) => name)).toEqual(
      [],
    );
    expect(await db.sql`select 1 from open_data_ending`).toHaveLength(0);
  });

  test('is taken out of the sets of the days before too, and their hashes follow', async () => {
    const id = await publish(db, people, { bodyName: '样例市昨日单位' });
    const yesterday = await buildNightly(db.deps);
    await db.sql`update open_data_release set day = day - 1, name = 'x' where name = ${yesterday}`;
    await db.sql`update open_data_release set name = (day)::text where name = 'x'`;
    await buildNightly(db.deps);
    const before = (await allReleases(db))[1]!;
    expect(jsonRows(await textOf(db, before, 'disclosures', 'full', 'ndjson')).map((r) => r.id)).toContain(id);
    await end(db, people, id, 'expired');
    await followEndings(db.deps);
    const after = (await allReleases(db)).find((r) => r.id === before.id)!;
    expect(after.revisedAt).not.toBeNull();
    expect(jsonRows(await textOf(db, after, 'disclosures', 'full', 'ndjson')).map((r) => r.id)).not.toContain(id);
    expect((await allTexts(db)).filter(({ text }) => text.includes('昨日单位')).map(({ name }) => name)).toEqual([]);
    const holding = (await allTexts(db)).filter(({ name, text }) => !name.includes('.delta.') && text.includes(id));
    expect(holding.map(({ name }) => name)).toEqual([]);
  });
});
