import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeps } from '../../../api/deps.ts';
import { actOnCommitment } from '../../../api/services/commitments/by-form.ts';
import { commitmentForOfficial } from '../../../api/services/commitments/officials.ts';
import { readEnterprise } from '../../../api/services/commitments/read-enterprise.ts';
import { registerPromise } from '../../../api/services/commitments/register.ts';
import { addRegistrationFile, trackRegistration } from '../../../api/services/commitments/track-registration.ts';
import { eraseDue } from '../../../api/services/erasure/erase-due.ts';
import { replayErasures } from '../../../api/services/erasure/replay.ts';
import { retentionView } from '../../../api/services/erasure/view-retention.ts';
import { erasuresAfter } from '../../../db/queries/erasure.ts';
import { commitmentVersion } from '../../support/commitments.ts';
import { SILENT, type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';
import { steadyToday } from '../../support/legal-day.ts';
import { codeOf } from '../../support/refusal.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
let body: { id: string; name: string };
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
  const [row] = await db.sql<{ id: string; name: string }[]>`
    select id, name from body where id = ${people.author.grants[0]?.bodyId ?? ''}`;
  body = row!;
  await steadyToday(db); // the figures count days
});
afterAll(() => db?.end());

/** A registration with a file, disputed so many months and a day ago; null: it waits. */
async function registered(months: number | null) {
  const made = await registerPromise(db.ctx(), {
    submissionId: randomUUID(),
    kind: 'investment_policy',
    bodyName: body.name,
    title: '设备补贴一百万元',
    text: '投产后三个月内拨付设备补贴一百万元。',
    documentNumber: '样招协〔2025〕9号',
    madeOn: '2025-02-01',
    dueOn: '2099-05-01',
    enterpriseName: '样例市榜样制造有限公司',
    uscc: '91990101MA0000001Y',
    phone: '13800000000',
    named: 'no',
  });
  const source = Readable.from([Buffer.from('协议')]);
  await addRegistrationFile(db.ctx(), made.queryCode, { name: '协议.txt', source });
  if (months !== null) {
    const version = await commitmentVersion(db, made.id);
    await actOnCommitment(db.ctx(people.author), made.id, { action: 'dispute', version, reason: '没有签过。' });
    await db.owner`update commitment_registration
      set answered_on = (answered_on - make_interval(months => ${months}, days => 1))::date where commitment_id = ${made.id}`;
  }
  return made;
}
const rowOf = async (id: string) => {
  const [row] = await db.owner<Record<string, unknown>[]>`
    select r.sealed_enterprise, r.number, r.answer, k.wrapped, f.sealed_name, f.removed_at
    from commitment_registration r join disclosure_key k on k.id = r.key_id
    join commitment_file f on f.commitment_id = r.commitment_id where r.commitment_id = ${id}`;
  return row;
};
const due = async (bodyId: string) => {
  const chief: Official = { kind: 'official', id: 'chief', name: '', grants: [{ role: 'administrator', bodyId }] };
  const view = await retentionView(db.ctx(chief));
  return { due: view.kinds.find((row) => row.kind === 'registered_promise')?.due, erased: view.erased };
};

let old: Awaited<ReturnType<typeof registered>>;
it('who registered a promise goes three years after it was over: enterprise, contact, files, key; the answer stays', async () => {
  old = await registered(36);
  const [young, open] = [await registered(34), await registered(null)];
  await db.owner`update commitment_registration set filed_at = filed_at - interval '9 years' where commitment_id = ${open.id}`;
  expect((await due(body.id)).due).toEqual({ now: 1, in30: 1, in90: 2, held: 0 });
  expect((await due(people.stranger.grants[0]!.bodyId)).due).toEqual({ now: 0, in30: 0, in90: 0, held: 0 });
  expect(await eraseDue(db.deps)).toMatchObject({ promises: 1 });
  expect(await eraseDue(db.deps)).toMatchObject({ promises: 0 });
  expect(await rowOf(old.id)).toMatchObject({
    wrapped: null,
    sealed_enterprise: Buffer.alloc(0),
    sealed_name: Buffer.alloc(0),
    removed_at: expect.any(Date),
    number: old.number,
    answer: '没有签过。',
  });
  for (const { id } of [young, open]) expect((await rowOf(id))?.wrapped).not.toBeNull();

  // The enterprise still learns the answer, officials that it was erased, and nobody gets an error.
  expect(await trackRegistration(db.ctx(), old.queryCode)).toMatchObject({ answer: '没有签过。', files: 0 });
  const seen = await commitmentForOfficial(db.ctx(people.author), old.id);
  expect(seen.registration).toMatchObject({ readable: false, erased: true });
  expect(seen.evidence).toEqual([]);
  const fresh = db.ctx({ ...people.author, factorAge: 0 });
  expect(await codeOf(readEnterprise(fresh, old.id, { reason: '核对金额' }))).toBe('resource.gone');
  expect((await due(body.id)).erased).toMatchObject([
    { what: 'retention', kind: 'registered_promise', cases: 1, files: 1 },
  ]);
});

it('a restore replays it under the number of the list', async () => {
  const list = await erasuresAfter(db.sql, 0);
  expect(list).toMatchObject([{ subject: 'registered_promise', id: old.id, code: 'registered-promise' }]);
  const wrapped = Buffer.alloc(60, 7);
  await db.owner`delete from erasure`;
  await db.owner`update disclosure_key set wrapped = ${wrapped}, erased_at = null where id = ${list[0]!.keyId}`;
  await db.owner`update commitment_registration set sealed_enterprise = ${wrapped} where commitment_id = ${old.id}`;
  await db.owner`update commitment_file set removed_at = null, sealed_name = ${wrapped} where commitment_id = ${old.id}`;
  const later = { ...list[0]!, seq: 2, id: '00000000-0000-4000-8000-000000000000' };
  const owner = await buildDeps({ ...db.config, databaseUrl: db.ownerUrl }, SILENT);
  expect(await replayErasures(owner.deps, [...list, later])).toEqual({ erased: 1, unknown: 1 });
  expect(await rowOf(old.id)).toMatchObject({
    wrapped: null,
    sealed_enterprise: Buffer.alloc(0),
    removed_at: expect.any(Date),
  });
  expect((await erasuresAfter(db.sql, 0)).map((one) => one.id)).toEqual([old.id]);
  expect(await replayErasures(owner.deps, list)).toEqual({ erased: 0, unknown: 0 });
  await owner.end();
});
