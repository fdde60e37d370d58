import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importRows } from '../../../api/services/disclosures/import.ts';
import { failedEnforcement } from '../../../api/services/disclosures/import-failed-enforcement.ts';
import { judgments } from '../../../api/services/disclosures/import-judgments.ts';
import type { ImportSource } from '../../../api/services/disclosures/import-source.ts';
import { searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters } from '../../support/disclosures.ts';

const file = (name: string): ImportSource => ({
  name,
  open: () => createReadStream(new URL(`../../data/${name}`, import.meta.url)),
});
const text = (content: string | Buffer): ImportSource => ({
  name: 'test.csv',
  open: () => Readable.from([Buffer.from(content as string)]),
});
const ALL = { mode: 'all', dryRun: false, reason: '导入' } as const;
const PARTIAL = { ...ALL, mode: 'partial' } as const;
const HEAD = 'case_number,court,defendant,defendant_division,matter,outcome,summary,source,judged_on,defendant_uscc';
const row = (number: string, rest = {}) => {
  const cells = {
    court: '某法院',
    defendant: '样例市商务局',
    division: '9901',
    matter: 'investment_promotion',
    outcome: 'ordered_to_perform',
    summary: '未兑现。',
    source: '判决书',
    on: '',
    uscc: '',
    ...rest,
  };
  return [number, ...Object.values(cells)].join(',');
};

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
}, 60_000);
afterAll(() => db.end());

const records = () => db.sql<Record<string, string | number | null>[]>`
  select case_number, body_name, body_id, kind, state, division, year, title, created_by, decided_on, sort_on, source
  from disclosure order by case_number, body_name`;

describe('the published judgments', () => {
  test('import whole: Jiangsu as records, others as typical cases, waiting for a second person', async () => {
    const report = await importRows(db.ctx(), judgments, file('judgments.csv'), ALL);
    expect(report).toMatchObject({ outcome: 'imported', rows: 6, imported: 6, refused: 0, faults: [] });
    const rows = await records();
    expect(rows.map((r) => [r.case_number, r.kind, r.division, r.state])).toEqual([
      ['（2014）萍行终字第10号', 'typical_case', '3603', 'in_review'],
      ['（2017）最高法行申8181号', 'lost_judgment', '320321', 'in_review'],
      ['（2019）辽行终810号', 'typical_case', '211402', 'in_review'],
      ['（2019）黔行终1591号', 'typical_case', '520403', 'in_review'],
      ['（2020）宁行终120号', 'typical_case', '640104', 'in_review'],
      ['（2023）鲁1623行初80号', 'typical_case', '371623', 'in_review'],
    ]);
    expect(rows.map((r) => r.year)).toEqual([2014, 2017, 2019, 2019, 2020, 2023]);
    expect(rows[1]).toMatchObject({
      title: '丰县人民政府：招商引资承诺未兑现被判败诉',
      created_by: 'import',
      decided_on: null,
      sort_on: '2017-01-01',
    });
  });

  test('name the body of the directory where it is known, and make the others with origin import', async () => {
    const [feng] = await db.sql`
      select b.origin from disclosure d join body b on b.id = d.body_id where d.body_name = '丰县人民政府'`;
    expect(feng?.origin).toBe('reference');
    const made = await db.sql<{ name: string; kind: string }[]>`
      select name, kind from body where origin = 'import' order by name`;
    expect(made).toEqual([
      { name: '萍乡市国土资源局', kind: 'department' },
      { name: '葫芦岛市连山区人民政府', kind: 'government' },
      { name: '贵安新区马场镇人民政府', kind: 'township_government' },
      { name: '银川市兴庆区人民政府', kind: 'government' },
    ]);
  });

  test('leave the defendant that the court made anonymous without a body', async () => {
    const [row] = await db.sql`select body_id from disclosure where body_name = '某经济开发区管理委员会'`;
    expect(row?.body_id).toBeNull();
  });

  test('are not public before a second person approves', async () => {
    expect((await searchDisclosures(db.ctx(), { q: '招商' })).items).toEqual([]);
    expect(await db.sql`select 1 from disclosure_search`).toHaveLength(0);
  });

  test('change nothing when imported again', async () => {
    const before = await records();
    const report = await importRows(db.ctx(), judgments, file('judgments.csv'), ALL);
    expect(report).toMatchObject({ imported: 0, changed: 0, unchanged: 6, bodies: 0 });
    expect(await records()).toEqual(before);
    const [events] = await db.sql`select count(*)::int as n from event where subject_kind = 'disclosure'`;
    expect(events?.n).toBe(6);
  });
});

describe('the list of unperformed judgments', () => {
  test('ends in records that are kept with their history and not public', async () => {
    const report = await importRows(db.ctx(), failedEnforcement, file('failed-enforcement.csv'), ALL);
    expect(report).toMatchObject({ outcome: 'imported', rows: 7, imported: 7, refused: 0 });
    const rows = (await records()).filter((r) => r.kind === 'unperformed_judgment');
    expect(new Set(rows.map((r) => r.state))).toEqual(new Set(['repaired']));
    expect(rows.every((r) => r.body_id !== null && r.year === 2020 && r.source !== '同上')).toBe(true);
    expect(await db.sql`select 1 from disclosure_search`).toHaveLength(0);
    const [history] = await db.sql`
      select count(*)::int as n from event e join disclosure d on d.id = e.subject_id
      where d.kind = 'unperformed_judgment'`;
    expect(history?.n).toBe(14); // imported and repaired
    expect(await importRows(db.ctx(), failedEnforcement, file('failed-enforcement.csv'), ALL)).toMatchObject({
      imported: 0,
      unchanged: 7,
    });
  });

  test('takes an open entry into review, and ends it when a later list says that it was performed', async () => {
    const list = (status: string) =>
      text(
        `body,division,kind,conduct,status,source\n样例市甲村村民委员会,9901,grassroots,拒不履行,${status},2026年名单`,
      );
    await importRows(db.ctx(), failedEnforcement, list('open'), ALL);
    const state = () => db.sql`select state, version from disclosure where body_name = '样例市甲村村民委员会'`;
    expect(await state()).toEqual([{ state: 'in_review', version: 1 }]);
    expect(await importRows(db.ctx(), failedEnforcement, list('performed'), ALL)).toMatchObject({ changed: 1 });
    expect(await state()).toEqual([{ state: 'repaired', version: 2 }]);
  });
});

