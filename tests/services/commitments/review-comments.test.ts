import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeps } from '../../../api/deps.ts';
import { commentStanding } from '../../../api/domain/review-comments.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { eraseDue } from '../../../api/services/erasure/erase-due.ts';
import { replayErasures } from '../../../api/services/erasure/replay.ts';
import { answerComments } from '../../../api/services/review-comments/answer.ts';
import { reviewDesk, reviewStanding } from '../../../api/services/review-comments/read.ts';
import { sendComment } from '../../../api/services/review-comments/send.ts';
import { erasuresAfter } from '../../../db/queries/erasure.ts';
import { bodyId } from '../../../db/reference/body-id.ts';
import { officialOf } from '../../support/casework.ts';
import { publishedPromise } from '../../support/commitments.ts';
import { SILENT, type TestDatabase, testDatabase } from '../../support/database.ts';
import { publishers } from '../../support/disclosures.ts';
import { codeOf } from '../../support/refusal.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db?.end());

const day = (ahead: number) => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
const review = (from: number, until: number) =>
  publishedPromise(db, people, {
    kind: 'fair_competition_review',
    facts: {
      reviewed: '设备补贴办法',
      commentsHow: '在本页提交。',
      commentsFrom: day(from),
      commentsUntil: day(until),
      conclusion: 'open',
    },
  });
const comment = (changes: Record<string, unknown> = {}) => ({
  submissionId: randomUUID(),
  words: '第三条只补贴本地企业，限制了外地企业竞争。',
  ...changes,
});
/** The period ends without anybody waiting for it. */
const end = (id: string, ago = 1) => db.owner`
  update commitment set facts = facts || ${db.owner.json({ commentsFrom: day(-ago - 9), commentsUntil: day(-ago) })} where id = ${id}`;

describe('the period for comments', () => {
  it('has both its days in it, and needs a last one', () => {
    const of = { kind: 'fair_competition_review', commentsFrom: '2026-03-01', commentsUntil: '2026-03-10' };
    const on = (today: string) => commentStanding(of, today);
    expect(['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map(on)).toEqual([
      'before',
      'open',
      'open',
      'over',
    ]);
    expect(commentStanding({ kind: of.kind, commentsFrom: '2026-03-01' }, '2026-03-02')).toBe('none');
    expect(commentStanding({ ...of, kind: 'contract' }, '2026-03-02')).toBe('none');
  });
});

describe('a comment on a fair-competition review', () => {
  it('is taken once per form, sealed, without an account; the body reads it, those above without the contact', async () => {
    const id = await review(-2, 5);
    const form = comment({ name: '王小花', contact: '13800009999' });
    await sendComment(db.ctx(), id, form);
    await sendComment(db.ctx(), id, form);
    await sendComment(db.ctx(), id, comment({ words: '建议改为对各类企业一视同仁。' }));
    const rows = await db.owner`select * from review_comment where commitment_id = ${id}`;
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.sealed.toString('utf8')).not.toMatch(/王小花|13800009999|外地企业/);

    const desk = await reviewDesk(db.ctx(people.author), id);
    expect(desk).toMatchObject({ answers: true, received: 2, review: { standing: 'open', answered: null } });
    expect(desk.comments?.[0]).toMatchObject({ words: form.words, name: '王小花', contact: '13800009999' });
    expect(desk.comments?.[1]).toMatchObject({ name: null, contact: null });
    const above = officialOf(bodyId('样例市人民政府', '9901'), 'supervisor');
    const seen = await reviewDesk(db.ctx(above), id);
    expect([seen.answers, seen.comments?.map((one) => one.words)[0]]).toEqual([false, form.words]);
    expect(JSON.stringify(seen)).not.toMatch(/王小花|13800009999/);
    const read = await db.owner`select user_id, field from access_log where subject_id = ${id} order by id`;
    expect([...read]).toEqual([
      { user_id: people.author.id, field: 'contact' },
      { user_id: above.kind === 'official' ? above.id : '', field: 'narrative' },
    ]);
    for (const who of [undefined, people.stranger])
      expect(await codeOf(reviewDesk(db.ctx(who), id))).toBe('resource.not_found');
  });

  it('is refused before and after the period, on what is no review, and when it says nothing', async () => {
    const [early, late, open] = [await review(2, 5), await review(-9, -1), await review(0, 0)];
    const sent = (id: string, form = comment()) => codeOf(sendComment(db.ctx(), id, form));
    expect([await sent(early), await sent(late)]).toEqual(['commitment.comments_closed', 'commitment.comments_closed']);
    expect(await sent(await publishedPromise(db, people))).toBe('commitment.comments_closed');
    expect(await sent(randomUUID())).toBe('resource.not_found');
    expect(await sent(open, comment({ words: '  ' }))).toBe('request.invalid');
    expect(
      await db.owner`select 1 from review_comment where commitment_id in (${early}, ${late}, ${open})`,
    ).toHaveLength(0);
  });

  it('counts towards the limit of filings of its source', async () => {
    const id = await review(-1, 1);
    const ctx = db.ctx();
    const tight = { ...ctx, source: randomUUID(), limits: { ...ctx.limits, filings: 1 } };
    await sendComment(tight, id, comment());
    expect(await codeOf(sendComment(tight, id, comment()))).toBe('request.rate_limited');
  });

  it('of two that come first at once both are kept in one round', async () => {
    const id = await review(-1, 1);
    await Promise.all([1, 2, 3].map(() => sendComment(db.ctx(), id, comment())));
    expect((await reviewDesk(db.ctx(people.author), id)).comments).toHaveLength(3);
  });
});

