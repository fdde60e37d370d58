import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createOutwardPost } from '../../../api/adapters/outward-post.ts';
import { ShareMessage, SharePosted } from '../../../api/contracts/sharing.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import { withdrawDisclosure } from '../../../api/services/disclosures/withdraw.ts';
import { makeBatch } from '../../../api/services/sharing/batch.ts';
import { deliverSharing } from '../../../api/services/sharing/deliver.ts';
import { endpoints, hurryDelivery, setEndpoint } from '../../../api/services/sharing/endpoint.ts';
import { viewQueue } from '../../../api/services/sharing/queue.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, versionOf } from '../../support/disclosures.ts';
import { Destination, destination, leaders } from '../../support/sharing.ts';

/** A platform above: a real HTTP server that checks signatures by its own reading of RFC 9421 and keeps what it took. */
type Behaviour = 'accepts' | 'later' | 'refuses' | 'silent' | 'redirects' | 'babbles' | 'loses the answer';
let behaviour: Behaviour = 'accepts';
let refuses: (message: ShareMessage) => boolean = () => false;
let platform = new Destination();
let server: http.Server;
let port = 0;
const heard: { path: string; batch: number; key: string; acts: string[]; signed: boolean }[] = [];
let secret = '';

function isSigned(req: http.IncomingMessage, body: string): boolean {
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
  const params = String(req.headers['signature-input']).replace(/^jiannuo=/, '');
  const created = Number(/created=(\d+)/.exec(params)?.[1]);
  const base = `"@method": POST\n"@path": ${req.url}\n"content-digest": ${digest}\n"@signature-params": ${params}`;
  const expected = createHmac('sha256', secret).update(base).digest('base64');
  return (
    req.headers['content-digest'] === digest &&
    req.headers.signature === `jiannuo=:${expected}:` &&
    Math.abs(Date.now() / 1000 - created) < 300
  );
}

const answers: Record<Behaviour, (res: http.ServerResponse, receipts: string) => void> = {
  accepts: (res, receipts) => res.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(receipts),
  later: (res) => res.writeHead(202).end(),
  refuses: (res) =>
    res.writeHead(422, { 'content-type': 'application/problem+json' }).end('{"title":"维护中","detail":"今晚不收"}'),
  silent: () => {},
  redirects: (res) => res.writeHead(307, { location: `http://127.0.0.1:${port}/elsewhere` }).end(),
  babbles: (res) => res.writeHead(200).end('<html>ok</html>\n'),
  'loses the answer': (res) => res.destroy(),
};

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official };
let leading: { sender: Official; administrator: Official };
let code = '';
let n = 0;
beforeAll(async () => {
  server = http.createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    const [first = '', ...lines] = body.split('\n').filter(Boolean);
    const manifest = SharePosted.parse(JSON.parse(first));
    const file = body.slice(first.length + 1);
    if (createHash('sha256').update(file).digest('hex') !== manifest.sha256) throw new Error('the manifest is wrong');
    const messages = lines.map((line) => ShareMessage.parse(JSON.parse(line)));
    const key = String(req.headers['idempotency-key']);
    const acts = messages.map(({ act }) => act);
    heard.push({ path: req.url ?? '', batch: manifest.batch, key, acts, signed: isSigned(req, body) });
    const takes = ['accepts', 'loses the answer'].includes(behaviour);
    const receipts = takes ? messages.flatMap((one) => platform.apply(one, refuses(one)) ?? []) : [];
    answers[behaviour](res, receipts.map((receipt) => `${JSON.stringify(receipt)}\n`).join(''));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  leading = await leaders(db);
  await publish(db, people); // so that every destination has had a first batch
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await db?.end();
});

/** A destination with an address of its own; what other tests published is not told to it. */
beforeEach(async () => {
  await db.owner`delete from share_endpoint`;
  code = `posted-${++n}`;
  behaviour = 'accepts';
  refuses = () => false;
  platform = new Destination();
  await destination(db, leading.administrator, code);
  const made = await setEndpoint(db.ctx(leading.administrator), {
    action: 'address',
    code,
    url: 'https://platform.example/in',
  });
  secret = made.secret ?? '';
  // The contract takes https only; the server of this test speaks without.
  await db.owner`update share_endpoint set url = ${`http://127.0.0.1:${port}/in`}`;
  await deliver();
  heard.length = 0;
});

