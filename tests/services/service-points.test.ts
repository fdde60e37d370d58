import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring } from '../../api/adapters/vault.ts';
import type { Ctx } from '../../api/services/context.ts';
import { keyStatus } from '../../api/services/keys/status.ts';
import { rateAtCounter } from '../../api/services/ratings/at-counter.ts';
import { createPoint } from '../../api/services/ratings/create-point.ts';
import { getPoint } from '../../api/services/ratings/get-point.ts';
import { listPoints } from '../../api/services/ratings/list-points.ts';
import { checkBatch, makeBatch } from '../../api/services/ratings/points/batch.ts';
import { editPoint } from '../../api/services/ratings/points/edit.ts';
import { batchPosters, posters } from '../../api/services/ratings/points/posters.ts';
import { posterVersions, reissuePoint, reissueVersion } from '../../api/services/ratings/points/reissue.ts';
import { pointPage, showCounterKey } from '../../api/services/ratings/points/view.ts';
import { revokePoint } from '../../api/services/ratings/revoke-point.ts';
import { transactionSignature } from '../../api/services/ratings/transaction.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { officialOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

const GOVERNMENT = bodyId('样例市人民政府', '9901');
const BUREAU = bodyId('样例市数据局', '9901');
const keys = new Map([[1, randomBytes(32)]]);
let database: TestDatabase;
let desk: Ctx;
beforeAll(async () => {
  database = await testDatabase({ masterKeys: keys });
  desk = database.ctx(officialOf(GOVERNMENT, 'administrator'), { source: randomUUID() });
});
afterAll(() => database.end());

const place = '样例市政务服务大厅';
const newPoint = (over: Record<string, unknown> = {}) =>
  createPoint(desk, {
    bodyId: BUREAU,
    kind: 'window',
    channel: 'offline',
    name: `${randomUUID().slice(0, 8)}号窗口`,
    placeName: place,
    ...over,
  });
const said = (over: Record<string, unknown>) => ratingInput(over);

