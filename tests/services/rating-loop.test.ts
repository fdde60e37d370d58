import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept } from '../../api/services/complaints/accept.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { openCase } from '../../api/services/complaints/open-case.ts';
import type { Ctx } from '../../api/services/context.ts';
import { countPlaces } from '../../api/services/places/count.ts';
import { ratingChanges, ratingLoopFigures } from '../../api/services/ratings/loop/figures.ts';
import { placeLoop } from '../../api/services/ratings/loop/place.ts';
import { decideReview, proposeReview, restoreRating } from '../../api/services/ratings/loop/review.ts';
import { takeStep } from '../../api/services/ratings/loop/step.ts';
import { loopView, ownLoop } from '../../api/services/ratings/loop/view.ts';
import { rate } from '../../api/services/ratings/rate.ts';
import { supervisionBoard } from '../../api/services/supervision/board.ts';
import { bodyId } from '../../db/reference/body-id.ts';
import { answersFor, officialOf } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { counterCtx, ratingInput } from '../support/rating.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const RATED = bodyId('样例市市场监督管理局', '9901');
const GOVERNMENT = bodyId('样例市人民政府', '9901');
const as = (body: string, ...roles: Parameters<typeof officialOf>[1][]) =>
  database.ctx(officialOf(body, ...roles), { source: randomUUID() });

interface Bad {
  number: string;
  code: string;
  caseId: string;
  citizen: Ctx;
  desk: Ctx;
  superior: Ctx;
}

async function badRating(contact = true): Promise<Bad> {
  const citizen = counterCtx(database);
  const said = { level: 1, words: '等了两个小时', ...(contact ? { contact: { phone: '13800000001' } } : {}) };
  const { answer: given, caseId } = await rate(citizen, ratingInput(said));
  return {
    number: given.case?.number ?? '',
    code: given.case?.queryCode ?? '',
    caseId: caseId ?? '',
    citizen,
    desk: as(RATED, 'handler'),
    superior: as(GOVERNMENT, 'supervisor'),
  };
}
const figures = () => ratingLoopFigures(database.ctx(), { bodies: [RATED] });

