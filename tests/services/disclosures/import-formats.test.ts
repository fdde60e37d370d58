import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { XlsxStreamWriter } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { importRows } from '../../../api/services/disclosures/import.ts';
import { judgments } from '../../../api/services/disclosures/import-judgments.ts';
import { IMPORT_KINDS } from '../../../api/services/disclosures/import-kinds.ts';
import type { ImportSource } from '../../../api/services/disclosures/import-source.ts';
import { fieldSourcesOf } from '../../../db/queries/disclosures.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters } from '../../support/disclosures.ts';

const JUDGMENTS = new URL('../../data/judgments.csv', import.meta.url);
const bytes = (name: string, content: Uint8Array | string): ImportSource => ({
  name,
  open: () => Readable.from([Buffer.from(content as string)]),
});
const ALL = { mode: 'all', dryRun: false, reason: '导入' } as const;
const PARTIAL = { ...ALL, mode: 'partial' } as const;

let db: TestDatabase;
let table: string[][];
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  table = parse(await readFile(JUDGMENTS), { bom: true }) as string[][];
}, 60_000);
afterAll(() => db?.end());

async function workbook(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
  const writer = new XlsxStreamWriter({ name: '数据' });
  for (const row of rows) writer.addRow(row);
  return writer.finish();
}
const count = async () => (await db.sql`select count(*)::int as n from disclosure`)[0]?.n;

describe('the same table', () => {
  test('imports once, whatever the format in which it comes', async () => {
    const sheet = await workbook(table);
    const first = await importRows(db.ctx(), judgments, bytes('judgments.xlsx', sheet), ALL);
    expect(first).toMatchObject({ outcome: 'imported', rows: 6, imported: 6, faults: [] });
    const [head = [], ...rows] = table;
    const lines = rows
      .map((row) => JSON.stringify(Object.fromEntries(head.map((name, i) => [name, row[i]]))))
      .join('\n');
    const second = await importRows(db.ctx(), judgments, bytes('judgments.jsonl', `\ufeff${lines}\n\n`), ALL);
    expect(second).toMatchObject({ rows: 6, imported: 0, unchanged: 6 });
    const file = { name: 'judgments.csv', open: () => createReadStream(JUDGMENTS) };
    expect(await importRows(db.ctx(), judgments, file, ALL)).toMatchObject({ rows: 6, imported: 0, unchanged: 6 });
    const formats = await db.sql`select format, state, cursor_row from import_batch order by started_at`;
    expect(formats.map((row) => row.format)).toEqual(['xlsx', 'jsonl', 'csv']);
    expect(formats.every((row) => row.state === 'finished' && row.cursor_row === 6)).toBe(true);
  });

  test('may be headed in words, with stars, and its values written in words', async () => {
    const [head = [], first = []] = table;
    const names: Record<string, string> = {
      case_number: '案号*',
      court: '法院 *',
      defendant: '败诉单位',
      outcome: '结果',
    };
    const row = first.map((value, i) => (head[i] === 'case_number' ? '（2018）苏01行终77号' : value));
    row[head.indexOf('outcome')] = '判令履行';
    row[head.indexOf('matter')] = 'Investment promotion';
    const sheet = await workbook([head.map((name) => names[name] ?? name), row]);
    expect(await importRows(db.ctx(), judgments, bytes('words.xlsx', sheet), ALL)).toMatchObject({ imported: 1 });
    const [record] = await db.sql`select outcome, matter from disclosure where case_number = '（2018）苏01行终77号'`;
    expect(record).toEqual({ outcome: 'ordered_to_perform', matter: 'investment_promotion' });
  });

  test('keeps dates of a sheet as legal dates and amounts as they are shown', async () => {
    const [head = [], first = []] = table;
    const row: (string | number | Date | null)[] = first.map((value, i) =>
      head[i] === 'case_number' ? '（2018）苏01行终78号' : value,
    );
    row[head.indexOf('judged_on')] = new Date('2018-12-31T00:00:00Z');
    const sheet = await workbook([
      [...head, 'amount'],
      [...row, 1200.1],
    ]);
    expect(await importRows(db.ctx(), judgments, bytes('dates.xlsx', sheet), ALL)).toMatchObject({ imported: 1 });
    const [record] = await db.sql`select decided_on, amount from disclosure where case_number = '（2018）苏01行终78号'`;
    expect(record).toEqual({ decided_on: '2018-12-31', amount: '1200.10' });
  });
});

