import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runImport } from '../../../api/cli/import-commands.ts';
import { changeLadder } from '../../../api/services/clocks/change-ladder.ts';
import { clockSettings } from '../../../api/services/clocks/view-settings.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

let database: TestDatabase;
let admin: Ctx;
beforeAll(async () => {
  database = await testDatabase();
  admin = await filingCtx(database, { actor: officialOf(TEST_BODIES.cityGovernment.id, 'administrator') });
});
afterAll(() => database?.end());

const rungs = [
  { days: -2, roles: ['handler'] },
  { days: 3, roles: ['supervisor'], superior: true },
];
const rows = () =>
  database.owner`select id, rung::int as rung, template, superior, valid_to is null as now from clock_ladder
    where division = '9801' order by version, rung`;

describe('the ladder of a place', () => {
  it('is edited whole: a new version, the old one kept, an event each, and given up by an empty one', async () => {
    expect(await changeLadder(admin, { division: '9801', rungs })).toEqual({ version: 1 });
    expect(await changeLadder(admin, { division: '9801', rungs: [rungs[0]] })).toEqual({ version: 2 });
    expect(await changeLadder(admin, { division: '9801', rungs: [] })).toEqual({ version: 3 });
    expect(await rows()).toEqual([
      { id: 'ladder@9801.1.1', rung: 1, template: 'case.due_soon', superior: false, now: false },
      { id: 'ladder@9801.1.2', rung: 2, template: 'case.escalated', superior: true, now: false },
      { id: 'ladder@9801.2.1', rung: 1, template: 'case.due_soon', superior: false, now: false },
    ]);
    const events = await database.owner`select kind, seq from event where subject_kind = 'setting' order by seq`;
    expect(events.map((event) => event.kind)).toEqual(['ladder_set', 'ladder_set', 'ladder_ended']);
  });

  it('grows from rung to rung, names somebody, and is that of a place the administrator governs', async () => {
    await expect(changeLadder(admin, { division: '9801', rungs: rungs.toReversed() })).rejects.toMatchObject({
      fields: [{ path: 'rungs.1.days', code: 'rungs_order' }],
    });
    await expect(changeLadder(admin, { division: '9801', rungs: [{ days: 1, roles: [] }] })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(changeLadder(admin, { division: '98', rungs })).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

it('administrators see every rule, and nobody else does', async () => {
  const view = await clockSettings(admin);
  expect(view.places).toEqual(['9801']);
  expect(view.rules.length).toBeGreaterThan(40);
  expect(view.rules.filter((rule) => rule.base.certainty === 'law').every((rule) => !rule.editable)).toBe(true);
  const handler = { ...admin, actor: officialOf(TEST_BODIES.cityGovernment.id, 'handler') };
  await expect(clockSettings(handler)).rejects.toMatchObject({ code: 'auth.forbidden' });
});

it('a holiday notice comes from a file too, and waits to be confirmed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiannuo-holidays-'));
  try {
    const file = path.join(folder, 'notice.txt');
    writeFileSync(file, '2027 测试用放假通知第三号\n2027-01-01 元旦\n2027-01-02 班 元旦\n');
    const lines: string[] = [];
    const ctx: Ctx = { ...admin, actor: { kind: 'system' } };
    const io = { print: (line: string) => void lines.push(line), progress: () => {} };
    expect(await runImport(['holidays', file], ctx, io)).toBe(0);
    expect(lines.join()).toMatch(/changes\/[0-9a-f-]{36}/);
    const [change] = await database.owner`select state, proposed_by from setting_change`;
    expect(change).toEqual({ state: 'proposed', proposed_by: 'system' });
    const [year] = await database.owner`select 1 from calendar_year where year = 2027`;
    expect(year).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
