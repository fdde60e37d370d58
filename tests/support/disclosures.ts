import { MATTERS } from '../../api/domain/matter.ts';
import type { Actor } from '../../api/domain/official.ts';
import { approveDisclosure } from '../../api/services/disclosures/approve.ts';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { submitDisclosure } from '../../api/services/disclosures/submit.ts';
import type { TestDatabase } from './database.ts';

export type Official = Extract<Actor, { kind: 'official' }>;

/** Two publishers of one body of the demonstration place and one of another body. */
export async function publishers(
  db: TestDatabase,
): Promise<{ author: Official; second: Official; stranger: Official }> {
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
