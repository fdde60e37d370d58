import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring } from '../../../api/adapters/vault.ts';
import { runKeys } from '../../../api/cli/keys.ts';
import { checkKeys } from '../../../api/services/check-keys.ts';
import { file } from '../../../api/services/complaints/file.ts';
import { lookup } from '../../../api/services/complaints/lookup.ts';
import { message } from '../../../api/services/complaints/message.ts';
import { openCase } from '../../../api/services/complaints/open-case.ts';
import { openOwnEvidence } from '../../../api/services/complaints/own-evidence.ts';
import { upload } from '../../../api/services/complaints/upload.ts';
import { RotationRefused, rotateKeys } from '../../../api/services/keys/rotate.ts';
import { keyStatus } from '../../../api/services/keys/status.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { complaint, fileTestCase, filingCtx, type TestCase } from '../../support/filing.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const before = createKeyring(new Map([[1, OLD]]));
const both = createKeyring(
  new Map([
    [1, OLD],
    [2, NEW],
  ]),
);
const after = createKeyring(new Map([[2, NEW]]));

let database: TestDatabase;
const filed: TestCase[] = [];
const deps = (keys = both) => ({ ...database.deps, keys });
const versions = async () =>
  (
    await database.owner<{ version: number; n: number }[]>`
    select key_version as version, count(*)::int as n from case_key group by 1 order by 1`
  ).map((r) => [r.version, r.n]);

beforeAll(async () => {
  database = await testDatabase({ masterKeys: new Map([[1, OLD]]) });
  for (let i = 0; i < 30; i++)
    filed.push(
      await fileTestCase(
        database,
        {},
        i === 0 ? { files: [{ name: '合同.txt', content: Buffer.from('第七条') }] } : {},
      ),
    );
});
afterAll(() => database.end());

describe('a rotation of the master key', () => {
  it('refuses without the new key, with another key, and before a portal serves with the new one', async () => {
    await checkKeys(deps(before));
    expect(await rotateKeys(deps(before))).toEqual({ rotated: 0, left: 0 });
    await expect(rotateKeys(deps(after))).rejects.toThrow(/lacks version 1/);
    const stranger = createKeyring(
      new Map([
        [1, randomBytes(32)],
        [2, NEW],
      ]),
    );
    await expect(rotateKeys(deps(both))).rejects.toThrow(/No portal serves with version 2/);
    await checkKeys(deps(both), 'first'); // the doctor
    await expect(rotateKeys(deps(both))).rejects.toThrow(RotationRefused);
    await checkKeys(deps(both)); // a portal starts
    await expect(rotateKeys(deps(stranger))).rejects.toThrow(/is not the key/);
    await expect(rotateKeys(deps(before))).rejects.toThrow(/lacks version 2/);
    expect(await versions()).toEqual([[1, 30]]);
  });

  it('stops after any batch and goes on from there', async () => {
    const stop = new AbortController();
    const seen: number[] = [];
    const progress = (done: number) => {
      seen.push(done);
      if (seen.length === 2) stop.abort();
    };
    expect(await rotateKeys(deps(), { batch: 4, progress, signal: stop.signal })).toEqual({ rotated: 8, left: 22 });
    expect(seen).toEqual([4, 8]);
    expect(await versions()).toEqual([
      [1, 22],
      [2, 8],
    ]);
  });

  it('leaves readers and filers working at every moment', async () => {
    const old = await filingCtx(database, { keys: both }); // restarted with both keys
    let running = true;
    let reads = 0;
    const reader = async () => {
      for (let i = 0; running; i++) {
        const found = filed[i % filed.length]!;
        const own = await openCase(old, found.answer.number, found.answer.queryCode);
        expect((await lookup(old, own)).story).toContain('至今没有兑现');
        reads++;
      }
    };
    let filings = 0;
    const filer = async () => {
      const ctx = await filingCtx(database, { keys: both });
      while (running && filings < 200) {
        const input = complaint();
        await upload(ctx, input.submissionId, { name: 'a.txt', source: Readable.from([Buffer.from('材料')]) });
        const made = await file(ctx, input);
        const own = await openCase(old, made.answer.number, made.answer.queryCode);
        await message(old, own, { text: '补充一句话' });
        filings++;
      }
    };
    const traffic = Promise.all([reader(), reader(), filer(), filer()]);
    try {
      while (reads < 5 || filings < 4) await new Promise((resolve) => setImmediate(resolve));
      await rotateKeys(deps(), { batch: 3 });
      while (filings < 8) await new Promise((resolve) => setImmediate(resolve));
    } finally {
      running = false;
    }
    await traffic;
    expect(reads).toBeGreaterThan(5);
    await rotateKeys(deps());
    const now = await versions();
    expect(now).toHaveLength(1);
    expect(now[0]?.[0]).toBe(2);
  });

  it('leaves every case openable with the new key alone, and an erased key erased', async () => {
    const gone = filed[7]!;
    await database.owner`update case_key set key_version = 1, wrapped = null, erased_at = now() where case_id = ${gone.caseId}`;
    await rotateKeys(deps());
    const ctx = await filingCtx(database, { keys: after });
    for (const found of filed) {
      const opened = openCase(ctx, found.answer.number, found.answer.queryCode);
      if (found === gone) await expect(opened).rejects.toThrow('case.erased');
      else expect((await lookup(ctx, await opened)).story).toContain('至今没有兑现');
    }
    const own = await openCase(ctx, filed[0]!.answer.number, filed[0]!.answer.queryCode);
    const [kept] = (await lookup(ctx, own)).evidence;
    expect((await buffer((await openOwnEvidence(ctx, own, kept!.id)).stream)).toString()).toBe('第七条');
  });

  it('says what an old key is still needed for, and retires it when nothing is', async () => {
    const lines: string[] = [];
    const io = { print: (line: string) => lines.push(line), progress() {} };
    await expect(runKeys(['retire', '1'], deps(), io)).rejects.toThrow(/forms of the last week/);
    await expect(runKeys(['retire', '2'], deps(), io)).rejects.toThrow(/the one that seals/);
    const needed = (await keyStatus(deps())).versions[0];
    expect(needed).toMatchObject({ version: 1, caseKeys: 0, removable: false });
    expect(needed?.submissions).toBeGreaterThan(29);
    // A week later nobody retries those forms.
    await database.owner`update case_submission set created_at = created_at - interval '8 days'`;
    expect(await runKeys(['retire', '1'], deps(), io)).toBe(0);
    expect(await checkKeys(deps(after))).toEqual([]);
    expect(await runKeys(['status'], deps(after), io)).toBe(0);
    expect(lines.at(-1)).toMatch(/^2\t\d+\t0\t0\tseals$/);
  });

  it('answers a retry whose key is gone, and never with another code', async () => {
    const ctx = await filingCtx(database, { keys: both });
    const input = complaint();
    const { caseId } = await file(ctx, input);
    await database.owner`update case_submission set key_version = 1 where case_id = ${caseId}`;
    await expect(file(await filingCtx(database, { keys: after }), input)).rejects.toThrow('resource.gone');
  });
});
