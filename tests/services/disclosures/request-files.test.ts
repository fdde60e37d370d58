import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScanner } from '../../../api/adapters/scanner.ts';
import type { OfficialRole } from '../../../api/domain/official.ts';
import { sweepFilings } from '../../../api/services/complaints/sweep.ts';
import { actOnDisclosure } from '../../../api/services/disclosures/by-form.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import {
  addRequestFile,
  findRequestFile,
  openOwnRequestFile,
  openRequestFile,
} from '../../../api/services/disclosures/rights/files.ts';
import { trackRequest } from '../../../api/services/disclosures/rights/track.ts';
import { scanPending } from '../../../api/services/evidence/scan-pending.ts';
import { EICAR, type ReferenceClamd, referenceClamd } from '../../support/clamd.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publish, publishers, request, versionOf } from '../../support/disclosures.ts';
import { photograph } from '../../support/picture.ts';
import { codeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let clamd: ReferenceClamd;
let people: { author: Official; second: Official; third: Official; stranger: Official };
beforeAll(async () => {
  [db, clamd] = await Promise.all([testDatabase(), referenceClamd()]);
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(async () => {
  await clamd?.stop();
  await db?.end();
});

const scan = () => scanPending({ ...db.deps, scanner: createScanner({ host: '127.0.0.1', port: clamd.port }) });
const file = (name: string, content: Buffer | string) => ({ name, source: Readable.from([Buffer.from(content)]) });
/** Of the publisher's body, in another role. */
const colleague = (role: OfficialRole): Official => ({
  kind: 'official',
  id: role,
  name: role,
  grants: [{ role, bodyId: people.author.grants[0]!.bodyId }],
});
async function filed(): Promise<{ record: string; queryCode: string; id: string }> {
  const record = await publish(db, people);
  const { queryCode } = await fileRequest(db.ctx(), record, 'objection', request());
  const [row] = await db.sql<{ id: string }[]>`select id from disclosure_request where disclosure_id = ${record}`;
  return { record, queryCode, id: row!.id };
}
/** Where the storage keeps a file. */
async function pathOf(name: string): Promise<string> {
  const entries = await readdir(db.config.evidenceDir, { recursive: true, withFileTypes: true });
  const found = entries.find((entry) => entry.isFile() && entry.name === path.basename(name));
  return path.join(found!.parentPath, found!.name);
}
const decide = async (record: string, action: string, input: Record<string, unknown>) =>
  actOnDisclosure(db.ctx(people.third), record, action, { version: await versionOf(db, record), ...input });

test('a file is sealed, shown to its filer, and opened by those who decide, each time with a line in the log', async () => {
  const { record, queryCode, id } = await filed();
  const words = '付款凭证：二〇二六年一月五日付清。';
  const stored = await addRequestFile(db.ctx(), queryCode, file('付款凭证.txt', words));
  const [row] = await db.sql<Record<string, unknown>[]>`select * from disclosure_request_file where id = ${stored.id}`;
  expect(row).toMatchObject({ position: 1, scan: 'unscanned', media_type: 'text/plain; charset=utf-8' });
  expect(Buffer.from(row!.sealed_name as Buffer).includes('凭证')).toBe(false);
  const disk = await readFile(await pathOf(String(row!.storage_name)));
  expect([disk.subarray(0, 4).toString(), disk.includes('付清')]).toEqual(['JNE1', false]);

  const tracked = await trackRequest(db.ctx(), { queryCode });
  expect(tracked.files).toEqual([{ ...stored, scan: 'unscanned' }]);
  const own = await openOwnRequestFile(db.ctx(), queryCode, stored.id);
  expect((await buffer(own.stream)).toString()).toBe(words);

  // Held until somebody has looked for viruses: before that it needs a word.
  const open = (who: Official, more = {}) => openRequestFile(db.ctx(who), record, id, stored.id, more);
  expect(await code(open(people.third))).toBe('evidence.unscanned');
  expect((await buffer((await open(people.third, { confirmed: true })).stream)).toString()).toBe(words);
  expect(await scan()).toEqual({ clean: 1, infected: 0 });
  await open(people.third);
  const log = await db.owner`
    select user_id, field, category, body_id from access_log where subject_kind = 'disclosure_request' and subject_id = ${id}`;
  expect(log).toEqual(
    Array.from({ length: 2 }, () => ({
      user_id: 'third',
      field: 'evidence',
      category: 'handle',
      body_id: people.third.grants[0]!.bodyId,
    })),
  );
  const events = await db.owner<{ kind: string; payload: string }[]>`
    select kind, payload from event where subject_id = ${record} order by seq desc limit 1`;
  expect(events[0]?.kind).toBe('request_file_added');
  expect(events[0]?.payload).not.toContain('凭证');
  // The sweep of orphans leaves it alone.
  await sweepFilings(db.deps, Date.now() + 3 * 86_400_000);
  await buffer((await openOwnRequestFile(db.ctx(), queryCode, stored.id)).stream);
});

test('other officials learn how many files there are, or nothing', async () => {
  const { record, queryCode, id } = await filed();
  const stored = await addRequestFile(db.ctx(), queryCode, file('示例人的病历.txt', '材料'));
  await scan();
  const seen = async (who: Official) => (await getForOfficial(db.ctx(who), record)).requests[0]?.files;
  expect(await seen(people.second)).toMatchObject([{ id: stored.id, name: '示例人的病历.txt', scan: 'clean' }]);
  for (const role of ['supervisor', 'auditor', 'administrator'] as const) {
    expect(await seen(colleague(role))).toMatchObject([{ id: stored.id, name: null, bytes: stored.bytes }]);
    expect(await code(openRequestFile(db.ctx(colleague(role)), record, id, stored.id))).toBe('auth.forbidden');
    expect(await code(findRequestFile(db.ctx(colleague(role)), record, id, stored.id))).toBe('auth.forbidden');
  }
  for (const who of [people.stranger, colleague('handler'), colleague('intake')])
    expect(await code(openRequestFile(db.ctx(who), record, id, stored.id))).toBe('resource.not_found');
  expect(await code(openRequestFile(db.ctx(), record, id, stored.id))).toBe('auth.required');
  // The file of one request does not open under another record.
  const other = await filed();
  expect(await code(openRequestFile(db.ctx(people.third), other.record, id, stored.id))).toBe('resource.not_found');
  expect(await code(openRequestFile(db.ctx(people.third), record, other.id, stored.id))).toBe('resource.not_found');
  expect(await code(openOwnRequestFile(db.ctx(), other.queryCode, stored.id))).toBe('resource.not_found');
});

test('a picture comes without place and camera; its original needs a reason', async () => {
  const { record, queryCode, id } = await filed();
  const original = await photograph();
  const { id: picture } = await addRequestFile(db.ctx(), queryCode, file('现场.jpeg', original));
  await scan();
  const copy = await openRequestFile(db.ctx(people.third), record, id, picture);
  const bytes = await buffer(copy.stream);
  expect(copy).toMatchObject({ name: '现场.jpg', mediaType: 'image/jpeg' });
  expect([(await sharp(bytes).metadata()).exif, bytes.includes('Kamera')]).toEqual([undefined, false]);
  const asked = (reason: object) => openRequestFile(db.ctx(people.third), record, id, picture, { original: reason });
  expect(await code(asked({ reason: '' }))).toBe('request.invalid');
  expect(await buffer((await asked({ reason: '核对拍摄时间', category: 'verify' })).stream)).toEqual(original);
  const [last] = await db.owner`select reason from access_log where subject_id = ${id} order by id desc limit 1`;
  expect(last?.reason).toBe('核对拍摄时间');
});

test('what is dangerous, too much or too late is refused and leaves nothing', async () => {
  const { record, queryCode, id } = await filed();
  const add = (name: string, content: string) => addRequestFile(db.ctx(), queryCode, file(name, content));
  expect(await code(add('说明.html', '<p>说明</p>'))).toBe('upload.type_refused');
  expect(await code(add('说明.txt', '<script>alert(1)</script>'))).toBe('upload.type_refused');
  expect(await code(addRequestFile(db.ctx(), 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF', file('a.txt', 'a')))).toBe(
    'case.code_refused',
  );
  const virus = await add('压缩.txt', `说明 ${EICAR}`);
  expect(await scan()).toEqual({ clean: 0, infected: 1 });
  expect(await code(openRequestFile(db.ctx(people.third), record, id, virus.id, { confirmed: true }))).toBe(
    'evidence.infected',
  );
  expect(await code(openOwnRequestFile(db.ctx(), queryCode, virus.id))).toBe('evidence.infected');
  const names = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => add(`第${n}份.txt`, `第${n}份`)));
  expect(names.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
  expect(await code(add('多.txt', '多'))).toBe('upload.too_many');
  await decide(record, 'dismiss_request', { request: id, publicWords: '没有写明理由。' });
  expect(await code(add('迟.txt', '迟'))).toBe('case.transition_refused');
  const [kept] = await db.sql<{ n: number }[]>`
    select count(*)::int as n from disclosure_request_file where request_id = ${id}`;
  expect(kept?.n).toBe(10);
  // Every refused file is gone from the storage too.
  const known = new Set(
    (await db.sql<{ name: string }[]>`select storage_name as name from disclosure_request_file`).map((r) => r.name),
  );
  const orphans: string[] = [];
  for await (const name of db.deps.evidence.list(new Date(Date.now() + 3 * 86_400_000)))
    if (!known.has(name)) orphans.push(name);
  expect(orphans).toEqual([]);
});
