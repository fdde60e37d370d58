import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../api/domain/calendar.ts';
import { endCaseSession, makeCaseSession, readCaseSession } from '../../api/services/complaints/case-session.ts';
import { close } from '../../api/services/complaints/close.ts';
import { lookup } from '../../api/services/complaints/lookup.ts';
import { message } from '../../api/services/complaints/message.ts';
import { note } from '../../api/services/complaints/note.ts';
import { openCase, openSession } from '../../api/services/complaints/open-case.ts';
import { addOwnEvidence, openOwnEvidence } from '../../api/services/complaints/own-evidence.ts';
import { refuse } from '../../api/services/complaints/refuse.ts';
import { verdict } from '../../api/services/complaints/verdict.ts';
import { withdraw } from '../../api/services/complaints/withdraw.ts';
import type { Ctx } from '../../api/services/context.ts';
import { shippedCalendar } from '../../db/reference/holidays/load.ts';
import { acceptCase, answerCase, fileAndSit } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { filingCtx } from '../support/filing.ts';
import { steadyToday } from '../support/legal-day.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
});
afterAll(() => database.end());

/** Statements that a piece of work sends over the raw client, as they were written. */
async function statements(ctx: Ctx, work: (ctx: Ctx) => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const sql = new Proxy(ctx.sql, {
    apply(target, self, args: [TemplateStringsArray]) {
      if (Array.isArray(args[0]?.raw)) seen.push(args[0].raw.join('?'));
      return Reflect.apply(target as never, self, args);
    },
  });
  await work({ ...ctx, sql }).catch(() => null);
  return seen;
}

describe('opening a case', () => {
  it('forgives how number and code are typed', async () => {
    const d = await fileAndSit(database);
    const typed = d.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'i');
    expect((await openCase(d.citizen, ` ${d.number.toLowerCase()} `, typed)).caseId).toBe(d.caseId);
  });

  it('opens by an alias of the number', async () => {
    const d = await fileAndSit(database);
    const alias = `12345-${randomUUID().slice(0, 8)}`.toUpperCase();
    await database.owner`insert into case_number_alias (number, case_id, reason) values (${alias}, ${d.caseId}, 'hotline')`;
    expect((await openCase(d.citizen, alias, d.code)).number).toBe(d.number);
  });

  it('does the same work for an unknown number, a wrong code and a malformed one, with the same answer', async () => {
    const d = await fileAndSit(database);
    const wrong = 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA';
    const tries: [string, string][] = [
      [d.number, wrong],
      ['JN2031-9999999-0', d.code],
      ['nonsense', d.code],
      [d.number, 'short'],
    ];
    const work = [];
    for (const [number, code] of tries) {
      const ctx = await filingCtx(database, { source: randomUUID() });
      work.push(await statements(ctx, (c) => openCase(c, number, code)));
      await expect(openCase(ctx, number, code)).rejects.toMatchObject({ code: 'case.code_refused', params: {} });
    }
    expect(work[0]).toHaveLength(3);
    for (const other of work) expect(other).toEqual(work[0]);
  });

  it('limits attempts per source', async () => {
    const d = await fileAndSit(database);
    const limits = { ...database.deps.limits, lookups: 2 };
    const ctx = await filingCtx(database, { source: randomUUID(), limits });
    await openCase(ctx, d.number, d.code);
    await openCase(ctx, d.number, d.code);
    await expect(openCase(ctx, d.number, d.code)).rejects.toMatchObject({ code: 'request.rate_limited' });
  });

  it('limits wrong codes per case from wherever they come, and nobody can lock the complainant out', async () => {
    const d = await fileAndSit(database);
    const codes: string[] = [];
    for (let i = 0; i < 22; i++) {
      const ctx = await filingCtx(database, { source: randomUUID() });
      codes.push(await openCase(ctx, d.number, 'BBBB-BBBB-BBBB-BBBB-BBBB-BBBB').catch((e) => e.code));
    }
    expect(codes.slice(0, 20)).toEqual(Array(20).fill('case.code_refused'));
    expect(codes.slice(20)).toEqual(Array(2).fill('request.rate_limited'));
    expect((await openCase(d.citizen, d.number, d.code)).caseId).toBe(d.caseId);
  });

  it('survives a redirect by a cookie for that one case and half an hour', async () => {
    const d = await fileAndSit(database);
    const line = makeCaseSession(d.citizen, d.caseId);
    expect(line).toContain('HttpOnly; SameSite=Lax');
    const cookie = line.split(';')[0] ?? '';
    expect(readCaseSession(d.citizen, `other=1; ${cookie}`)).toBe(d.caseId);
    expect((await openSession(d.citizen, d.caseId, d.number))?.caseId).toBe(d.caseId);
    const other = await fileAndSit(database);
    expect(await openSession(d.citizen, d.caseId, other.number)).toBeNull();
    expect(readCaseSession(d.citizen, cookie.replace(d.caseId, other.caseId))).toBeNull();
    expect(
      readCaseSession(
        d.citizen,
        cookie.replace(/\.(\d{10})\./, (_, t) => `.${Number(t) + 60}.`),
      ),
    ).toBeNull();
    expect(readCaseSession(d.citizen, endCaseSession(d.citizen).split(';')[0] ?? '')).toBeNull();
    const secure = makeCaseSession({ ...d.citizen, publicUrl: 'https://example.org' }, d.caseId);
    expect(secure).toMatch(/^__Host-.*; Secure$/);
  });
});

