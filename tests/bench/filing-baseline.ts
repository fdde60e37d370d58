import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';

/** Tables that a filing writes, in an order that their references allow. */
const TABLES = [
  'cases',
  'case_key',
  'case_submission',
  'case_content',
  'case_demand',
  'case_assignment',
  'case_clock',
  'case_release',
  'event',
  'outbox',
] as const;
type Row = Record<string, unknown>;
export type Template = { table: (typeof TABLES)[number]; rows: Row[] }[];

/** All rows that one filing wrote, as they are. */
export async function templateOf(sql: postgres.Sql, number: string): Promise<Template> {
  const [found] = await sql<{ id: string }[]>`select id from cases where number = ${number}`;
  const id = found?.id ?? '';
  const where: Record<string, string> = {
    cases: 'id = $1',
    event: 'subject_id = $1',
    outbox: "payload->>'caseId' = $1::text",
  };
  return Promise.all(
    TABLES.map(async (table) => ({
      table,
      rows: await sql.unsafe<Row[]>(`select * from ${table} where ${where[table] ?? 'case_id = $1'}`, [id]),
    })),
  );
}

/** Writes the same rows once more under fresh keys: one statement per table, one transaction, nothing else. */
export async function writeAgain(sql: postgres.Sql, template: Template): Promise<void> {
  const caseId = randomUUID();
  const submission = randomBytes(32);
  const renew = (table: string, row: Row): Row => {
    const next = { ...row };
    if (table === 'cases') Object.assign(next, { id: caseId, number: randomUUID() });
    else if (table === 'event') Object.assign(next, { id: randomUUID(), subject_id: caseId });
    else if (table === 'outbox') delete next.id;
    else if ('id' in next) next.id = randomUUID();
    if ('case_id' in next) next.case_id = caseId;
    if ('submission_hash' in next) next.submission_hash = submission;
    if (next.routing) next.routing = sql.json(next.routing as postgres.JSONValue);
    if (next.payload && table === 'outbox') next.payload = sql.json(next.payload as postgres.JSONValue);
    return next;
  };
  await sql.begin(async (tx) => {
    for (const { table, rows } of template) {
      if (rows.length > 0) await tx`insert into ${tx(table)} ${tx(rows.map((row) => renew(table, row)))}`;
    }
  });
}
