import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type EvidenceRow, removeUpload, submissionKey, uploadsOf } from '../../../db/queries/evidence.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { MAX_FILES, type UploadAnswer } from '../../contracts/complaint.ts';
import { submissionId as SubmissionId } from '../../contracts/everyday.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { addEvidence, evidenceName } from './add-evidence.ts';
import { submissionHash } from './file.ts';

function hashOf(submissionId: unknown): Buffer {
  const parsed = SubmissionId.safeParse(submissionId);
  if (!parsed.success)
    throw new DomainError('request.invalid', { fields: [{ path: 'submissionId', code: 'submission_id' }] });
  return submissionHash(parsed.data);
}

/** Takes one file for a form that is being filled in; whoever holds the submission id owns it. */
export async function upload(
  ctx: Ctx,
  submissionId: unknown,
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  const hash = hashOf(submissionId);
  await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
  const id = randomUUID();
  const { wrapped, version } = ctx.keys.createKey(id);
  const made = { id, wrapped, version };
  // Where another upload of the same form made the key in this very moment, the second look finds it.
  const row = (await submissionKey(ctx.sql, hash, made)) ?? (await submissionKey(ctx.sql, hash, made));
  if (!row) throw new DomainError('service.unavailable', { params: { retryAfter: 1 } });
  if (row.caseId) throw new DomainError('case.transition_refused', { params: { action: 'upload', state: 'filed' } });
  if (row.files >= MAX_FILES) throw new DomainError('upload.too_many');
  const key = ctx.keys.unwrap(row.id, row.wrapped, row.version);
  return addEvidence(ctx, { keyId: row.id, key, caseId: null, uploadedBy: 'complainant' }, file);
}

/** The files of a form so far. */
export async function listUploads(ctx: Ctx, submissionId: unknown): Promise<UploadAnswer[]> {
  return openNames(ctx, await uploadsOf(ctx.sql, hashOf(submissionId)));
}

export async function discardUpload(ctx: Ctx, submissionId: unknown, id: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return;
  const storageName = await removeUpload(ctx.sql, hashOf(submissionId), id);
  if (storageName) await ctx.evidence.remove(storageName);
}

/** Names and sizes of stored files, for those who may see them. */
export function openNames(ctx: Pick<Ctx, 'keys'>, rows: EvidenceRow[]): UploadAnswer[] {
  return rows.flatMap((row) => {
    if (!row.wrapped) return [];
    const key = ctx.keys.unwrap(row.keyId, row.wrapped, row.version);
    return [{ id: row.id, name: evidenceName(ctx, key, row), bytes: row.bytes, mediaType: row.mediaType }];
  });
}
