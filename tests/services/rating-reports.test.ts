import { createHash, createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_COLUMNS } from '../../api/domain/rating-report.ts';
import { decideFlag } from '../../api/services/ratings/flags/decide.ts';
import { flagRatings } from '../../api/services/ratings/flags/find.ts';
import { ratingBoard } from '../../api/services/ratings/loop/board.ts';
import { takeStep } from '../../api/services/ratings/loop/step.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { exportReport } from '../../api/services/ratings/reports/export.ts';
import { changeReportReceiver, reportBoard } from '../../api/services/ratings/reports/manage.ts';
import { sendRatingReports } from '../../api/services/ratings/reports/send.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { officialOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

const RATED = bodyId('样例市市场监督管理局', '9901');
const GOVERNMENT = bodyId('样例市人民政府', '9901');
const WORDS = '窗口的人让我等了两个小时';
const PHONE = '13800000042';
let database: TestDatabase;
let administrator: ReturnType<typeof officialOf>;
let supervisor: ReturnType<typeof officialOf>;
let today: string;
let yesterday: string;
let bad: string;

beforeAll(async () => {
  database = await testDatabase();
  administrator = officialOf(GOVERNMENT, 'administrator');
  supervisor = officialOf(GOVERNMENT, 'supervisor');
  const [row] = await database.owner`
    select (now() at time zone 'Asia/Shanghai')::date::text as today, ((now() at time zone 'Asia/Shanghai')::date - 1)::text as yesterday`;
  [today, yesterday] = [String(row?.today), String(row?.yesterday)];
  await rate(counterCtx(database), ratingInput({ level: 5, indicators: ['attitude'] }));
  const { answer } = await rate(
    counterCtx(database),
    ratingInput({ level: 1, words: WORDS, contact: { phone: PHONE }, transactionNumber: 'SL-9' }),
  );
  bad = answer.case?.number ?? '';
  const desk = database.ctx(officialOf(RATED, 'handler'), { source: randomUUID() });
  await takeStep(desk, bad, { kind: 'verified', outcome: 'valid', text: '内部说明不外传。' });
  await takeStep(desk, bad, { kind: 'rectified', outcome: 'done', publicText: '=增开一个窗口' });
});
afterAll(() => database.end());

const file = async (query: Record<string, string>, actor = administrator): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of (await exportReport(database.ctx(actor), query)).body) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

