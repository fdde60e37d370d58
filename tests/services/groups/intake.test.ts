import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { runImport } from '../../../api/cli/import-commands.ts';
import { ExchangeLine } from '../../../api/contracts/intake.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { accept } from '../../../api/services/complaints/accept.ts';
import { answer } from '../../../api/services/complaints/answer.ts';
import { openCase } from '../../../api/services/complaints/open-case.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { enterByForm } from '../../../api/services/intake/by-form.ts';
import { enter } from '../../../api/services/intake/enter.ts';
import { exchangeFile, exportResults } from '../../../api/services/intake/export.ts';
import { importCases } from '../../../api/services/intake/import.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { answersFor, HANDLER, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { complaint, filingCtx, TEST_BODIES } from '../../support/filing.ts';

let database: TestDatabase;
let desk: Ctx;
const OFFICE = TEST_BODIES.cityGovernment.id;
beforeAll(async () => {
  database = await testDatabase();
  desk = await filingCtx(database, { actor: officialOf(OFFICE, 'intake') });
});
afterAll(() => database.end());

const external = () => `RX-${randomUUID().slice(0, 8).toUpperCase()}`;
const line = (changes: Record<string, unknown> = {}, fields: Record<string, unknown> = {}) => {
  const { submissionId: _, ...rest } = complaint(fields);
  return { type: 'case', channel: 'hotline', externalNumber: external(), complaint: rest, ...changes };
};
const fileOf = (...lines: unknown[]) => lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n');

describe('a case of another channel', () => {
  it('is filed once, routed, open by both numbers with the code, and never held', async () => {
    const given = line();
    const entered = await enter(desk, given);
    expect(entered).toMatchObject({ created: true });
    const citizen = await filingCtx(database, { source: randomUUID() });
    for (const number of [entered.number, given.externalNumber, given.externalNumber.toLowerCase()])
      expect((await openCase(citizen, number, entered.queryCode)).number).toBe(entered.number);
    const view = await readCase(
      await filingCtx(database, { actor: officialOf(HANDLER, 'handler') }),
      given.externalNumber,
    );
    expect(view.head).toMatchObject({ number: entered.number, channel: 'hotline', screening: 'passed' });
    expect(view.extras.aliases).toEqual([{ number: given.externalNumber, reason: 'hotline' }]);
    expect(await enter(desk, given)).toEqual({ number: entered.number, queryCode: null, created: false });
  });

  it('is one case, however many enter it at once', async () => {
    const given = line();
    const all = await Promise.all(Array.from({ length: 8 }, () => enter(desk, given)));
    expect(new Set(all.map((entered) => entered.number)).size).toBe(1);
    expect(all.filter((entered) => entered.created).length).toBe(1);
    const rows = await database.owner`select 1 from case_intake where external_number = ${given.externalNumber}`;
    expect(rows.length).toBe(1);
  });

  it('does not take a number that another channel has', async () => {
    const given = line();
    await enter(desk, given);
    await expect(enter(desk, { ...given, channel: 'petition' })).rejects.toMatchObject({
      fields: [{ path: 'externalNumber', code: 'number_taken' }],
    });
  });

  it('finds the respondent by its full name', async () => {
    const { respondentId: _, ...rest } = line().complaint as Record<string, unknown>;
    const entered = await enter(desk, line({ complaint: rest, respondent: TEST_BODIES.county.name }));
    expect(entered.created).toBe(true);
    await expect(enter(desk, line({ complaint: rest, respondent: '没有这个单位' }))).rejects.toMatchObject({
      fields: [{ path: 'respondent' }],
    });
  });

  it('comes from the form of the page with errors at its controls', async () => {
    const form = {
      channel: 'petition',
      externalNumber: external(),
      respondentIdText: TEST_BODIES.county.name,
      kind: 'other',
      matter: 'other',
      story: '窗口说的和公示的不一样，跑了三次没有办成。',
      demands: '书面说明\n尽快办理',
      complainant: { kind: 'person', name: '李某' },
      contact: { phone: '13800138000' },
    };
    const { cookie, created } = await enterByForm(desk, form);
    expect(created).toBe(true);
    expect(cookie).toContain('HttpOnly');
    await expect(
      enterByForm(desk, { ...form, externalNumber: external(), demands: '', story: '短' }),
    ).rejects.toMatchObject({
      fields: expect.arrayContaining([
        expect.objectContaining({ path: 'demands' }),
        expect.objectContaining({ path: 'story' }),
      ]),
    });
  });
});

