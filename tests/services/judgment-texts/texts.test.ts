import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyring } from '../../../api/adapters/vault.ts';
import { MOST_TEXT_BYTES } from '../../../api/contracts/judgment-text.ts';
import { checkKeys } from '../../../api/services/check-keys.ts';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { searchDisclosures } from '../../../api/services/disclosures/search.ts';
import { submitDisclosure } from '../../../api/services/disclosures/submit.ts';
import { withdrawDisclosure } from '../../../api/services/disclosures/withdraw.ts';
import { approveText } from '../../../api/services/judgment-texts/approve.ts';
import { textForOfficials } from '../../../api/services/judgment-texts/for-officials.ts';
import { putText } from '../../../api/services/judgment-texts/put.ts';
import { readTextFile } from '../../../api/services/judgment-texts/read-file.ts';
import { removeText } from '../../../api/services/judgment-texts/remove.ts';
import { reviewText } from '../../../api/services/judgment-texts/review.ts';
import { rotateKeys } from '../../../api/services/keys/rotate.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, judgment, type Official, publish, publishers, versionOf } from '../../support/disclosures.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const TEXT = [
  '样例市中级人民法院',
  '行政判决书',
  '原告：赵敏敏，女，1970年1月2日生，住样例市高新区幸福路12号3单元401室，电话13800138000。',
  '被告：样例市商务局，住所地样例市中心路1号。',
  '原告赵敏敏诉称：被告承诺的奖励没有兑现，经手人是小鲤鱼。',
  '本院认为，被告应当履行饕餮协议。判决如下：',
  '被告支付奖励。',
].join('\n');
let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };

beforeAll(async () => {
  db = await testDatabase({ masterKeys: new Map([[1, OLD]]) });
  await ensureMatters(db);
  const fresh = (who: Official): Official => ({ ...who, factorAge: 0 });
  const found = await publishers(db);
  people = {
    author: fresh(found.author),
    second: fresh(found.second),
    third: fresh(found.third),
    stranger: fresh(found.stranger),
  };
});
afterAll(() => db.end());

const of = (who: Official) => db.ctx(who);
const why = '核对隐名处理';
const hex = (text: string) => createHash('sha256').update(text).digest('hex');
const code = (name: string) => expect.objectContaining({ code: name });
async function inReview(text = TEXT): Promise<string> {
  const { id } = await draftDisclosure(of(people.author), judgment());
  await putText(of(people.author), id, { text });
  await submitDisclosure(of(people.author), id, { version: 1 });
  return id;
}
async function published(text = TEXT): Promise<string> {
  const id = await inReview(text);
  const { textSha256 } = await reviewText(of(people.second), id, { why });
  await approveDisclosure(of(people.second), id, { version: 2, textSha256 });
  return id;
}
async function publicText(id: string) {
  const answer = await getDisclosure(db.ctx(), id);
  if (answer.found !== 'record') throw new Error('a tombstone');
  return answer.value.text;
}

it('the original lies sealed and what is hidden is in no column in the clear', async () => {
  const id = await inReview();
  const [row] = await db.owner<Record<string, unknown>[]>`select * from judgment_text where disclosure_id = ${id}`;
  const stored = Object.values(row ?? {}).map((value) =>
    Buffer.isBuffer(value) ? value.toString('utf8') : `${value}`,
  );
  // Not even as the public would read it: nobody has approved it yet.
  expect(row?.public_text).toBeNull();
  for (const word of ['赵某', '样例市商务局', '饕餮协议']) expect(stored.join('\n')).not.toContain(word);
  expect((await textForOfficials(of(people.second), id)).text?.publicText).toContain('赵某');
  for (const secret of ['赵敏敏', '13800138000', '401室']) expect(stored.join('\n')).not.toContain(secret);
  const events = await db.owner<{ payload: string }[]>`select payload from event where subject_id = ${id}`;
  expect(events.map(({ payload }) => payload).join()).not.toContain('赵');
});

it('a record with a text is approved only with the hash of the text that its approver was shown', async () => {
  const id = await inReview();
  const approve = (who: Official, textSha256?: string) => approveDisclosure(of(who), id, { version: 2, textSha256 });
  await expect(approve(people.second)).rejects.toEqual(code('disclosure.text_not_shown'));
  const stored = (await textForOfficials(of(people.second), id)).text?.textSha256 ?? '';
  // Known, but never read beside the original.
  await expect(approve(people.second, stored)).rejects.toEqual(code('disclosure.text_not_shown'));
  const review = await reviewText(of(people.second), id, { why });
  expect(review.original).toBe(TEXT);
  expect(review.textSha256).toBe(stored);
  await expect(approve(people.third, stored)).rejects.toEqual(code('disclosure.text_not_shown'));
  // Changed after it was read: the hash that was read no longer fits.
  await putText(of(people.author), id, { text: `${TEXT}\n附：清单` });
  await expect(approve(people.second, stored)).rejects.toEqual(code('disclosure.text_not_shown'));
  const again = await reviewText(of(people.second), id, { why });
  await approve(people.second, again.textSha256);
  expect(await publicText(id)).toMatchObject({ sha256: again.textSha256 });
  expect(hex((await publicText(id))?.content ?? '')).toBe(again.textSha256);
});

