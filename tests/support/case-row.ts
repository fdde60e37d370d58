import { randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from '../../db/client.ts';

/** A case as bare rows, for tests that read: what filing writes is tested where filing is. */
export interface CaseRow {
  id?: string;
  number?: string;
  kind?: string;
  matter?: string;
  state?: string;
  screening?: string;
  respondent: string;
  handler?: string | null;
  accepting?: string | null;
  watching?: string | null;
  division: string;
  dueOn?: string | null;
  filedAt?: Date;
}

export async function insertCase(sql: Sql, row: CaseRow): Promise<{ id: string; number: string }> {
  const id = row.id ?? randomUUID();
  const number = row.number ?? `T${randomBytes(6).toString('hex').toUpperCase()}`;
  await sql`insert into cases ${sql({
    id,
    number,
    kind: row.kind ?? 'old_debt',
    matter: row.matter ?? 'other',
    state: row.state ?? 'filed',
    screening: row.screening ?? 'passed',
    channel: 'portal',
    respondent_id: row.respondent,
    respondent_now_id: row.respondent,
    handler_id: row.handler ?? null,
    accepting_id: row.accepting ?? null,
    watching_id: row.watching ?? null,
    division: row.division,
    routing: '{}',
    complainant_kind: 'person',
    identity_to_handler: true,
    identity_to_respondent: false,
    publish_summary: false,
    due_on: row.dueOn ?? null,
    filed_at: row.filedAt ?? new Date(),
  })}`;
  return { id, number };
}