describe('a workbook', () => {
  test('that is none, has a password or promises more than memory holds is refused with the reason', async () => {
    const code = async (content: Uint8Array) =>
      (await importRows(db.ctx(), judgments, bytes('x.xlsx', content), { ...ALL, dryRun: true })).faults[0]?.code;
    expect(await code(Buffer.from('PK\x03\x04 no workbook', 'latin1'))).toBe('not_xlsx');
    const bomb = Buffer.from(await workbook(table));
    // The directory of the ZIP, where each part says how large it becomes.
    bomb.writeUInt32LE(0xf0000000, bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
    expect(await code(bomb)).toBe('too_large');
  });

  test('with cells beyond its heading is told the line', async () => {
    const [head = [], first = []] = table;
    const sheet = await workbook([head, [...first, 'one more']]);
    const report = await importRows(db.ctx(), judgments, bytes('x.xlsx', sheet), { ...ALL, dryRun: true });
    expect(report.faults).toEqual([{ line: 2, column: '', code: 'cells_differ', value: '11/10' }]);
  });
});

test('a line that is no JSON object is told, and the others are read', async () => {
  const [head = [], first = []] = table;
  const good = JSON.stringify(Object.fromEntries(head.map((name, i) => [name, first[i]])));
  const content = `${good}\n{"case_number":\n[1]\n{"case_number":{"a":1}}\n`;
  const report = await importRows(db.ctx(), judgments, bytes('x.jsonl', content), { ...ALL, dryRun: true });
  expect(report).toMatchObject({ rows: 4, refused: 3 });
  expect(report.faults.map((f) => `${f.line} ${f.column} ${f.code}`)).toEqual([
    '2  not_json',
    '3  not_json',
    '4 case_number not_plain',
  ]);
});

test('what was perhaps meant is suggested and never taken by itself', async () => {
  const [head = [], first = []] = table;
  const cells = Object.fromEntries(head.map((name, i) => [name, first[i] ?? '']));
  const odd = {
    ...cells,
    case_number: '2019黔行终1591号',
    judged_on: '20190301',
    defendant_division: '320321999',
    matter: 'investment_promotoin',
    amount: '12.5万元',
  };
  const report = await importRows(db.ctx(), judgments, bytes('x.jsonl', JSON.stringify(odd)), { ...ALL, dryRun: true });
  expect(Object.fromEntries(report.faults.map((f) => [f.column, f.suggestion]))).toEqual({
    case_number: '（2019）黔行终1591号',
    judged_on: '2019-03-01',
    defendant_division: '320321',
    matter: 'investment_promotion',
    amount: '125000',
  });
});

describe('a file of one kind of record', () => {
  const DISHONESTY =
    'body_name,division,matter,document_number,deciding_body,decided_on,publication_class,summary,source\n';
  const kind = IMPORT_KINDS.get('dishonesty-record');
  const row =
    '样例市商务局,9901,investment_promotion,样信认〔2026〕9号,样例市发展和改革委员会,2026-03-02,轻微,未兑现。,认定书';

  test('is held to the contract of the form and waits for a second person', async () => {
    expect(kind?.columns.required).toEqual(
      expect.arrayContaining(['body_name', 'document_number', 'deciding_body', 'decided_on', 'publication_class']),
    );
    if (!kind) return;
    const report = await importRows(db.ctx(), kind, bytes('r.csv', `${DISHONESTY}${row}`), ALL);
    expect(report).toMatchObject({ outcome: 'imported', imported: 1, faults: [] });
    const [record] = await db.sql`
      select state, kind, publication_class, created_by from disclosure where document_number = '样信认〔2026〕9号'`;
    expect(record).toEqual({
      state: 'in_review',
      kind: 'dishonesty_record',
      publication_class: 'minor',
      created_by: 'import',
    });
    expect(await importRows(db.ctx(), kind, bytes('r.csv', `${DISHONESTY}${row}`), ALL)).toMatchObject({
      unchanged: 1,
    });
  });

  test('tells what is missing, once a column', async () => {
    if (!kind) throw new Error('no such kind');
    const report = await importRows(
      db.ctx(),
      kind,
      bytes('r.csv', `${DISHONESTY}样例市商务局,9901,,,,2999-01-01,,x,y`),
      ALL,
    );
    expect(report.faults.map((f) => `${f.column} ${f.code}`).sort()).toEqual([
      'decided_on date_future',
      'deciding_body required',
      'document_number required',
      'matter required',
      'publication_class required',
    ]);
  });
});

test('an imported record names the document of every field, and a field that was corrected its own', async () => {
  const [record] = await db.sql<{ id: string }[]>`select id from disclosure where case_number like '%8181号'`;
  const id = record?.id ?? '';
  const sources = await fieldSourcesOf(db.db, id);
  expect(sources.map((s) => s.field)).toEqual(expect.arrayContaining(['bodyName', 'caseNumber', 'court', 'summary']));
  expect(sources.some((s) => s.field === '*' || s.field === 'source')).toBe(false);
  expect(new Set(sources.map((s) => s.document)).size).toBe(1);
  expect(await getDisclosure(db.ctx(), id).catch((error) => error.code)).toBe('resource.not_found');
});

describe('an import that is interrupted', () => {
  const HEAD = 'case_number,court,defendant,defendant_division,matter,outcome,summary,source\n';
  const line = (n: number) =>
    `（2021）苏01行终${n}号,某法院,样例市商务局,9901,investment_promotion,ordered_to_perform,未兑现${n}。,判决书\n`;
  const ROWS = 12_000;
  const content = Buffer.from(HEAD + Array.from({ length: ROWS }, (_, i) => line(i + 1)).join(''));
  const large = bytes('large.csv', content);
  /** Dies after the second batch was committed, as a process that is killed between two. */
  const dying = {
    ...PARTIAL,
    progress: (phase: string, rows: number) => {
      if (phase === 'importing' && rows >= 10_000) throw new Error('killed');
    },
  };

  test('goes on where it stopped, and every row is there once', async () => {
    const before = Number(await count());
    await expect(importRows(db.ctx(), judgments, large, dying)).rejects.toThrow('killed');
    const [stopped] =
      await db.sql`select state, cursor_row, rows_imported from import_batch where file_name = 'large.csv'`;
    expect(stopped?.state).toBe('applying');
    expect([10_000, ROWS]).toContain(stopped?.cursor_row); // the batch under way is finished or was never begun
    expect(Number(await count()) - before).toBe(stopped?.rows_imported);
    const again = await importRows(db.ctx(), judgments, large, PARTIAL);
    expect(again).toMatchObject({ outcome: 'imported', resumed: stopped?.cursor_row });
    expect(Number(await count()) - before).toBe(ROWS);
    const batches = await db.sql`
      select state, rows_total, rows_imported, cursor_row from import_batch where file_name = 'large.csv'`;
    expect(batches).toEqual([{ state: 'finished', rows_total: ROWS, rows_imported: ROWS, cursor_row: ROWS }]);
  }, 60_000);
});
