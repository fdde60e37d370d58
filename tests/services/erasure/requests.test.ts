import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildDeps } from '../../../api/deps.ts';
import { askCreditCheck } from '../../../api/services/credit-checks/ask.ts';
import { listCreditChecks, readCreditCheck } from '../../../api/services/credit-checks/read.ts';
import { verifyCreditCheck } from '../../../api/services/credit-checks/verify.ts';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import { addRequestFile } from '../../../api/services/disclosures/rights/files.ts';
import { readRequestContact } from '../../../api/services/disclosures/rights/for-officials.ts';
import { trackRequest } from '../../../api/services/disclosures/rights/track.ts';
import { eraseDue } from '../../../api/services/erasure/erase-due.ts';
import { replayErasures } from '../../../api/services/erasure/replay.ts';
import { retentionView } from '../../../api/services/erasure/view-retention.ts';
import { type ErasureRow, erasuresAfter } from '../../../db/queries/erasure.ts';
import { SILENT, type TestDatabase, testDatabase } from '../../support/database.ts';
import type { Official } from '../../support/disclosures.ts';
import { ensureMatters, publish, publishers, request, versionOf } from '../../support/disclosures.ts';
import { steadyToday } from '../../support/legal-day.ts';
import { codeOf as code } from '../../support/refusal.ts';
import { leaders } from '../../support/sharing.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
let leading: { body: string };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  leading = await leaders(db);
  await steadyToday(db); // the figures count days
}, 180_000);
afterAll(() => db?.end());

const administrator = (bodyId: string): Official => ({
  kind: 'official',
  id: 'chief',
  name: '',
  grants: [{ role: 'administrator', bodyId }],
});
const dueOf = async (kind: string, bodyId: string) =>
  (await retentionView(db.ctx(administrator(bodyId)))).kinds.find((row) => row.kind === kind)?.due;
/** A request with a file, decided so many months ago; null: it waits. */
async function decided(months: number | null) {
  const record = await publish(db, people);
  const { queryCode } = await fileRequest(db.ctx(), record, 'objection', request({ reasons: '这一句只有我知道。' }));
  await addRequestFile(db.ctx(), queryCode, { name: '病历.txt', source: Readable.from([Buffer.from('材料')]) });
  const [row] = await db.sql<{ id: string }[]>`select id from disclosure_request where disclosure_id = ${record}`;
  const id = row!.id;
  if (months !== null) {
    const words = { request: id, publicWords: '没有写明理由。', version: await versionOf(db, record) };
    await actOnDisclosure(db.ctx(people.third), record, 'dismiss_request', words);
    await db.owner`update disclosure_request set decided_at = decided_at - make_interval(months => ${months}, days => 1)
      where id = ${id}`;
  }
  return { record, queryCode, id };
}
const stored = async () => {
  const names: string[] = [];
  for await (const name of db.deps.evidence.list(new Date(Date.now() + 86_400_000))) names.push(name);
  return names.length;
};
const rowsOf = (id: string) => db.owner<Record<string, unknown>[]>`
  select r.*, k.wrapped, k.erased_at, f.sealed_name, f.sha256, f.removed_at
  from disclosure_request r join disclosure_key k on k.id = r.key_id
  left join disclosure_request_file f on f.request_id = r.id where r.id = ${id}`;

it('what was filed about a record goes three years after its decision: words, contact, files, key; the decision stays', async () => {
  const publisher = people.author.grants[0]!.bodyId;
  const [old, young, open] = [await decided(36), await decided(34), await decided(null)];
  await db.owner`update disclosure_request set filed_at = filed_at - interval '9 years' where id = ${open.id}`;
  expect(await dueOf('disclosure_request', publisher)).toEqual({ now: 1, in30: 1, in90: 2, held: 0 });
  expect(await dueOf('disclosure_request', people.stranger.grants[0]!.bodyId)).toEqual({
    now: 0,
    in30: 0,
    in90: 0,
    held: 0,
  });
  const files = await stored();
  expect(await eraseDue(db.deps)).toEqual({ cases: 0, withdrawn: 0, requests: 1, checks: 0, promises: 0, comments: 0 });
  expect(await eraseDue(db.deps)).toMatchObject({ requests: 0 });
  expect(await stored()).toBe(files - 1);
  const [gone] = await rowsOf(old.id);
  expect(gone).toMatchObject({
    wrapped: null,
    outcome: 'dismissed',
    public_words: '没有写明理由。',
    kind: 'objection',
  });
  for (const column of ['sealed_words', 'sealed_contact', 'sealed_name', 'sha256'])
    expect(gone?.[column], column).toEqual(Buffer.alloc(0));
  for (const { id } of [young, open]) expect((await rowsOf(id))[0]?.wrapped).not.toBeNull();

  // The filer is told, officials see the decision and nothing else, and nobody gets an error.
  const tracked = await trackRequest(db.ctx(), { queryCode: old.queryCode });
  expect(tracked).toMatchObject({ erased: true, files: [], outcome: 'dismissed', words: '没有写明理由。' });
  const [seen] = (await getForOfficial(db.ctx(people.third), old.record)).requests;
  expect(seen).toMatchObject({ reasons: null, files: [], outcome: 'dismissed' });
  expect(await code(readRequestContact(db.ctx(people.third), old.record, old.id, '核对'))).toBe('resource.gone');
  const [last] = await db.owner<{ kind: string; payload: string }[]>`
    select kind, payload from event where subject_id = ${old.record} order by seq desc limit 1`;
  expect([last?.kind, JSON.parse(last?.payload ?? '')]).toEqual([
    'request_erased',
    { request: old.id, reason: 'disclosure-request', files: 1 },
  ]);
  const { erased } = await retentionView(db.ctx(administrator(publisher)));
  expect(erased).toMatchObject([{ what: 'retention', kind: 'disclosure_request', cases: 1, files: 1 }]);
});