const post = createOutwardPost({ trusted: ['127.0.0.1'], patience: 400 });
const deliver = () => deliverSharing(db.deps, post);
/** As the minutes pass. */
const later = async () => {
  await db.owner`update share_endpoint set next_try_at = now()`;
  return deliver();
};
const standing = async () => [...(await endpoints(db.ctx(leading.sender))).values()][0];
const states = async (record: string) =>
  (
    await db.sql<{ said: string }[]>`
      select concat_ws(' ', m.act, m.state, m.refusal) as said from share_message m join share_destination d on d.id = m.destination_id
      where d.code = ${code} and m.disclosure_id = ${record} order by m.id`
  ).map(({ said }) => said);
const withdraw = async (id: string) =>
  withdrawDisclosure(db.ctx(people.second), id, {
    version: await versionOf(db, id),
    reasonClass: 'mistaken',
    reason: '录错了单位',
  });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? (error.fields[0]?.code ?? error.code) : String(error)),
  );

describe('a platform that accepts', () => {
  test('gets what is published, corrected and withdrawn, signed, and its receipts settle the queue at once', async () => {
    const id = await publish(db, people);
    expect(await later()).toBe(1);
    expect(heard).toEqual([{ path: '/in', batch: 2, key: `${code}-2`, acts: ['add'], signed: true }]);
    expect(platform.held.get(id)).toMatchObject({ kind: 'lost_judgment' });
    expect(await states(id)).toEqual(['add received']);
    await withdraw(id);
    expect(await later()).toBe(1);
    expect(heard.at(-1)).toMatchObject({ batch: 3, acts: ['remove'], signed: true });
    expect(platform.held.has(id)).toBe(false);
    expect(await states(id)).toEqual(['add received', 'remove received']);
    expect(await later()).toBe(0);
    expect(heard).toHaveLength(2);
    expect(await standing()).toMatchObject({ failures: 0, lastError: null });
    expect((await standing())?.lastOkAt).not.toBeNull();
  });

  test('but not a message: its reason stands at the record, and what left publication settles it', async () => {
    const id = await publish(db, people);
    refuses = (message) => message.record === id;
    await later();
    expect(await states(id)).toEqual(['add rejected field_invalid']);
    const queue = await viewQueue(db.ctx(leading.sender), { destination: code, state: 'rejected' });
    expect(queue.items).toMatchObject([{ record: id, refusal: 'field_invalid', refusalWords: '字段长度不符' }]);
    refuses = () => false;
    await withdraw(id); // nothing is held there: nothing is to be removed
    await later();
    expect(platform.held.has(id)).toBe(false);
    expect((await states(id)).at(-1)).not.toContain('remove');
  });
});