describe('the loop after a bad rating', () => {
  it('is contacted, checked, put right, answered and looked at again, and the rater sees each stage by the code', async () => {
    const bad = await badRating();
    const before = await figures();
    await takeStep(bad.desk, bad.number, { kind: 'contacted', outcome: 'phone', text: '已电话说明。' });
    const [clock] =
      await database.owner`select ended_on from case_clock where case_id = ${bad.caseId} and step = 'contact'`;
    expect(clock?.ended_on).not.toBeNull();
    await takeStep(bad.desk, bad.number, { kind: 'verified', outcome: 'valid', text: '当日窗口少开一个。' });
    await takeStep(bad.desk, bad.number, { kind: 'rectified', outcome: 'done', publicText: '午间增开一个窗口。' });
    await accept(bad.desk, bad.number, { version: 1 });
    const demands = (await database.owner`select id from case_demand where case_id = ${bad.caseId}`).map((r) =>
      String(r.id),
    );
    await answer(bad.desk, bad.number, { version: 2, answers: answersFor(demands) });
    await takeStep(bad.superior, bad.number, { kind: 'looked_again', outcome: 'kept' });

    const own = await openCase(bad.citizen, bad.number, bad.code);
    const seen = await ownLoop(bad.citizen, own);
    expect(seen?.stages.map(({ stage, at }) => [stage, at !== null])).toEqual(
      ['contacted', 'verified', 'rectified', 'answered', 'looked_again'].map((stage) => [stage, true]),
    );
    expect(seen?.stages.find(({ stage }) => stage === 'rectified')?.publicText).toBe('午间增开一个窗口。');
    expect(JSON.stringify(seen)).not.toContain('当日窗口少开一个');
    expect(JSON.stringify(await lookup(bad.citizen, own))).not.toContain('当日窗口少开一个');

    const after = await figures();
    expect(after.answered).toMatchObject({ part: before.answered.part + 1, total: before.answered.total });
    expect(after.putRight).toMatchObject({ part: before.putRight.part + 1, total: before.putRight.total });
    const { changes } = await ratingChanges(database.ctx(), { bodyId: RATED });
    expect(changes[0]).toMatchObject({ text: '午间增开一个窗口。', outcome: 'done', again: 'kept' });
  });

  it('shows both figures of a place from a roll-up that equals the recomputation, with what was changed and by whom', async () => {
    const put = await badRating();
    await takeStep(put.desk, put.number, { kind: 'rectified', outcome: 'done', publicText: '叫号机已修好。' });
    await badRating(false);
    const late = await badRating();
    await database.owner`update case_clock set due_on = current_date - 9 where case_id = ${late.caseId}`;
    await countPlaces(database.deps);
    for (const code of ['99', '9901']) {
      const { loop, changes } = await placeLoop(database.ctx(), code);
      expect(loop).toEqual(await ratingLoopFigures(database.ctx(), { division: code }));
      expect(changes[0]).toMatchObject({ text: '叫号机已修好。', outcome: 'done', body: '样例市市场监督管理局' });
      expect(loop.answered.total).toBe(loop.realName);
      expect(loop.putRight).toMatchObject({ part: loop.rectified, total: loop.valid });
    }
    expect((await placeLoop(database.ctx(), '9901')).loop.rectified).toBeGreaterThanOrEqual(1);
    expect(await placeLoop(database.ctx(), '9902')).toMatchObject({ loop: { bad: 0 }, changes: [] });
  });

  it('counts neither a plan as put right nor a rating without a contact as one that is owed an answer', async () => {
    const before = await figures();
    const bad = await badRating(false);
    await takeStep(bad.desk, bad.number, { kind: 'rectified', outcome: 'planned', publicText: '下月增开一个窗口。' });
    const after = await figures();
    expect([after.bad, after.realName, after.rectified]).toEqual([before.bad + 1, before.realName, before.rectified]);
  });

  it('counts as late what no one put right when its clock is over', async () => {
    const bad = await badRating();
    const before = await figures();
    await database.owner`update case_clock set due_on = current_date - 9 where case_id = ${bad.caseId}`;
    const after = await figures();
    expect([after.realNameLate, after.rectifyLate]).toEqual([before.realNameLate + 1, before.rectifyLate + 1]);
    const board = await supervisionBoard(bad.superior);
    expect(board.loop.rectifyLate).toBeGreaterThanOrEqual(1);
  });

  it('refuses a step to whoever has another part in it, and does not exist for other bodies', async () => {
    const bad = await badRating();
    const step = { kind: 'contacted', outcome: 'phone' };
    await expect(takeStep(bad.superior, bad.number, step)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(takeStep(bad.desk, bad.number, { kind: 'looked_again', outcome: 'kept' })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(takeStep(bad.desk, bad.number, { ...step, outcome: 'valid' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const stranger = as(bodyId('样例市数据局', '9901'), 'handler');
    await expect(loopView(stranger, bad.number)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(loopView(database.ctx(), bad.number)).rejects.toMatchObject({ code: 'auth.required' });
  });
});

describe('setting a bad rating aside', () => {
  const grounds = { reason: 'mistaken', text: '评价人来电说点错了，录音已存。' };
  const waiting = async (bad: Bad) => (await loopView(bad.superior, bad.number)).reviews.at(-1)?.id ?? '';

  it('takes a reason and a second person of another body; it still counts, is told to the rater, and can be taken back', async () => {
    const bad = await badRating();
    const before = await figures();
    const marked = async () =>
      Number((await database.owner`select count(*)::int as n from rating where set_aside_at is not null`)[0]?.n);
    const marks = await marked();
    await proposeReview(bad.desk, bad.number, grounds);
    const id = await waiting(bad);
    await decideReview(bad.superior, bad.number, { id, decision: 'set_aside', text: '听取录音，确属误点。' });
    const aside = await figures();
    expect([aside.bad, aside.setAside, aside.valid]).toEqual([before.bad, before.setAside + 1, before.valid - 1]);
    expect(aside.answered.total).toBe(before.answered.total); // an answer is owed all the same
    expect(await marked()).toBe(marks + 1);
    const own = await openCase(bad.citizen, bad.number, bad.code);
    expect((await ownLoop(bad.citizen, own))?.setAside).toMatchObject({
      reason: 'mistaken',
      words: '听取录音，确属误点。',
      outsider: true,
    });
    const [task] = await database.owner`
      select count(*)::int as n from outbox where payload->>'template' = 'case.rating_set_aside' and payload->>'caseId' = ${bad.caseId}`;
    expect(task?.n).toBe(1);
    await expect(proposeReview(bad.desk, bad.number, grounds)).rejects.toMatchObject({
      code: 'case.transition_refused',
    });

    await restoreRating(bad.superior, bad.number, { id, text: '评价人说没有点错。' });
    expect((await figures()).setAside).toBe(before.setAside);
    expect(await marked()).toBe(marks);
    expect((await ownLoop(bad.citizen, own))?.restored).toBe(true);
  });

  it('is refused to the proposer and to the rated body, and decided once', async () => {
    const bad = await badRating();
    const official = officialOf(RATED, 'handler', 'approver');
    await proposeReview(database.ctx(official, { source: randomUUID() }), bad.number, grounds);
    const id = await waiting(bad);
    const decision = { id, decision: 'set_aside', text: '同意，按误评处理。' };
    await expect(decideReview(as(RATED, 'approver'), bad.number, decision)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const both = {
      ...official,
      grants: [
        ...(official.kind === 'official' ? official.grants : []),
        { role: 'supervisor' as const, bodyId: GOVERNMENT },
      ],
    };
    await expect(
      decideReview(database.ctx(both as typeof official, { source: randomUUID() }), bad.number, decision),
    ).rejects.toMatchObject({ code: 'case.second_person_required' });
    await decideReview(bad.superior, bad.number, { ...decision, decision: 'refused' });
    await expect(decideReview(bad.superior, bad.number, decision)).rejects.toMatchObject({
      code: 'case.transition_refused',
    });
    expect((await loopView(bad.superior, bad.number)).reviews.at(-1)?.state).toBe('refused');
    await expect(database.owner`update rating_review set decided_by = proposed_by where id = ${id}`).rejects.toThrow(
      /check/,
    );
  });

  it('keeps the grounds sealed', async () => {
    const bad = await badRating();
    await proposeReview(bad.desk, bad.number, grounds);
    const rows =
      await database.owner`select 1 from rating_review t where t::text like '%录音%' or encode(sealed, 'escape') like '%录音%'`;
    expect(rows).toHaveLength(0);
  });
});
