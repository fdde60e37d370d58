import { Readable } from 'node:stream';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { importCommitments } from '../../../api/services/commitments/import.ts';
import { commitmentTemplate, importByOfficial } from '../../../api/services/commitments/import-by-official.ts';
import { commitmentForOfficial } from '../../../api/services/commitments/officials.ts';
import { pushRecords, pushTables } from '../../../api/services/push/push-records.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
let body = '';
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
  const [row] = await db.sql<{ name: string }[]>`
    select name from body where id = ${people.author.grants[0]?.bodyId ?? ''}`;
  body = row?.name ?? '';
});
afterAll(() => db?.end());

const HEADING =
  '承诺类型,承诺单位,责任部门,责任岗位,承诺对象,标题,承诺内容,文号,作出日期,履行期限,履行节点,金额,兑现条件,来源';
const line = (title: string, amount = '1800000') =>
  `招商引资政策,${body},投资促进处,处长岗,装备制造企业,${title},按设备投资的百分之八补贴。,样发〔2025〕7号,2025-03-01,分节点,2025-06-30 首笔 1000000元；2099-06-30 第二笔 800000元,${amount},投资不低于三千万元,市政府文件`;
const csv = (...lines: string[]) => ({
  name: '承诺.csv',
  source: Readable.from([Buffer.from([HEADING, ...lines].join('\n'))]),
});

describe('a table of commitments', () => {
  it('is read with Chinese names and words; what is new waits for a second person', async () => {
    const report = await importByOfficial(db.ctx(people.author), csv(line('装备补贴'), line('贴息')));
    expect(report).toMatchObject({ rows: 2, imported: 2, refused: 0, faults: [] });
    const [row] = await db.sql<{ id: string }[]>`select id from commitment where title = '装备补贴'`;
    const id = row?.id ?? '';
    const view = await commitmentForOfficial(db.ctx(people.second), id);
    expect(view.row).toMatchObject({ state: 'in_review', kind: 'investment_policy', dueKind: 'milestones' });
    expect(view.milestones.map((one) => [one.title, one.amount])).toEqual([
      ['首笔', '1000000.00'],
      ['第二笔', '800000.00'],
    ]);
    await expect(actOnCommitment(db.ctx(people.author), id, { action: 'publish', version: 1 })).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await actOnCommitment(db.ctx(people.second), id, { action: 'publish', version: 1 });
    expect((await getCommitment(db.ctx(), id)).found).toBe('record');

    // The same again changes nothing; of what is public a correction is proposed.
    expect(await importByOfficial(db.ctx(people.author), csv(line('装备补贴')))).toMatchObject({
      unchanged: 1,
      changed: 0,
    });
    expect(await importByOfficial(db.ctx(people.author), csv(line('装备补贴', '1700000')))).toMatchObject({
      changed: 1,
    });
    const after = await commitmentForOfficial(db.ctx(people.second), id);
    expect(after.row.amount).toBe('1800000.00');
    expect(after.open).toMatchObject({ outcome: 'corrected', proposedBy: 'author' });
  });

  it('is refused whole where a row is bad, with the line, the column and why', async () => {
    const bad = await importByOfficial(
      db.ctx(people.author),
      csv(line('另一项'), line('重名').replace('2025-03-01', '某年某月'), line('缺项').replace('处长岗', '')),
    );
    expect(bad).toMatchObject({ imported: 0, refused: 2, batchId: null });
    expect(bad.faults.map((one) => [one.line, one.column, one.code])).toEqual([
      [3, 'made_on', 'date'],
      [4, 'post', 'required'],
    ]);
    expect(await db.sql`select 1 from commitment where title = '另一项'`).toHaveLength(0);
    // A publisher enters what is owed by bodies within reach only.
    expect(await importByOfficial(db.ctx(people.stranger), csv(line('别家的')))).toMatchObject({ refused: 1 });
    await expect(importByOfficial(db.ctx(), csv(line('谁的')))).rejects.toMatchObject({ code: 'auth.required' });
  });

  it('may be a workbook, and its template names every column', async () => {
    const cells = (text: string) => text.split(',');
    const workbook = await writeXlsx({
      sheets: [{ name: '承诺', rows: [cells(HEADING), cells(line('工作簿里的一项'))] }],
    });
    const source = { name: '承诺.xlsx', open: () => Readable.from([Buffer.from(workbook)]) };
    const report = await importCommitments(db.ctx({ kind: 'system' }), source, {
      by: 'import',
      reason: '试导入',
      name: '承诺.xlsx',
    });
    expect(report).toMatchObject({ imported: 1, faults: [] });
    const names = commitmentTemplate().trim().replace('\ufeff', '').split(',');
    expect(names.slice(0, 4)).toEqual(['承诺类型*', '承诺单位*', '责任部门*', '责任岗位*']);
    expect(names.filter((name) => /^[a-z_]+$/.test(name))).toEqual([]);
  });

  it('is pushed by a sender for its own body, good rows though others are bad', async () => {
    expect(pushTables().find((one) => one.table === 'commitments')?.required).toContain('post');
    const row = {
      commitment_kind: 'service_standard',
      promised_by: body,
      department: '办公室',
      post: '主任岗',
      beneficiary: '全体群众',
      title: '窗口延时服务',
      text: '工作日中午不打烊。',
      made_on: '2026-01-05',
      due_kind: 'standing',
      promise_kind: 'time',
      service_item: '窗口服务',
      measure: '中午有人值守',
      source: '市局公告',
    };
    const client = { clientId: 'c1', bodyId: people.author.grants[0]?.bodyId ?? '', scopes: ['commitments'] };
    const request = {
      reason: '一季度',
      dryRun: false,
      accept: [],
      rows: [row, { ...row, title: '缺衡量', measure: '' }],
    };
    const report = await pushRecords(db.ctx(), client as never, 'commitments', request as never);
    expect(report).toMatchObject({
      imported: 1,
      refused: 1,
      faults: [{ row: 2, column: 'measure', code: 'required' }],
    });
    const stranger = { ...client, bodyId: people.stranger.grants[0]?.bodyId ?? '' };
    expect(await pushRecords(db.ctx(), stranger as never, 'commitments', request as never)).toMatchObject({
      refused: 2,
    });
    await expect(
      pushRecords(db.ctx(), { ...client, scopes: [] } as never, 'commitments', request as never),
    ).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});
