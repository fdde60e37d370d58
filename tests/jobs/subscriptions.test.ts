import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Jobs } from '../../api/jobs.ts';
import { confirm, leave, openSubscription } from '../../api/services/subscriptions/answer.ts';
import { planDigests } from '../../api/services/subscriptions/send.ts';
import { subscribe } from '../../api/services/subscriptions/subscribe.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { allDelivered, startDelivery } from '../support/delivery.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { type MailServer, mailServer } from '../support/mail-server.ts';
import { end } from '../support/open-data.ts';

const ADDRESS = 'Li.Hua@example.org';
let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
let mails: MailServer;
let jobs: Jobs | undefined;
beforeEach(async () => {
  db = await testDatabase({ publicUrl: 'https://portal.example' });
  await ensureMatters(db);
  people = await publishers(db);
  mails = await mailServer();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await mails.stop();
  await db.end();
});

const start = async (smtpUrl = mails.url) => {
  jobs = await startDelivery(db, { smtpUrl });
};
const read = async (i: number) => PostalMime.parse(mails.mails[i]?.source ?? '');
const token = (text: string | undefined): string =>
  /\/subscribe\/(?:confirm|leave)\/([0-9a-f]{32})/.exec(text ?? '')?.[1] ?? '';
/** Published long enough ago for a digest to tell of it. */
async function published(changes: Record<string, unknown> = {}): Promise<string> {
  const id = await publish(db, people, changes);
  await db.owner`update disclosure set published_at = now() - interval '10 minutes' where id = ${id}`;
  return id;
}
/** A confirmed subscription. @returns the token of its links */
async function follow(filters: Record<string, string> = {}, email = ADDRESS): Promise<string> {
  const before = mails.mails.length;
  await subscribe(db.ctx(), { ...filters, email });
  await allDelivered(db);
  const found = token((await read(before)).text);
  await confirm(db.ctx(), found);
  await db.owner`update subscription set told_until = now() - interval '1 hour'`;
  return found;
}
const digests = async () => {
  const asked = await planDigests(db.deps);
  await allDelivered(db);
  return asked;
};

