import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORT_KINDS } from '../../../api/services/disclosures/import-kinds.ts';
import type { ImportSource } from '../../../api/services/disclosures/import-source.ts';
import {
  abandonImport,
  applyImport,
  approveImport,
  resumeImports,
  runImport,
} from '../../../api/services/imports/apply.ts';
import { getImport, listImports } from '../../../api/services/imports/batch.ts';
import { checkImport } from '../../../api/services/imports/check.ts';
import { faultsCsv } from '../../../api/services/imports/faults-csv.ts';
import { marking, markRecords } from '../../../api/services/imports/find-alike.ts';
import { dataQuality, measureQuality } from '../../../api/services/imports/quality.ts';
import { importTemplate } from '../../../api/services/imports/template.ts';
import { MOST_UPLOAD_BYTES, uploadImport } from '../../../api/services/imports/upload.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publishers } from '../../support/disclosures.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';
import { until } from '../../support/until.ts';

const HEAD = 'case_number,court,judged_on,defendant,defendant_division,matter,outcome,summary,source';
const STORY =
  '镇政府与养殖合作社签订搬迁补偿协议，约定三个月内付清补偿款四十二万元，到期后只付了一半，其余以财政紧张为由一再拖延，合作社多次书面催告没有答复。';
const row = (number: string, summary = '未兑现。', body = '样例市商务局') =>
  `${number},某法院,2026-01-05,${body},9901,investment_promotion,ordered_to_perform,${summary},判决书`;
const source = (name: string, content: string | Buffer): ImportSource => ({
  name,
  open: () => Readable.from(content.length > 0 ? [Buffer.from(content as string)] : []),
});
const JUDGMENTS = { kind: 'judgments', reason: '市中院第三季度推送' };

let db: TestDatabase;
let people: { author: Official; second: Official; stranger: Official };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const as = (who: Official) => db.ctx(who);
async function upload(name: string, content: string | Buffer, input: unknown = JUDGMENTS): Promise<string> {
  const { id } = await uploadImport(as(people.author), input, source(name, content));
  await checkImport(db.deps, id);
  return id;
}
const records = async (id: string) =>
  (await db.sql`select count(*)::int as n from disclosure where batch_id = ${id}`)[0]?.n;