describe('a file with bad rows', () => {
  const BAD = [
    HEAD,
    row('（2021）苏01行终1号'),
    row('2021苏01行终2号'),
    row('（2021）苏01行终3号', { division: '999999' }),
    row('（2021）苏01行终4号', { matter: 'weather', on: '2021-02-30' }),
    row('（2021）苏01行终5号', { on: '2020-01-01' }),
    row('（2021）苏01行终6号', { summary: '' }),
    row('(2021)苏01行终1号'),
    row('（2021）苏01行终7号', { uscc: '113417230032535728' }),
    `${row('（2021）苏01行终8号')},extra`,
  ].join('\n');

  test('is reported by line, column and reason', async () => {
    const report = await importRows(db.ctx(), judgments, text(BAD), ALL);
    expect(report).toMatchObject({ outcome: 'refused', imported: 0, refused: 8 });
    expect(report.faults.map((f) => `${f.line} ${f.column} ${f.code}`)).toEqual([
      '3 case_number number_brackets',
      '4 defendant_division division_unknown',
      '5 judged_on date',
      '5 matter value_unknown',
      '6 judged_on date_before_number',
      '7 summary required',
      '8 case_number twice_in_file',
      '9 defendant_uscc uscc',
      '10  cells_differ',
    ]);
  });

  test('imports nothing where all or nothing was asked', async () => {
    expect((await records()).some((r) => String(r.case_number).startsWith('（2021）'))).toBe(false);
  });

  test('imports the good rows where that was asked', async () => {
    const report = await importRows(db.ctx(), judgments, text(BAD), PARTIAL);
    expect(report).toMatchObject({ outcome: 'imported', imported: 1, refused: 8 });
    const [batch] =
      await db.sql`select rows_total, rows_imported, rows_refused from import_batch where id = ${report.batchId}`;
    expect(batch).toEqual({ rows_total: 9, rows_imported: 1, rows_refused: 8 });
  });

  test('is only judged in a dry run', async () => {
    const before = await records();
    const report = await importRows(db.ctx(), judgments, text(`${HEAD}\n${row('（2022）苏01行终1号')}`), {
      ...ALL,
      dryRun: true,
    });
    expect(report).toMatchObject({ outcome: 'checked', rows: 1, refused: 0, imported: 0 });
    expect(await records()).toEqual(before);
  });
});

describe('a row with a credit code', () => {
  test('speaks of the body that has it, whatever its name is', async () => {
    const uscc = '113417230032535729';
    const list = (n: number, defendant: string) =>
      text(`${HEAD}\n${row(`（2022）苏01行终${n}号`, { defendant, uscc })}`);
    await importRows(db.ctx(), judgments, list(101, '样例市旧名局'), ALL);
    await importRows(db.ctx(), judgments, list(102, '样例市新名局'), ALL);
    const bodies = await db.sql`
      select distinct body_id from disclosure where body_name in ('样例市旧名局', '样例市新名局')`;
    expect(bodies).toHaveLength(1);
    expect(bodies[0]?.body_id).not.toBeNull();
  });
});

describe('a file', () => {
  test('saved by Excel in GB 18030 or with a byte order mark is read', async () => {
    const bom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${HEAD}\n${row('（2022）苏01行终9号')}`)]);
    expect(await importRows(db.ctx(), judgments, text(bom), { ...ALL, dryRun: true })).toMatchObject({ refused: 0 });
    const excel = Buffer.concat([
      Buffer.from(`${HEAD}\n(2022)`),
      Buffer.from([0xcb, 0xd5]), // 苏
      Buffer.from('01'),
      Buffer.from([0xd0, 0xd0, 0xd6, 0xd5]), // 行终
      Buffer.from('8'),
      Buffer.from([0xba, 0xc5]), // 号
      Buffer.from(',c,b,9901,ppp,act_revoked,s,s,,'),
    ]);
    expect(await importRows(db.ctx(), judgments, text(excel), { ...ALL, dryRun: true })).toMatchObject({ refused: 0 });
  });

  test('without a needed column is refused by name', async () => {
    const report = await importRows(db.ctx(), judgments, text('case_number,court\n1,2'), PARTIAL);
    expect(report.outcome).toBe('refused');
    expect(report.faults.map((f) => f.column)).toContain('defendant');
  });

  test('keeps line numbers where a cell holds line breaks', async () => {
    const content = `${HEAD}\n${row('（2022）苏01行终10号', { summary: '"一\n二\n三"' })}\n${row('x')}`;
    const report = await importRows(db.ctx(), judgments, text(content), { ...ALL, dryRun: true });
    expect(report.faults[0]?.line).toBe(5);
  });
});
