import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../../api/adapters/ports.ts';
import type { Actor } from '../../../api/domain/official.ts';
import { answerAppraisal, openLink } from '../../../api/services/appraisals/answer.ts';
import {
  addPanel,
  clearPanel,
  createAppraisal,
  openAppraisal,
  publishAppraisal,
  readAppraisal,
} from '../../../api/services/appraisals/manage.ts';
import { listPublicAppraisals, publicAppraisal } from '../../../api/services/appraisals/public.ts';
import { runAppraisals, sendAppraisalMail } from '../../../api/services/appraisals/run.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
let body: string;
const author: Actor = { kind: 'official', id: 'author', name: '拟定人', grants: [] };
const second: Actor = { kind: 'official', id: 'second', name: '审批人', grants: [] };
const mails: Mail[] = [];
const mailer = {
  send: async (mail: Mail) => {
    mails.push(mail);
  },
};

beforeAll(async () => {
  db = await testDatabase();
  const [found] = await db.sql<
    { id: string }[]
  >`select id from body where division = '9901' and role = 'development_reform'`;
  body = found?.id ?? '';
  author.grants = [{ role: 'publisher', bodyId: body }];
  second.grants = [{ role: 'approver', bodyId: body }];
});
afterAll(() => db.end());

const form = (changes: Record<string, unknown> = {}) => ({
  bodyId: body,
  division: '9901',
  title: '2026年度代表评议',
  closesOn: '2099-12-31',
  questions: '承诺兑现得怎么样？\n账款支付及时吗？\n# 最希望改进什么？',
  ...changes,
});
const people = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => `代表${i + from}，daibiao${i + from}@example.org，deputy`).join('\n');
const version = async (id: string) => (await readAppraisal(db.ctx(author), id)).version;
const links = () =>
  db.owner<{ id: string; reminder: boolean }[]>`
    select payload ->> 'panelistId' as id, (payload ->> 'reminder')::boolean as reminder from outbox where task = 'appraisal.mail' order by id`;
const tokenOf = (mail: Mail | undefined) => /\/appraise\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? '';

/** An appraisal that is open, with its links mailed. */
async function opened(n: number): Promise<{ id: string; tokens: string[] }> {
  const { id } = await createAppraisal(db.ctx(author), form());
  await addPanel(db.ctx(author), id, { version: await version(id), panel: people(n) });
  await db.owner`delete from outbox where task = 'appraisal.mail'`;
  await openAppraisal(db.ctx(author), id, { version: await version(id) });
  mails.length = 0;
  for (const link of await links())
    expect(await sendAppraisalMail(db.deps, mailer as never, { panelistId: link.id, reminder: false })).toBe('sent');
  return { id, tokens: mails.map(tokenOf) };
}