it('two who put and approve at once never publish a text that nobody read', async () => {
  const id = await inReview();
  const { textSha256 } = await reviewText(of(people.second), id, { why });
  const [put, approval] = await Promise.allSettled([
    putText(of(people.author), id, { text: `${TEXT}\n后来加的一段，提到钱多多。` }),
    approveDisclosure(of(people.second), id, { version: 2, textSha256 }),
  ]);
  expect(put.status).toBe('fulfilled');
  const [row] = await db.owner<{ approved: boolean }[]>`
    select approved_at is not null as approved from judgment_text where disclosure_id = ${id}`;
  expect(row?.approved).toBe(false);
  if (approval.status === 'fulfilled') expect(await publicText(id)).toBeNull();
});

it('names that were missed are added, words that are no names are given back, and the rules run again', async () => {
  const id = await inReview();
  const first = await reviewText(of(people.second), id, { why });
  expect((await textForOfficials(of(people.second), id)).text?.publicText).toContain('小鲤鱼');
  const second = await reviewText(of(people.second), id, { why, names: '小鲤鱼\n钱多多', keep: '幸福路' });
  expect(second).toMatchObject({ names: ['小鲤鱼', '钱多多'], keep: ['幸福路'] });
  expect(second.textSha256).not.toBe(first.textSha256);
  const shown = await textForOfficials(of(people.second), id);
  expect(shown.text?.publicText).not.toContain('小鲤鱼');
  expect(shown).toMatchObject({ text: { shown: true, own: false }, may: { approve: true } });
  // The lists outlive a new version of the text.
  await putText(of(people.author), id, { text: TEXT });
  expect((await textForOfficials(of(people.second), id)).text?.publicText).not.toContain('小鲤鱼');
});

it('every opening of the original is in the access log with its reason, and needs a reason and a fresh code', async () => {
  const id = await inReview();
  await expect(reviewText(of(people.second), id, { why: '' })).rejects.toEqual(code('request.invalid'));
  const { factorAge: _, ...stale } = people.second;
  await expect(reviewText(of(stale), id, { why })).rejects.toEqual(code('auth.step_up'));
  expect((await db.owner`select 1 from access_log where subject_id = ${id}`).length).toBe(0);
  await reviewText(of(people.second), id, { why });
  await reviewText(of(people.author), id, { why: '再看一遍' });
  const log = await db.owner`
    select user_id, subject_kind, field, reason from access_log where subject_id = ${id} order by id`;
  const opened = { subject_kind: 'judgment_text', field: 'original' };
  expect(log.map((row) => ({ ...row }))).toEqual([
    { ...opened, user_id: 'second', reason: why },
    { ...opened, user_id: 'author', reason: '再看一遍' },
  ]);
});

it('who does not publish for the body opens, puts and approves nothing; who put the text does not approve it', async () => {
  const id = await inReview();
  const auditor: Official = { ...people.third, grants: people.third.grants.map((g) => ({ ...g, role: 'auditor' })) };
  await expect(putText(of(people.stranger), id, { text: TEXT })).rejects.toEqual(code('resource.not_found'));
  await expect(reviewText(of(people.stranger), id, { why })).rejects.toEqual(code('resource.not_found'));
  await expect(reviewText(of(auditor), id, { why })).rejects.toEqual(code('auth.forbidden'));
  await expect(putText(db.ctx(), id, { text: TEXT })).rejects.toEqual(code('auth.required'));
  const { textSha256 } = await reviewText(of(people.author), id, { why });
  await expect(approveDisclosure(of(people.author), id, { version: 2, textSha256 })).rejects.toEqual(
    code('disclosure.second_person_required'),
  );
});

it('a text beside a public record waits for a second person; another in its place hides it at once', async () => {
  const id = await publish(db, people);
  expect(await publicText(id)).toBeNull();
  await putText(of(people.second), id, { text: TEXT });
  expect(await publicText(id)).toBeNull();
  const { textSha256 } = await reviewText(of(people.third), id, { why });
  await expect(approveText(of(people.second), id, { textSha256 })).rejects.toEqual(
    code('disclosure.second_person_required'),
  );
  await approveText(of(people.third), id, { textSha256 });
  const inTheClear = async () =>
    (
      await db.owner<
        { text: string | null }[]
      >`select public_text as text from judgment_text where disclosure_id = ${id}`
    )[0]?.text;
  expect((await publicText(id))?.content).toContain('本院认为');
  expect(await inTheClear()).toBe((await publicText(id))?.content);
  await reviewText(of(people.third), id, { why, names: '小鲤鱼' });
  expect(await publicText(id)).toBeNull();
  expect(await inTheClear()).toBeNull();
});