describe('a service point', () => {
  it('is renamed and put into a hall; its code and its poster stay good, and a stale form is refused', async () => {
    const hall = await newPoint({ kind: 'hall', name: '一楼大厅' });
    const window = await newPoint();
    const edit = { version: 1, name: '3号窗口（社保）', placeName: place, parentId: hall.id };
    await editPoint(desk, window.id, edit);
    expect((await getPoint(counterCtx(database), window.code)).name).toBe('3号窗口（社保）');
    await expect(editPoint(desk, window.id, edit)).rejects.toMatchObject({ code: 'setting.version_conflict' });
    const pack = await posters(desk, hall.id, true);
    expect(pack.map((one) => one.name)).toEqual(['一楼大厅', '3号窗口（社保）']);
    // A hall stands in no hall.
    await expect(editPoint(desk, hall.id, { ...edit, parentId: window.id })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('of a kind of service says at which windows it is offered', async () => {
    const [one, two, item] = [await newPoint(), await newPoint(), await newPoint({ kind: 'item', name: '居住证办理' })];
    await editPoint(desk, item.id, { version: 1, name: '居住证办理', placeName: place, windowIds: [one.id, two.id] });
    expect((await pointPage(desk, item.id)).offers.map((row) => row.id).sort()).toEqual([one.id, two.id].sort());
    expect((await pointPage(desk, one.id)).offers.map((row) => row.name)).toEqual(['居住证办理']);
    await expect(
      editPoint(desk, item.id, { version: 2, name: '居住证办理', placeName: place, windowIds: [item.id] }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('is found by a part of its name, and by nobody whose body it is not', async () => {
    await newPoint({ name: '百分%号窗口' });
    expect((await listPoints(desk, { q: '百分%' })).total).toBe(1);
    expect((await listPoints(desk, { q: '%号窗口' })).points.map((row) => row.name)).toEqual(['百分%号窗口']);
    const other = database.ctx(officialOf(bodyId('样例市市场监督管理局', '9901'), 'administrator'));
    expect((await listPoints(other, { q: '百分' })).total).toBe(0);
  });
});

describe('a replaced code', () => {
  it('opens its point until the grace is over, for rating too; a revoked point opens by none', async () => {
    const point = await newPoint();
    const { code } = await reissuePoint(desk, point.id, { graceDays: '30' });
    expect((await getPoint(counterCtx(database), point.code)).code).toBe(code);
    const { created } = await rateAtCounter(counterCtx(database), said({ code: point.code }));
    expect(created).toBe(true);
    await database.owner`update service_point_code set valid_until = now() - interval '1 second' where code = ${point.code}`;
    await expect(getPoint(counterCtx(database), point.code)).rejects.toMatchObject({ code: 'rating.code_invalid' });
    await expect(rateAtCounter(counterCtx(database), said({ code: point.code }))).rejects.toMatchObject({
      code: 'rating.code_invalid',
    });
    const again = await reissuePoint(desk, point.id, { graceDays: 90 });
    await revokePoint(desk, point.id);
    for (const old of [code, again.code])
      await expect(getPoint(counterCtx(database), old)).rejects.toMatchObject({ code: 'rating.code_invalid' });
  });

  it('ends at once where no grace is given', async () => {
    const point = await newPoint();
    await reissuePoint(desk, point.id, { graceDays: 0 });
    await expect(getPoint(counterCtx(database), point.code)).rejects.toMatchObject({ code: 'rating.code_invalid' });
  });

  it('of an older key is counted, replaced with all its like, and keeps that key from being retired', async () => {
    const point = await newPoint();
    const rotated = new Map([...keys, [2, randomBytes(32)] as const]);
    const changed: Ctx = { ...desk, keys: createKeyring(rotated) };
    const before = await posterVersions(changed);
    expect(before.newest).toBe(2);
    const old = before.versions.find((row) => row.version === 1)?.current ?? 0;
    expect(old).toBeGreaterThan(1);
    expect(await reissueVersion(changed, { keyVersion: 1, graceDays: 90 })).toEqual({ reissued: old, more: false });
    const after = await posterVersions(changed);
    expect(after.versions.map((row) => [row.version, row.current])).toContainEqual([2, old]);
    expect(after.versions.find((row) => row.version === 1)).toMatchObject({ current: 0 });
    expect(after.versions.find((row) => row.version === 1)?.grace).toBeGreaterThanOrEqual(old);
    // The old poster still opens, so its key is still needed.
    expect((await getPoint({ ...counterCtx(database), keys: changed.keys }, point.code)).name).toBeTruthy();
    const status = (await keyStatus({ sql: database.sql, keys: changed.keys })).versions.find(
      (row) => row.version === 1,
    );
    expect(status?.posters).toBeGreaterThanOrEqual(old);
    await expect(reissueVersion(changed, { keyVersion: 2, graceDays: 90 })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('a number of a transaction', () => {
  it('is taken once, and only where the counter signed it', async () => {
    const point = await newPoint();
    const key = await showCounterKey({ ...desk, keys: database.deps.keys }, point.id);
    const number = 'SL-2026-000123';
    const signed = {
      code: point.code,
      transactionNumber: number,
      transactionSignature: transactionSignature(key, number),
    };
    await rateAtCounter(counterCtx(database), said(signed));
    await expect(rateAtCounter(counterCtx(database), said(signed))).rejects.toMatchObject({
      code: 'rating.already_given',
    });
    const other = await newPoint();
    for (const wrong of [
      { ...signed, transactionNumber: 'SL-2026-000124' },
      { ...signed, transactionSignature: undefined },
      { ...signed, transactionSignature: 'zzzz' },
      { ...signed, code: other.code },
    ])
      await expect(rateAtCounter(counterCtx(database), said(wrong))).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ code: 'transaction_unsigned' }],
      });
  });
});

describe('a table of counters', () => {
  const table = (rows: string[]) => `服务点类型*,服务单位*,名称*,地点*,所在大厅,办理窗口\n${rows.join('\n')}\n`;
  const good = table([
    `大厅,样例市数据局,二楼大厅,${place},,`,
    `窗口,样例市数据局,21号窗口,${place},二楼大厅,`,
    `window,样例市市场监督管理局,22号窗口,${place},二楼大厅,`,
    `事项,样例市市场监督管理局,营业执照变更,${place},,21号窗口、22号窗口`,
  ]);

  it('says what it would make without making anything, then makes all of it at once, and nothing the second time', async () => {
    const count = async () => Number((await database.owner`select count(*)::int as n from service_point`)[0]?.n);
    const before = await count();
    const report = await checkBatch(desk, good);
    expect(report).toMatchObject({ rows: 4, faults: [], before: null });
    expect(await count()).toBe(before);
    const { id, made } = await makeBatch(desk, good, '二楼.csv');
    expect([made, await count()]).toEqual([4, before + 4]);
    const { posters: sheets } = await batchPosters(desk, id);
    expect(sheets.map((one) => one.name).sort()).toEqual(['21号窗口', '22号窗口', '二楼大厅', '营业执照变更'].sort());
    expect(await makeBatch(desk, good, '二楼.csv')).toEqual({ id, made: 0 });
    // A longer table makes only what is new, and finds the hall that is there.
    const more = await checkBatch(desk, `${good}窗口,样例市数据局,23号窗口,${place},二楼大厅,\n`);
    expect(more.points.filter((point) => !point.known).map((point) => point.name)).toEqual(['23号窗口']);
    const item = sheets.find((one) => one.name === '营业执照变更');
    expect((await pointPage(desk, item?.id ?? '')).offers).toHaveLength(2);
  });

  it('makes nothing where one row is wrong, and says which and why', async () => {
    const wrong = table([
      `窗口,样例市数据局,31号窗口,${place},没有的大厅,`,
      `柜子,样例市数据局,32号窗口,${place},,`,
      `窗口,没有这个单位,33号窗口,${place},,`,
      `窗口,样例市数据局,,${place},,`,
      `窗口,样例市数据局,35号窗口,${place},,22号窗口`,
      `窗口,样例市数据局,36号窗口,${place},,`,
      `窗口,样例市数据局,36号窗口,${place},,`,
    ]);
    const { faults } = await checkBatch(desk, wrong);
    expect(faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'hall', 'hall_unknown'],
      [3, 'point_kind', 'value_unknown'],
      [4, 'point_body', 'body_unknown'],
      [5, 'point_name', 'required'],
      [6, 'windows', 'no_windows'],
      [8, 'point_name', 'twice_in_file'],
    ]);
    await expect(makeBatch(desk, wrong, 'x')).rejects.toMatchObject({ code: 'import.rows_refused' });
  });

  it('names no body beyond the reach of the official, and is for nobody without the role', async () => {
    const narrow = database.ctx(officialOf(BUREAU, 'publisher'));
    expect((await checkBatch(narrow, good)).faults.map((fault) => fault.code)).toContain('body_unknown');
    await expect(checkBatch(database.ctx(officialOf(BUREAU, 'handler')), good)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(checkBatch(database.ctx(), good)).rejects.toMatchObject({ code: 'auth.required' });
  });
});