it('a credit check loses its list and its words five years after it was asked; its answer stays provable', async () => {
  const asker: Official = {
    kind: 'official',
    id: 'asker',
    name: '',
    grants: [{ role: 'approver', bodyId: leading.body }],
  };
  const ask = async () => {
    const made = await askCreditCheck(db.ctx(asker), {
      purpose: 'award',
      purposeWords: '评选张小明为先进个人',
      subjects: '样例市商务局',
    });
    if (!made.answered) throw new Error('not answered');
    return made;
  };
  const [old, young] = [await ask(), await ask()];
  const { file } = await readCreditCheck(db.ctx(asker), old.id);
  await db.owner`update credit_check set asked_at = asked_at - interval '60 months 1 day' where id = ${old.id}`;
  expect(await dueOf('credit_check', leading.body)).toEqual({ now: 1, in30: 1, in90: 1, held: 0 });
  expect(await eraseDue(db.deps)).toMatchObject({ requests: 0, checks: 1 });
  expect(await eraseDue(db.deps)).toMatchObject({ checks: 0 });
  const [row] = await db.owner<Record<string, unknown>[]>`select * from credit_check where id = ${old.id}`;
  expect(JSON.stringify(row)).not.toMatch(/张小明|样例市商务局/);
  expect(await code(readCreditCheck(db.ctx(asker), old.id))).toBe('resource.gone');
  const listed = (await listCreditChecks(db.ctx(asker), {})).items;
  expect(listed.find((one) => one.id === old.id)).toMatchObject({ erased: true, purposeWords: '', number: old.number });
  expect((await listCreditChecks(db.ctx(asker), { open: true })).items.map((one) => one.id)).toEqual([young.id]);
  expect(await verifyCreditCheck(db.ctx(), { file: JSON.stringify(file) })).toMatchObject({
    genuine: true,
    whole: true,
  });
  expect(await verifyCreditCheck(db.ctx(), { number: old.number, proof: file.proof.signature })).toMatchObject({
    genuine: true,
  });
});

it('a restore replays both: what an older backup brought back is erased again, under the numbers of the list', async () => {
  const list = await erasuresAfter(db.sql, 0);
  expect(list.map((one) => [one.subject, one.keyId === null])).toEqual([
    ['disclosure_request', false],
    ['credit_check', true],
  ]);
  const [asked, check] = list as [ErasureRow, ErasureRow];
  // The database as the backup knew it: keys and words are there, the list of erasures is not.
  const wrapped = Buffer.alloc(60, 7);
  await db.owner`delete from erasure`;
  await db.owner`update disclosure_key set wrapped = ${wrapped}, erased_at = null where id = ${asked.keyId}`;
  await db.owner`update disclosure_request set sealed_words = ${wrapped} where id = ${asked.id}`;
  await db.owner`update disclosure_request_file set removed_at = null, sealed_name = ${wrapped} where request_id = ${asked.id}`;
  await db.owner`update credit_check set erased_at = null, document = '{}', purpose_words = '张小明' where id = ${check.id}`;
  const later = { ...asked, seq: 3, id: '00000000-0000-4000-8000-000000000000' };
  // As the owner, for it moves the numbers of the list: so does the command that restores.
  const owner = await buildDeps({ ...db.config, databaseUrl: db.ownerUrl }, SILENT);
  expect(await replayErasures(owner.deps, [...list, later])).toEqual({ erased: 2, unknown: 1 });
  const [gone] = await rowsOf(asked.id);
  expect(gone).toMatchObject({ wrapped: null, sealed_words: Buffer.alloc(0), removed_at: expect.any(Date) });
  expect((await db.owner`select purpose_words as words from credit_check where id = ${check.id}`)[0]?.words).toBe('');
  expect((await erasuresAfter(db.sql, 0)).map(({ seq, id }) => [seq, id])).toEqual(
    list.map(({ seq, id }) => [seq, id]),
  );
  expect(await replayErasures(owner.deps, list)).toEqual({ erased: 0, unknown: 0 });
  await owner.end();
});
