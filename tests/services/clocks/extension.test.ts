import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import { askExtension } from '../../../api/services/complaints/ask-extension.ts';
import { decideExtension } from '../../../api/services/complaints/decide-extension.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const REASON = '需要向三个部门调取二〇二一年的合同档案。';
const clockOf = async (d: Desk) => {
  const [row] = await database.owner`
    select id, due_on::text as due from case_clock where case_id = ${d.caseId} and step = 'determine'`;
  return { id: String(row?.id), due: String(row?.due) };
};
const asked = async (d: Desk, days: number, ctx: Ctx = d.desk) =>
  askExtension(ctx, d.number, { version: await d.version(), step: 'determine', days, text: REASON });
const decided = async (d: Desk, ctx: Ctx, outcome: string, text?: string) =>
  decideExtension(ctx, d.number, { version: await d.version(), outcome, text });
async function accepted(): Promise<{ d: Desk; approver: Ctx }> {
  const d = await fileAndSit(database);
  await acceptCase(d);
  return { d, approver: await d.as(HANDLER, 'approver') };
}
const events = async (d: Desk) =>
  (await database.owner`select kind, payload from event where subject_id = ${d.caseId} order by seq`).map((row) => ({
    kind: String(row.kind),
    payload: JSON.parse(String(row.payload)) as Record<string, unknown>,
  }));

describe('an extension', () => {
  it('moves nothing until another person approves it, and then the due date of clock and case at once', async () => {
    const { d, approver } = await accepted();
    const { due } = await clockOf(d);
    await asked(d, 10);
    expect((await clockOf(d)).due).toBe(due);
    await decided(d, approver, 'approved');
    expect((await clockOf(d)).due).toBe(addDays(due, 10));
    expect((await d.row()).due_on).toBe(addDays(due, 10));
    const [, , ask, extended] = await events(d);
    expect(ask).toMatchObject({ kind: 'extension_asked', payload: { step: 'determine', days: 10 } });
    expect(extended).toMatchObject({ kind: 'extended', payload: { old: due, new: addDays(due, 10) } });
    expect(JSON.stringify(await events(d))).not.toContain('档案');
    const notices = await database.owner`select payload->>'template' as template from outbox
      where payload->>'caseId' = ${d.caseId} order by id`;
    expect(notices.map((n) => n.template)).toEqual([
      'case.filed',
      'case.accepted',
      'case.extension_asked',
      'case.extended',
    ]);
  });

  it('is shown to the complainant with its reason once it is approved, and not before', async () => {
    const { d, approver } = await accepted();
    const { due } = await clockOf(d);
    const own = async () => lookup(d.citizen, d.own);
    const determine = async () => (await own()).clocks.find((clock) => clock.step === 'determine');
    await asked(d, 30);
    expect((await determine())?.extensions).toEqual([]);
    expect(JSON.stringify(await own())).not.toContain('extension_asked');
    await decided(d, approver, 'approved', '同意。');
    expect(await determine()).toMatchObject({
      dueOn: addDays(due, 30),
      extensions: [{ days: 30, from: due, to: addDays(due, 30), reason: REASON }],
    });
    expect(JSON.stringify(await own())).not.toContain('同意。');
    expect((await own()).timeline[0]).toMatchObject({ kind: 'extended', by: 'body' });
  });

  it('is refused with a reason that stays among officials', async () => {
    const { d, approver } = await accepted();
    const { due } = await clockOf(d);
    await asked(d, 5);
    await expect(decided(d, approver, 'refused')).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'text', code: 'required' }],
    });
    await decided(d, approver, 'refused', '材料都在本单位，不需要延长。');
    expect((await clockOf(d)).due).toBe(due);
    const view = await readCase(d.desk, d.number);
    const clock = view.clocks.find((c) => c.step === 'determine');
    expect(clock?.extensions).toMatchObject([
      { approved: false, reason: REASON, decision: '材料都在本单位，不需要延长。' },
    ]);
    expect(JSON.stringify(await lookup(d.citizen, d.own))).not.toContain('不需要延长');
    await asked(d, 3);
  });

  it('may not be longer than the rule allows over all that were approved', async () => {
    const { d, approver } = await accepted();
    await expect(asked(d, 31)).rejects.toMatchObject({
      fields: [{ path: 'days', code: 'extension_too_long', params: { days: 30 } }],
    });
    await asked(d, 20);
    await decided(d, approver, 'approved');
    await expect(asked(d, 11)).rejects.toMatchObject({ fields: [{ path: 'days', params: { days: 10 } }] });
    await asked(d, 10);
    await decided(d, approver, 'approved');
    await expect(asked(d, 1)).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'extension_none' },
    });
  });

  it('is never approved by the one who asked, whatever the roles, nor by a handler', async () => {
    const { d } = await accepted();
    const both = await d.as(HANDLER, 'handler', 'approver');
    await asked(d, 5, both);
    await expect(decided(d, both, 'approved')).rejects.toMatchObject({ params: { reason: 'extension_own' } });
    await expect(decided(d, d.desk, 'approved')).rejects.toMatchObject({ code: 'auth.forbidden' });
    const actions = (await readCase(both, d.number)).actions;
    expect(actions.find((a) => a.action === 'decide_extension')?.refusal).toBe('extension_own');
  });

  it('waits alone: a second cannot be asked for meanwhile, and none can be decided that was not asked for', async () => {
    const { d, approver } = await accepted();
    await expect(decided(d, approver, 'approved')).rejects.toMatchObject({ params: { reason: 'extension_not_asked' } });
    await asked(d, 5);
    await expect(asked(d, 5)).rejects.toMatchObject({ params: { reason: 'extension_asked' } });
  });

  it('is neither asked for nor approved once the clock has run out: being late is not undone', async () => {
    const { d, approver } = await accepted();
    await asked(d, 5);
    await database.owner`update case_clock set due_on = (now() at time zone 'Asia/Shanghai')::date - 1
      where case_id = ${d.caseId} and step = 'determine'`;
    await expect(decided(d, approver, 'approved')).rejects.toMatchObject({ params: { reason: 'extension_none' } });
    await decided(d, approver, 'refused', '已经超期。');
    await expect(asked(d, 5)).rejects.toMatchObject({ params: { reason: 'extension_none' } });
  });

  it('conflicts with what happened meanwhile', async () => {
    const { d } = await accepted();
    const input = { version: (await d.version()) - 1, step: 'determine', days: 5, text: REASON };
    await expect(askExtension(d.desk, d.number, input)).rejects.toMatchObject({ code: 'case.version_conflict' });
  });
});
