import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../api/app.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { ask } from '../../../api/services/complaints/ask.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { message } from '../../../api/services/complaints/message.ts';
import { openCase } from '../../../api/services/complaints/open-case.ts';
import { releaseAnswer } from '../../../api/services/complaints/release-answer.ts';
import { transfer } from '../../../api/services/complaints/transfer.ts';
import { verdict } from '../../../api/services/complaints/verdict.ts';
import { withdraw } from '../../../api/services/complaints/withdraw.ts';
import { link, unlink } from '../../../api/services/groups/link.ts';
import { merge, split } from '../../../api/services/groups/merge.ts';
import { related } from '../../../api/services/groups/related.ts';
import { replyState } from '../../../api/services/groups/reply-state.ts';
import { replyToMany } from '../../../api/services/groups/reply-to-many.ts';
import { changeAnswerRules } from '../../../api/services/officials/answer-rules.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { acceptCase, answerCase, type Desk, fileAndSit, HANDLER, officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

const TEXT = '款项已列入本月计划，月底前拨付。';
const accepted = async (story = '投产后三年，约定的返还至今没有兑现。'): Promise<Desk> => {
  const d = await fileAndSit(database, { story, demands: [`兑现返还：${story.slice(0, 4)}`] });
  await acceptCase(d);
  return d;
};
const pair = async (): Promise<[Desk, Desk]> => [
  await accepted('甲的原话，只有甲能看到。甲甲甲甲。'),
  await accepted('乙的原话，只有乙能看到。乙乙乙乙。'),
];
const clocks = (caseId: string) =>
  database.owner`select step, started_on, due_on, ended_on from case_clock where case_id = ${caseId} order by step`;
const mergeInto = async (a: Desk, b: Desk) => merge(a.desk, a.number, { version: await a.version(), into: b.number });
const reply = (d: Desk, input: object = {}) =>
  replyToMany(d.desk, d.number, { replyId: randomUUID(), outcome: 'accepted', text: TEXT, ...input });

describe('a case merged into another', () => {
  it('keeps number and code, and shows its complainant nothing of the other', async () => {
    const [a, b] = await pair();
    expect(await mergeInto(a, b)).toMatchObject({ state: 'merged' });
    const own = await openCase(a.citizen, a.number, a.code);
    const view = JSON.stringify(await lookup(a.citizen, own));
    expect(view).toContain('甲的原话');
    expect(view).not.toContain('乙');
    expect(view).not.toContain(b.number);
    const other = JSON.stringify(await lookup(b.citizen, await openCase(b.citizen, b.number, b.code)));
    expect(other).not.toContain('甲');
    expect(other).not.toContain(a.number);
    await message(a.citizen, a.own, { text: '合并以后我还能留言吗？' });
  });

  it('leaves the clocks of both alone, and splits into exactly what it was', async () => {
    const [a, b] = await pair();
    const before = [await a.row(), await clocks(a.caseId)];
    await mergeInto(a, b);
    expect(await clocks(a.caseId)).toEqual(before[1]);
    expect(await split(a.desk, a.number, { version: await a.version() })).toMatchObject({ state: 'accepted' });
    const { version: _, ...row } = await a.row();
    const { version: __, ...was } = before[0] as Record<string, unknown>;
    expect(row).toEqual(was);
    expect(await clocks(a.caseId)).toEqual(before[1]);
    await mergeInto(a, b); // and once more
    const kinds = await database.owner`select kind from event where subject_id = ${a.caseId} order by seq`;
    expect(kinds.map((event) => event.kind).slice(-3)).toEqual(['merged', 'split', 'merged']);
  });

  it('waits for its complainant again where it waited before', async () => {
    const [a, b] = await pair();
    await ask(a.desk, a.number, { version: await a.version(), text: '请补充验收材料。' });
    await mergeInto(a, b);
    await split(a.desk, a.number, { version: await a.version() });
    expect((await a.row()).state).toBe('waiting');
  });

  it('goes only into a case of the same handler, about the same body, that is worked on and whose clock ends first', async () => {
    const [a, b] = await pair();
    const into = (number: string) => a.version().then((version) => merge(a.desk, a.number, { version, into: number }));
    const field = (code: string) => ({ fields: [{ path: 'into', code }] });
    await expect(into('JN2031-0000001-0')).rejects.toMatchObject(field('case_unknown'));
    await expect(into(a.number)).rejects.toMatchObject(field('case_same'));
    const filed = await fileAndSit(database);
    await expect(into(filed.number)).rejects.toMatchObject(field('merge_state'));
    const elsewhere = await fileAndSit(database, { respondentId: TEST_BODIES.countyCommerce.id });
    await expect(into(elsewhere.number)).rejects.toMatchObject({ code: 'request.invalid' });
    await database.owner`update cases set due_on = due_on + 5 where id = ${b.caseId}`;
    await expect(into(b.number)).rejects.toMatchObject(field('merge_clock'));
  });

  it('keeps the case that it was merged into at its body until it is answered or split', async () => {
    const [a, b] = await pair();
    await mergeInto(a, b);
    const version = await b.version();
    const moves = transfer(b.desk, b.number, { version, toBodyId: TEST_BODIES.cityCommerce.id, text: TEXT });
    await expect(moves).rejects.toMatchObject({ params: { reason: 'has_merged' } });
    const c = await accepted();
    await expect(mergeInto(b, c)).rejects.toMatchObject({ params: { reason: 'has_merged' } });
    await answerCase(b);
    expect((await readCase(b.desk, b.number)).actions.find((p) => p.action === 'close')?.refusal).toBe('has_merged');
  });

  it('stands by itself again where the other one is taken back, and can be taken back itself', async () => {
    const [a, b] = await pair();
    await mergeInto(a, b);
    await withdraw(b.citizen, b.own, {});
    expect((await a.row()).state).toBe('accepted');
    const [c, d] = await pair();
    await mergeInto(c, d);
    await withdraw(c.citizen, c.own, {});
    expect((await c.row()).state).toBe('withdrawn');
    expect((await readCase(d.desk, d.number)).head.hasMerged).toBe(false);
  });

  it('can be split by nobody else, and not twice', async () => {
    const [a, b] = await pair();
    await mergeInto(a, b);
    const version = await a.version();
    await expect(split(await a.as(HANDLER, 'approver'), a.number, { version })).rejects.toThrow('auth.forbidden');
    await expect(split(await a.as(TEST_BODIES.cityCommerce.id), a.number, { version })).rejects.toThrow('not_found');
    await expect(split(a.desk, a.number, { version: version - 1 })).rejects.toThrow('case.version_conflict');
    await split(a.desk, a.number, { version });
    await expect(split(a.desk, a.number, { version: await a.version() })).rejects.toThrow('case.transition_refused');
  });
});

