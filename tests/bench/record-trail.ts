import type postgres from 'postgres';

const FACTS = [
  ['kind', 'kind'],
  ['bodyName', 'body_name'],
  ['division', 'division'],
  ['matter', 'matter'],
  ['title', 'title'],
  ['caseNumber', 'case_number'],
  ['court', 'court'],
  ['decidedOn', 'decided_on'],
  ['year', 'year'],
  ['outcome', 'outcome'],
  ['summary', 'summary'],
  ['source', 'source'],
]
  .map(([field, column]) => `'${field}', ${column}`)
  .join(', ');

/**
 * What an import and a second person leave beside a record, and what the jobs make of it: its version, its source, its two
 * events, its marks (empty: nobody compares here). Salts and hashes are of the right length only.
 */
export const TRAIL = [
  `insert into disclosure_version (disclosure_id, version, content, reason, changed_by, changed_at)
   select id, 1, jsonb_build_object(${FACTS}), 'bench', created_by, created_at from disclosure`,
  `insert into disclosure_field_source (disclosure_id, field, document, collected_by, collected_at)
   select id, '*', source, created_by, created_at from disclosure`,
  `insert into event (id, subject_kind, subject_id, seq, kind, actor_kind, at, payload, salt, prev_hash, hash)
   select gen_random_uuid(), 'disclosure', id, step.seq, step.kind, 'system', created_at, '{"kind":"lost_judgment","version":1}',
     sha256(convert_to(natural_key, 'UTF8')), case step.seq when 2 then sha256('') end, sha256(convert_to(title, 'UTF8'))
   from disclosure cross join (values (1, 'imported'), (2, 'published')) as step (seq, kind)`,
  `insert into disclosure_likeness (disclosure_id, version, bands, numbers) select id, version, '{}', '{}' from disclosure
   on conflict do nothing`,
] as const;

const TABLES = ['disclosure_version', 'disclosure_field_source', 'event', 'disclosure_likeness'] as const;

/** Writes it for every record, table by table. */
export async function leaveTrail(sql: postgres.Sql, tell: (line: string) => void): Promise<void> {
  await sql`set session_replication_role = replica`;
  for (const [i, statement] of TRAIL.entries()) {
    await sql.unsafe(statement);
    await sql.unsafe(`vacuum analyze ${TABLES[i]}`);
    tell(`${TABLES[i]}`);
  }
}
