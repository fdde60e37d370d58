import type { Finding } from '../../api/domain/old-debt.ts';
import type { Sql } from '../client.ts';

export interface DeterminedCase {
  caseId: string;
  determinationId: string;
  finding: Finding;
  determinedOn: string;
  respondentId: string;
  matter: string;
  /** The body that determined it. */
  bodyId: string;
  /** SHA-256 of the documents that were attached to the determination. */
  attachments: Buffer[];
}

/** An approved determination by the number of its case and of its document; both must fit. Nothing of the complainant. */
export async function determinedCase(sql: Sql, number: string, documentNumber: string): Promise<DeterminedCase | null> {
  const [row] = await sql<DeterminedCase[]>`
    select c.id as "caseId", d.id as "determinationId", d.finding, d.determined_on as "determinedOn",
      c.respondent_now_id as "respondentId", c.matter, d.body_id as "bodyId",
      coalesce((select array_agg(e.sha256 order by e.position) from case_attachment a join evidence e on e.id = a.evidence_id
        where a.purpose = 'determination' and a.subject_id = d.id and e.removed_at is null), '{}') as attachments
    from case_determination d join cases c on c.id = d.case_id
    where c.number = ${number} and d.document_number = ${documentNumber} and d.approved
    order by d.decided_at desc limit 1`;
  return row ?? null;
}

/** Whether a field of a record rests on a document that was deposited. */
export async function hasAttachment(sql: Sql, disclosureId: string): Promise<boolean> {
  const rows = await sql`
    select 1 from disclosure_field_source where disclosure_id = ${disclosureId} and attachment_sha256 is not null limit 1`;
  return rows.length > 0;
}