describe('the exchange file', () => {
  it('goes round: cases in, answers out in the same format, and in again without a second case', async () => {
    const [one, two] = [line(), line()];
    const text = fileOf(one, two);
    const checked = await importCases(desk, text, { dryRun: true });
    expect(checked).toMatchObject({ lines: 2, entered: [], faults: [] });
    expect(await database.owner`select 1 from case_intake where external_number = ${one.externalNumber}`).toHaveLength(
      0,
    );
    const report = await importCases(desk, text, { dryRun: false });
    expect(report.entered.map((e) => e.externalNumber)).toEqual([one.externalNumber, two.externalNumber]);
    const before = await exportResults(desk, { channel: 'hotline' });

    const handler = await filingCtx(database, { actor: officialOf(HANDLER, 'handler') });
    const number = report.entered[0]?.number ?? '';
    await accept(handler, number, { version: 1 });
    const view = await readCase(handler, number);
    await answer(handler, number, { version: 2, answers: answersFor(view.demands.map((d) => d.id)) });

    const out = await exportResults(desk, { channel: 'hotline', cursor: before.cursor ?? '' });
    expect(out.items.map((item) => item.externalNumber)).toEqual([one.externalNumber]);
    expect(out.items[0]).toMatchObject({
      type: 'result',
      number,
      state: 'answered',
      handler: '测试市发展和改革委员会',
    });
    expect(out.items[0]?.demands.map((d) => [d.text, d.answers[0]?.outcome, d.answers[0]?.text])).toEqual(
      (one.complaint as { demands: string[] }).demands.map((d) => [d, 'accepted', '已安排兑现，详见附件说明。']),
    );
    const file = exchangeFile(out);
    for (const l of file.trim().split('\n')) expect(ExchangeLine.safeParse(JSON.parse(l)).success).toBe(true);
    expect(file).not.toMatch(/测试人甲|13800138000|example\.org/);
    const again = await importCases(desk, `${text}\n${file}`, { dryRun: false });
    expect(again).toMatchObject({ entered: [], passedOver: 2, faults: [] });
    expect(again.known.length).toBe(2);
    expect((await exportResults(desk, { channel: 'hotline', cursor: out.cursor ?? '' })).items).toEqual([]);
  });

  it('names line, column and reason of what is bad, and enters the rest', async () => {
    const good = line();
    const short = line({}, { story: '短' });
    const text = fileOf(good, '{"type": "case", nonsense', short, line({ channel: 'fax' }), { type: 'fax' });
    const report = await importCases(desk, text, { dryRun: false });
    expect(report.entered.map((e) => e.externalNumber)).toEqual([good.externalNumber]);
    expect(report.faults.map((f) => [f.line, f.path, f.code])).toEqual([
      [2, '', 'not_json'],
      [3, 'complaint.story', 'too_small'],
      [4, 'channel', 'invalid_value'],
      [5, expect.any(String), expect.any(String)],
      ...report.faults.slice(4).map((f) => [5, f.path, f.code]),
    ]);
    expect(report.faults[0]?.column).toBe(18);
    expect(report.faults[1]?.column).toBe(JSON.stringify(short).indexOf('"story"') + 1);
  });

  it('gives an office the cases that it entered, not those of others', async () => {
    await enter(desk, line());
    const other = await filingCtx(database, { actor: officialOf(TEST_BODIES.provinceDevelopmentReform.id, 'intake') });
    expect((await exportResults(other, { channel: 'hotline' })).items).toEqual([]);
  });

  it('is read by the command line too', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jn-intake-'));
    try {
      const file = path.join(folder, 'cases.jsonl');
      const given = line();
      writeFileSync(file, fileOf(given, '{'));
      const printed: string[] = [];
      const io = { print: (l: string) => printed.push(l), progress: () => {} };
      const system = await filingCtx(database, { actor: { kind: 'system' } });
      expect(await runImport(['cases', file, '--body', OFFICE, '--dry-run'], system, io)).toBe(1);
      expect(await runImport(['cases', file, '--body', OFFICE], system, io)).toBe(1);
      expect(printed.join('\n')).toContain(given.externalNumber);
      expect(printed.join('\n')).toContain('2:2');
      await expect(runImport(['cases', file], system, io)).rejects.toThrow('--body');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the routes of intake', () => {
  const call = async (actor: Actor, route: string, body?: unknown) => {
    const ctx = await filingCtx(database, { actor });
    const init = body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {};
    const response = await createApp(() => ctx).request(`/api/v1/${route}`, init);
    return { status: response.status, body: await response.json() };
  };
  const clerk = officialOf(OFFICE, 'intake');

  it('answer 201 and 200, 400, 401, 403 and 422', async () => {
    const given = line();
    expect((await call(clerk, 'officials/intake/cases', given)).status).toBe(201);
    expect((await call(clerk, 'officials/intake/cases', given)).status).toBe(200);
    expect((await call(clerk, 'officials/intake/cases', { ...given, state: 'closed' })).status).toBe(400);
    expect((await call(clerk, 'officials/intake/cases', line({}, { obstacle: 'state_secret' }))).status).toBe(422);
    expect((await call({ kind: 'public' }, 'officials/intake/cases', given)).status).toBe(401);
    expect((await call(officialOf(OFFICE, 'handler'), 'officials/intake/cases', given)).status).toBe(403);
    expect((await call(clerk, 'officials/intake/import', { file: fileOf(line()) })).status).toBe(200);
    expect((await call(officialOf(OFFICE, 'handler'), 'officials/intake/import', { file: '' })).status).toBe(403);
    expect((await call(clerk, 'officials/intake/results?channel=hotline')).status).toBe(200);
    expect((await call(clerk, 'officials/intake/results?channel=fax')).status).toBe(400);
    expect((await call(clerk, 'officials/intake/results?channel=hotline&cursor=x')).status).toBe(400);
    expect((await call({ kind: 'public' }, 'officials/intake/results?channel=hotline')).status).toBe(401);
    const schema = await call({ kind: 'public' }, 'intake/schema');
    expect(schema.status).toBe(200);
    expect(JSON.stringify(schema.body)).toContain('externalNumber');
    expect(JSON.stringify(schema.body)).not.toContain('submissionId');
  });
});
