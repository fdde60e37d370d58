import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CreditCheckFile } from '../../../api/contracts/credit-check.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import type { OfficialRole } from '../../../api/domain/official.ts';
import { askCreditCheck } from '../../../api/services/credit-checks/ask.ts';
import { listCreditChecks, readCreditCheck } from '../../../api/services/credit-checks/read.ts';
import { reportCreditUse } from '../../../api/services/credit-checks/report-use.ts';
import { isSigned } from '../../../api/services/credit-checks/sign.ts';
import { verifyCreditCheck } from '../../../api/services/credit-checks/verify.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, repair } from '../../support/disclosures.ts';
import { leaders } from '../../support/sharing.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official };
let body: { id: string; name: string };
let asker: Official;
let records: { open: string; repaired: string; honour: string };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  const { body: own } = await leaders(db);
  asker = as('approver', own);
  const [row] = await db.sql<{ id: string; name: string }[]>`
    select id, name from body where division = '9901' and name = '样例市商务局'`;
  if (!row) throw new Error('no commerce department');
  body = row;
  const about = { bodyId: body.id, bodyName: body.name };
  const unperformed = { ...about, kind: 'unperformed_judgment', conduct: '拒不履行', publicationClass: 'ordinary' };
  records = {
    open: await publish(db, people, { ...unperformed, decidedOn: '2026-05-06' }),
    repaired: await publish(db, people, { ...unperformed, decidedOn: '2026-05-06' }),
    honour: await publish(db, people, {
      ...about,
      kind: 'honour',
      caseNumber: undefined,
      court: undefined,
      outcome: undefined,
      documentNumber: '样信用办〔2026〕1号',
      decidingBody: '样例市人民政府',
    }),
  };
  await repair(db, people, records.repaired);
}, 60_000);
afterAll(() => db?.end());

const as = (role: OfficialRole, bodyId: string): Official => ({
  kind: 'official',
  id: `${role}-1`,
  name: role,
  grants: [{ role, bodyId }],
});
const ask = { purpose: 'award', purposeWords: '2026年度文明单位评选' };
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof DomainError) return error.fields[0]?.code ?? error.code;
      throw error;
    },
  );
async function answered(subjects: string) {
  const made = await askCreditCheck(db.ctx(asker), { ...ask, subjects });
  if (!made.answered) throw new Error(JSON.stringify(made.unclear));
  return readCreditCheck(db.ctx(asker), made.id);
}

