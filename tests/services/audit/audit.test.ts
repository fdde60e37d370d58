import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import { addDays, legalDate } from '../../../api/domain/calendar.ts';
import type { DomainError } from '../../../api/domain/errors.ts';
import type { Grant, OfficialRole } from '../../../api/domain/official.ts';
import { auditByForm } from '../../../api/services/audit/by-form.ts';
import { exportAudit } from '../../../api/services/audit/export.ts';
import { readAudit } from '../../../api/services/audit/read.ts';
import { askExplanation } from '../../../api/services/complaints/ask-explanation.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { giveExplanation } from '../../../api/services/explanations/give-explanation.ts';
import { changeGrant } from '../../../api/services/officials/change-grant.ts';
import { createOfficial } from '../../../api/services/officials/create-official.ts';
import { readIdentity } from '../../../api/services/officials/read-identity.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

const COMMERCE = TEST_BODIES.cityCommerce.id;
let db: TestDatabase;
let desk: Desk;
let reader: Ctx;
const people: Record<string, string> = {};

/** An official who is in the table of officials, so that names can be told. */
async function person(name: string, ...grants: Grant[]): Promise<Ctx> {
  const input = { name, email: `${name.codePointAt(0)}-${grants[0]?.role}@example.org`, grants };
  const made = await createOfficial(await filingCtx(db, { actor: { kind: 'system' } }), db.signIn, input);
  people[name] = made.id;
  return filingCtx(db, { actor: { kind: 'official', id: made.id, name, grants, factorAge: 0 } });
}
const grant = (role: OfficialRole, bodyId: string): Grant => ({ role, bodyId });
let auditor: Ctx;
let elsewhere: Ctx;

beforeAll(async () => {
  db = await testDatabase();
  await filingCtx(db);
  await fileAndSit(db);
  auditor = await person('审计甲', grant('auditor', HANDLER));
  elsewhere = await person('别处乙', grant('auditor', COMMERCE));
  reader = await person('=办理丙', grant('handler', HANDLER));
  desk = await fileAndSit(db);
  await acceptCase(desk);
  await answerCase(desk);
  await readIdentity(reader, desk.number, { reason: '=电话核实金额', category: 'verify' });
  const admin = await person('管理丁', grant('administrator', HANDLER));
  const change = { officialId: people['=办理丙'], role: 'approver', bodyId: HANDLER, change: 'grant' };
  await changeGrant(admin, change);
});
afterAll(() => db.end());

const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );

describe('the audit', () => {
  it('shows who did and who read what, with the reason and what changed in words, and no words of a case', async () => {
    const { items } = await readAudit(auditor, {});
    const read = items.find((item) => item.kind === 'read' && item.field === 'identity');
    expect(read).toMatchObject({ actor: '=办理丙', reason: '=电话核实金额', category: 'verify', number: desk.number });
    const granted = items.find((item) => item.kind === 'granted');
    expect(granted?.actor).toBe('管理丁');
    expect(granted?.details).toEqual([
      { name: '单位', value: TEST_BODIES.cityDevelopmentReform.name },
      { name: '角色', value: '审核人' },
    ]);
    expect(items.map((item) => item.kind)).toEqual(expect.arrayContaining(['filed', 'accepted', 'answered']));
    const text = JSON.stringify(items);
    for (const words of ['土地款', '已安排兑现', '测试人甲', '13800138000']) expect(text).not.toContain(words);
    expect(items.map((item) => item.at)).toEqual(
      items
        .map((item) => item.at)
        .sort()
        .reverse(),
    );
  });

  it('reaches the auditor’s bodies and no further', async () => {
    const { items } = await readAudit(elsewhere, {});
    expect(items.filter((item) => item.number === desk.number)).toEqual([]);
    expect((await readAudit(elsewhere, { number: desk.number })).items).toEqual([]);
    expect((await readAudit(elsewhere, { official: '=办理丙' })).items).toEqual([]);
    expect((await refusal(readAudit(elsewhere, { body: HANDLER }))).fields).toEqual([
      { path: 'body', code: 'body_unknown' },
    ]);
    for (const role of ['handler', 'administrator', 'supervisor'] as const) {
      const other = await filingCtx(db, {
        actor: { kind: 'official', id: 'x', name: 'X', grants: [grant(role, HANDLER)], factorAge: 0 },
      });
      expect((await refusal(readAudit(other, {}))).code).toBe('auth.forbidden');
      expect((await refusal(exportAudit(other, {}))).code).toBe('auth.forbidden');
    }
    expect((await refusal(readAudit(await filingCtx(db), {}))).code).toBe('auth.required');
  });

  it('does not tell the body complained of by its own explanation which case that belongs to', async () => {
    const d = await fileAndSit(db);
    await acceptCase(d);
    const dueOn = addDays(legalDate(new Date()), 5);
    await askExplanation(d.desk, d.number, { version: await d.version(), dueOn, text: '请说明延误的原因。' });
    const [asked] = await db.owner`select reference from case_explanation where case_id = ${d.caseId}`;
    const accused = TEST_BODIES.county.id;
    await giveExplanation(await d.as(accused, 'handler'), String(asked?.reference), { text: '财政安排推迟。' });
    const theirs = await person('被反映审计', grant('auditor', accused));
    const { items } = await readAudit(theirs, {});
    expect(items.filter(({ kind }) => kind === 'explanation_given')).toMatchObject([{ number: null }]);
    expect((await readAudit(theirs, { number: d.number })).items).toEqual([]);
    expect((await readAudit(auditor, { number: d.number, kind: 'explanation_given' })).items).toHaveLength(1);
  });

  it('is filtered by official, case, kind, body and day', async () => {
    const kinds = async (filters: Record<string, string>) =>
      (await auditByForm(auditor, filters)).items.map((item) => item.kind);
    expect(new Set(await kinds({ official: '=办理丙' }))).toEqual(new Set(['read', 'identity_read']));
    expect(await kinds({ official: `${'管'.codePointAt(0)}-administrator@EXAMPLE.org` })).toEqual(['granted']);
    expect(await kinds({ kind: 'granted' })).toEqual(['granted']);
    expect(new Set(await kinds({ kind: 'read' }))).toEqual(new Set(['read']));
    expect(await kinds({ number: desk.number.toLowerCase(), kind: 'accepted' })).toEqual(['accepted']);
    expect(await kinds({ number: 'JN2026-9999999-X' })).toEqual([]);
    expect((await kinds({ bodyText: TEST_BODIES.cityDevelopmentReform.name })).length).toBeGreaterThan(2);
    expect(await kinds({ to: '2020-01-01' })).toEqual([]);
    expect((await refusal(kinds({ from: '2026-02-01', to: '2026-01-01' }))).code).toBe('request.invalid');
    expect((await refusal(kinds({ kind: "x' or 1=1" }))).code).toBe('request.invalid');
  });

  it('pages through every entry once, also where many share an instant', async () => {
    await db.owner`
      insert into access_log (at, user_id, subject_kind, subject_id, field, reason, case_id, body_id, category)
      select now(), ${people['=办理丙'] ?? ''}, 'case', ${desk.caseId}::uuid, 'identity', '核实' || n, ${desk.caseId}::uuid, ${HANDLER}::uuid, 'verify'
      from generate_series(1, 25) n`;
    const all = (await readAudit(auditor, {}, 1000)).items;
    const paged: typeof all = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readAudit>> = await readAudit(auditor, cursor ? { cursor } : {}, 7);
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    const { nextCursor } = await readAudit(auditor, {}, 7);
    expect((await refusal(readAudit(auditor, { cursor: nextCursor, kind: 'read' }, 7))).code).toBe('cursor.invalid');
    expect((await refusal(readAudit(elsewhere, { cursor: nextCursor }, 7))).code).toBe('cursor.invalid');
  });

  it('is exported as CSV that no spreadsheet runs, and the export is in the log', async () => {
    const csv = await exportAudit(auditor, { kind: 'read' });
    expect(csv.startsWith('\uFEFFat,kind,actor,body,subject,number,field,purpose,reason,details\r\n')).toBe(true);
    expect(csv).toContain("'=办理丙");
    expect(csv).toContain("'=电话核实金额");
    expect(csv).not.toMatch(/(^|,)"?=/m);
    const { items } = await readAudit(auditor, { kind: 'audit_exported' });
    expect(items[0]?.actor).toBe('审计甲');
    expect(items[0]?.details).toContainEqual({ name: '行数', value: String(csv.trim().split('\r\n').length - 1) });
  });

  it('is answered by status: 200, 400, 401, 403', async () => {
    const get = async (query: string, ctx: Ctx) =>
      createApp(() => ctx).request(`http://localhost/api/v1/officials/audit${query}`);
    const good = await get('?kind=read', auditor);
    expect([good.status, good.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await get('?from=never', auditor)).status).toBe(400);
    expect((await get('?cursor=forged', auditor)).status).toBe(400);
    expect((await get('', await filingCtx(db))).status).toBe(401);
    expect((await get('', reader)).status).toBe(403);
  });
});
