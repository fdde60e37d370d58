import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { openCommitmentFile } from '../../../api/services/commitments/files.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { commitmentForOfficial } from '../../../api/services/commitments/officials.ts';
import { readEnterprise } from '../../../api/services/commitments/read-enterprise.ts';
import { registerPromise } from '../../../api/services/commitments/register.ts';
import { addRegistrationFile, trackRegistration } from '../../../api/services/commitments/track-registration.ts';
import { warnOfCommitments } from '../../../api/services/commitments/warn-due.ts';
import { setScan, unscanned } from '../../../db/queries/evidence-scan.ts';
import { commitmentVersion, promise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';
import { codeOf } from '../../support/refusal.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
let bodyName = '';
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
  const [body] = await db.sql<{ name: string }[]>`
    select name from body where id = ${people.author.grants[0]?.bodyId ?? ''}`;
  bodyName = body?.name ?? '';
});
afterAll(() => db?.end());

const form = (changes: Record<string, unknown> = {}) => ({
  submissionId: randomUUID(),
  kind: 'investment_policy',
  bodyName,
  title: '设备补贴一百万元',
  text: '投产后三个月内拨付设备补贴一百万元。',
  documentNumber: '样招协〔2025〕9号',
  madeOn: '2025-02-01',
  dueOn: '2099-05-01',
  amount: '1000000',
  enterpriseName: '样例市榜样制造有限公司',
  uscc: '91990101MA0000001Y',
  phone: '13800000000',
  named: 'yes',
  ...changes,
});
const act = async (who: Official, id: string, action: string, more: Record<string, unknown> = {}) =>
  actOnCommitment(db.ctx(who), id, { action, version: await commitmentVersion(db, id), ...more });