describe('a credit check', () => {
  test('tells the open records of each body by kind and class, and nothing that was repaired', async () => {
    const { document, check } = await answered(`${body.name}\n样例市财政局`);
    expect(document.subjects.map((one) => [one.name, one.adverse])).toEqual([
      [body.name, 1],
      ['样例市财政局', 0],
    ]);
    const told = document.subjects[0]?.records ?? [];
    expect(told.map((one) => [one.id, one.kind, one.publicationClass, one.tone]).sort()).toEqual(
      [
        [records.open, 'unperformed_judgment', 'ordinary', 'adverse'],
        [records.honour, 'honour', null, 'good'],
      ].sort(),
    );
    expect(check.document).not.toContain(records.repaired);
    expect([check.subjects, check.withRecords]).toEqual([2, 1]);
  });

  test('is numbered, dated and signed so that anybody can check it without asking', async () => {
    const { file, check } = await answered(body.name);
    CreditCheckFile.parse(file);
    expect(file.document.number).toMatch(/^XS\d{4}-\d{6}$/);
    const text = canonicalize(file.document) ?? '';
    const { signature, publicKey, sha256 } = file.proof;
    const [sig, key] = [Buffer.from(signature, 'base64url'), Buffer.from(publicKey, 'base64url')];
    expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
    expect(isSigned(text, sig, key)).toBe(true);
    expect(isSigned(text.replace('"adverse":1', '"adverse":0'), sig, key)).toBe(false);
    expect(Date.parse(check.askedAt)).toBe(Date.parse(file.document.askedAt));
  });

  test('answers no list with an unclear line, and says at the line what may be meant', async () => {
    const count = async () => Number((await db.sql`select count(*) as n from credit_check`)[0]?.n);
    const before = await count();
    const made = await askCreditCheck(db.ctx(asker), { ...ask, subjects: `${body.name}\n\n样例市商务\n没有这个单位` });
    if (made.answered) throw new Error('answered');
    expect(made.unclear.map(({ line, typed }) => [line, typed])).toEqual([
      [3, '样例市商务'],
      [4, '没有这个单位'],
    ]);
    expect(made.unclear[0]?.suggestions[0]).toBe(`${body.name} 9901`);
    expect(await count()).toBe(before);
    // What is suggested can be typed.
    expect((await answered(made.unclear[0]?.suggestions[0] ?? '')).document.subjects[0]?.name).toBe(body.name);
  });

  test('finds an agency by its credit code, and a body by any of its names', async () => {
    const agency = await publish(db, people, {
      kind: 'agency_record',
      bodyName: '样例招标代理有限公司',
      subjectCode: '91320000MA1M00001J',
      caseNumber: undefined,
      court: undefined,
      outcome: undefined,
      documentNumber: '样住建〔2026〕2号',
      decidingBody: '样例市住房和城乡建设局',
    }).catch((error: unknown) => {
      if (error instanceof DomainError) return JSON.stringify(error.fields);
      throw error;
    });
    const [row] = await db.sql<
      { code: string }[]
    >`select subject_code as code from disclosure where id::text = ${agency}`;
    expect(agency).toMatch(/^[0-9a-f-]{36}$/);
    const { document } = await answered(row?.code ?? '');
    expect(document.subjects).toMatchObject([{ name: null, code: row?.code, adverse: 1, records: [{ id: agency }] }]);
  });

  test('says when it is opened again which of its records have ended since', async () => {
    const id = await publish(db, people, { bodyId: body.id, bodyName: body.name });
    const first = await answered(body.name);
    expect([...first.ended]).toEqual([]);
    await db.sql`update disclosure set state = 'expired', ended_at = now() where id = ${id}`;
    const again = await readCreditCheck(db.ctx(asker), first.check.id);
    expect([...again.ended]).toEqual([id]);
    expect(again.file).toEqual(first.file);
  });

  test('is logged with who asked for whom, and so is the use made of it, once', async () => {
    const { check } = await answered(body.name);
    expect(await code(reportCreditUse(db.ctx(asker), check.id, { use: 'excluded' }))).toBe('required');
    await reportCreditUse(db.ctx(asker), check.id, { use: 'excluded', words: '依规取消参评资格' });
    expect(await code(reportCreditUse(db.ctx(asker), check.id, { use: 'none', words: '改主意了' }))).toBe(
      'setting.version_conflict',
    );
    const events = await db.sql<{ kind: string; payload: string }[]>`
      select kind, payload from event where subject_kind = 'credit_check' and subject_id = ${check.id} order by seq`;
    expect(events.map((event) => event.kind)).toEqual(['credit_checked', 'credit_use_reported']);
    expect(JSON.parse(events[0]?.payload ?? '')).toMatchObject({ purpose: 'award', bodies: [body.id], withRecords: 1 });
    const list = await listCreditChecks(db.ctx(asker), { open: true });
    expect(list.items.map((item) => item.id)).not.toContain(check.id);
  });

  test('is for those who decide, and read by their body and those above it alone', async () => {
    const own = asker.grants[0]?.bodyId ?? '';
    expect(await code(askCreditCheck(db.ctx(), { ...ask, subjects: body.name }))).toBe('auth.required');
    for (const role of ['intake', 'handler', 'arbiter', 'directory_editor', 'auditor'] as const)
      expect(await code(askCreditCheck(db.ctx(as(role, own)), { ...ask, subjects: body.name }))).toBe('auth.forbidden');
    for (const role of ['supervisor', 'publisher', 'administrator'] as const)
      expect(await code(askCreditCheck(db.ctx(as(role, own)), { ...ask, subjects: body.name }))).toBe('done');
    const { check } = await answered(body.name);
    expect(await code(readCreditCheck(db.ctx(as('approver', body.id)), check.id))).toBe('resource.not_found');
    expect(await code(readCreditCheck(db.ctx(as('handler', own)), check.id))).toBe('auth.forbidden');
    const [city] = await db.sql<{ id: string }[]>`select id from body where division = '9901' and kind = 'government'`;
    expect(await code(readCreditCheck(db.ctx(as('supervisor', city?.id ?? '')), check.id))).toBe('done');
    expect(await code(askCreditCheck(db.ctx(asker), { ...ask, subjects: body.name, bodyId: body.id }))).toBe(
      'auth.forbidden',
    );
    expect(await code(askCreditCheck(db.ctx(asker), { ...ask, subjects: ' \n ' }))).toBe('required');
    expect(await code(askCreditCheck(db.ctx(asker), { ...ask, purpose: 'curiosity', subjects: body.name }))).toBe(
      'required',
    );
  });
});

describe('verifying', () => {
  test('takes number and signature or digest, or the whole file, and names nobody', async () => {
    const { file, check } = await answered(body.name);
    const { number } = check;
    const genuine = { genuine: true, number, subjects: 1, withRecords: 1 };
    for (const proof of [file.proof.signature, file.proof.sha256, ` ${file.proof.sha256.toUpperCase()} `])
      expect(await verifyCreditCheck(db.ctx(), { number: number.toLowerCase(), proof })).toMatchObject(genuine);
    expect(await verifyCreditCheck(db.ctx(), { file: JSON.stringify(file, null, 2) })).toMatchObject({
      ...genuine,
      whole: true,
    });
    expect(JSON.stringify(await verifyCreditCheck(db.ctx(), { number, proof: file.proof.sha256 }))).not.toContain(
      body.name,
    );
  });

  test('refuses another number, another proof and a changed file alike', async () => {
    const [one, two] = [await answered(body.name), await answered('样例市财政局')];
    const no = { genuine: false };
    expect(await verifyCreditCheck(db.ctx(), { number: one.check.number, proof: two.file.proof.signature })).toEqual(
      no,
    );
    expect(await verifyCreditCheck(db.ctx(), { number: 'XS2020-999999', proof: one.file.proof.signature })).toEqual(no);
    expect(await verifyCreditCheck(db.ctx(), { number: one.check.number, proof: 'x' })).toEqual(no);
    const changed = JSON.stringify(one.file).replaceAll('"adverse":1', '"adverse":0');
    expect(changed).not.toBe(JSON.stringify(one.file));
    expect(await verifyCreditCheck(db.ctx(), { file: changed })).toEqual(no);
    expect(await code(verifyCreditCheck(db.ctx(), { number: one.check.number }))).toBe('required');
    expect(await code(verifyCreditCheck(db.ctx(), { file: 'no json' }))).toBe('not_json');
  });
});