describe('a day of the report', () => {
  it('has a row for each rating with the columns that are documented, and nothing of a person', async () => {
    const text = await file({ dataset: 'ratings', day: today, format: 'ndjson' });
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(2);
    expect(Object.keys(rows[0])).toEqual(REPORT_COLUMNS.ratings);
    expect(rows.map((row) => [row.level, row.indicators, row.named])).toEqual([
      [5, 'attitude', false],
      [1, '', true],
    ]);
    expect(rows[0].rated_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    for (const secret of [WORDS, PHONE, 'SL-9', bad]) expect(text).not.toContain(secret);
  });

  it('says of bad ratings what was done, without the words inside', async () => {
    const text = await file({ dataset: 'loop', day: today, format: 'ndjson' });
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toMatchObject([
      { level: 1, finding: 'valid', measure: '=增开一个窗口', contacted_at: null, review: null },
    ]);
    expect(Object.keys(rows[0])).toEqual(REPORT_COLUMNS.loop);
    for (const secret of [WORDS, PHONE, '内部说明不外传']) expect(text).not.toContain(secret);
  });

  it('as CSV is for spreadsheets: byte order mark, one heading, no formula runs', async () => {
    const text = await file({ dataset: 'loop', day: today, format: 'csv' });
    expect(text.startsWith('\ufeffrating_id,')).toBe(true);
    expect(text).not.toMatch(/,=增开/);
    expect((await file({ dataset: 'ratings', day: '2020-01-01', format: 'csv' })).trim().split('\n')).toHaveLength(1);
  });

  it('is for administrators, as far as they reach, and for a real day', async () => {
    const query = { dataset: 'ratings', day: today, format: 'ndjson' };
    expect(await file(query, officialOf(bodyId('样例市数据局', '9901'), 'administrator'))).toBe('');
    await expect(file(query, supervisor)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(file({ ...query, day: '2026-02-30' })).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('a receiver of the report', () => {
  interface Sent {
    headers: Record<string, string>;
    body: string;
  }
  const sent: Sent[] = [];
  let status = 200;
  const post = async (message: Sent) => {
    sent.push(message);
    return { status, text: '回执 H-1' };
  };

  it('gets whole days in order, signed; a failure is tried again as the same part, and each part leaves a receipt', async () => {
    const ctx = database.ctx(administrator);
    const from = new Date(Date.parse(`${yesterday}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
    const { id } = await changeReportReceiver(ctx, {
      action: 'create',
      name: '省平台',
      url: 'https://up.example/ratings',
      from,
    });
    const { secret } = await changeReportReceiver(ctx, { action: 'show', id });
    await expect(changeReportReceiver(ctx, { action: 'show', id })).rejects.toMatchObject({ code: 'resource.gone' });
    // The ratings of this test were given today: put them where yesterday is.
    await database.owner`update rating set created_at = created_at - interval '1 day'`;
    await database.owner`update cases set filed_at = filed_at - interval '1 day' where rating_id is not null`;
    await database.owner`update rating_step set at = at - interval '1 day'`;

    status = 503;
    expect(await sendRatingReports(database.deps, post)).toBe(0);
    const first = sent[0]?.headers['jiannuo-delivery'];
    status = 202;
    await database.owner`update rating_receiver set next_try_at = now()`;
    expect(await sendRatingReports(database.deps, post)).toBe(4);
    expect(sent[1]?.headers['jiannuo-delivery']).toBe(first);
    expect(
      sent
        .slice(1)
        .map(({ headers }) => [
          headers['jiannuo-day'],
          headers['jiannuo-dataset'],
          headers['jiannuo-part'],
          headers['jiannuo-rows'],
        ]),
    ).toEqual([
      [from, 'ratings', '1; last', '0'],
      [from, 'loop', '1; last', '0'],
      [yesterday, 'ratings', '1; last', '2'],
      [yesterday, 'loop', '1; last', '1'],
    ]);
    const { headers, body } = sent[3] ?? { headers: {} as Record<string, string>, body: '' };
    const signature = createHmac('sha256', secret ?? '')
      .update(`${headers['jiannuo-timestamp']}.${body}`)
      .digest('hex');
    expect(headers['jiannuo-signature']).toBe(`v1=${signature}`);
    for (const hidden of [WORDS, PHONE, 'SL-9']) expect(sent.map((one) => one.body).join('')).not.toContain(hidden);
    const { receipts, receivers } = await reportBoard(ctx);
    expect(receipts).toHaveLength(4);
    expect(receipts.find((row) => row.day === yesterday && row.dataset === 'ratings')).toMatchObject({
      rows: 2,
      status: 202,
      answer: '回执 H-1',
      sha256: createHash('sha256').update(body).digest('hex'),
    });
    expect(receivers).toMatchObject([{ nextDay: today, failures: 0 }]);
    expect(JSON.stringify(receivers)).not.toContain('wrapped');
    expect(await sendRatingReports(database.deps, post)).toBe(0); // today is not whole yet
  });

  it('refuses an address that is not https, a day to come, and whoever is no administrator', async () => {
    const ctx = database.ctx(administrator);
    const form = { action: 'create', name: '省平台', url: 'https://up.example/x', from: today };
    await expect(changeReportReceiver(ctx, { ...form, url: 'http://up.example' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(changeReportReceiver(ctx, { ...form, from: '2999-01-01' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(changeReportReceiver(database.ctx(supervisor), form)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });
});

describe('an anomaly of ratings', () => {
  it('is found by the job from the figures, once; decided by a superior with words; and takes nothing out of any count', async () => {
    const [point] = await database.owner`select id from service_point where body_id = ${RATED} limit 1`;
    const row = (measure: string, n: number) => database.owner`
      insert into rating_figure (scope, key, day, channel, level, measure, n)
      values ('point', ${point?.id}::text, ${yesterday}::date, 'offline', 5, ${measure}, ${n})`;
    await row('given', 20);
    await row('repeated', 18);
    const sum = async () => (await database.owner`select sum(n)::int as n from rating_figure`)[0]?.n;
    const before = await sum();
    expect(await flagRatings(database.deps)).toBe(1);
    expect(await flagRatings(database.deps)).toBe(0);
    const ctx = database.ctx(supervisor);
    const { flags } = await ratingBoard(ctx);
    expect(flags).toMatchObject([
      {
        kind: 'one_source',
        day: yesterday,
        decision: null,
        mine: true,
        numbers: { count: 20, repeated: 18, percent: 90 },
      },
    ]);
    const id = flags?.[0]?.id ?? '';
    const said = { id, decision: 'looked_into', text: '窗口人员代点，已约谈。' };
    await expect(decideFlag(database.ctx(officialOf(RATED, 'supervisor')), said)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(decideFlag(ctx, { ...said, text: '' })).rejects.toMatchObject({ code: 'request.invalid' });
    await decideFlag(ctx, said);
    await expect(decideFlag(ctx, said)).rejects.toMatchObject({ code: 'setting.version_conflict' });
    expect(await sum()).toBe(before);
    expect((await ratingBoard(ctx)).flags).toMatchObject([{ decision: 'looked_into', words: said.text }]);
    expect((await ratingBoard(database.ctx(officialOf(RATED, 'handler')))).flags).toBeNull();
  });
});
