import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, OfficialRole } from '../../../api/domain/official.ts';
import { accept } from '../../../api/services/complaints/accept.ts';
import { transfer } from '../../../api/services/complaints/transfer.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { assign, assignableTo } from '../../../api/services/officials/assign.ts';
import { besideInbox } from '../../../api/services/officials/beside-inbox.ts';
import { indexWords } from '../../../api/services/officials/case-words.ts';
import { inbox } from '../../../api/services/officials/inbox.ts';
import { dropFilter, savedFilters, saveFilter } from '../../../api/services/officials/inbox-filters.ts';
import { present } from '../../../api/services/officials/presence.ts';
import { readCase } from '../../../api/services/officials/read-case.ts';
import { eraseRows } from '../../../db/queries/erasure.ts';
import { checkTally, foldTally } from '../../../db/queries/inbox-tally.ts';
import { type Desk, fileAndSit, HANDLER } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { filingCtx, TEST_BODIES } from '../../support/filing.ts';
import { steadyToday } from '../../support/legal-day.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
});
afterAll(() => database.end());

/** An official with a row of their own, so that names and grants can be read. */
async function person(name: string, bodyId: string, ...roles: OfficialRole[]): Promise<{ id: string; ctx: Ctx }> {
  const id = randomUUID();
  const grants = (roles.length > 0 ? roles : (['handler'] as const)).map((role) => ({ role, bodyId }));
  await filingCtx(database); // the small place is there
  await database.owner`insert into auth_user (id, name, email) values (${id}, ${name}, ${`${id}@example.org`})`;
  for (const grant of grants)
    await database.owner`insert into official_grant (id, user_id, role, body_id) values (${randomUUID()}, ${id}, ${grant.role}, ${bodyId})`;
  const actor: Actor = { kind: 'official', id, name, grants };
  return { id, ctx: await filingCtx(database, { actor }) };
}
const numbers = async (ctx: Ctx, list: object) => (await inbox(ctx, list)).items.map((item) => item.number);
const passOn = async (d: Desk) =>
  transfer(d.desk, d.number, {
    version: await d.version(),
    toBodyId: TEST_BODIES.cityCommerce.id,
    text: '属商务部门职责。',
  });
const assignedEvents = async (d: Desk) =>
  (
    await database.owner`select payload from event where subject_id = ${d.caseId} and kind = 'assigned' order by seq`
  ).map((row) => {
    const { from, to } = JSON.parse(String(row.payload));
    return { from, to };
  });

