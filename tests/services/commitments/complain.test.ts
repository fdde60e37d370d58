import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintFrom } from '../../../api/services/commitments/complain.ts';
import { commitmentComplaints, commitmentOfCase } from '../../../api/services/commitments/complaints.ts';
import { draftCommitment } from '../../../api/services/commitments/draft.ts';
import { file } from '../../../api/services/complaints/file.ts';
import { toComplaint } from '../../../api/services/complaints/steps.ts';
import { promise, publishedPromise } from '../../support/commitments.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db?.end());

const complain = async (fields: Record<string, string>, more: Record<string, unknown> = {}) => {
  const given = {
    ...fields,
    story: '承诺的补贴到期没有兑现，问了几次都没有答复。',
    demands: ['请按承诺兑现补贴'],
    complainant: {
      kind: 'enterprise',
      enterpriseName: '样例市榜样制造有限公司',
      uscc: '91990101MA0000001Y',
      enterpriseSize: 'small',
    },
    contact: { phone: '13800000000' },
    obstacle: 'none',
    publishSummary: false,
    ...more,
  };
  const ctx = db.ctx();
  const humanCheck = { ...ctx.humanCheck, verify: async () => 'passed' as const };
  return file({ ...ctx, humanCheck }, toComplaint(given, randomUUID()));
};

describe('a complaint that begins at a commitment', () => {
  it('has body, document, content and amount filled in, and keeps the link', async () => {
    const id = await publishedPromise(db, people);
    const start = await complaintFrom(db.ctx(), id);
    expect(start?.fields).toMatchObject({
      kind: 'promise',
      respondentId: people.author.grants[0]?.bodyId,
      matter: 'investment_promotion',
      amount: '500000.00',
      promisedOn: '2025-03-01',
    });
    expect(start?.story).toContain('样商发〔2025〕');
    const { answer } = await complain(start?.fields ?? {});
    expect(await commitmentOfCase(db.ctx(), answer.number)).toMatchObject({ id });
  });

  it('is counted in public from the third on, with both words about the outcome', async () => {
    const id = await publishedPromise(db, people);
    const fields = (await complaintFrom(db.ctx(), id))?.fields ?? {};
    expect(await commitmentComplaints(db.ctx(), id)).toEqual({ shown: 'none' });
    await complain(fields);
    await complain(fields);
    expect(await commitmentComplaints(db.ctx(), id)).toEqual({ shown: 'few', least: 3 });
    await complain(fields);
    await db.owner`
      update cases set state = 'closed', answered_at = now(), closed_at = now(), body_says = 'solved'
      where id = (select id from cases where commitment_id = ${id} limit 1)`;
    expect(await commitmentComplaints(db.ctx(), id)).toEqual({
      shown: 'all',
      counts: { received: 3, answered: 1, closed: 1, bodySolved: 1, solved: 0 },
    });
  });

  it('keeps no link to a draft, nor to a commitment of another body than the one complained of', async () => {
    const { id: draft } = await draftCommitment(db.ctx(people.author), promise(people.author));
    expect(await complaintFrom(db.ctx(), draft)).toBeNull();
    const id = await publishedPromise(db, people);
    const fields = (await complaintFrom(db.ctx(), id))?.fields ?? {};
    const other = await complain(fields, { respondentId: people.stranger.grants[0]?.bodyId });
    expect(await commitmentOfCase(db.ctx(), other.answer.number)).toBeNull();
    const hidden = await complain({ ...fields, commitmentId: draft });
    expect(await commitmentOfCase(db.ctx(), hidden.answer.number)).toBeNull();
  });
});
