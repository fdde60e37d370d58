import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addToErasureList, readErasureList } from '../../api/adapters/erasure-list.ts';
import type { ErasureEntry } from '../../api/adapters/ports.ts';
import { createKeyring } from '../../api/adapters/vault.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const keys = createKeyring(new Map([[1, OLD]]));
const both = createKeyring(
  new Map([
    [1, OLD],
    [2, NEW],
  ]),
);
let folder: string;
let file: string;
/** Cases, and what is none: an objection with its key, a credit check without one. */
const KINDS: Pick<ErasureEntry, 'subject' | 'id' | 'keyId'>[] = [
  { subject: 'case', id: randomUUID(), keyId: randomUUID() },
  { subject: 'disclosure_request', id: randomUUID(), keyId: randomUUID() },
  { subject: 'case', id: randomUUID(), keyId: randomUUID() },
  { subject: 'credit_check', id: randomUUID(), keyId: null },
  { subject: 'case', id: randomUUID(), keyId: randomUUID() },
];
const entries: ErasureEntry[] = Array.from({ length: 5 }, (_, i) => ({
  seq: i + 1,
  ...KINDS[i]!,

  reason: 'retention',
  code: 'case-promise',
  at: '2026-11-21T08:00:00.000Z',
}));
const upTo = (last: number) => async (after: number) => entries.filter((e) => e.seq > after && e.seq <= last);

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-erasures-'));
  file = path.join(folder, 'kept', 'erasures.jsonl');
});
afterAll(() => fs.rm(folder, { recursive: true }));

it('exists from the first call on, and is only ever added to', async () => {
  expect(await readErasureList(file, keys)).toBeNull();
  expect(await addToErasureList(file, keys, upTo(0))).toEqual({ added: 0, last: 0 });
  expect((await readErasureList(file, keys))?.entries).toEqual([]);
  expect(await addToErasureList(file, keys, upTo(3))).toEqual({ added: 3, last: 3 });
  const before = await fs.readFile(file, 'utf8');
  expect(await addToErasureList(file, keys, upTo(5))).toEqual({ added: 2, last: 5 });
  expect((await fs.readFile(file, 'utf8')).startsWith(before)).toBe(true);
  expect((await readErasureList(file, keys))?.entries).toEqual(entries);
  expect((await fs.stat(file)).mode & 0o077).toBe(0);
});

it('shows a line that was changed, invented, or taken out of the middle', async () => {
  const lines = (await fs.readFile(file, 'utf8')).trimEnd().split('\n');
  const bad = path.join(folder, 'bad.jsonl');
  for (const changed of [
    lines.with(1, lines[1]!.replace('case-promise', 'case-arrears')),
    lines.toSpliced(2, 1),
    [...lines, JSON.stringify({ ...entries[0], seq: 6, v: 1, mac: 'x'.repeat(43) })],
    lines.with(4, lines[4]!.slice(0, -9)),
  ]) {
    await fs.writeFile(bad, changed.join('\n'));
    await expect(readErasureList(bad, keys)).rejects.toThrow(/line \d/);
  }
  await expect(readErasureList(file, createKeyring(new Map([[1, NEW]])))).rejects.toThrow(/line 1/);
});

it('is bound anew after a change of the master key, and keeps what only it knows', async () => {
  expect((await readErasureList(file, both))?.current).toBe(false);
  await addToErasureList(file, both, async () => []);
  const after = await readErasureList(file, createKeyring(new Map([[2, NEW]])));
  expect(after).toMatchObject({ entries, last: 5, current: true });
});

it('reads the lines of before, which named cases only, and binds them as they were', async () => {
  const old = path.join(folder, 'before.jsonl');
  const plain = { seq: 1, caseId: randomUUID(), keyId: randomUUID(), reason: 'retention', code: 'case-promise' };
  const text = JSON.stringify({ ...plain, at: '2026-11-20T08:00:00.000Z', v: 1 });
  const mac = keys.mac('erasure-list', `jiannuo-erasures/1\n${text}`, 1).toString('base64url');
  await fs.writeFile(old, `${JSON.stringify({ ...JSON.parse(text), mac })}\n`);
  const { caseId: id, ...rest } = plain;
  const entry = { ...rest, subject: 'case', id, at: '2026-11-20T08:00:00.000Z' };
  expect((await readErasureList(old, keys))?.entries).toEqual([entry]);
  // A case cannot be passed off as something else.
  await fs.writeFile(old, `${JSON.stringify({ ...JSON.parse(text), subject: 'credit_check', mac })}\n`);
  await expect(readErasureList(old, keys)).rejects.toThrow(/line 1/);
});
