import { asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { disclosureFile } from '../schema/disclosure-rights.ts';

export type FileRow = typeof disclosureFile.$inferSelect;

/** Documents of a record, oldest first. */
export const filesOf = (tx: Db | Tx, disclosureId: string): Promise<FileRow[]> =>
  tx
    .select()
    .from(disclosureFile)
    .where(eq(disclosureFile.disclosureId, disclosureId))
    .orderBy(asc(disclosureFile.addedAt), asc(disclosureFile.id));

/** Keeps the file, and its hash beside every fact that comes from the record's own document. */
export async function insertFile(tx: Tx, row: typeof disclosureFile.$inferInsert): Promise<void> {
  await tx.insert(disclosureFile).values(row);
  await tx.execute(sql`
    update disclosure_field_source s set attachment_sha256 = ${row.sha256}
    from disclosure d where d.id = s.disclosure_id and d.id = ${row.disclosureId} and s.document = d.source`);
}
