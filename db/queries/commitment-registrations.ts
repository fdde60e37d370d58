import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { commitmentRegistration } from '../schema/commitments.ts';

export type RegistrationRow = typeof commitmentRegistration.$inferSelect;

/** CN2026-000001, in the order of arrival. */
export async function nextRegistrationNumber(tx: Tx, year: string): Promise<string> {
  const [row] = await tx.execute<{ n: string }>(sql`select nextval('commitment_registration_number')::text as n`);
  return `CN${year}-${(row?.n ?? '0').padStart(6, '0')}`;
}

export async function insertRegistration(tx: Tx, row: typeof commitmentRegistration.$inferInsert): Promise<void> {
  await tx.insert(commitmentRegistration).values(row);
}
const one = async (tx: Db | Tx, where: ReturnType<typeof eq>): Promise<RegistrationRow | null> =>
  (await tx.select().from(commitmentRegistration).where(where))[0] ?? null;
export const registrationOf = (tx: Db | Tx, commitmentId: string) =>
  one(tx, eq(commitmentRegistration.commitmentId, commitmentId));
export const registrationByCode = (tx: Db | Tx, codeHash: Buffer) =>
  one(tx, eq(commitmentRegistration.codeHash, codeHash));
export const registrationBySubmission = (tx: Db | Tx, submissionHash: Buffer) =>
  one(tx, eq(commitmentRegistration.submissionHash, submissionHash));

export async function answerRegistration(
  tx: Tx,
  commitmentId: string,
  set: Pick<RegistrationRow, 'answeredOn' | 'answeredBy' | 'answer'>,
): Promise<void> {
  await tx.update(commitmentRegistration).set(set).where(eq(commitmentRegistration.commitmentId, commitmentId));
}
