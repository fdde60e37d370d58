import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../api/domain/official.ts';
import { applyImport, runImport } from '../../../api/services/imports/apply.ts';
import { getImport, progressOf, readableBatch } from '../../../api/services/imports/batch.ts';
import { checkImport } from '../../../api/services/imports/check.ts';
import {
  cancelPublication,
  publishImport,
  resumePublications,
  runPublication,
} from '../../../api/services/imports/publish.ts';
import { uploadImport } from '../../../api/services/imports/upload.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { ensureMatters, type Official, publishers } from '../../support/disclosures.ts';
import { seat } from '../../support/officials.ts';
import { fieldCodeOf as code } from '../../support/refusal.ts';
import { until } from '../../support/until.ts';

/** One press publishes a whole batch: by a job, in the name of who pressed, and it can be stopped and taken up. */
const HEAD = 'case_number,court,judged_on,defendant,defendant_division,matter,outcome,summary,source';
let db: TestDatabase;
let author: Official;
let second: Official;
let bodyId: string;
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  author = (await publishers(db)).author;
  bodyId = author.grants[0]?.bodyId ?? '';
  second = await person();
});
afterAll(() => db?.end());

/** With an account: the job reads its roles anew. */
async function person(): Promise<Official> {
  const grants = [{ role: 'publisher' as const, bodyId }];
  return { kind: 'official', id: (await seat(db, grants)).id, name: '第二人', grants };
}
let year = 1990;
async function batchOf(rows: number): Promise<string> {
  year += 1;
  const lines = Array.from({ length: rows }, (_, n) => `（${year}）苏01行终${n + 1}号,某法院,${year}-01-05,样例市商务局,9901,investment_promotion,ordered_to_perform,未兑现。,判决书`); // biome-ignore format: one line
  const file = { name: `${year}.csv`, open: () => Readable.from([Buffer.from([HEAD, ...lines].join('\n'))]) };
  const { id } = await uploadImport(db.ctx(author), { kind: 'judgments', reason: '测试' }, file);
  await checkImport(db.deps, id);
  await applyImport(db.ctx(author), id);
  await runImport(db.deps, id);
  return id;
}
const standing = async (id: string, who: Actor = second) => {
  const { publication, states } = await getImport(db.ctx(who), id);
  return { ...publication, left: states.in_review ?? 0 };
};

describe('publishing a batch', () => {
  test('of a few records answers with them; of many it asks for a look, then one press is enough', async () => {
    const few = await batchOf(3);
    expect(await publishImport(db.ctx(second), few, false)).toBe(3);
    const id = await batchOf(230);
    expect(await code(publishImport(db.ctx(author), id, true))).toBe('import.second_person_required');
    expect(await code(publishImport(db.ctx(second), id, false))).toBe('look_first');
    expect((await getImport(db.ctx(second), id)).samples).toHaveLength(5);
    expect(await publishImport(db.ctx(second), id, true)).toBeNull();
    expect(await code(publishImport(db.ctx(await person()), id, true))).toBe('import.state_refused');
    const [asked] = await db.sql`select count(*)::int as n from outbox where task = 'import.publish'`;
    expect(asked?.n).toBe(1);
    await runPublication(db.deps, id);
    expect(await standing(id)).toMatchObject({ state: 'done', total: 230, published: 230, keptBack: 0, left: 0 });
    const [row] = await db.sql`
      select count(distinct approved_by)::int as people, min(approved_by) as who from disclosure where batch_id = ${id}`;
    expect(row).toEqual({ people: 1, who: second.id });
    const batch = await readableBatch(db.ctx(second), id);
    expect(await progressOf(db.deps, batch, 'publication')).toEqual({ state: 'done', done: 230, total: 230 });
  });

  test('is taken up where a process left it, keeps back what asks for a look of its own, and never publishes twice', async () => {
    const id = await batchOf(260);
    // A record that the second person wrote a version of is not theirs to approve.
    const [own] = await db.sql<{ id: string }[]>`select id from disclosure where batch_id = ${id} order by id limit 1`;
    await db.owner`update disclosure set created_by = ${second.id} where id = ${own!.id}`;
    await publishImport(db.ctx(second), id, true);
    // The process dies after some records: its hold runs out.
    let said = 0;
    const dying = {
      ...db.deps,
      clockRules: () => (++said > 50 ? Promise.reject(new Error('killed')) : db.deps.clockRules()),
    };
    await expect(runPublication(dying, id)).rejects.toThrow('killed');
    const half = await standing(id);
    expect(half).toMatchObject({ state: 'running', keptBack: 1 });
    expect(half.published).toBeGreaterThan(20);
    expect(half.published).toBeLessThan(60);
    await Promise.all([resumePublications(db.deps), resumePublications(db.deps)]);
    expect(await standing(id)).toMatchObject({ state: 'done', published: 259, keptBack: 1, left: 1 });
    const [events] = await db.sql`
      select count(*)::int as n, count(distinct subject_id)::int as records from event
      where kind = 'published' and subject_id in (select id from disclosure where batch_id = ${id})`;
    expect(events).toEqual({ n: 259, records: 259 });
  });

  test('stops when it is told to, and begins again with what is left', async () => {
    const id = await batchOf(240);
    await publishImport(db.ctx(second), id, true);
    const running = runPublication(db.deps, id);
    await until(async () => ((await standing(id)).published ?? 0) > 0);
    await cancelPublication(db.ctx(second), id);
    await running;
    const stopped = await standing(id);
    expect(stopped.state).toBe('cancelled');
    expect(stopped.left).toBe(240 - (stopped.published ?? 0));
    expect(stopped.left).toBeGreaterThan(0);
    expect(await code(cancelPublication(db.ctx(second), id))).toBe('import.state_refused');
    const left = await publishImport(db.ctx(second), id, true);
    if (left === null) await runPublication(db.deps, id);
    expect((await standing(id)).left).toBe(0);
  });

  test('ends when whoever pressed loses the role or the account', async () => {
    const id = await batchOf(210);
    const third = await person();
    await publishImport(db.ctx(third), id, true);
    await db.owner`update official_grant set revoked_at = now() where user_id = ${third.id}`;
    await runPublication(db.deps, id);
    expect(await standing(id)).toMatchObject({
      state: 'stopped',
      stoppedBy: 'auth.forbidden',
      published: 0,
      left: 210,
    });
    await publishImport(db.ctx(second), id, true);
    await db.owner`update auth_user set disabled_at = now() where id = ${second.id}`;
    await runPublication(db.deps, id);
    expect(await standing(id)).toMatchObject({ state: 'stopped', stoppedBy: 'auth.required', left: 210 });
  });
});