describe('the panel', () => {
  it('is sealed, asked once each, read by nobody, and too small below ten', async () => {
    const { id } = await createAppraisal(db.ctx(author), form());
    const add = async (panel: string) => addPanel(db.ctx(author), id, { version: await version(id), panel });
    expect(await add(people(9))).toEqual({ added: 9 });
    expect(await add(people(2, 7))).toEqual({ added: 0 });
    await expect(add('没有邮箱的人')).rejects.toMatchObject({ fields: [{ code: 'panel_line' }] });
    await expect(openAppraisal(db.ctx(author), id, { version: await version(id) })).rejects.toMatchObject({
      fields: [{ path: 'panel', code: 'panel_small' }],
    });
    const stored = JSON.stringify(await db.owner`select * from appraisal_panelist where appraisal_id = ${id}`);
    expect(stored).not.toContain('daibiao1');
    expect(JSON.stringify(await readAppraisal(db.ctx(author), id))).not.toContain('代表1');
    const keys = async () => Number((await db.owner`select count(*)::int as n from disclosure_key`)[0]?.n);
    const before = await keys();
    await clearPanel(db.ctx(author), id, { version: await version(id) });
    expect(await keys()).toBe(before - 9);
  });

  it('is of officials of the body that holds it alone', async () => {
    const { id } = await createAppraisal(db.ctx(author), form());
    const [other] = await db.sql<{ id: string }[]>`
      select id from body where division = '9901' and role = 'commerce' and kind = 'department'`;
    const stranger: Actor = { ...author, id: 'x', grants: [{ role: 'publisher', bodyId: other?.id ?? '' }] };
    await expect(readAppraisal(db.ctx(stranger), id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(createAppraisal(db.ctx(stranger), form())).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(createAppraisal(db.ctx(author), form({ division: '32' }))).rejects.toMatchObject({
      fields: [{ path: 'division' }],
    });
    await expect(createAppraisal(db.ctx(), form())).rejects.toMatchObject({ code: 'auth.required' });
  });
});

describe('a link', () => {
  it('opens the questionnaire, takes one answer, and then is gone, also where two send at once', async () => {
    const { id, tokens } = await opened(10);
    const [token = '', other = ''] = tokens;
    expect(new Set(tokens).size).toBe(10);
    expect(await openLink(db.ctx(), token)).toMatchObject({
      place: '样例市',
      questions: [{ id: 'q1' }, { id: 'q2' }, { id: 'q3' }],
    });
    await expect(answerAppraisal(db.ctx(), token, { q1: '5' })).rejects.toMatchObject({ fields: [{ path: 'q2' }] });
    await expect(answerAppraisal(db.ctx(), token, { q1: '6', q2: 'none' })).rejects.toMatchObject({
      fields: [{ path: 'q1' }],
    });
    const both = await Promise.allSettled(
      [1, 2].map(() => answerAppraisal(db.ctx(), token, { q1: '5', q2: 'none', q3: '公开更多' })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(openLink(db.ctx(), token)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(openLink(db.ctx(), `${other.slice(0, -1)}A`.replace(other, ''))).rejects.toMatchObject({
      code: 'resource.not_found',
    });
    const [count] = await db.owner`select count(*)::int as n from appraisal_answer where appraisal_id = ${id}`;
    expect(count?.n).toBe(1);
    // The database knows the hash alone.
    const hashes = JSON.stringify(await db.owner`select encode(token_hash, 'hex') as hash from appraisal_link`);
    expect(hashes).not.toContain(Buffer.from(token.slice(1), 'base64url').toString('hex'));
  });

  it('is mailed once, reminded of once near the end, and not where it was answered', async () => {
    const { id, tokens } = await opened(10);
    await answerAppraisal(db.ctx(), tokens[0] ?? '', { q1: '4', q2: '4' });
    const [first] = await links();
    expect(await sendAppraisalMail(db.deps, mailer as never, { panelistId: first?.id ?? '', reminder: false })).toBe(
      'not needed',
    );
    await db.owner`delete from outbox where task = 'appraisal.mail'`;
    await db.owner`update appraisal_link set sent_on = sent_on - 10 where appraisal_id = ${id}`;
    await db.owner`update appraisal set closes_on = (now() at time zone 'Asia/Shanghai')::date + 2 where id = ${id}`;
    await runAppraisals(db.deps);
    const asked = await links();
    expect(asked).toHaveLength(9);
    expect(asked.every((link) => link.reminder)).toBe(true);
    mails.length = 0;
    for (const { id: panelistId } of asked)
      await sendAppraisalMail(db.deps, mailer as never, { panelistId, reminder: true });
    expect(mails).toHaveLength(9);
    expect(tokens).toContain(tokenOf(mails[0]));
    await db.owner`delete from outbox where task = 'appraisal.mail'`;
    await runAppraisals(db.deps);
    expect(await links()).toHaveLength(0);
  });
});

describe('what was answered', () => {
  const close = async (id: string) => {
    await db.owner`update appraisal set closes_on = (now() at time zone 'Asia/Shanghai')::date - 1 where id = ${id}`;
    await runAppraisals(db.deps);
  };

  it('is counted when it closes, published by a second person, and the names go', async () => {
    const { id, tokens } = await opened(12);
    for (const [i, token] of tokens.slice(0, 11).entries())
      await answerAppraisal(db.ctx(), token, {
        q1: String(1 + (i % 5)),
        q2: i === 0 ? 'none' : '5',
        q3: i === 3 ? '改进三' : '',
      });
    await close(id);
    await expect(openLink(db.ctx(), tokens[11] ?? '')).rejects.toMatchObject({ code: 'resource.not_found' });
    await runAppraisals(db.deps);
    const view = await readAppraisal(db.ctx(second), id);
    expect(view).toMatchObject({ state: 'closed', asked: 12, words: ['最希望改进什么？\n改进三'] });
    // Five levels by eleven: 1 three times, the others twice.
    expect(view.results?.questions?.[0]).toMatchObject({ counts: [2, 2, 2, 2, 3], answered: 11, mean: 2.82 });
    expect(view.results?.questions?.[1]).toMatchObject({
      counts: [10, 0, 0, 0, 0],
      answered: 10,
      satisfied: { part: 10, total: 10 },
    });
    await expect(publicAppraisal(db.ctx(), id)).rejects.toMatchObject({ code: 'resource.not_found' });
    await expect(publishAppraisal(db.ctx(author), id, { version: view.version })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await publishAppraisal(db.ctx(second), id, { version: view.version });
    expect(await publicAppraisal(db.ctx(), id)).toMatchObject({
      response: { part: 11, total: 12 },
      results: [{ id: 'q1' }, { id: 'q2' }],
    });
    expect((await listPublicAppraisals(db.ctx(), '99')).map((one) => one.id)).toContain(id);
    expect(JSON.stringify(await publicAppraisal(db.ctx(), id))).not.toContain('改进三');
    const [panel] = await db.owner`select count(*)::int as n from appraisal_panelist where appraisal_id = ${id}`;
    expect(panel?.n).toBe(0);
  });

  it('cannot be led back to a link: no column names one, and after the end no transaction joins them', async () => {
    const { id, tokens } = await opened(10);
    for (const token of tokens) await answerAppraisal(db.ctx(), token, { q1: '3', q2: '3' });
    const joined = async () =>
      (
        await db.owner`
          select 1 from appraisal_answer a join appraisal_link l on l.xmin = a.xmin
          where a.appraisal_id = ${id} and l.appraisal_id = ${id} group by a.id having count(*) = 1`
      ).length;
    expect(await joined()).toBe(10);
    await close(id);
    expect(await joined()).toBe(0);
    const columns = await db.owner<{ name: string }[]>`
      select column_name as name from information_schema.columns where table_name = 'appraisal_answer' order by 1`;
    expect(columns.map((column) => column.name)).toEqual([
      'appraisal_id',
      'id',
      'levels',
      'questions_version',
      'sealed_words',
    ]);
    const events = await db.owner`select kind from event where payload like ${`%appraisal/${id}%`} order by seq`;
    expect(events.map((event) => event.kind)).not.toContain('answered');
  });

  it('is not told where fewer than ten answered: only how many did', async () => {
    const { id, tokens } = await opened(10);
    for (const token of tokens.slice(0, 9))
      await answerAppraisal(db.ctx(), token, { q1: '1', q2: '1', q3: '独特的话' });
    await close(id);
    const view = await readAppraisal(db.ctx(second), id);
    expect(view).toMatchObject({ results: { answers: 9, questions: null }, words: [] });
    await publishAppraisal(db.ctx(second), id, { version: view.version });
    expect(await publicAppraisal(db.ctx(), id)).toMatchObject({ response: { part: 9, total: 10 }, results: null });
  });
});
