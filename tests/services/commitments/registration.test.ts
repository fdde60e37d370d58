import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { commitmentForOfficial } from '../../../api/services/commitments/officials.ts';
import { registerPromise } from '../../../api/services/commitments/register.ts';
import { addRegistrationFile, trackRegistration } from '../../../api/services/commitments/track-registration.ts';
import { warnOfCommitments } from '../../../api/services/commitments/warn-due.ts';
import { commitmentVersion, promise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';

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
    expect(desk.registration?.enterprise).toMatchObject({ name: '样例市榜样制造有限公司' });
    expect(desk.evidence.map((one) => one.name)).toEqual(['协议.txt']);
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

  it('names the enterprise nowhere where it did not agree', async () => {
    const made = await registerPromise(db.ctx(), form({ named: 'no', title: '另一项补贴' }));
    await act(people.author, made.id, 'confirm');
    const [row] = await db.sql`select enterprise from commitment where id = ${made.id}`;
    expect(row?.enterprise).toBeNull();
  });
});
