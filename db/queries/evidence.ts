import type { Sql } from '../client.ts';

export interface CaseKeyRow {
  id: string;
  caseId: string | null;
  wrapped: Buffer;
  version: number;
  files: number;
}

/** The key of a submission that may not have been filed yet, made where there is none. */
export async function submissionKey(
  sql: Sql,
  submissionHash: Buffer,
  made: { id: string; wrapped: Buffer; version: number },
): Promise<CaseKeyRow | null> {
  const [row] = await sql<CaseKeyRow[]>`
    with made as (
      insert into case_key (id, submission_hash, key_version, wrapped)
      values (${made.id}, ${submissionHash}, ${made.version}, ${made.wrapped})
      on conflict (submission_hash) do nothing
      returning id, case_id, wrapped, key_version
    ), found as (
      select * from made
      union all
      select id, case_id, wrapped, key_version from case_key where submission_hash = ${submissionHash} and wrapped is not null
    )
    select id, case_id as "caseId", wrapped, key_version as version,
      (select count(*)::int from evidence e where e.key_id = found.id and e.removed_at is null) as files
    from found limit 1`;
  return row ?? null;
}

export interface NewEvidence {
  id: string;
  keyId: string;
  caseId: string | null;
  sealedName: Buffer;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  storageName: string;
  uploadedBy: 'complainant' | 'official';
}

/** Adds a stored file while its key still stands as the caller saw it and `max` of its side is not reached. */
export async function insertEvidence(sql: Sql, e: NewEvidence, max: number): Promise<'added' | 'full' | 'gone'> {
  return sql.begin(async (tx) => {
    const [key] = await tx`
      select 1 from case_key where id = ${e.keyId} and wrapped is not null and case_id is not distinct from ${e.caseId}
      for update`;
    if (!key) return 'gone' as const;
    const added = await tx`
      insert into evidence (id, key_id, case_id, position, sealed_name, media_type, bytes, sha256, storage_name, uploaded_by)
      select ${e.id}, ${e.keyId}, ${e.caseId}, coalesce(max(position), 0) + 1, ${e.sealedName}, ${e.mediaType}, ${e.bytes},
        ${e.sha256}, ${e.storageName}, ${e.uploadedBy}
      from evidence where key_id = ${e.keyId}
      having count(*) filter (where removed_at is null and uploaded_by = ${e.uploadedBy}) < ${max}`;
    if (added.count !== 1) return 'full' as const;
    await tx`insert into outbox (task, payload) values ('evidence.scan', '{}')`;
    return 'added' as const;
  }) as Promise<'added' | 'full' | 'gone'>;
}

export interface EvidenceRow {
  id: string;
  keyId: string;
  caseId: string | null;
  sealedName: Buffer;
  mediaType: string;
  bytes: number;
  storageName: string;
  createdAt: Date;
  wrapped: Buffer | null;
  version: number;
}

export const uploadsOf = (sql: Sql, submissionHash: Buffer): Promise<EvidenceRow[]> =>
  sql<EvidenceRow[]>`
    select e.id, e.key_id as "keyId", e.case_id as "caseId", e.sealed_name as "sealedName", e.media_type as "mediaType",
      e.bytes::int as bytes, e.storage_name as "storageName", e.created_at as "createdAt", k.wrapped, k.key_version as version
    from case_key k join evidence e on e.key_id = k.id
    where k.submission_hash = ${submissionHash} and e.removed_at is null
    order by e.position`;

export const evidenceOfCase = (sql: Sql, caseId: string): Promise<EvidenceRow[]> =>
  sql<EvidenceRow[]>`
    select e.id, e.key_id as "keyId", e.case_id as "caseId", e.sealed_name as "sealedName", e.media_type as "mediaType",
      e.bytes::int as bytes, e.storage_name as "storageName", e.created_at as "createdAt", k.wrapped, k.key_version as version
    from evidence e join case_key k on k.id = e.key_id
    where e.case_id = ${caseId} and e.removed_at is null
    order by e.position`;

/** Removes an upload that no filing has adopted; the name of its file, or null where there is none such. */
export async function removeUpload(sql: Sql, submissionHash: Buffer, id: string): Promise<string | null> {
  const [row] = await sql<{ storageName: string }[]>`
    delete from evidence e using case_key k
    where k.id = e.key_id and k.submission_hash = ${submissionHash} and e.case_id is null and e.id = ${id}
    returning e.storage_name as "storageName"`;
  return row?.storageName ?? null;
}

/** Uploads that no filing adopted within a day, with keys that nothing hangs on. */
export async function dropOrphans(sql: Sql): Promise<string[]> {
  const rows = await sql<{ storageName: string }[]>`
    delete from evidence where case_id is null and created_at < now() - interval '26 hours'
    returning storage_name as "storageName"`;
  await sql`
    delete from case_key k
    where k.case_id is null and k.submission_hash is not null and k.created_at < now() - interval '26 hours'
      and not exists (select from evidence e where e.key_id = k.id)`;
  return rows.map((row) => row.storageName);
}

/** Which of these files the database knows. */
export async function knownFiles(sql: Sql, names: string[]): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select storage_name as name from evidence where storage_name = any(${names}) and removed_at is null
    union all select storage_name from disclosure_file where storage_name = any(${names})
    union all select storage_name from commitment_file where storage_name = any(${names}) and removed_at is null
    union all select storage_name from disclosure_request_file where storage_name = any(${names}) and removed_at is null`;
  return new Set(rows.map((row) => row.name));
}