describe('filters of the inbox', () => {
  it('hold together with the folder: kind, matter, respondent, body, channel, days, risk', async () => {
    const { ctx } = await person('筛选', HANDLER);
    const a = await fileAndSit(database, { kind: 'promise' });
    const b = await fileAndSit(database, { kind: 'old_debt', matter: 'contract_performance' });
    const both = async (list: object) => (await numbers(ctx, list)).filter((n) => [a.number, b.number].includes(n));
    expect((await both({})).sort()).toEqual([a.number, b.number].sort());
    expect(await both({ kind: 'promise' })).toEqual([a.number]);
    expect(await both({ kind: 'promise', folder: 'to_accept', matter: 'investment_promotion' })).toEqual([a.number]);
    expect(await both({ kind: 'promise', matter: 'contract_performance' })).toEqual([]);
    expect(await both({ respondent: '测试区' })).toHaveLength(2);
    expect(await both({ respondent: '没有这个单位' })).toEqual([]);
    expect(await both({ body: '发展和改革', channel: 'portal', from: today, to: today })).toHaveLength(2);
    expect(await both({ to: '2020-01-01' })).toEqual([]);
    expect(await both({ risk: '1' })).toEqual([]);
    await database.owner`update cases set due_on = ${today} where id = ${a.caseId}`;
    expect(await both({ risk: '1' })).toEqual([a.number]);
    const { found, counts } = await inbox(ctx, { kind: 'old_debt' });
    expect(found).toBe(1);
    expect(counts.all).toBeGreaterThanOrEqual(2); // folders go on counting everything
    await expect(inbox(ctx, { kind: 'nonsense' })).rejects.toThrow('request.invalid');
    await expect(inbox(ctx, { who: 'me', unknown: '1' })).rejects.toThrow('request.invalid');
  });

  it('are kept under a name by their owner alone, with a count', async () => {
    const me = await person('存筛选', HANDLER);
    const other = await person('旁人', HANDLER);
    await fileAndSit(database, { kind: 'promise' });
    const { id, query } = await saveFilter(me.ctx, { name: '承诺', query: 'kind=promise&folder=to_accept&cursor=x' });
    expect(new URLSearchParams(query).get('cursor')).toBeNull();
    const [kept] = await savedFilters(me.ctx);
    expect(kept).toMatchObject({
      id,
      name: '承诺',
      counted: (await inbox(me.ctx, { kind: 'promise', folder: 'to_accept' })).found,
    });
    expect(await savedFilters(other.ctx)).toEqual([]);
    await expect(saveFilter(me.ctx, { name: '承诺', query: '' })).rejects.toMatchObject({
      fields: [{ path: 'name', code: 'filter_name_taken' }],
    });
    await expect(saveFilter(other.ctx, { id, name: '偷', query: '' })).rejects.toThrow('resource.not_found');
    await expect(saveFilter(me.ctx, { name: '坏', query: 'kind=nonsense' })).rejects.toThrow('request.invalid');
    await saveFilter(me.ctx, { id, name: '改名', query: 'kind=other' });
    expect((await savedFilters(me.ctx))[0]).toMatchObject({ name: '改名', query: 'folder=all&kind=other' });
    await expect(dropFilter(other.ctx, { id })).rejects.toThrow('resource.not_found');
    await dropFilter(me.ctx, { id });
    expect(await savedFilters(me.ctx)).toEqual([]);
    for (let i = 0; i < 20; i++) await saveFilter(me.ctx, { name: `第${i}个`, query: '' });
    await expect(saveFilter(me.ctx, { name: '多余', query: '' })).rejects.toMatchObject({
      fields: [{ code: 'filters_full' }],
    });
  });
});