it('the public text is found by its words while it is public, the hidden name never, and nothing after the end', async () => {
  const id = await published(TEXT.replace('饕餮', '狻猊'));
  const found = async (q: string) => (await searchDisclosures(db.ctx(), { q })).items.map((record) => record.id);
  expect(await found('狻猊协议')).toEqual([id]);
  expect(await found('赵敏敏')).toEqual([]);
  const { items } = await searchDisclosures(db.ctx(), { q: '狻猊协议' });
  expect(JSON.stringify(items)).not.toContain('被告支付奖励');
  const version = await versionOf(db, id);
  await withdrawDisclosure(of(people.author), id, { version, reasonClass: 'privacy', reason: '应当事人请求' });
  expect(await found('狻猊协议')).toEqual([]);
  expect((await getDisclosure(db.ctx(), id)).found).toBe('tombstone');
  await expect(putText(of(people.author), id, { text: TEXT })).rejects.toEqual(code('disclosure.no_text'));
});

it('a removed text is gone with the key of its original; so is one that was replaced', async () => {
  const id = await published();
  const keyOf = async () =>
    (await db.owner<{ id: string }[]>`select key_id as id from judgment_text where disclosure_id = ${id}`)[0]?.id ?? '';
  const first = await keyOf();
  await putText(of(people.author), id, { text: TEXT });
  const second = await keyOf();
  await removeText(of(people.author), id);
  expect(await publicText(id)).toBeNull();
  const keys = await db.owner`
    select wrapped, erased_at is not null as erased from disclosure_key where id in (${first}, ${second})`;
  expect(keys.map((row) => ({ ...row }))).toEqual([
    { wrapped: null, erased: true },
    { wrapped: null, erased: true },
  ]);
  await expect(reviewText(of(people.second), id, { why })).rejects.toEqual(code('resource.not_found'));
});

it('only judgments have texts, of 500,000 bytes at most, and a file is read in the encodings of courts', async () => {
  const { id } = await draftDisclosure(of(people.author), {
    ...judgment(),
    kind: 'honour',
    ...{ caseNumber: undefined, court: undefined, outcome: undefined },
    ...{ documentNumber: '样〔2024〕1号', decidingBody: '样例市人民政府' },
  });
  await expect(putText(of(people.author), id, { text: TEXT })).rejects.toEqual(code('disclosure.no_text'));
  const record = await inReview();
  const long = '字'.repeat(Math.floor(MOST_TEXT_BYTES / 3));
  await putText(of(people.author), record, { text: long });
  await expect(putText(of(people.author), record, { text: `${long}字` })).rejects.toMatchObject({
    fields: [{ path: 'text', code: 'text_too_long' }],
  });
  expect(readTextFile(Buffer.from('\uFEFF本院认为'))).toBe('本院认为');
  expect(readTextFile(Uint8Array.from([0xb1, 0xbe, 0xd4, 0xba]))).toBe('本院'); // GB 18030
  expect(() => readTextFile(Buffer.from('PK\u0003\u0004\u0000\u0000'))).toThrow();
});

// Last: afterwards the database holds keys of another master key.
it('a rotation of the master key takes the keys of texts with it', async () => {
  const id = await inReview();
  const both = createKeyring(
    new Map([
      [1, OLD],
      [2, NEW],
    ]),
  );
  await checkKeys({ ...db.deps, keys: createKeyring(new Map([[1, OLD]])) });
  await checkKeys({ ...db.deps, keys: both });
  await rotateKeys({ ...db.deps, keys: both });
  const after = { ...of(people.second), keys: createKeyring(new Map([[2, NEW]])) };
  expect((await reviewText(after, id, { why })).original).toBe(TEXT);
});

it('drafts from before are cleared on a live table, and read, approved and hashed as they were', async () => {
  const id = await inReview();
  const kept = (await textForOfficials(of(people.second), id)).text;
  const file = (name: string) => readFile(new URL(`../../../db/migrations/${name}`, import.meta.url), 'utf8');
  // As the table stood before 0039d, with the draft in the clear.
  await db.owner`alter table judgment_text drop constraint judgment_text_draft_check`;
  await db.owner`update judgment_text set public_text = ${kept?.publicText ?? ''} where disclosure_id = ${id}`;
  await db.owner.unsafe(await file('0039d_seal_drafts_of_texts.sql'));
  // A process of before that still writes a draft in the clear is refused; it reads as ever.
  await expect(db.owner`update judgment_text set shown_at = now() where disclosure_id = ${id}`).rejects.toMatchObject({
    constraint_name: 'judgment_text_draft_check',
  });
  await db.owner.unsafe(await file('0039e_clear_drafts_of_texts.sql'));
  await db.owner.unsafe(await file('0039f_validate_drafts_of_texts.sql'));
  const [row] = await db.owner`select public_text from judgment_text where disclosure_id = ${id}`;
  expect(row?.public_text).toBeNull();
  expect((await textForOfficials(of(people.second), id)).text).toEqual(kept);
  const { textSha256 } = await reviewText(of(people.second), id, { why });
  expect(textSha256).toBe(kept?.textSha256);
  await approveDisclosure(of(people.second), id, { version: 2, textSha256 });
  expect((await publicText(id))?.content).toBe(kept?.publicText);
});
