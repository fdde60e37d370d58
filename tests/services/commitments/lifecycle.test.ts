import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftCommitment } from '../../../api/services/commitments/draft.ts';
import { editCommitment } from '../../../api/services/commitments/edit.ts';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { searchCommitments } from '../../../api/services/commitments/list.ts';
import { commitmentsForOfficials } from '../../../api/services/commitments/officials.ts';
import { publishCommitment, submitCommitment } from '../../../api/services/commitments/publish.ts';
import { promise, publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>> & { strangerToo: Official };
beforeAll(async () => {
  db = await testDatabase();
  const found = await publishers(db);
  people = { ...found, strangerToo: { ...found.stranger, id: 'stranger-too' } };
});
afterAll(() => db?.end());

describe('the list of officials', () => {
  it('goes on page by page, the soonest due first, and holds nothing of other bodies', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 52; i++) {
      ids.push(
        await publishedPromise(
          db,
          { author: people.stranger, second: people.strangerToo },
          { dueOn: `2090-01-${10 + (i % 20)}` },
        ),
      );
    }
    const first = await commitmentsForOfficials(db.ctx(people.stranger), 'owed');
    const second = await commitmentsForOfficials(db.ctx(people.stranger), 'owed', first.nextCursor ?? '');
    const seen = [...first.items, ...second.items];
    expect(seen.map((one) => one.row.id).toSorted()).toEqual(ids.toSorted());
    expect(second.nextCursor).toBeNull();
    const days = seen.map((one) => one.row.nextDueOn ?? '');
    expect(days).toEqual(days.toSorted());
    expect((await commitmentsForOfficials(db.ctx(people.stranger), 'todo')).items).toEqual([]);
  }, 60_000);
});

describe('a commitment', () => {
  it('is seen by nobody outside until a second person publishes it', async () => {
    const { id } = await draftCommitment(db.ctx(people.author), promise(people.author));
    await expect(getCommitment(db.ctx(), id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await submitCommitment(db.ctx(people.author), id, { version: 1 });
    await expect(publishCommitment(db.ctx(people.author), id, { version: 2 })).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await expect(publishCommitment(db.ctx(people.stranger), id, { version: 2 })).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    await publishCommitment(db.ctx(people.second), id, { version: 2 });
    const answer = await getCommitment(db.ctx(), id);
    expect(answer).toMatchObject({
      found: 'record',
      value: { record: { state: 'published', due: 'running', post: '处长岗' } },
    });
  });

  it('is refused twice, without what its kind needs, and for a body of others', async () => {
    const first = promise(people.author);
    await draftCommitment(db.ctx(people.author), first);
    await expect(draftCommitment(db.ctx(people.author), first)).rejects.toMatchObject({
      fields: [{ path: 'title', code: 'already_recorded' }],
    });
    const other = promise(people.author);
    const { id } = await draftCommitment(db.ctx(people.author), other);
    const twin = { ...other, title: first.title, documentNumber: first.documentNumber };
    await expect(editCommitment(db.ctx(people.author), id, { version: 1 }, twin)).rejects.toMatchObject({
      fields: [{ path: 'title', code: 'already_recorded' }],
    });
    const bare = promise(people.author, { conditions: undefined, dueOn: undefined });
    await expect(draftCommitment(db.ctx(people.author), bare)).rejects.toMatchObject({
      fields: [{ path: 'conditions', code: 'required' }],
    });
    const foreign = promise(people.author, { facts: { topic: 'elderly' } });
    await expect(draftCommitment(db.ctx(people.author), foreign)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(draftCommitment(db.ctx(people.stranger), promise(people.author))).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('is overdue the day after its date, and the list finds it so', async () => {
    const late = await publishedPromise(db, people, { dueOn: '2025-06-30' });
    const kept = await publishedPromise(db, people, {
      dueKind: 'milestones',
      dueOn: undefined,
      milestones: [
        { title: '第二笔', dueOn: '2099-06-30', amount: '200000' },
        { title: '第一笔', dueOn: '2099-01-31' },
      ],
    });
    const overdue = await searchCommitments(db.ctx(), { due: 'overdue' });
    expect(overdue.items.map((one) => one.id)).toEqual([late]);
    expect(overdue.overdue).toBe(1);
    const answer = await getCommitment(db.ctx(), kept);
    if (answer.found !== 'record') throw new Error('no record');
    expect(answer.value.record.nextDueOn).toBe('2099-01-31');
    expect(answer.value.milestones.map((one) => one.title)).toEqual(['第一笔', '第二笔']);
  });

  it('keeps the version before an edit, the source of each field, and goes on page by page', async () => {
    const facts = promise(people.author);
    const { id } = await draftCommitment(db.ctx(people.author), facts);
    await editCommitment(db.ctx(people.second), id, { version: 1 }, { ...facts, amount: '600000', source: '修订件' });
    await expect(publishCommitment(db.ctx(people.second), id, { version: 2 })).rejects.toMatchObject({
      code: 'commitment.transition_refused',
    });
    await submitCommitment(db.ctx(people.author), id, { version: 2 });
    // Who edited it is an author too.
    await expect(publishCommitment(db.ctx(people.second), id, { version: 3 })).rejects.toMatchObject({
      code: 'commitment.second_person_required',
    });
    await publishCommitment(db.ctx(people.third), id, { version: 3 });
    const sources = await db.sql`select field, document from commitment_field_source where commitment_id = ${id}`;
    const of = Object.fromEntries(sources.map((row) => [row.field, row.document]));
    expect([of.amount, of.conditions]).toEqual(['修订件', '样例市商务局文件']);
    const first = await searchCommitments(db.ctx(), { limit: '2' });
    const second = await searchCommitments(db.ctx(), { limit: '2', cursor: first.nextCursor });
    expect(first.items).toHaveLength(2);
    expect(second.items.map((one) => one.id)).not.toContain(first.items[1]?.id);
    const events =
      await db.sql`select count(*)::int as n from event where subject_kind = 'commitment' and subject_id = ${id}`;
    expect(events[0]?.n).toBe(4);
  });
});
