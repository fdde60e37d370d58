import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveDisclosure } from '../../../api/services/disclosures/approve.ts';
import { approveCorrection, proposeCorrection, rejectCorrection } from '../../../api/services/disclosures/correct.ts';
import { draftDisclosure } from '../../../api/services/disclosures/draft.ts';
import { editDisclosure } from '../../../api/services/disclosures/edit.ts';
import { expireDisclosures } from '../../../api/services/disclosures/expire.ts';
import { getDisclosure } from '../../../api/services/disclosures/get.ts';
import { getForOfficial } from '../../../api/services/disclosures/officials.ts';
import { returnDisclosure } from '../../../api/services/disclosures/return.ts';
import { submitDisclosure } from '../../../api/services/disclosures/submit.ts';
import { withdrawDisclosure } from '../../../api/services/disclosures/withdraw.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import {
  ensureMatters,
  judgment,
  type Official,
  publish,
  publishers,
  repair,
  versionOf,
} from '../../support/disclosures.ts';
import { codeOf as code } from '../../support/refusal.ts';

let db: TestDatabase;
let people: { author: Official; second: Official; third: Official; stranger: Official };
beforeAll(async () => {
  db = await testDatabase();
  await ensureMatters(db);
  people = await publishers(db);
}, 60_000);
afterAll(() => db?.end());