describe('the case as its complainant sees it', () => {
  it('tells in one sentence who has it, by when, and what to do', async () => {
    const d = await fileAndSit(database);
    const filed = await lookup(d.citizen, d.own);
    expect(filed.summary).toContain('测试市发展和改革委员会');
    expect(filed.summary).toMatch(/最迟 \d{4}年\d+月\d+日/);
    expect(filed.actions).toEqual(['message', 'evidence', 'withdraw']);
    await acceptCase(d);
    expect((await lookup(d.citizen, d.own)).clocks[0]).toMatchObject({ step: 'determine', state: 'running' });
    await answerCase(d);
    const answered = await lookup({ ...d.citizen, locale: 'en' }, d.own);
    expect(answered.summary).toContain('really solved');
    expect(answered.demands).toHaveLength(2);
    expect(answered.demands[0]?.answers[0]).toMatchObject({
      outcome: 'accepted',
      text: expect.stringContaining('兑现'),
    });
    expect(answered.actions).toContain('verdict');
  });

  it('says when screening of a held filing ends', async () => {
    const d = await fileAndSit(database, { held: true });
    const view = await lookup(d.citizen, d.own);
    const { date } = addWorkingDays(today, 1, shippedCalendar());
    expect(view.summary).toContain(`${Number(date.slice(8))}日`);
    expect(view.screening).toBe('held');
  });

  it('gives the reason of a refusal and where to go instead', async () => {
    const d = await fileAndSit(database);
    await refuse(d.desk, d.number, { version: 1, reason: 'pending_proceedings', text: '法院正在审理同一件事。' });
    const view = await lookup(d.citizen, d.own);
    expect(view.refusal?.pointer).toContain('12348');
    expect(view.timeline[0]).toMatchObject({ kind: 'refused', text: '法院正在审理同一件事。' });
    expect(view.actions).toEqual(['ask_erasure']);
  });

  it('holds no note among colleagues, no name of an official and no id of one', async () => {
    const d = await fileAndSit(database);
    await note(d.desk, d.number, { text: '内部：此人多次来访。' });
    await acceptCase(d);
    const text = JSON.stringify(await lookup(d.citizen, d.own));
    expect(text).not.toContain('内部');
    expect(text).not.toContain('经办人');
    expect(text).not.toContain(d.desk.actor.kind === 'official' ? d.desk.actor.id : 'x');
    expect(text).not.toContain('commitment');
  });
});