describe('an upload', () => {
  test('is checked, applied by the publisher and approved by somebody else', async () => {
    const rows = [1, 2, 3].map((n) => row(`（2021）苏01行终${n}号`)).join('\n');
    const id = await upload('季度 清单.csv', `${HEAD}\n${rows}\n${row('2021苏01行终4号')}`);
    const checked = await getImport(as(people.author), id);
    expect(checked).toMatchObject({
      state: 'checked',
      rowsTotal: 4,
      rowsRefused: 1,
      known: 0,
      own: true,
      fileName: '季度 清单.csv',
    });
    expect(checked.report).toEqual([
      {
        line: 5,
        column: 'case_number',
        code: 'number_brackets',
        value: '2021苏01行终4号',
        suggestion: '（2021）苏01行终4号',
      },
    ]);
    expect(await records(id)).toBe(0);
    await applyImport(as(people.author), id);
    await runImport(db.deps, id);
    expect(await getImport(as(people.author), id)).toMatchObject({
      state: 'finished',
      cursorRow: 4,
      rowsImported: 3,
      states: { in_review: 3 },
    });
    expect(await db.sql`select 1 from import_file where batch_id = ${id}`).toHaveLength(0);
    expect(await code(approveImport(as(people.author), id))).toBe('import.second_person_required');
    expect(await approveImport(as(people.second), id)).toBe(3);
    const published = await db.sql`
      select publisher_id, created_by, approved_by, state from disclosure where batch_id = ${id}`;
    expect(published).toHaveLength(3);
    expect(published[0]).toEqual({
      publisher_id: people.author.grants[0]?.bodyId,
      created_by: 'author',
      approved_by: 'second',
      state: 'published',
    });
    expect(await db.sql`select 1 from disclosure_search`).toHaveLength(3);
    const events = await db.sql`
      select e.kind, e.actor_id from event e join disclosure d on d.id = e.subject_id
      where d.batch_id = ${id} and d.case_number = '（2021）苏01行终1号' order by e.seq`;
    expect(events).toEqual([
      { kind: 'imported', actor_id: 'author' },
      { kind: 'published', actor_id: 'second' },
    ]);
  });

  test('of what is here already says so and changes nothing', async () => {
    const id = await upload('again.csv', `${HEAD}\n${row('（2021）苏01行终1号')}`);
    expect(await getImport(as(people.author), id)).toMatchObject({ state: 'checked', known: 1 });
    await applyImport(as(people.author), id);
    await runImport(db.deps, id);
    expect(await getImport(as(people.author), id)).toMatchObject({ rowsImported: 0, rowsUnchanged: 1 });
  });

  test('is for publishers, and seen by nobody of another body', async () => {
    const id = await upload('own.csv', `${HEAD}\n${row('（2021）苏01行终20号')}`);
    const auditor: Official = {
      ...people.author,
      grants: [{ role: 'auditor', bodyId: people.author.grants[0]?.bodyId ?? '' }],
    };
    expect(await code(uploadImport(as(auditor), JUDGMENTS, source('x.csv', HEAD)))).toBe('auth.forbidden');
    expect(await code(uploadImport(db.ctx(), JUDGMENTS, source('x.csv', HEAD)))).toBe('auth.required');
    expect(await code(getImport(as(people.stranger), id))).toBe('resource.not_found');
    expect(await code(applyImport(as(people.stranger), id))).toBe('resource.not_found');
    expect(await code(faultsCsv(as(auditor), id))).toBe('auth.forbidden');
    expect((await listImports(as(people.stranger))).map((batch) => batch.id)).not.toContain(id);
    expect(await code(getImport(as(people.author), 'no-uuid'))).toBe('resource.not_found');
  });

  test('that is empty, of no known table or too large is refused at the field', async () => {
    const refused = (input: unknown, content: string | Buffer) =>
      code(uploadImport(as(people.author), input, source('x.csv', content)));
    expect(await refused(JUDGMENTS, '')).toBe('required');
    expect(await refused({ ...JUDGMENTS, kind: 'weather' }, HEAD)).toBe('invalid_value');
    expect(await refused(JUDGMENTS, Buffer.alloc(MOST_UPLOAD_BYTES + 1, 'a'))).toBe('too_large');
    expect(await db.sql`select 1 from import_batch where file_name = 'x.csv'`).toHaveLength(0);
  });

  test('that was given up leaves no bytes and cannot be applied', async () => {
    const id = await upload('given-up.csv', `${HEAD}\n${row('（2021）苏01行终21号')}`);
    await abandonImport(as(people.author), id);
    expect(await db.sql`select 1 from import_file where batch_id = ${id}`).toHaveLength(0);
    expect(await code(applyImport(as(people.author), id))).toBe('import.state_refused');
    expect(await code(abandonImport(as(people.author), id))).toBe('import.state_refused');
    expect(await code(approveImport(as(people.second), id))).toBe('import.state_refused');
  });

  test('that is bad as a whole is stopped, and let in only by somebody else', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => row(n < 15 ? `（2022）苏01行终${n + 1}号` : `2022苏${n}`)).join(
      '\n',
    );
    const id = await upload('bad.csv', `${HEAD}\n${rows}`);
    expect(await getImport(as(people.author), id)).toMatchObject({
      state: 'blocked',
      blockedBy: [{ code: 'refused_share', found: 0.25, allowed: 0.2 }],
    });
    expect(await code(applyImport(as(people.author), id))).toBe('import.second_person_required');
    await applyImport(as(people.second), id);
    await runImport(db.deps, id);
    expect(await getImport(as(people.second), id)).toMatchObject({
      state: 'finished',
      rowsImported: 15,
      appliedBy: 'second',
    });
    // Who let it in handed it in: a third person approves.
    expect(await code(approveImport(as(people.second), id))).toBe('import.second_person_required');
    const third = { ...people.second, id: 'third' };
    expect(await approveImport(as(third), id)).toBe(15);
  });

  test('whose job died is taken up by the clock, from the row that was reached', async () => {
    const id = await upload('resumed.csv', `${HEAD}\n${[1, 2].map((n) => row(`（2023）苏01行终${n}号`)).join('\n')}`);
    await applyImport(as(people.author), id);
    await db.sql`update import_batch set cursor_row = 1 where id = ${id}`; // as if the first row were settled
    await resumeImports(db.deps);
    expect(await getImport(as(people.author), id)).toMatchObject({ state: 'finished', cursorRow: 2, rowsImported: 1 });
    const waiting = await uploadImport(
      as(people.author),
      JUDGMENTS,
      source('waiting.csv', `${HEAD}\n${row('（2023）苏01行终9号')}`),
    );
    await resumeImports(db.deps);
    expect(await getImport(as(people.author), waiting.id)).toMatchObject({ state: 'checked', rowsTotal: 1 });
  });
});