describe('a platform that does not take a batch', () => {
  test.each<[Behaviour, string]>([
    ['refuses', 'it answered 422: 维护中: 今晚不收'],
    ['redirects', 'it answered 307'],
    ['silent', 'no answer in time'],
  ])('%s: gets the same number again after a pause, and nothing follows before', async (how, words) => {
    behaviour = how;
    const id = await publish(db, people);
    expect(await later()).toBe(0);
    expect(await standing()).toMatchObject({ failures: 1, lastError: words });
    expect((await standing())?.nextTryAt.getTime()).toBeGreaterThan(Date.now() + 20_000);
    const other = await publish(db, people);
    expect(await deliver()).toBe(0); // its turn has not come
    expect(heard.map(({ path, batch }) => [path, batch])).toEqual([['/in', 2]]);
    await withdraw(id);
    behaviour = 'accepts';
    expect(await later()).toBe(2);
    // What left publication meanwhile is void in its batch; its removal follows, and is as good as received.
    expect(heard.slice(1).map(({ batch, acts }) => [batch, ...acts.sort()])).toEqual([
      [2, 'void'],
      [3, 'add', 'remove'],
    ]);
    expect([...platform.held.keys()]).toContain(other);
    expect(platform.held.has(id)).toBe(false);
    expect(await standing()).toMatchObject({ failures: 0, lastError: null });
  });

  test('whose answer was lost: hears it once more and holds it once', async () => {
    behaviour = 'loses the answer';
    const id = await publish(db, people);
    await later();
    expect((await standing())?.lastError).toMatch(/no connection/);
    expect(platform.held.has(id)).toBe(true);
    behaviour = 'accepts';
    await later();
    await later();
    expect((await states(id)).at(-1)).toMatch(/received/);
    expect(platform.held.size).toBeGreaterThan(0);
    const queue = await viewQueue(db.ctx(leading.sender), { destination: code, state: 'rejected' });
    expect(queue.items).toEqual([]);
  });

  test('answers 202: the batch is taken, its receipts are awaited; words that are no receipts are told', async () => {
    behaviour = 'later';
    const id = await publish(db, people);
    expect(await later()).toBe(1);
    expect(await states(id)).toEqual(['add sent']);
    behaviour = 'babbles';
    await withdraw(id);
    expect(await later()).toBe(1);
    expect((await standing())?.lastError).toBe('1 lines of its answer are no receipts: line 1 not_json');
  });
});

describe('an address', () => {
  test('that leads inside is never spoken to', async () => {
    await publish(db, people);
    await db.owner`update share_endpoint set url = 'https://10.1.2.3/in'`;
    expect(await later()).toBe(0);
    expect((await standing())?.lastError).toBe('the name does not lead to a public address');
    await db.owner`update share_endpoint set url = ${`http://localhost:${port}/in`}`;
    await later();
    expect((await standing())?.lastError).toBe('only https is spoken');
    expect(heard).toEqual([]);
  });

  test('is set by an administrator of the place, over https, and its secret is shown once', async () => {
    const set = (input: object, who: Official = leading.administrator) =>
      refused(setEndpoint(db.ctx(who), { code, ...input }));
    expect(await set({ action: 'address', url: 'http://platform.example/' })).toBe('invalid_format');
    expect(await set({ action: 'address', url: 'https://a:b@platform.example/' })).toBe('invalid_format');
    expect(await set({ action: 'address', url: 'https://platform.example/' }, leading.sender)).toBe('auth.forbidden');
    expect(await set({ action: 'secret', code: 'nowhere' })).toBe('resource.not_found');
    const moved = await setEndpoint(db.ctx(leading.administrator), {
      action: 'address',
      code,
      url: 'https://platform.example/new',
    });
    expect(moved.secret).toBeNull();
    const fresh = (await setEndpoint(db.ctx(leading.administrator), { action: 'secret', code })).secret;
    expect(fresh).toHaveLength(43);
    expect(fresh).not.toBe(secret);
    expect(JSON.stringify([...(await endpoints(db.ctx(leading.sender))).values()])).not.toContain(fresh!);
  });

  test('turns files off, and taken away turns them on again', async () => {
    await publish(db, people);
    expect(await refused(makeBatch(db.ctx(leading.sender), code))).toBe('goes_by_post');
    expect(await refused(hurryDelivery(db.ctx(leading.administrator), code))).toBe('auth.forbidden');
    await hurryDelivery(db.ctx(leading.sender), code);
    expect(await deliver()).toBe(1);
    await setEndpoint(db.ctx(leading.administrator), { action: 'address', code, url: '' });
    await publish(db, people);
    expect(await makeBatch(db.ctx(leading.sender), code)).toMatchObject({ number: 3, messages: 1 });
    expect(await refused(hurryDelivery(db.ctx(leading.sender), code))).toBe('resource.not_found');
  });

  test('is spoken to by one process at a time', async () => {
    await publish(db, people);
    await db.owner`update share_endpoint set next_try_at = now()`;
    expect((await Promise.all([deliver(), deliver()])).sort()).toEqual([0, 1]);
    expect(heard).toHaveLength(1);
  });
});
