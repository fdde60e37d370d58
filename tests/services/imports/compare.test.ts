import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runImport } from '../../../api/cli/import-commands.ts';
import { IMPORT_KINDS } from '../../../api/services/disclosures/import-kinds.ts';
import { abandonImport } from '../../../api/services/imports/apply.ts';
import { getImport } from '../../../api/services/imports/batch.ts';
import { checkImport, MOST_COMPARED } from '../../../api/services/imports/check.ts';
import { compareFile, compareImport, MOST_ALIKE } from '../../../api/services/imports/compare.ts';
import { uploadImport } from '../../../api/services/imports/upload.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publishers } from '../../support/disclosures.ts';

/** Near-equal rows of files that are too long to be held in memory. */
const HEAD = 'case_number,court,judged_on,defendant,defendant_division,matter,outcome,summary,source';
const STORY =
  '镇政府与养殖合作社签订搬迁补偿协议，约定三个月内付清补偿款四十二万元，到期后只付了一半，其余以财政紧张为由一再拖延，合作社多次书面催告没有答复。';
const line = (year: number, n: number, summary: string, body = '样例市商务局') =>
  `（${year}）苏01行初${n}号,某法院,${year}-01-05,${body},9901,investment_promotion,ordered_to_perform,${summary},判决书`;
const words = (n: number) =>
  Array.from({ length: 8 }, (_, i) => String.fromCharCode(0x4e00 + ((n * 7919 + i * 104729) % 20000))).join('');
const source = (content: string) => ({ name: '长.csv', open: () => Readable.from([Buffer.from(content)]) });
const judgments = IMPORT_KINDS.get('judgments')!;

let db: TestDatabase;
let author: Official;
let long: string;
const LENGTH = MOST_COMPARED + 500;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  author = (await publishers(db)).author;
  const rows = Array.from({ length: LENGTH }, (_, n) => line(2001, n + 1, words(n)));
  rows[10] = line(2003, 11, STORY);
  rows[LENGTH - 1] = line(2012, 99, STORY.replace('四十二万元', '四十万元'), '样例市财政局');
  rows[LENGTH - 2] = line(2012, 98, '不服(2001)苏01行初77号判决。');
  long = [HEAD, ...rows].join('\n');
});
afterAll(() => db?.end());

const pairs = (found: readonly { line: number; otherLine?: number; why: string }[]) =>
  found.map((one) => [one.otherLine, one.line, one.why]).sort();
const EXPECTED = [
  [12, LENGTH + 1, 'text'],
  [78, LENGTH, 'dispute'],
];

describe('a long file', () => {
  test('is compared by a job that tells how far it is; the report of the check does not wait', async () => {
    const { id } = await uploadImport(db.ctx(author), { kind: 'judgments', reason: '长表' }, source(long));
    await checkImport(db.deps, id);
    const before = await getImport(db.ctx(author), id);
    expect(before).toMatchObject({ state: 'checked', rowsTotal: LENGTH, alike: [], compared: 0, comparedAt: null });
    await compareImport(db.deps, id);
    const after = await getImport(db.ctx(author), id);
    expect(pairs(after.alike)).toEqual(EXPECTED);
    expect([after.compared, after.comparedAt !== null]).toEqual([LENGTH, true]);
    await compareImport(db.deps, id); // a second time finds nothing to do
    expect((await getImport(db.ctx(author), id)).alike).toHaveLength(2);
  });

  test('that was given up meanwhile is left alone', async () => {
    const { id } = await uploadImport(db.ctx(author), { kind: 'judgments', reason: '长表' }, source(`${long}\n`));
    await checkImport(db.deps, id);
    await abandonImport(db.ctx(author), id);
    await compareImport(db.deps, id);
    expect(await getImport(db.ctx(author), id)).toMatchObject({ compared: 0, comparedAt: null });
  });

  test('finds on the disk of the database what it finds in memory, tells its progress, and leaves nothing behind', async () => {
    const steps: number[] = [];
    const found = await compareFile(db.deps, judgments, source(long), {
      progress: (rows) => {
        steps.push(rows);
        return true;
      },
    });
    expect(pairs(found ?? [])).toEqual(EXPECTED);
    expect(steps.at(-1)).toBe(LENGTH);
    expect(steps.length).toBeGreaterThan(5);
    expect(await compareFile(db.deps, judgments, source(long), { progress: (rows) => rows < 1000 })).toBeNull();
    const [tables] = await db.owner`
      select count(*)::int as n from pg_class where relname like 'alike\\_%' and relpersistence = 't'`;
    expect(tables?.n).toBe(0);
    const [timeout] =
      await db.sql`select count(*)::int as n from pg_settings where name = 'statement_timeout' and source = 'session'`;
    expect(timeout?.n).toBe(0);
  });

  test('of rows that all say the same is cut short', async () => {
    const same = [HEAD, ...Array.from({ length: 3000 }, (_, n) => line(2004, n + 1, STORY))].join('\n');
    expect(await compareFile(db.deps, judgments, source(same))).toHaveLength(MOST_ALIKE);
  });
});

test('the command tells pairs in a dry run, in both languages', async () => {
  const file = path.join(os.tmpdir(), `jiannuo-alike-${process.pid}.csv`);
  writeFileSync(file, [HEAD, line(2005, 1, STORY), line(2006, 2, STORY, '样例市财政局')].join('\n'));
  const said: string[] = [];
  const io = { print: (text: string) => void said.push(text), progress: () => {} };
  expect(await runImport(['judgments', file, '--dry-run'], db.ctx({ kind: 'system' }), io)).toBe(0);
  expect(said[0]).toBe('可能是同一件事的：1 对');
  expect(said[1]).toContain('第 3 行 ~ 第 2 行  内容几乎相同  100%');
  said.length = 0;
  await runImport(['judgments', file, '--alike', '--language', 'en'], db.ctx({ kind: 'system' }), io);
  expect(said[0]).toBe('Perhaps about the same thing: 1 pairs');
  expect(said.join('\n')).toContain('2 new');
});
