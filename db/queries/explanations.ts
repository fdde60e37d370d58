import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CaseState } from '../../api/domain/case.ts';
import type { Sql, Tx } from '../client.ts';
import { caseAttachment, caseExplanation } from '../schema/answers.ts';

export async function insertExplanation(tx: Tx, row: typeof caseExplanation.$inferInsert): Promise<void> {
  await tx.insert(caseExplanation).values(row);
}

/** What the body complained of may know of a request: nothing of the case but what was asked. */
export interface ExplanationHead {
  id: string;
  reference: string;
  bodyId: string;
  askerId: string;
  askedAt: Date;
  dueOn: string;
  givenAt: Date | null;
  givenOn: string | null;
  /** The case still waits for an answer. */
  open: boolean;
  today: string;
}

const head = (sql: Sql) => sql`
  select e.id, e.reference, e.body_id as "bodyId", e.asker_id as "askerId", e.asked_at as "askedAt", e.due_on::text as "dueOn",
    e.given_at as "givenAt", e.given_on::text as "givenOn", c.state in ('accepted', 'waiting') as open,
    (now() at time zone 'Asia/Shanghai')::date::text as today`;

export const explanationsOf = (sql: Sql, bodies: readonly string[]): Promise<ExplanationHead[]> => sql<
  ExplanationHead[]
>`
  ${head(sql)} from case_explanation e join cases c on c.id = e.case_id
  where e.body_id = any(${bodies as string[]}::uuid[])
  order by e.given_at desc nulls first, e.due_on, e.id limit 200`;

export async function explanationsOwed(sql: Sql, bodies: readonly string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from case_explanation e join cases c on c.id = e.case_id
    where e.body_id = any(${bodies as string[]}::uuid[]) and e.given_at is null and c.state in ('accepted', 'waiting')`;
  return row?.count ?? 0;
}

export interface ExplanationFile extends ExplanationHead {
  caseId: string;
  state: CaseState;
  sealedQuestion: Buffer;
  sealedAnswer: Buffer | null;
  keyId: string;
  keyVersion: number;
  wrapped: Buffer | null;
  files: {
    id: string;
    sealedName: string;
    mediaType: string;
    bytes: number;
    storageName: string;
    scan: string;
    sent: boolean;
  }[];
}

export async function explanationFile(sql: Sql, reference: string): Promise<ExplanationFile | null> {
  const [row] = await sql<ExplanationFile[]>`
    ${head(sql)}, e.case_id as "caseId", c.state, e.sealed_question as "sealedQuestion", e.sealed_answer as "sealedAnswer",
      k.id as "keyId", k.key_version as "keyVersion", k.wrapped,
      coalesce((select json_agg(json_build_object('id', v.id, 'sealedName', encode(v.sealed_name, 'base64'),
          'mediaType', v.media_type, 'bytes', v.bytes, 'storageName', v.storage_name, 'scan', v.scan, 'sent', t.sent_at is not null)
          order by v.position)
        from case_attachment t join evidence v on v.id = t.evidence_id
        where t.explanation_id = e.id and v.removed_at is null), '[]') as files
    from case_explanation e join cases c on c.id = e.case_id join case_key k on k.case_id = c.id
    where e.reference = ${reference}`;
  return row ?? null;
}

/** @returns false where it was given before */
export async function setExplanation(
  tx: Tx,
  id: string,
  given: { sealed: Buffer; by: string; on: string },
): Promise<boolean> {
  const rows = await tx
    .update(caseExplanation)
    .set({ sealedAnswer: given.sealed, givenBy: given.by, givenAt: sql`now()`, givenOn: given.on })
    .where(and(eq(caseExplanation.id, id), isNull(caseExplanation.givenAt)))
    .returning({ id: caseExplanation.id });
  if (rows.length === 0) return false;
  await tx.update(caseAttachment).set({ sentAt: sql`now()` }).where(eq(caseAttachment.explanationId, id));
  return true;
}

/** Explanations that the complainant can read from now on. */
export async function shareExplanations(tx: Tx, caseId: string, id: string): Promise<boolean> {
  const rows = await tx
    .update(caseExplanation)
    .set({ sharedAt: sql`now()` })
    .where(
      and(
        eq(caseExplanation.id, id),
        eq(caseExplanation.caseId, caseId),
        isNull(caseExplanation.sharedAt),
        sql`${caseExplanation.givenAt} is not null`,
      ),
    )
    .returning({ id: caseExplanation.id });
  return rows.length > 0;
}
