import { draftCommitment } from '../../api/services/commitments/draft.ts';
import { publishCommitment, submitCommitment } from '../../api/services/commitments/publish.ts';
import type { TestDatabase } from './database.ts';
import type { Official } from './disclosures.ts';

let serial = 0;
/** A promise of the body of `official`: an investment policy due on a day. */
export const promise = (official: Official, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  kind: 'investment_policy',
  bodyId: official.grants[0]?.bodyId,
  department: '投资促进处',
  post: '处长岗',
  beneficiary: '新落户的制造业企业',
  title: `设备补贴承诺${++serial}`,
  text: '对符合条件的企业，按设备投资额的百分之十给予补贴。',
  documentNumber: `样商发〔2025〕${serial}号`,
  madeOn: '2025-03-01',
  dueKind: 'date',
  dueOn: '2099-12-31',
  amount: '500000.00',
  conditions: '设备投资额不低于五百万元。',
  source: '样例市商务局文件',
  facts: {},
  ...changes,
});

/** A published commitment: drafted and handed in by the author, approved by the second person. Its version is 3. */
export async function publishedPromise(
  db: TestDatabase,
  people: { author: Official; second: Official },
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { id } = await draftCommitment(db.ctx(people.author), promise(people.author, changes));
  await submitCommitment(db.ctx(people.author), id, { version: 1 });
  await publishCommitment(db.ctx(people.second), id, { version: 2 });
  return id;
}

export const commitmentVersion = async (db: TestDatabase, id: string): Promise<number> =>
  Number((await db.sql`select version from commitment where id = ${id}`)[0]?.version);