describe('the answer of the body', () => {
  it('is published after the period, once, with the count of the system, as a note that all can read', async () => {
    const id = await review(-2, 5);
    await sendComment(db.ctx(), id, comment());
    const answer = { version: 3, words: '已删去第三条的地域限制。' };
    const say = (who = people.author) => codeOf(answerComments(db.ctx(who), id, answer));
    expect(await say()).toBe('commitment.transition_refused');
    await end(id);
    expect(await say(people.stranger)).toBe('resource.not_found');
    await answerComments(db.ctx(people.author), id, answer);
    expect(await say()).toBe('commitment.transition_refused');
    const page = await getCommitment(db.ctx(), id);
    if (page.found !== 'record') throw new Error('not public');
    expect(page.value.notes.map((note) => note.words)).toEqual([answer.words]);
    expect(await reviewStanding(db.ctx(), page.value.record, day(0))).toMatchObject({
      standing: 'over',
      answered: { received: 1, on: day(0) },
    });
    expect(JSON.stringify(page)).not.toContain('外地企业');
  });

  it('says so where nobody commented', async () => {
    const id = await review(-9, -1);
    await answerComments(db.ctx(people.author), id, { version: 3, words: '期间没有收到意见。' });
    expect((await reviewDesk(db.ctx(people.author), id)).review.answered).toMatchObject({ received: 0 });
  });
});

it('comments go with their key two years after the period, the count and the answer stay, and a restore replays it', async () => {
  const id = await review(-2, 5);
  await sendComment(db.ctx(), id, comment({ contact: '13800009999' }));
  await end(id, 800);
  await answerComments(db.ctx(people.author), id, { version: 3, words: '已经修改。' });
  expect(await eraseDue(db.deps)).toMatchObject({ comments: 1 });
  expect(await eraseDue(db.deps)).toMatchObject({ comments: 0 });
  const gone = async () =>
    (
      await db.owner`
    select c.sealed, k.wrapped from review_comment c join review_round r using (commitment_id)
    join disclosure_key k on k.id = r.key_id where c.commitment_id = ${id}`
    )[0];
  expect(await gone()).toEqual({ sealed: Buffer.alloc(0), wrapped: null });
  expect(await reviewDesk(db.ctx(people.author), id)).toMatchObject({
    comments: null,
    received: 1,
    review: { answered: { received: 1 } },
  });
  const list = await erasuresAfter(db.sql, 0);
  expect(list).toMatchObject([{ subject: 'review_comment', id, code: 'review-comment' }]);
  const back = Buffer.alloc(60, 7);
  await db.owner`delete from erasure`;
  await db.owner`update disclosure_key set wrapped = ${back}, erased_at = null where id = ${list[0]!.keyId}`;
  await db.owner`update review_comment set sealed = ${back} where commitment_id = ${id}`;
  const owner = await buildDeps({ ...db.config, databaseUrl: db.ownerUrl }, SILENT);
  expect(await replayErasures(owner.deps, list)).toEqual({ erased: 1, unknown: 0 });
  expect(await gone()).toEqual({ sealed: Buffer.alloc(0), wrapped: null });
  await owner.end();
});
