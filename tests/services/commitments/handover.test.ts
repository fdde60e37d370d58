import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCommitment } from '../../../api/services/commitments/get.ts';
import { passOnCommitments } from '../../../api/services/commitments/pass-on.ts';
import { createDirectoryCache } from '../../../api/services/directory/load.ts';
import { makeHandover } from '../../../api/services/handovers/make.ts';
import { handoverDocument, readHandover } from '../../../api/services/handovers/read.ts';
import { answerHandover, signHandover } from '../../../api/services/handovers/sign.ts';
import { publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db?.end());

const bodyOf = (official: Official): string => official.grants[0]?.bodyId ?? '';

describe('a handover list', () => {
  it('is signed off line by line by the incoming side, after the officials changed', async () => {
    const first = await publishedPromise(db, people);
    const second = await publishedPromise(db, people);
    const posts = { outgoingPost: '局长（上一任）', incomingPost: '局长（现任）' };
    const { id } = await makeHandover(db.ctx(people.author), {
      body: bodyOf(people.author),
      reason: 'officials_changed',
      ...posts,
    });
    const list = await readHandover(db.ctx(people.second), id);
    expect(list.document.lines.map((one) => one.subjectId).sort()).toEqual([first, second].sort());
    const document = await handoverDocument(db.ctx(people.second), id);
    expect(createHash('sha256').update(document).digest('hex')).toBe(list.sha256);

    await expect(answerHandover(db.ctx(people.author), id, { answer: 'confirmed', position: 0 })).rejects.toMatchObject(
      {
        code: 'commitment.second_person_required',
      },
    );
    await expect(readHandover(db.ctx(people.stranger), id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(readHandover(db.ctx(), id)).rejects.toMatchObject({ code: 'auth.required' });
    await answerHandover(db.ctx(people.second), id, { answer: 'confirmed', position: 0 });
    await expect(signHandover(db.ctx(people.second), id)).rejects.toMatchObject({
      fields: [{ path: 'lines', code: 'handover_open' }],
    });
    await answerHandover(db.ctx(people.second), id, { answer: 'contested', position: 1, reason: '条件没有成就。' });
    await signHandover(db.ctx(people.second), id);
    const signed = await readHandover(db.ctx(people.author), id);
    expect(signed.items.map((one) => one.state)).toEqual(['confirmed', 'contested']);
    expect(signed.row.signedAt).not.toBeNull();
    await expect(answerHandover(db.ctx(people.second), id, { answer: 'confirmed', position: 1 })).rejects.toMatchObject(
      {
        code: 'commitment.transition_refused',
      },
    );
    const events = await db.sql`
      select kind from event where subject_kind = 'handover' and subject_id = ${id} order by seq`;
    expect(events.map((one) => one.kind)).toEqual(['made', 'confirmed', 'contested', 'signed']);
    const noted = await db.sql`select count(*)::int as n from event where kind = 'handed_over'`;
    expect(noted[0]?.n).toBe(2);
  });
});

describe('a merger', () => {
  it('passes open commitments on to the successor, once, and the page says from whom', async () => {
    const id = await publishedPromise(db, people);
    const [from, to] = [bodyOf(people.author), bodyOf(people.stranger)];
    await db.owner`
      insert into succession (predecessor, successor, kind, effective_on, certainty, basis)
      values (${from}, ${to}, 'merged', '2026-01-01', 'local', '机构改革方案')`;
    // The directory was changed behind the portal's back: a new cache reads it.
    const deps = { ...db.deps, directory: createDirectoryCache(db.db) };
    expect(await passOnCommitments(deps)).toBeGreaterThan(0);
    expect(await passOnCommitments(deps)).toBe(0);
    const answer = await getCommitment({ ...db.ctx(), ...deps }, id);
    if (answer.found !== 'record') throw new Error('not public');
    expect(answer.value.record).toMatchObject({ bodyId: from, owedById: to });
    expect(answer.value.passed).toHaveLength(1);
    // The incoming body's official takes the list over; the one who made it is of the old body.
    const made = await makeHandover(db.ctx(people.author, deps), {
      body: from,
      reason: 'reorganisation',
      outgoingPost: '原局办公室',
      incomingPost: '新局办公室',
    });
    const list = await readHandover(db.ctx(people.stranger, deps), made.id);
    expect(list.mine).toBe(true);
    expect(list.document.incoming.id).toBe(to);
    expect(list.document.lines.map((one) => one.subjectId)).toContain(id);
  });
});
