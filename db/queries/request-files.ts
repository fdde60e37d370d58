import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { disclosureRequest, disclosureRequestFile } from '../schema/disclosure-rights.ts';
import { enqueue } from './outbox.ts';

export type RequestFileRow = typeof disclosureRequestFile.$inferSelect;
export type NewRequestFile = Omit<typeof disclosureRequestFile.$inferInsert, 'position'>;

/** Files of a request as they were added; those that were erased are not there. */
export const requestFiles = (tx: Db | Tx, requestId: string): Promise<RequestFileRow[]> =>
  tx
    .select()
    .from(disclosureRequestFile)
    .where(and(eq(disclosureRequestFile.requestId, requestId), isNull(disclosureRequestFile.removedAt)))
    .orderBy(asc(disclosureRequestFile.position));

/** Adds a stored file while nobody has decided about the request and `max` is not reached; the scanner is told. */
export async function insertRequestFile(tx: Tx, row: NewRequestFile, max: number): Promise<'added' | 'full' | 'gone'> {
  const [open] = await tx
    .select({ id: disclosureRequest.id })
    .from(disclosureRequest)
    .where(and(eq(disclosureRequest.id, row.requestId), isNull(disclosureRequest.outcome)))
    .for('update');
  if (!open) return 'gone';
  const files = await requestFiles(tx, row.requestId);
  if (files.length >= max) return 'full';
  await tx.insert(disclosureRequestFile).values({ ...row, position: (files.at(-1)?.position ?? 0) + 1 });
  await enqueue(tx, 'evidence.scan', {});
  return 'added';
}
