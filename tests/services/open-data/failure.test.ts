import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDataShelf } from '../../../api/adapters/ports.ts';
import { compare, type Mark } from '../../../api/domain/open-data.ts';
import { buildRelease } from '../../../api/services/open-data/build.ts';
import { buildNightly } from '../../../api/services/open-data/refresh.ts';
import { CHECKOUT } from '../../support/cluster.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, publish, publishers } from '../../support/disclosures.ts';
import { allReleases, jsonRows, newest, textOf } from '../../support/open-data.ts';
import { until } from '../../support/until.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
  await publish(db, people);
  await buildNightly(db.deps);
}, 60_000);
afterAll(() => db?.end());

const folder = () => path.join(path.dirname(db.config.evidenceDir), 'open-data');
const drafts = () =>
  fs.existsSync(path.join(folder(), 'drafts')) ? fs.readdirSync(path.join(folder(), 'drafts')) : [];
/** `latest` with all that it leads to. */
const latest = async () => ({
  release: await newest(db),
  rows: jsonRows(await textOf(db, await newest(db), 'disclosures', 'full', 'ndjson')).length,
});

/** A shelf whose disk is full after so many bytes. */
function fullAfter(shelf: OpenDataShelf, most: number): OpenDataShelf {
  let left = most;
  return {
    ...shelf,
    async draft() {
      const draft = await shelf.draft();
      const sink = new Writable({
        write(chunk: Buffer, _encoding, done) {
          left -= chunk.length;
          if (left < 0) done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
          else draft.sink.write(chunk, done);
        },
        final: (done) => void draft.sink.end(done),
      });
      return { ...draft, sink };
    },
  };
}

describe('a build that fails', () => {
  test.each([0, 200, 20_000, 200_000])(
    'for want of disk after %d bytes leaves latest as it was, and nothing behind',
    async (most) => {
      const before = await latest();
      await publish(db, people);
      const deps = { ...db.deps, shelf: fullAfter(db.deps.shelf, most) };
      await expect(buildRelease(deps, { reason: 'nightly' })).rejects.toThrow('no space left');
      expect(await latest()).toEqual(before);
      expect(drafts()).toEqual([]);
    },
  );

  test('because it is told to stop leaves latest as it was', async () => {
    const before = await latest();
    const stop = AbortSignal.abort(new Error('the process ends'));
    await expect(buildRelease(db.deps, { reason: 'nightly', signal: stop })).rejects.toThrow('the process ends');
    expect(await latest()).toEqual(before);
    expect(drafts()).toEqual([]);
  });

  test('at its very last statement leaves latest as it was', async () => {
    const before = await latest();
    await db.owner.unsafe(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
      create trigger refuse before insert on cache_invalidation for each row when ('open-data' = any (new.tags)) execute function refuse()`);
    try {
      await expect(buildRelease(db.deps, { reason: 'nightly' })).rejects.toThrow();
    } finally {
      await db.owner.unsafe('drop trigger refuse on cache_invalidation; drop function refuse()');
    }
    expect(await latest()).toEqual(before);
  });

  test('by kill -9 in the middle leaves latest as it was; the next one sweeps up and goes on', async () => {
    const before = await latest();
    // Enough bodies that the process is met at its work.
    await db.owner`insert into body (id, name, kind, role, division)
      select gen_random_uuid(), '样例单位' || n, 'other', 'other', '9901' from generate_series(1, 20000) n`;
    const child = buildByCommand();
    await until(() => drafts().length > 0 || child.exitCode !== null);
    expect(child.exitCode).toBeNull();
    child.kill('SIGKILL');
    await until(() => child.signalCode === 'SIGKILL');
    expect(drafts().length).toBeGreaterThan(0);
    expect(await latest()).toEqual(before);
    // The server lets go of the lock when it notices that the client is gone.
    await until(async () => (await buildNightly(db.deps)) !== null);
    expect(drafts()).toEqual([]);
    expect((await latest()).release.id).toBeGreaterThan(before.release.id);
    expect((await latest()).rows).toBe(before.rows + 4);
    expect((await newest(db)).previous).toBe(before.release.name);
  });

  test('that lost its files begins a new line of deltas instead of a wrong one', async () => {
    const before = await newest(db);
    fs.rmSync(folder(), { recursive: true, force: true });
    await buildNightly(db.deps);
    expect(await newest(db)).toMatchObject({ previous: null });
    expect((await allReleases(db)).map((release) => release.name)).toContain(before.name);
    expect(await textOf(db, (await newest(db)).name, 'disclosures', 'delta', 'csv')).toBeNull();
  });
});

describe('comparing two lists', () => {
  test('refuses a list that is out of order', async () => {
    async function* list(keys: string[]): AsyncGenerator<Mark> {
      for (const key of keys) yield { key, hash: key };
    }
    const walk = async (a: string[], b: string[]) => {
      const steps: string[] = [];
      for await (const step of compare(list(a), list(b)))
        steps.push(`${step.op ?? '='} ${step.op === 'DEL' ? step.key : step.now.key}`);
      return steps;
    };
    expect(await walk(['a', 'c'], ['b', 'c', 'd'])).toEqual(['DEL a', 'ADD b', '= c', 'ADD d']);
    expect(await walk([], [])).toEqual([]);
    await expect(walk(['a'], ['c', 'b'])).rejects.toThrow('out of order');
    await expect(walk(['b', 'a'], ['c'])).rejects.toThrow('out of order');
    await expect(walk([], ['c', 'c'])).rejects.toThrow('out of order');
  });
});

/** `npm run open-data` as an operator runs it. */
function buildByCommand(): ChildProcess {
  const { config } = db;
  return spawn(process.execPath, [path.join(CHECKOUT, 'api/cli/open-data.ts')], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH ?? '',
      LOG_LEVEL: 'silent',
      DATABASE_URL: config.databaseUrl,
      MASTER_KEYS: [...config.masterKeys].map(([version, key]) => `${version}:${key.toString('base64')}`).join(','),
      AUTH_SECRET: config.authSecret,
      PUBLIC_URL: 'http://localhost:4321',
      EVIDENCE_DIR: config.evidenceDir,
      OPEN_DATA_DIR: folder(),
      JIANNUO_HOME: path.dirname(config.evidenceDir),
      PLACE_DIVISION: '9901',
      PLACE_NAME: '样例市',
      PLACE_NAME_EN: 'Sample City',
      JIANNUO_DEMONSTRATION: '1',
    },
  });
}