describe('the search of the inbox', () => {
  it("finds words of stories and demands in the official's reach, and nothing that only looks alike", async () => {
    const { ctx } = await person('检索', HANDLER);
    const stranger = await person('外人', TEST_BODIES.countyCommerce.id);
    const hit = await fileAndSit(database, { story: '我们在蓝鲸产业园投产，土地款返还至今没有兑现。' });
    const alike = await fileAndSit(database, { story: '蓝鲸公司与鲸产有限公司、产业园区三方都在等答复。' }); // all pairs, not the phrase
    const byDemand = await fileAndSit(database, { demands: ['请归还蓝鲸产业园的保证金'] });
    expect(await numbers(ctx, { q: '蓝鲸产业园' })).toEqual([]); // not indexed yet
    expect(await indexWords(database.deps)).toBeGreaterThanOrEqual(3);
    const found = await inbox(ctx, { q: '蓝鲸产业园' });
    expect(found.items.map((i) => i.number)).toEqual([byDemand.number, hit.number]);
    expect(found.items.map((i) => i.number)).not.toContain(alike.number);
    expect(found.searched).toMatchObject({ more: false, tooShort: false });
    expect(await numbers(ctx, { q: '蓝鲸产业园 保证金' })).toEqual([byDemand.number]);
    expect(await numbers(ctx, { q: '蓝鲸产业园', folder: 'closed' })).toEqual([]);
    expect(await numbers(stranger.ctx, { q: '蓝鲸产业园' })).toEqual([]);
    expect(await numbers(ctx, { q: hit.number.toLowerCase() })).toEqual([hit.number]);
    expect(await numbers(stranger.ctx, { q: hit.number })).toEqual([]);
    expect((await inbox(ctx, { q: '鲸' })).searched?.tooShort).toBe(true);
  });

  it('finds what was passed on in its own list, for those who passed it on and nobody else', async () => {
    const me = await person('转出', HANDLER);
    const receiver = await person('接收', TEST_BODIES.cityCommerce.id);
    const reader = await person('仲裁', HANDLER, 'arbiter');
    const stranger = await person('旁观', TEST_BODIES.cityIndustry.id);
    const [hit, alike, kept] = [
      await fileAndSit(database, { story: '关于琥珀湾码头的返还款，至今没有兑现。' }),
      await fileAndSit(database, { story: '琥珀有限公司、湾码合作社与码头三方都在等。' }),
      await fileAndSit(database, { story: '琥珀湾码头的另一笔款项，也没有兑现。' }),
    ];
    for (const d of [hit, alike]) await passOn(d);
    await indexWords(database.deps);
    const q = '琥珀湾码头';
    const found = async (ctx: Ctx, words = q) =>
      (await besideInbox(ctx, { folder: 'passed_on', q: words })).items.map((item) => item.number);
    expect(await found(me.ctx)).toEqual([hit.number]);
    expect(await found(reader.ctx)).toEqual([hit.number]); // reads cases there
    expect(await found(me.ctx, hit.number.toLowerCase())).toEqual([hit.number]);
    expect(await found(me.ctx, kept.number)).toEqual([]); // not passed on
    expect(await numbers(me.ctx, { q })).toEqual([kept.number]);
    expect(await numbers(receiver.ctx, { q })).toEqual([hit.number]);
    for (const { ctx } of [receiver, stranger]) expect(await found(ctx)).toEqual([]);
    expect((await besideInbox(me.ctx, { folder: 'passed_on', q: '珀' })).searched?.tooShort).toBe(true);
    expect((await besideInbox(me.ctx, { folder: 'passed_on', q: '' })).searched).toBeNull();
    await expect(found(me.ctx, '长'.repeat(121))).rejects.toThrow('request.invalid');
  });

  it('goes on in what was passed on behind the last one opened, once each, and never by a cursor of other words', async () => {
    const { ctx } = await person('转出翻页', HANDLER);
    const passed: string[] = [];
    for (let i = 0; i < 52; i++) {
      const d = await fileAndSit(database, { story: `青瓷大桥改造款项拖延，第${i}期。` });
      await passOn(d);
      passed.push(d.number);
    }
    await indexWords(database.deps);
    const first = await besideInbox(ctx, { folder: 'passed_on', q: '青瓷大桥' });
    const cursor = first.nextCursor ?? '';
    const second = await besideInbox(ctx, { folder: 'passed_on', q: '青瓷大桥', cursor });
    expect([...first.items, ...second.items].map((item) => item.number)).toEqual(passed.reverse());
    expect(second.nextCursor).toBeNull();
    await expect(besideInbox(ctx, { folder: 'passed_on', cursor })).rejects.toThrow('cursor.invalid');
  });

  it('asks the index of words for what was passed on, and each case it gives by its own assignments', async () => {
    const statements: { query: string; parameters: unknown[] }[] = [];
    const counted = postgres(database.url, {
      max: 1,
      debug: (_, query, parameters) => statements.push({ query, parameters }),
    });
    try {
      const { ctx } = await person('计划', HANDLER);
      await besideInbox({ ...ctx, sql: counted as unknown as Ctx['sql'] }, { folder: 'passed_on', q: '青瓷大桥' });
      const asked = statements.find(({ query }) => query.includes('byNumber'));
      const plan: string[] = [];
      // Rows enough that the index of words is worth it; they are gone again afterwards.
      await database.owner
        .begin(async (tx) => {
          await tx`alter table case_search drop constraint case_search_case_id_fkey`;
          await tx`
            insert into case_search (case_id, key_version, grams)
            select gen_random_uuid(), 1, array(select n * 1000 + g from generate_series(1, 20) g)
            from generate_series(1, 5000) n`;
          await tx`select gin_clean_pending_list('case_search_grams_idx')`;
          await tx`analyze case_search`;
          await tx`set local enable_seqscan = off`; // the other tables of a test hold next to nothing
          const rows = await tx.unsafe(`explain ${asked?.query}`, asked?.parameters as never);
          plan.push(...rows.map((row) => String(row['QUERY PLAN'])));
          throw new Error('planned');
        })
        .catch((error: Error) => expect(error.message).toBe('planned'));
      const text = plan.join('\n');
      expect(text).toContain('case_search_grams_idx');
      expect(text).toMatch(/case_assignment_(case|passed)_idx/);
      expect(text).not.toContain('Seq Scan');
    } finally {
      await counted.end();
    }
  });

  it('keeps no readable word, and forgets an erased case', async () => {
    const { ctx } = await person('擦除', HANDLER);
    const d = await fileAndSit(database, { story: '这里写着紫檀木工程的往事，请查清经过。' });
    await indexWords(database.deps);
    expect(await numbers(ctx, { q: '紫檀木工程' })).toEqual([d.number]);
    const [row] = await database.owner`select * from case_search where case_id = ${d.caseId}`;
    expect(JSON.stringify(row)).not.toMatch(/[\u4e00-\u9fff]/);
    await database.db.transaction((tx) => eraseRows(tx, d.caseId));
    expect(await numbers(ctx, { q: '紫檀木工程' })).toEqual([]);
    await database.owner`insert into case_search_todo (case_id) values (${d.caseId})`;
    await indexWords(database.deps);
    expect(await numbers(ctx, { q: '紫檀木工程' })).toEqual([]);
  });

  it('opens so many at a time and goes on behind the last one', async () => {
    const { ctx } = await person('翻页', HANDLER);
    const filed: string[] = [];
    for (let i = 0; i < 5; i++)
      filed.push((await fileAndSit(database, { story: `银杏大道改造款项拖延，第${i}期。` })).number);
    await indexWords(database.deps);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await inbox(ctx, { q: '银杏大道', limit: 2, cursor });
      seen.push(...page.items.map((i) => i.number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(filed.reverse());
  });

  it('indexes a narrative that changed again', async () => {
    const d = await fileAndSit(database);
    await indexWords(database.deps);
    await database.sql`update case_content set updated_at = now() where case_id = ${d.caseId} and part = 'narrative'`;
    expect(await indexWords(database.deps)).toBe(1);
  });
});

describe('assigning', () => {
  it('puts many cases on a desk at once, each with an event, and only where the person works', async () => {
    const me = await person('甲', HANDLER, 'handler');
    const friend = await person('乙', HANDLER, 'intake');
    const stranger = await person('丙', TEST_BODIES.cityCommerce.id);
    const [a, b] = [await fileAndSit(database), await fileAndSit(database)];
    const cases = [a.number, b.number];
    expect(await assign(me.ctx, { cases, to: 'me' })).toEqual({ assigned: 2 });
    expect(await assign(me.ctx, { cases, to: 'me' })).toEqual({ assigned: 0 });
    expect((await numbers(me.ctx, { folder: 'mine' })).sort()).toEqual([...cases].sort());
    expect((await inbox(me.ctx, {})).counts.mine).toBe(2);
    expect((await inbox(me.ctx, { who: 'me' })).items.map((i) => i.assignee)).toEqual(['甲', '甲']);
    await assign(me.ctx, { cases: [a.number], to: friend.id });
    await assign(friend.ctx, { cases: [a.number] });
    expect(await assignedEvents(a)).toEqual([
      { from: null, to: me.id },
      { from: me.id, to: friend.id },
      { from: friend.id, to: null },
    ]);
    expect(await numbers(me.ctx, { who: 'nobody' })).toContain(a.number);
    expect(await a.version()).toBe(1); // a reply that is being written is not disturbed
    await expect(assign(me.ctx, { cases, to: stranger.id })).rejects.toMatchObject({
      fields: [{ path: 'to', code: 'not_a_colleague' }],
    });
    await expect(assign(stranger.ctx, { cases, to: 'me' })).rejects.toThrow('resource.not_found');
    const watcher = await person('丁', HANDLER, 'supervisor');
    await expect(assign(watcher.ctx, { cases, to: 'me' })).rejects.toThrow('auth.forbidden');
    await expect(assign(await filingCtx(database), { cases, to: 'me' })).rejects.toThrow('auth.required');
    await expect(assign(me.ctx, { cases: [] })).rejects.toThrow('request.invalid');
    await expect(assign(me.ctx, { cases: [a.number, 'JN2020-0000001-X'], to: 'me' })).rejects.toThrow(
      'resource.not_found',
    );
    const names = (await assignableTo(me.ctx)).map((c) => c.name);
    expect(names).toEqual(expect.arrayContaining(['甲', '乙']));
    expect(names).not.toContain('丙');
  });

  it('waits, and never for ever, where two assign the same cases in another order', async () => {
    const [me, friend] = [await person('子', HANDLER), await person('丑', HANDLER)];
    const desks = await Promise.all([fileAndSit(database), fileAndSit(database), fileAndSit(database)]);
    const cases = desks.map((d) => d.number);
    for (let i = 0; i < 5; i++)
      await Promise.all([
        assign(me.ctx, { cases, to: 'me' }),
        assign(friend.ctx, { cases: cases.toReversed(), to: 'me' }),
      ]);
    for (const d of desks) expect([me.id, friend.id]).toContain((await d.row()).assignee);
  });

  it('leaves the person behind when the case goes to another body', async () => {
    const me = await person('寅', HANDLER);
    const d = await fileAndSit(database);
    await assign(me.ctx, { cases: [d.number], to: 'me' });
    await transfer(me.ctx, d.number, {
      version: await d.version(),
      toBodyId: TEST_BODIES.cityCommerce.id,
      text: '属商务部门职责。',
    });
    expect((await d.row()).assignee).toBeNull();
    expect((await inbox(me.ctx, {})).counts.mine).toBe(0);
  });
});

describe('presence', () => {
  it('tells who else has the case open, and forgets them', async () => {
    const [me, friend] = [await person('卯', HANDLER), await person('辰', HANDLER)];
    const d = await fileAndSit(database);
    expect(await present(me.ctx, d.caseId)).toEqual([]);
    expect(await present(friend.ctx, d.caseId)).toEqual([{ name: '卯', minutes: 0 }]);
    await database.owner`update case_presence set seen_at = now() - interval '2 minutes' where user_id = ${me.id}`;
    expect(await present(friend.ctx, d.caseId)).toEqual([{ name: '卯', minutes: 2 }]);
    await database.owner`update case_presence set seen_at = now() - interval '4 minutes' where user_id = ${me.id}`;
    expect(await present(friend.ctx, d.caseId)).toEqual([]);
  });
});

describe('the tally of the inbox', () => {
  const exact = async () =>
    database.owner`
      select handler_id, state, due_on, sum(n)::int as n from inbox_tally group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3`;
  const real = async () =>
    database.owner`
      select handler_id, state, case when state in ('filed', 'accepted') then due_on end as due_on, count(*)::int as n
      from cases group by 1, 2, 3 order by 1, 2, 3`;

  it('is exact while cases are filed, accepted, passed on and folded at once', async () => {
    const { ctx } = await person('巳', HANDLER);
    const work = Array.from({ length: 6 }, async () => {
      const d = await fileAndSit(database);
      await accept(ctx, d.number, { version: await d.version() });
      await foldTally(database.sql);
    });
    await Promise.all(work);
    expect([...(await exact())]).toEqual([...(await real())]);
    await foldTally(database.sql);
    expect([...(await exact())]).toEqual([...(await real())]);
    expect(await foldTally(database.sql)).toBe(0);
    expect(await checkTally(database.sql)).toBe(0);
  });

  it('puts itself right', async () => {
    await database.owner`delete from inbox_tally where id = (select min(id) from inbox_tally)`;
    expect(await checkTally(database.sql)).toBe(1);
    expect([...(await exact())]).toEqual([...(await real())]);
  });
});

describe('the timeline', () => {
  it('says old and new values of state, date, body and desk, whatever verb changed them', async () => {
    const me = await person('午', HANDLER);
    const d = await fileAndSit(database);
    await assign(me.ctx, { cases: [d.number], to: 'me' });
    await accept(me.ctx, d.number, { version: await d.version() });
    const { events } = await readCase(me.ctx, d.number);
    await transfer(me.ctx, d.number, {
      version: await d.version(),
      toBodyId: TEST_BODIES.cityCommerce.id,
      text: '属商务部门职责。',
    });
    const after = await readCase(me.ctx, d.number);
    const changes = (kind: string) => after.events.find((event) => event.kind === kind)?.changes;
    expect(changes('filed')).toEqual([]);
    expect(changes('assigned')).toEqual([{ what: 'assignee', from: null, to: '午' }]);
    const due = (await d.row()).due_on;
    expect(changes('accepted')).toEqual([
      { what: 'state', from: 'filed', to: 'accepted' },
      { what: 'due', from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), to: due },
    ]);
    expect(changes('transferred')).toEqual([
      { what: 'handler', from: TEST_BODIES.cityDevelopmentReform.name, to: TEST_BODIES.cityCommerce.name },
      { what: 'assignee', from: '午', to: null },
    ]);
    expect(events).toHaveLength(3);
  });
});