describe('following records by mail', () => {
  test('asks first, and sends nothing until the question was answered from the mailbox', async () => {
    await start();
    await subscribe(db.ctx(), { kind: 'lost_judgment', email: ADDRESS });
    await allDelivered(db);
    expect(mails.mails.map((mail) => mail.to)).toEqual([[ADDRESS]]);
    const question = await read(0);
    expect(question.subject).toContain('请确认');
    expect(question.text).toContain('https://portal.example/disclosures?kind=lost_judgment');
    expect(question.headers.some((header) => header.key === 'list-unsubscribe')).toBe(false);
    await published();
    expect(await digests()).toBe(0);
    const found = token(question.text);
    expect(await openSubscription(db.ctx(), found)).toEqual({ filters: { kind: 'lost_judgment' }, confirmed: false });
    await confirm(db.ctx(), found);
    await confirm(db.ctx(), found);
    expect(await openSubscription(db.ctx(), found)).toMatchObject({ confirmed: true });
    // What was published before the answer is not told of.
    expect(await digests()).toBe(1);
    expect(mails.mails).toHaveLength(1);
  });

  test('tells once a day of what is new in the selection, with one click to end it', async () => {
    await start();
    const found = await follow({ kind: 'lost_judgment' });
    const shown = await published({ summary: '新的一件' });
    const objected = await published();
    await db.sql`update disclosure set objection_flag = 'under_objection' where id = ${objected}`;
    const other = await published({
      kind: 'unperformed_judgment',
      conduct: '拒不履行',
      outcome: null,
      publicationClass: 'ordinary',
      decidedOn: '2026-10-01',
    });
    const gone = await published();
    await end(db, people, gone, 'withdrawn');
    expect(await digests()).toBe(1);
    expect(await digests()).toBe(0);
    expect(mails.mails).toHaveLength(2);
    const digest = await read(1);
    expect(digest.subject).toContain('2 条');
    expect(digest.text).toContain(`https://portal.example/disclosures/${shown}`);
    expect(digest.text).toContain('［异议处理中］');
    for (const id of [other, gone]) expect(digest.text).not.toContain(id);
    const header = (name: string) => digest.headers.find((one) => one.key === name)?.value;
    expect(header('list-unsubscribe')).toBe(`<https://portal.example/subscribe/leave/${found}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    // The day after: what was told of is not told of again.
    await db.owner`update subscription_mail set day = day - 1`;
    expect(await digests()).toBe(1);
    expect(mails.mails).toHaveLength(2);
  });

  test('ends by its link, at once and whole; a second click is no fault', async () => {
    await start();
    const found = await follow();
    await published();
    await leave(db.ctx(), found);
    await leave(db.ctx(), found);
    expect(await digests()).toBe(0);
    expect(mails.mails).toHaveLength(1);
    expect(await db.sql`select 1 from subscription`).toHaveLength(0);
    expect(await db.sql`select 1 from disclosure_key`).toHaveLength(0);
    await expect(openSubscription(db.ctx(), found)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  test('keeps no address that can be read, and no token', async () => {
    await start();
    const found = await follow({ q: '承诺' });
    await published();
    await digests();
    expect(mails.mails).toHaveLength(2);
    const tables = await db.owner<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
    for (const { name } of tables) {
      const [row] = await db.owner<{ found: boolean }[]>`
        select exists (select from ${db.owner(name)} t where t::text ilike ${'%li.hua%'} or t::text like ${`%${found}%`}) as found`;
      expect([name, row?.found]).toEqual([name, false]);
    }
    expect(JSON.stringify(await db.sql`select payload from graphile_worker._private_jobs`)).not.toContain('hua');
  });

  test('asks an address three times a day at most, tells nobody whether it is known, and refuses floods from one source', async () => {
    await start();
    for (let i = 0; i < 6; i += 1) await subscribe(db.ctx(), { year: String(2010 + i), email: ADDRESS });
    await allDelivered(db);
    expect(mails.mails).toHaveLength(3);
    await subscribe(db.ctx(), { email: 'another@example.org' });
    await allDelivered(db);
    expect(mails.mails).toHaveLength(4);
    const tight = { limits: { ...db.deps.limits, filings: 1 }, source: 'flood' };
    await subscribe(db.ctx(undefined, tight), { email: 'a@example.org' });
    await expect(subscribe(db.ctx(undefined, tight), { email: 'b@example.org' })).rejects.toMatchObject({
      code: 'request.rate_limited',
    });
  });

  test.each(['', 'x', 'a@b', 'a@b.org\r\nBcc: c@d.org', 'a@b.org,c@d.org'])(
    'refuses what is no address: %j',
    async (email) => {
      await expect(subscribe(db.ctx(), { email })).rejects.toMatchObject({ fields: [{ path: 'email' }] });
      expect(await db.sql`select 1 from subscription`).toHaveLength(0);
    },
  );

  test('is asked again where the question was lost, and not where it was answered', async () => {
    await start();
    await subscribe(db.ctx(), { email: ADDRESS });
    await allDelivered(db);
    await db.owner`update subscription_mail set day = day - 1`;
    await subscribe(db.ctx(), { email: ADDRESS.toUpperCase() });
    await allDelivered(db);
    expect(mails.mails).toHaveLength(2);
    expect(token((await read(1)).text)).toBe(token((await read(0)).text));
    await confirm(db.ctx(), token((await read(0)).text));
    await db.owner`update subscription_mail set day = day - 7 where day = (select max(day) from subscription_mail)`;
    await db.owner`delete from rate_limit`;
    await subscribe(db.ctx(), { email: ADDRESS });
    await allDelivered(db);
    expect(mails.mails).toHaveLength(2);
  });

  test('is forgotten after two days without an answer', async () => {
    await start();
    await subscribe(db.ctx(), { email: ADDRESS });
    await allDelivered(db);
    await db.owner`update subscription set asked_at = now() - interval '47 hours'`;
    await digests();
    expect(await db.sql`select 1 from subscription`).toHaveLength(1);
    await db.owner`update subscription set asked_at = now() - interval '49 hours'`;
    await digests();
    expect(await db.sql`select 1 from subscription`).toHaveLength(0);
    expect(await db.sql`select 1 from disclosure_key`).toHaveLength(0);
  });

  test('ends where the mailbox does not exist, and waits where the server is busy', async () => {
    let status: number | null = 451;
    const busy = await mailServer({ refuse: () => status });
    await start(busy.url);
    await subscribe(db.ctx(), { email: ADDRESS });
    await expect
      .poll(
        async () =>
          (await db.sql<{ error: string | null }[]>`select last_error as error from outbox where done_at is null`)[0]
            ?.error ?? '',
      )
      .toContain('451');
    expect(await db.sql`select 1 from subscription`).toHaveLength(1);
    status = 550;
    await db.sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at := now()) from graphile_worker.jobs`;
    await allDelivered(db);
    expect(await db.sql`select 1 from subscription`).toHaveLength(0);
    expect(busy.mails).toHaveLength(0);
    await jobs?.stop();
    jobs = undefined;
    await busy.stop();
  });
});