describe('linked cases', () => {
  it('are suggested, linked and unlinked, for officials alone', async () => {
    const [a, b] = await pair();
    expect((await related(a.desk, a.number)).alike.length).toBeGreaterThan(0);
    await link(a.desk, a.number, { other: b.number, kind: 'duplicate' });
    expect((await related(a.desk, a.number)).duplicate.map((c) => c.number)).toEqual([b.number]);
    expect((await related(b.desk, b.number)).duplicate.map((c) => c.number)).toEqual([a.number]);
    await expect(link(b.desk, b.number, { other: a.number, kind: 'duplicate' })).rejects.toMatchObject({
      fields: [{ code: 'linked_before' }],
    });
    const { timeline } = await lookup(a.citizen, a.own);
    expect(timeline.map((entry) => entry.kind)).not.toContain('linked');
    await unlink(b.desk, b.number, { other: a.number });
    expect((await related(a.desk, a.number)).duplicate).toEqual([]);
    await expect(unlink(b.desk, b.number, { other: a.number })).rejects.toThrow('resource.not_found');
  });

  it('are not shown to whoever may not see the other one', async () => {
    const [a, b] = await pair();
    await link(a.desk, a.number, { other: b.number, kind: 'duplicate' });
    const toBodyId = TEST_BODIES.cityCommerce.id;
    await transfer(a.desk, a.number, { version: await a.version(), toBodyId, text: TEXT });
    const view = await related(await a.as(toBodyId, 'handler'), a.number);
    expect(JSON.stringify(view)).not.toContain(b.number);
  });
});

