import { randomUUID } from 'node:crypto';
import { MATTERS } from '../../api/domain/matter.ts';
import type { Actor } from '../../api/domain/official.ts';
import { approveDisclosure } from '../../api/services/disclosures/approve.ts';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { confirmRepair, repairDisclosure } from '../../api/services/disclosures/repair.ts';
import { takeRepair } from '../../api/services/disclosures/rights/decide-objection.ts';
import { fileRequest } from '../../api/services/disclosures/rights/file.ts';
import { submitDisclosure } from '../../api/services/disclosures/submit.ts';
import type { TestDatabase } from './database.ts';

export type Official = Extract<Actor, { kind: 'official' }>;

/** Three publishers of one body of the demonstration place and one of another body. */
export async function publishers(
  db: TestDatabase,
): Promise<{ author: Official; second: Official; third: Official; stranger: Official }> {
  const bodies = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and kind = 'department' order by name limit 2`;
  const official = (id: string, body: string): Official => ({
    kind: 'official',
    id,
    name: id,
    grants: [{ role: 'publisher', bodyId: body }],
  });
  const [first, other] = bodies;
  if (!first || !other) throw new Error('the demonstration place has no departments');
  return {
    author: official('author', first.id),
    second: official('second', first.id),
    third: official('third', first.id),
    stranger: official('stranger', other.id),
  };
}

/** Matters that the reference does not bring yet. */
export async function ensureMatters(db: TestDatabase): Promise<void> {
  for (const [i, code] of MATTERS.entries()) {
    await db.owner`
      insert into matter (code, position, name, name_en, plain, plain_en)
      values (${code}, ${100 + i}, ${code}, ${code}, ${code}, ${code}) on conflict do nothing`;
  }
}

let serial = 0;
/** The facts of a judgment against a fictional body. */
export const judgment = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'lost_judgment',
  bodyName: '样例市商务局',
  division: '9901',
  matter: 'investment_promotion',
  caseNumber: `（2024）样01行终${++serial}号`.replace('样01', '苏01'),
  court: '样例省高级人民法院',
  decidedOn: '2024-05-06',
  outcome: 'ordered_to_perform',
  summary: '承诺的奖励没有兑现。',
  source: '判决书',
  ...changes,
});

/** A published record: drafted and handed in by the author, approved by the second person. */
export async function publish(
  db: TestDatabase,
  people: { author: Official; second: Official },
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await draftDisclosure(db.ctx(people.author), judgment(changes));
  await submitDisclosure(db.ctx(people.author), id, { version: 1 });
  await approveDisclosure(db.ctx(people.second), id, { version: 2 });
  return id;
}

export const versionOf = async (db: TestDatabase, id: string): Promise<number> =>
  Number((await db.sql`select version from disclosure where id = ${id}`)[0]?.version);

/** What somebody files on the page of a record. */
export const request = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  submissionId: randomUUID(),
  party: 'interested',
  name: '示例人',
  phone: '13800000000',
  reasons: '金额写错了，请核对判决书第三项。',
  ...changes,
});

/** Repairs a record as it must be: asked by the body, confirmed by who determined it, decided by a third person. */
export async function repair(
  db: TestDatabase,
  people: { author: Official; third: Official },
  id: string,
  words = '已经付清。',
): Promise<void> {
  await fileRequest(db.ctx(), id, 'repair', request({ party: 'body', reasons: words, performedOn: '2026-01-01' }));
  const [waiting] = await db.sql<{ id: string; screening: string }[]>`
    select id, screening from disclosure_request where disclosure_id = ${id} and kind = 'repair' and outcome is null`;
  const author = db.ctx(people.author);
  if (waiting?.screening === 'held')
    await takeRepair(author, id, { version: await versionOf(db, id), request: waiting.id });
  const performed = { performed: words, performedOn: '2026-01-01' };
  await confirmRepair(author, id, { version: await versionOf(db, id), ...performed });
  await repairDisclosure(db.ctx(people.third), id, { version: await versionOf(db, id), publicWords: words });
}