describe('what a complainant does', () => {
  it('writes, adds a file and reads it back, each shown in the timeline', async () => {
    const d = await fileAndSit(database);
    await message(d.citizen, d.own, { text: '请问什么时候有消息？' });
    const file = Buffer.from('合同约定返还土地款一百二十万元。');
    const stored = await addOwnEvidence(d.citizen, d.own, { name: '合同.txt', source: Readable.from([file]) });
    const view = await lookup(d.citizen, d.own);
    expect(view.timeline.map((entry) => entry.kind)).toEqual(['evidence_added', 'messaged', 'filed']);
    expect(view.timeline[1]).toMatchObject({ by: 'complainant', text: '请问什么时候有消息？' });
    expect(view.evidence).toMatchObject([{ id: stored.id, name: '合同.txt' }]);
    const back = await openOwnEvidence(d.citizen, d.own, stored.id);
    const chunks: Buffer[] = [];
    for await (const chunk of back.stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(file)).toBe(true);
    const other = await fileAndSit(database);
    await expect(openOwnEvidence(other.citizen, other.own, stored.id)).rejects.toMatchObject({
      code: 'resource.not_found',
    });
  });

  it('withdraws once, and then nothing more is possible', async () => {
    const d = await fileAndSit(database);
    expect(await withdraw(d.citizen, d.own, {})).toEqual({ number: d.number, state: 'withdrawn' });
    expect(await d.row()).toMatchObject({ state: 'withdrawn', due_on: null });
    await expect(withdraw(d.citizen, d.own, {})).rejects.toMatchObject({ code: 'case.transition_refused' });
    await expect(message(d.citizen, d.own, { text: '还有一句话' })).rejects.toMatchObject({
      code: 'case.transition_refused',
    });
    await expect(
      addOwnEvidence(d.citizen, d.own, { name: 'a.txt', source: Readable.from([Buffer.from('文字')]) }),
    ).rejects.toMatchObject({ code: 'case.transition_refused' });
  });

  it('gives a verdict that never overwrites the word of the body', async () => {
    const d = await fileAndSit(database);
    await expect(verdict(d.citizen, d.own, { verdict: 'solved' })).rejects.toMatchObject({
      code: 'case.transition_refused',
    });
    await acceptCase(d);
    await answerCase(d);
    await close(d.desk, d.number, { version: await d.version(), bodySays: 'solved' });
    await verdict(d.citizen, d.own, { verdict: 'partly', text: '只付了一半。' });
    expect(await d.row()).toMatchObject({ state: 'closed', verdict: 'partly' });
    await expect(verdict(d.citizen, d.own, { verdict: 'solved' })).rejects.toMatchObject({
      params: { reason: 'verdict_given' },
    });
  });

  it('has what is not solved dealt with again, once, under a clock of its own, and judges the second answer', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    await answerCase(d);
    await expect(verdict(d.citizen, d.own, { verdict: 'not_solved', reopen: true })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'text', code: 'required' }],
    });
    await expect(
      verdict(d.citizen, d.own, { verdict: 'solved', reopen: true, text: '再办一次' }),
    ).rejects.toMatchObject({
      fields: [{ path: 'reopen', code: 'reopen_solved' }],
    });
    const again = { verdict: 'not_solved', reopen: 'yes', text: '还没有付款。' };
    const answer = await verdict(d.citizen, d.own, { ...again, reopen: true });
    expect(answer.state).toBe('accepted');
    const view = await lookup(d.citizen, d.own);
    expect(view.clocks[0]).toMatchObject({ step: 'again', state: 'running' });
    expect((await d.row()).due_on).toBe(view.clocks[0]?.dueOn);
    await answerCase(d);
    const second = await lookup(d.citizen, d.own);
    expect(second.demands[0]?.answers.map((a) => a.round)).toEqual([2, 1]);
    expect(second.actions).toContain('verdict');
    expect(second.actions).not.toContain('reopen');
    await expect(verdict(d.citizen, d.own, { ...again, reopen: true })).rejects.toMatchObject({
      params: { reason: 'reopened_before' },
    });
    await verdict(d.citizen, d.own, { verdict: 'solved' });
    expect(await d.row()).toMatchObject({ state: 'answered', verdict: 'solved', reopened: true });
  });

  it('sends each act to those who must know', async () => {
    const d = await fileAndSit(database);
    await message(d.citizen, d.own, { text: '请尽快处理。' });
    await withdraw(d.citizen, d.own, { text: '已经解决。' });
    const rows =
      await database.owner`select payload->>'template' as t from outbox where payload->>'caseId' = ${d.caseId} order by id`;
    expect(rows.map((r) => r.t)).toEqual(['case.filed', 'case.messaged', 'case.withdrawn']);
  });
});
