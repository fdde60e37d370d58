import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachFile } from '../../../api/services/complaints/attach-file.ts';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { draftFromCase } from '../../../api/services/disclosures/from-case.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { submitDisclosure } from '../../../api/services/disclosures/submit.ts';
import { decideProposed } from '../../../api/services/resolution/decide-determination.ts';
import { determine } from '../../../api/services/resolution/determine.ts';
import { establish } from '../../../api/services/resolution/establish.ts';
import { acceptCase, type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publishers } from '../../support/disclosures.ts';
import { TEST_BODIES } from '../../support/filing.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
let serial = 0;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const FACT = {
  fact: '协议约定返还土地款。',
  change: 'reorganisation',
  changedOn: '2023-06-01',
  changeText: '机构合并后没有交接。',
  successorId: TEST_BODIES.county.id,
  successorText: '承接单位认可协议有效。',
};
const DOCUMENT = Buffer.from('认定书正文\n');
/** A case with a determination; left out: it was approved, its document attached, the allegation true. */
async function determined(changes: { approved?: boolean; attached?: boolean; finding?: string } = {}) {
  const { approved = true, attached = true, finding = 'established' } = changes;
  const d: Desk = await fileAndSit(db);
  const documentNumber = `测诚认〔2026〕${++serial}号`;
  await acceptCase(d);
  await establish(d.desk, d.number, { version: await d.version(), ...FACT });
  if (attached)
    await attachFile(d.desk, d.number, 'determination', { name: '认定书.txt', source: Readable.from([DOCUMENT]) });
  const text = '饕餮：承诺成立，应当兑现。';
  await determine(d.desk, d.number, {
    version: await d.version(),
    finding,
    documentNumber,
    determinedOn: '2026-01-05',
    text,
  });
  if (approved) {
    const approver = await d.as(HANDLER, 'approver');
    await decideProposed(approver, d.number, { version: await d.version(), decision: 'approved' });
  }
  return { number: d.number, documentNumber };
}
const draft = (known: { number: string; documentNumber: string }, more = {}) =>
  draftFromCase(db.ctx(people.author), {
    ...known,
    clause: '第五条第二项',
    summary: '单位没有兑现书面承诺。',
    publicationClass: 'ordinary',
    ...more,
  });

describe('a determined case', () => {
  test('becomes a record by document, body, date, clause, attachment and a second person', async () => {
    const known = await determined();
    const { id } = await draft(known);
    expect(await code(getDisclosure(db.ctx(), id))).toBe('resource.not_found');
    await submitDisclosure(db.ctx(people.author), id, { version: 1 });
    expect(await code(approveDisclosure(db.ctx(people.author), id, { version: 2 }))).toBe(
      'disclosure.second_person_required',
    );
    await approveDisclosure(db.ctx(people.second), id, { version: 2 });
    const answer = await getDisclosure(db.ctx(), id);
    if (answer.found !== 'record') throw new Error('not public');
    expect(answer.value.record).toMatchObject({
      kind: 'dishonesty_record',
      subKind: 'determined_breach',
      documentNumber: known.documentNumber,
      decidedOn: '2026-01-05',
      clause: '第五条第二项',
      publishUntil: '2027-01-05',
    });
    const hash = createHash('sha256').update(DOCUMENT).digest('hex');
    expect(answer.value.sources.map((source) => source.attachment)).toContain(hash);
    // The two ledgers never mix: neither the case nor its words are in the record.
    expect(JSON.stringify(answer.value)).not.toMatch(new RegExp(`${known.number}|饕餮`));
  });

  test('becomes none before it is approved, without its document, where it was refuted, or by a wrong number', async () => {
    expect(await code(draft(await determined({ approved: false })))).toBe('determination_unknown');
    expect(await code(draft(await determined({ attached: false })))).toBe('attachment_missing');
    expect(await code(draft(await determined({ finding: 'not_established' })))).toBe('determination_refuted');
    const known = await determined();
    expect(await code(draft({ ...known, documentNumber: '测诚认〔2026〕9999号' }))).toBe('determination_unknown');
    expect(await code(draft(known, { clause: '' }))).toBe('required');
    await draft(known);
    expect(await code(draft(known))).toBe('already_recorded');
  });

  test('whose record lost its document or clause in an edit is not approved', async () => {
    const { id } = await draft(await determined());
    await submitDisclosure(db.ctx(people.author), id, { version: 1 });
    await db.owner`update disclosure_field_source set attachment_sha256 = null where disclosure_id = ${id}`;
    expect(await code(approveDisclosure(db.ctx(people.second), id, { version: 2 }))).toBe('attachment_missing');
  });

  test('is nothing for others than publishers', async () => {
    const known = await determined();
    expect(await code(draftFromCase(db.ctx(), { ...known }))).toBe('auth.required');
    const handler: Official = {
      ...people.author,
      grants: [{ role: 'handler', bodyId: people.author.grants[0]!.bodyId }],
    };
    expect(await code(draftFromCase(db.ctx(handler), { ...known }))).toBe('auth.forbidden');
  });
});
