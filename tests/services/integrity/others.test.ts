import { afterAll, beforeAll, expect, it } from 'vitest';
import { othersSay } from '../../../api/services/places/others.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { type Official, publish, publishers } from '../../support/disclosures.ts';

let db: TestDatabase;
let people: { author: Official; second: Official };
beforeAll(async () => {
  db = await testDatabase();
  people = await publishers(db);
});
afterAll(() => db.end());

it('what others say stands beside our figure of the same body, with its version, and a draft does not', async () => {
  const [body] = await db.sql<{ id: string; name: string }[]>`
    select id, name from body where division = '9901' and kind = 'department' order by name limit 1`;
  const evaluation = {
    kind: 'third_party_evaluation',
    bodyId: body?.id,
    bodyName: body?.name,
    decidingBody: '样例大学信用研究中心',
    period: '2025年度',
    score: 'A级（满分五级）',
    decidedOn: '2026-03-01',
    summary: '按公开指标评价。',
    caseNumber: null,
    court: null,
    outcome: null,
  };
  const id = await publish(db, people, evaluation);
  await db.owner`
    insert into integrity_figure (kind, subject, division, month, version, weights_id, inputs, score, low, high, ranked, counted_at)
    values ('body', ${body?.id ?? ''}, '9901', '2026-11-01', '1', 1, '{}', 71.5, 64, 77, true, now()),
      ('body', ${body?.id ?? ''}, '9901', '2026-10-01', '1', 1, '{}', 60, 50, 70, true, now())`;
  expect(await othersSay(db.ctx(), '9901')).toMatchObject([
    {
      id,
      kind: 'third_party_evaluation',
      source: '样例大学信用研究中心',
      score: 'A级（满分五级）',
      on: '2026-03-01',
      ours: { month: '2026-11', score: 71.5, low: 64, high: 77, version: '1' },
    },
  ]);
  expect(await othersSay(db.ctx(), '32')).toEqual([]);
});