describe('what is alike', () => {
  test('is found among the rows and among the records: other instances, other writings, the same words', async () => {
    const first = await upload('first.csv', `${HEAD}\n${row('（2019）苏0381行初12号', STORY, '样例市财政局')}`);
    await applyImport(as(people.author), first);
    await runImport(db.deps, first);
    while ((await markRecords(db.deps)) > 0);
    const id = await upload(
      'more.csv',
      [
        HEAD,
        row('（2020）苏03行终7号', '不服(2019)苏0381行初12号行政判决提起上诉。', '样例市财政局'),
        row('（2021）苏行申9号', `${STORY}另查明运费两万元。`, '样例市财政局'),
        row('（2022）苏05行初1号', STORY.replace('四十二万元', '四十万元'), '样例市商务局'),
        row('（2022）苏06行初1号', STORY.replace('四十二万元', '四十万元'), '样例市发展和改革委员会'),
      ].join('\n'),
    );
    const { alike } = await getImport(as(people.author), id);
    const found = alike.map((one) => [one.line, one.why, one.recordId ? 'record' : one.otherLine]);
    expect(found).toContainEqual([2, 'dispute', 'record']);
    expect(found).toContainEqual([3, 'dispute', 'record']);
    expect(found).toContainEqual([4, 'text', 'record']);
    expect(found).toContainEqual([5, 'text', 4]);
  });

  test('is marked by the job, what comes later too', async () => {
    const unmarked = async () =>
      (
        await db.sql`select 1 from disclosure d where not exists (
        select from disclosure_likeness l where l.disclosure_id = d.id and l.version = d.version)`
      ).length;
    const mark = marking(db.deps);
    await mark();
    expect(await unmarked()).toBe(0);
    const later = await upload('later.csv', `${HEAD}\n${row('（2018）苏0381行初99号', STORY, '样例市财政局')}`);
    await applyImport(as(people.author), later);
    await runImport(db.deps, later);
    expect(await unmarked()).toBeGreaterThan(0);
    // The server tells of a write a moment after it.
    await until(async () => {
      await mark();
      return (await unmarked()) === 0;
    });
  });
});

describe('a template', () => {
  test('of each table has its columns, and a file made from it is read', async () => {
    for (const [kind, { columns }] of IMPORT_KINDS) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const csv = await importTemplate(`${kind}.csv`, locale);
        const text = Buffer.from(csv?.body ?? []).toString('utf8');
        expect(text.startsWith('\ufeff')).toBe(true);
        const sheet = await readXlsx((await importTemplate(`${kind}.xlsx`, locale))?.body ?? new Uint8Array());
        expect(sheet.sheets[0]?.rows[0]).toHaveLength(columns.required.length + columns.optional.length);
        const id = await upload(`${kind}.csv`, text, { kind, reason: '模板' });
        // A heading without rows: every column was known, only rows are missing.
        expect(await getImport(as(people.author), id)).toMatchObject({ state: 'blocked', report: [], rowsTotal: 0 });
      }
    }
    expect(await importTemplate('weather.csv', 'en')).toBeNull();
    expect(await importTemplate('../judgments.csv', 'en')).toBeNull();
  }, 30_000);
});

test('the report as a table escapes what a spreadsheet would run', async () => {
  const id = await upload('evil.csv', `${HEAD}\n${row('=cmd|calc')}`);
  const csv = await faultsCsv(as(people.author), id);
  expect(csv).toContain("'=cmd|calc");
  expect(csv.startsWith('\ufeff')).toBe(true);
});

test('the public figures count what is public, by kind and source, and what was refused', async () => {
  await measureQuality(db.deps);
  const { records: rows, imports, measuredAt } = await dataQuality(db.ctx());
  const judgments = rows.find((one) => one.kind === 'lost_judgment' && one.source === 'judgments');
  const [counted] =
    await db.sql`select count(*)::int as n from disclosure where state = 'published' and kind = 'lost_judgment'`;
  expect(judgments?.rows).toBe(counted?.n);
  expect(judgments?.filled).toMatchObject({ caseNumber: counted?.n, amount: 0 });
  expect(judgments?.newestOn).toBe('2026-01-05');
  expect(rows.every((one) => !one.needed.includes('bodyId'))).toBe(true);
  expect(imports.find((one) => one.kind === 'judgments')?.refused).toBe(6);
  expect(measuredAt).not.toBeNull();
});

test('the sources of the shared data import by the portal too', async () => {
  const file = readFileSync(new URL('../../data/failed-enforcement.csv', import.meta.url));
  const id = await upload('failed-enforcement.csv', file, { kind: 'failed-enforcement', reason: '公布名单' });
  await applyImport(as(people.author), id);
  await runImport(db.deps, id);
  expect(await getImport(as(people.second), id)).toMatchObject({
    state: 'finished',
    rowsImported: 7,
    states: { repaired: 7 },
  });
});