describe('a promise that an enterprise registers', () => {
  it('is known to the two sides only, until the body confirms it and a second person publishes it', async () => {
    const input = form();
    const made = await registerPromise(db.ctx(), input);
    expect(made.number).toMatch(/^CN\d{4}-\d{6}$/);
    // The same form again: the same number and code, and no second row.
    expect(await registerPromise(db.ctx(), input)).toMatchObject({
      created: false,
      number: made.number,
      queryCode: made.queryCode,
    });
    await expect(getCommitment(db.ctx(), made.id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(commitmentForOfficial(db.ctx(people.stranger), made.id)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await addRegistrationFile(db.ctx(), made.queryCode, {
      name: '协议.txt',
      source: Readable.from([Buffer.from('协议')]),
    });
    const desk = await commitmentForOfficial(db.ctx(people.author), made.id);
    expect(desk.registration).toMatchObject({ readable: true, erased: false });
    expect(JSON.stringify(desk)).not.toMatch(/榜样制造|13800000000/);
    expect(desk.evidence.map((one) => [one.name, one.scan])).toEqual([['协议.txt', 'unscanned']]);
    const [row] = await db.sql`select * from commitment where id = ${made.id}`;
    expect(JSON.stringify(row)).not.toContain('榜样制造');

    await act(people.author, made.id, 'confirm');
    expect(await trackRegistration(db.ctx(), made.queryCode)).toMatchObject({
      state: 'draft',
      published: false,
      files: 1,
    });
    await expect(act(people.author, made.id, 'submit')).rejects.toMatchObject({
      fields: [{ path: 'department' }, { path: 'post' }, { path: 'beneficiary' }],
    });
    const { bodyId: _bodyId, ...facts } = promise(people.author, {
      title: input.title,
      enterprise: input.enterpriseName,
    });
    await act(people.author, made.id, 'edit', { ...facts, bodyName });
    await act(people.author, made.id, 'submit');
    await act(people.second, made.id, 'publish');
    expect(await trackRegistration(db.ctx(), made.queryCode)).toMatchObject({ state: 'published', published: true });
    const answer = await getCommitment(db.ctx(), made.id);
    if (answer.found !== 'record') throw new Error('not public');
    expect(answer.value.record.enterprise).toBe('样例市榜样制造有限公司');
  });

  it('is answered within the days of its clock, which is told as local; a dispute reaches the enterprise alone', async () => {
    const made = await registerPromise(db.ctx(), form({ named: 'no' }));
    const [row] = await db.sql<{ due: string; certainty: string }[]>`
      select due_on::text as due, certainty from commitment_registration where number = ${made.number}`;
    expect(row).toMatchObject({ due: made.dueOn, certainty: 'local' });
    await db.owner`update commitment_registration set due_on = '2026-01-05' where number = ${made.number}`;
    expect((await trackRegistration(db.ctx(), made.queryCode)).overdue).toBe(true);
    await warnOfCommitments(db.deps);
    await warnOfCommitments(db.deps);
    const told = await db.sql`select payload from outbox where payload ->> 'template' = 'commitment.unanswered'`;
    expect(told.map((one) => one.payload.bodyId)).toEqual([people.author.grants[0]?.bodyId]);
    await act(people.author, made.id, 'dispute', { reason: '没有签过这份协议。' });
    expect(await trackRegistration(db.ctx(), made.queryCode)).toMatchObject({
      state: 'disputed',
      overdue: false,
      answer: '没有签过这份协议。',
    });
    await expect(getCommitment(db.ctx(), made.id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(trackRegistration(db.ctx(), 'AAAA-BBBB')).rejects.toMatchObject({ code: 'case.code_refused' });
    const late = { name: '晚.txt', source: Readable.from([Buffer.from('晚')]) };
    await expect(addRegistrationFile(db.ctx(), made.queryCode, late)).rejects.toMatchObject({
      code: 'commitment.transition_refused',
    });
  });

  it('is read by whoever answers for it, with a fresh code and a reason, and each reading is written down', async () => {
    const made = await registerPromise(db.ctx(), form());
    const fresh = (who: Official) => db.ctx({ ...who, factorAge: 0 });
    const why = { reason: '电话核实补贴金额', category: 'verify' };
    expect(await codeOf(readEnterprise(db.ctx(), made.id, why))).toBe('auth.required');
    expect(await codeOf(readEnterprise(db.ctx(people.author), made.id, why))).toBe('auth.step_up');
    expect(await codeOf(readEnterprise(fresh(people.stranger), made.id, why))).toBe('resource.not_found');
    expect(await codeOf(readEnterprise(fresh(people.author), made.id, { reason: '看' }))).toBe('request.invalid');
    const read = () => db.owner<Record<string, unknown>[]>`
      select user_id, field, reason, category, body_id from access_log where subject_id = ${made.id} order by id`;
    expect(await read()).toEqual([]);
    expect(await readEnterprise(fresh(people.author), made.id, why)).toMatchObject({
      name: '样例市榜样制造有限公司',
      phone: '13800000000',
    });
    const line = { user_id: people.author.id, body_id: people.author.grants[0]?.bodyId, ...why };
    expect(await read()).toEqual([
      { ...line, field: 'identity' },
      { ...line, field: 'contact' },
    ]);
    const [event] = await db.owner<{ kind: string; payload: string }[]>`
      select kind, payload from event where subject_id = ${made.id} order by seq desc limit 1`;
    expect([event?.kind, event?.payload]).toEqual(['enterprise_read', '{"category":"verify"}']);
  });

  it('opens a file that nobody scanned only by a word, one with a virus never, and writes each opening down', async () => {
    const made = await registerPromise(db.ctx(), form());
    const source = Readable.from([Buffer.from('协议第二页')]);
    await addRegistrationFile(db.ctx(), made.queryCode, { name: '协议二.txt', source });
    const [file] = (await commitmentForOfficial(db.ctx(people.author), made.id)).evidence;
    const open = (confirmed: boolean) => openCommitmentFile(db.ctx(people.author), made.id, file!.id, { confirmed });
    expect(await codeOf(open(false))).toBe('evidence.unscanned');
    expect(await text((await open(true)).stream)).toBe('协议第二页');
    const read = await db.owner`select field, user_id from access_log where subject_id = ${made.id}`;
    expect([...read]).toEqual([{ field: 'evidence', user_id: people.author.id }]);
    const before = await unscanned(db.sql, new Date(0), '00000000-0000-0000-0000-000000000000', 100);
    expect(before.map((row) => row.id)).toContain(file!.id);
    await setScan(db.sql, file!.id, { state: 'clean' });
    await open(false).then(({ stream }) => text(stream));
    await db.owner`update commitment_file set scan = 'infected' where id = ${file!.id}`;
    expect(await codeOf(open(true))).toBe('evidence.infected');
  });

  it('names the enterprise nowhere where it did not agree', async () => {
    const made = await registerPromise(db.ctx(), form({ named: 'no', title: '另一项补贴' }));
    await act(people.author, made.id, 'confirm');
    const [row] = await db.sql`select enterprise from commitment where id = ${made.id}`;
    expect(row?.enterprise).toBeNull();
  });
});