describe('one reply to many', () => {
  const group = async () => {
    const lead = await accepted();
    const [one, two] = await pair();
    await mergeInto(one, lead);
    await link(lead.desk, lead.number, { other: two.number, kind: 'member' });
    return { lead, one, two };
  };

  it('answers each member as its own, with its own event and clocks, seen by each alone', async () => {
    const { lead, one, two } = await group();
    const result = await reply(lead);
    expect(result.items.map((item) => item.result)).toEqual(['answered', 'answered']);
    for (const d of [one, two]) {
      expect((await d.row()).state).toBe('answered');
      const view = await lookup(d.citizen, d.own);
      expect(view.demands[0]?.answers[0]).toMatchObject({ text: TEXT, body: '测试市发展和改革委员会' });
      expect(view.clocks.filter((clock) => clock.step === 'determination' && clock.state !== 'met')).toEqual([]);
      const other = d === one ? '乙' : '甲';
      expect(JSON.stringify(view)).not.toContain(other);
      await verdict(d.citizen, d.own, { verdict: 'solved' });
    }
    expect((await lead.row()).state).toBe('accepted');
    expect((await related(lead.desk, lead.number)).merged).toEqual([]);
  });

  it('reaches a member once, however often and by how many it is sent', async () => {
    const { lead, one, two } = await group();
    const replyId = randomUUID();
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => reply(lead, { replyId })));
    expect(all.filter((sent) => sent.status === 'rejected')).toEqual([]);
    for (const { caseId } of [one, two]) {
      const [row] = await database.owner`select count(*)::int as n from case_answer where case_id = ${caseId}`;
      expect(row?.n).toBe(1);
    }
    expect((await replyToMany(lead.desk, lead.number, { replyId })).items.map((item) => item.result)).toEqual([
      'before',
      'before',
    ]);
    await expect(replyToMany(one.desk, one.number, { replyId })).rejects.toThrow('submission.payload_differs');
  });

  it('goes on where it ended, and names why a member could not be answered', async () => {
    const { lead, one, two } = await group();
    await withdraw(two.citizen, two.own, {});
    const third = await fileAndSit(database);
    await link(lead.desk, lead.number, { other: third.number, kind: 'member' });
    const replyId = randomUUID();
    const result = await reply(lead, { replyId });
    const of = (d: Desk) => result.items.find((item) => item.number === d.number);
    expect(of(one)).toMatchObject({ result: 'answered' });
    expect(of(two)).toMatchObject({ result: 'refused', code: 'case.transition_refused', reason: 'state' });
    expect(of(third)).toMatchObject({ result: 'refused', code: 'case.transition_refused' });
    const state = await replyState(lead.desk, lead.number, replyId);
    expect(state.done).toEqual([one.number]);
    expect(state.open.map((open) => open.number).sort()).toEqual([two.number, third.number].sort());
    await acceptCase(third);
    const again = await replyToMany(lead.desk, lead.number, { replyId });
    expect(again.items.find((item) => item.number === third.number)?.result).toBe('answered');
  });

  it('waits for its release, member by member, where an administrator wants a second person', async () => {
    const { lead, one, two } = await group();
    const administrator = await filingCtx(database, { actor: officialOf(HANDLER, 'administrator') });
    const every = { bodyId: HANDLER, rules: [{ kind: null, outcome: null }] };
    const { version } = await changeAnswerRules(administrator, { ...every, version: 0 });
    try {
      const result = await reply(lead);
      expect(result.items.map((item) => item.result)).toEqual(['proposed', 'proposed']);
    } finally {
      await changeAnswerRules(administrator, { ...every, version, rules: [] });
    }
    for (const [d, state] of [
      [one, 'merged'],
      [two, 'accepted'],
    ] as const) {
      expect((await d.row()).state).toBe(state);
      expect(JSON.stringify(await lookup(d.citizen, d.own))).not.toContain(TEXT);
    }
    const approver = await lead.as(HANDLER, 'approver');
    await releaseAnswer(approver, one.number, { version: await one.version() });
    expect((await one.row()).state).toBe('answered');
    expect((await lookup(one.citizen, one.own)).demands[0]?.answers[0]).toMatchObject({ text: TEXT });
    expect((await related(lead.desk, lead.number)).merged).toEqual([]);
    // A released member says nothing of the other.
    expect((await two.row()).state).toBe('accepted');
    expect(JSON.stringify(await lookup(two.citizen, two.own))).not.toContain(TEXT);
    await releaseAnswer(approver, two.number, { version: await two.version() });
    expect((await two.row()).state).toBe('answered');
  });

  it('needs words, and an official who answers', async () => {
    const { lead } = await group();
    await expect(replyToMany(lead.desk, lead.number, { replyId: randomUUID() })).rejects.toMatchObject({
      fields: [{ path: 'outcome' }, { path: 'text' }],
    });
    const replyId = randomUUID();
    const post = async (actor: Actor, body: unknown, number = lead.number) => {
      const ctx = await filingCtx(database, { actor });
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await createApp(() => ctx).request(`/api/v1/officials/cases/${number}/group-replies`, init)).status;
    };
    const good = { replyId, outcome: 'partly', text: TEXT };
    expect(await post({ kind: 'public' }, good)).toBe(401);
    expect(await post(officialOf(HANDLER, 'intake'), good)).toBe(403);
    expect(await post(officialOf(TEST_BODIES.cityCommerce.id, 'handler'), good)).toBe(404);
    expect(await post(officialOf(HANDLER, 'handler'), { ...good, to: 'all' })).toBe(400);
    expect(await post(officialOf(HANDLER, 'handler'), good)).toBe(200);
    const filed = await fileAndSit(database);
    expect(await post(officialOf(HANDLER, 'handler'), { ...good, replyId: randomUUID() }, filed.number)).toBe(409);
  });
});
