import type { Sql } from '../client.ts';

/**
 * What belongs to a case beside its head, words, files, clocks and events: one statement for all topics, so that the page
 * of a case does not cost more with each of them. A topic is a json aggregate: one column here, one type below. Sealed
 * columns travel as base64 (json has no bytes) and are opened by the service of their topic.
 */
export interface CaseExtras {
  /** Other numbers of the case: of a hotline, a petition office, an import, a case merged into it. */
  aliases: { number: string; reason: string }[];
}

export async function caseExtras(sql: Sql, caseId: string): Promise<CaseExtras> {
  const [row] = await sql<CaseExtras[]>`
    select
      coalesce((select json_agg(json_build_object('number', a.number, 'reason', a.reason) order by a.created_at, a.number)
        from case_number_alias a where a.case_id = ${caseId}), '[]') as aliases`;
  return row as CaseExtras;
}

/** A sealed column inside a json aggregate: `encode(column, 'base64')`. */
export const sealedOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
