import type { Readable } from 'node:stream';
import { insertAttachment } from '../../../db/queries/answers.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { MAX_FILES, type UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import { addEvidence } from '../complaints/add-evidence.ts';
import { OFFICIAL_FILES } from '../complaints/attach-file.ts';
import type { Ctx } from '../context.ts';
import { openExplanation } from './open-explanation.ts';

/** One more file for an explanation that is not given yet. @throws DomainError as openExplanation, upload.*, case.explanation_closed */
export async function addExplanationFile(
  ctx: Ctx,
  reference: string,
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  try {
    const { row, key, official } = await openExplanation(ctx, reference);
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    if (row.givenAt || !row.open) throw new DomainError('case.explanation_closed');
    if (row.files.length >= MAX_FILES) throw new DomainError('upload.too_many');
    const { keyId, caseId, id: explanationId, bodyId } = row;
    const to = { keyId, key, caseId, uploadedBy: 'official' as const, max: OFFICIAL_FILES };
    const stored = await addEvidence(ctx, to, file);
    const purpose = 'explanation';
    await insertAttachment(ctx.db, {
      evidenceId: stored.id,
      caseId,
      purpose,
      explanationId,
      userId: official.id,
      bodyId,
    });
    return stored;
  } catch (error) {
    file.source.resume();
    throw error;
  }
}

/** A file of the body's own explanation. @throws DomainError resource.not_found | evidence.infected */
export async function openExplanationFile(
  ctx: Ctx,
  reference: string,
  fileId: string,
): Promise<{ name: string; mediaType: string; bytes: number; stream: Readable }> {
  const { row, key } = await openExplanation(ctx, reference);
  const file = row.files.find(({ id }) => id === fileId);
  if (!file) throw new DomainError('resource.not_found');
  if (file.scan === 'infected') throw new DomainError('evidence.infected');
  const sealedName = Buffer.from(file.sealedName, 'base64');
  const { name } = JSON.parse(ctx.keys.open(key, sealedName, `evidence/${file.id}/name`).toString('utf8'));
  const { mediaType, bytes, storageName } = file;
  return { name, mediaType, bytes, stream: await ctx.evidence.get(storageName, key) };
}