const version = (id: string) => versionOf(db, id);
const events = async (id: string) =>
  (await db.sql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`).map((e) => e.kind);
const handedIn = async (changes = {}) => {
  const { id } = await draftDisclosure(db.ctx(people.author), judgment(changes));
  await submitDisclosure(db.ctx(people.author), id, { version: 1 });
  return id;
};

describe('approving', () => {
  test('makes a record public by a second person, with its events', async () => {
    const id = await handedIn();
    expect(await code(getDisclosure(db.ctx(), id))).toBe('resource.not_found');
    await approveDisclosure(db.ctx(people.second), id, { version: 2 });
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer.found).toBe('record');
    expect(await events(id)).toEqual(['drafted', 'submitted', 'published']);
  });

  test('is refused to the author', async () => {
    const id = await handedIn();
    expect(await code(approveDisclosure(db.ctx(people.author), id, { version: 2 }))).toBe(
      'disclosure.second_person_required',
    );
    expect((await getForOfficial(db.ctx(people.author), id)).actions).not.toContain('approve');
    expect((await getForOfficial(db.ctx(people.second), id)).actions).toContain('approve');
  });

  test('is refused to whoever rewrote the draft, also where the author handed it in', async () => {
    const facts = judgment();
    const { id } = await draftDisclosure(db.ctx(people.author), facts);
    await editDisclosure(db.ctx(people.second), id, { version: 1 }, { ...facts, summary: '改写。' });
    await submitDisclosure(db.ctx(people.author), id, { version: 2 });
    expect(await code(approveDisclosure(db.ctx(people.second), id, { version: 3 }))).toBe(
      'disclosure.second_person_required',
    );
  });

  test('is refused to the public, to other roles and to publishers of other bodies', async () => {
    const id = await handedIn();
    const handler = {
      ...people.second,
      grants: [{ role: 'handler' as const, bodyId: people.second.grants[0]!.bodyId }],
    };
    expect(await code(approveDisclosure(db.ctx(), id, { version: 2 }))).toBe('auth.required');
    expect(await code(approveDisclosure(db.ctx(handler), id, { version: 2 }))).toBe('resource.not_found');
    expect(await code(approveDisclosure(db.ctx(people.stranger), id, { version: 2 }))).toBe('resource.not_found');
  });

  test('is held by the database too', async () => {
    const id = await handedIn();
    await expect(db.sql`update disclosure set approved_by = created_by where id = ${id}`).rejects.toThrow(
      /check constraint/,
    );
  });

  test('lets one of two win where both decide at once', async () => {
    const id = await handedIn();
    const third = { ...people.second, id: 'third' };
    const results = await Promise.all([
      code(approveDisclosure(db.ctx(people.second), id, { version: 2 })),
      code(returnDisclosure(db.ctx(third), id, { version: 2, reason: '请补充来源' })),
    ]);
    expect(results.filter((r) => r === null)).toHaveLength(1);
    expect(results.filter((r) => r !== null)[0]).toMatch(/^disclosure\.(version_conflict|transition_refused)$/);
  });

  test('counts the end of publication from the determining document', async () => {
    const id = await publish(db, people, {
      kind: 'dishonesty_record',
      caseNumber: null,
      outcome: null,
      documentNumber: '样信认〔2026〕1号',
      decidingBody: '样例市发展和改革委员会',
      decidedOn: '2026-10-31',
      publicationClass: 'minor',
    });
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer.found === 'record' && answer.value.record.publishUntil).toBe('2027-01-31');
  });
});

describe('a draft', () => {
  test('needs what its kind needs', async () => {
    const missing = draftDisclosure(
      db.ctx(people.author),
      judgment({ kind: 'dishonesty_record', caseNumber: undefined }),
    );
    await expect(missing).rejects.toMatchObject({ code: 'request.invalid' });
    const wrong = draftDisclosure(db.ctx(people.author), judgment({ caseNumber: '2019黔行终1591号' }));
    await expect(wrong).rejects.toMatchObject({ fields: [{ path: 'caseNumber', code: 'case_number' }] });
  });

  test('of the same case number is refused', async () => {
    const facts = judgment();
    await draftDisclosure(db.ctx(people.author), facts);
    const again = draftDisclosure(db.ctx(people.author), { ...facts, kind: 'typical_case' });
    await expect(again).rejects.toMatchObject({ fields: [{ code: 'already_recorded' }] });
  });

  test('that was given up was never public', async () => {
    const id = await handedIn();
    await withdrawDisclosure(db.ctx(people.author), id, { version: 2, reasonClass: 'duplicate', reason: '重复' });
    expect(await code(getDisclosure(db.ctx(), id))).toBe('resource.not_found');
  });

  test('changed by somebody else meanwhile is a conflict', async () => {
    const { id } = await draftDisclosure(db.ctx(people.author), judgment());
    await submitDisclosure(db.ctx(people.author), id, { version: 1 });
    expect(await code(returnDisclosure(db.ctx(people.second), id, { version: 1, reason: '旧版' }))).toBe(
      'disclosure.version_conflict',
    );
  });
});

describe('a correction', () => {
  test('waits for a second person while the public sees what was approved', async () => {
    const facts = judgment({ summary: '原来的摘要。' });
    const { id } = await draftDisclosure(db.ctx(people.author), facts);
    await submitDisclosure(db.ctx(people.author), id, { version: 1 });
    await approveDisclosure(db.ctx(people.second), id, { version: 2 });
    await proposeCorrection(
      db.ctx(people.author),
      id,
      { version: 3, reason: '金额写错' },
      { ...facts, summary: '改过的摘要。' },
    );
    const summary = async () => {
      const answer = await getDisclosure(db.ctx(), id);
      return answer.found === 'record' ? answer.value.record.summary : null;
    };
    expect(await summary()).toBe('原来的摘要。');
    expect(await code(approveCorrection(db.ctx(people.author), id, { version: 4 }))).toBe(
      'disclosure.second_person_required',
    );
    await approveCorrection(db.ctx(people.second), id, { version: 4 });
    expect(await summary()).toBe('改过的摘要。');
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer.found === 'record' && answer.value.history).toMatchObject([
      { version: 1, changes: [] },
      {
        version: 2,
        reason: '金额写错',
        changes: [{ field: 'summary', before: '原来的摘要。', after: '改过的摘要。' }],
      },
    ]);
  });

  test('that is rejected leaves no trace for the public', async () => {
    const id = await publish(db, people);
    await proposeCorrection(db.ctx(people.author), id, { version: 3, reason: '试' }, judgment());
    await rejectCorrection(db.ctx(people.second), id, { version: 4 });
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer.found === 'record' && answer.value.history).toHaveLength(1);
  });
});

describe('the end of publication', () => {
  test('by withdrawal leaves a tombstone with the class of the reason and nothing else', async () => {
    const id = await publish(db, people, { bodyName: '样例市财政局' });
    await withdrawDisclosure(db.ctx(people.author), id, {
      version: 3,
      reasonClass: 'judgment_changed',
      reason: '再审改判',
    });
    const answer = await getDisclosure(db.ctx(), id);
    expect(answer).toMatchObject({ found: 'tombstone', value: { state: 'withdrawn', reason: 'judgment_changed' } });
    expect(JSON.stringify(answer)).not.toMatch(/财政局|改判/);
  });

  test('by repair needs the minimum of the class and performance', async () => {
    const enforcement = (decidedOn: string) =>
      publish(db, people, {
        kind: 'unperformed_judgment',
        conduct: '有履行能力而拒不履行',
        outcome: null,
        decidedOn,
        publicationClass: 'ordinary',
      });
    const [{ today } = { today: '' }] = await db.sql<{ today: string }[]>`
      select (now() at time zone 'Asia/Shanghai')::date::text as today`;
    const early = await enforcement(today);
    expect(await code(repair(db, people, early))).toBe('disclosure.repair_too_early');
    const late = await enforcement('2020-01-01');
    await repair(db, people, late);
    expect(await getDisclosure(db.ctx(), late)).toMatchObject({ found: 'tombstone', value: { state: 'repaired' } });
    const lost = await publish(db, people);
    expect(await code(repair(db, people, lost))).toBe('disclosure.repair_too_early');
  });

  test('comes by itself when its last day has passed', async () => {
    const id = await publish(db, people, {
      kind: 'dishonesty_record',
      caseNumber: null,
      outcome: null,
      documentNumber: '样信认〔2020〕2号',
      decidingBody: '样例市发展和改革委员会',
      decidedOn: '2020-01-01',
      publicationClass: 'ordinary',
    });
    expect(await expireDisclosures(db.deps)).toBeGreaterThanOrEqual(1);
    expect(await getDisclosure(db.ctx(), id)).toMatchObject({ found: 'tombstone', value: { state: 'expired' } });
    expect(await events(id)).toContain('expired');
    expect(await expireDisclosures(db.deps)).toBe(0);
    expect(await version(id)).toBe(4);
  });
});
