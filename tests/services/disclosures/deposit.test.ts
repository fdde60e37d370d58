import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sweepFilings } from '../../../api/services/complaints/sweep.ts';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { depositDocument, depositedDocuments, openDocument } from '../../../api/services/disclosures/deposit.ts';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { submitDisclosure } from '../../../api/services/disclosures/submit.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, judgment, type Official, publishers, versionOf } from '../../support/disclosures.ts';
import { codeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const WORDS = '判决书全文。\n';
const file = () => ({ name: '判决书.txt', source: Readable.from([Buffer.from(WORDS)]) });
test('a deposited document shows its hash beside every fact, and itself to officials of the publisher only', async () => {
  const { id } = await draftDisclosure(db.ctx(people.author), judgment());
  await depositDocument(db.ctx(people.third), id, file());
  const hash = createHash('sha256').update(WORDS).digest('hex');
  const [document] = await depositedDocuments(db.ctx(people.author), id);
  expect(document).toMatchObject({ name: '判决书.txt', sha256: hash });
  const opened = await openDocument(db.ctx(people.second), id, document!.id);
  expect(await text(opened.stream)).toBe(WORDS);
  expect(await code(openDocument(db.ctx(people.stranger), id, document!.id))).toBe('resource.not_found');
  expect(await code(openDocument(db.ctx(), id, document!.id))).toBe('resource.not_found');

  await submitDisclosure(db.ctx(people.author), id, { version: await versionOf(db, id) });
  // Whoever deposited the document is an author of the record.
  const version = await versionOf(db, id);
  expect(await code(approveDisclosure(db.ctx(people.third), id, { version }))).toBe(
    'disclosure.second_person_required',
  );
  await approveDisclosure(db.ctx(people.second), id, { version });
  const answer = await getDisclosure(db.ctx(), id);
  if (answer.found !== 'record') throw new Error('not public');
  expect(new Set(answer.value.sources.map((source) => source.attachment))).toEqual(new Set([hash]));
  expect(JSON.stringify(answer.value)).not.toContain('判决书.txt');
  // What is public does not change its documents.
  expect(await code(depositDocument(db.ctx(people.author), id, file()))).toBe('disclosure.transition_refused');
});

test('the sweep of orphans leaves documents alone, and what was refused leaves no file', async () => {
  const { id } = await draftDisclosure(db.ctx(people.author), judgment());
  await depositDocument(db.ctx(people.author), id, file());
  expect(await code(depositDocument(db.ctx(people.stranger), id, file()))).toBe('resource.not_found');
  await sweepFilings(db.deps, Date.now() + 3 * 86_400_000);
  const [document] = await depositedDocuments(db.ctx(people.author), id);
  const opened = await openDocument(db.ctx(people.author), id, document!.id);
  expect(await text(opened.stream)).toBe(WORDS);
  const names: string[] = [];
  for await (const name of db.deps.evidence.list(new Date(Date.now() + 86_400_000))) names.push(name);
  const known = await db.owner<{ name: string }[]>`select storage_name as name from disclosure_file`;
  expect(names.sort()).toEqual(known.map((row) => row.name).sort());
});
