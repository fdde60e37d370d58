import type { Readable } from 'node:stream';
import { sharedFiles } from '../../../db/queries/answers.ts';
import { caseEvidence } from '../../../db/queries/case-file.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import type { UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { addEvidence, evidenceName } from './add-evidence.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, concludeOwn } from './own-act.ts';

/**
 * One more file for a case. The state is asked before the bytes are taken; then the row, then the event that shows it.
 * @throws DomainError case.transition_refused | request.rate_limited | upload.*
 */
export async function addOwnEvidence(
  ctx: Ctx,
  own: OwnCase,
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  try {
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    await ctx.db.transaction((tx) => beginOwn(tx, own, 'evidence'));
  } catch (error) {
    file.source.resume();
    throw error;
  }
  const { keyId, key, caseId } = own;
  const stored = await addEvidence(ctx, { keyId, key, caseId, uploadedBy: 'complainant' }, file);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'evidence');
    await concludeOwn(tx, ctx, held, { event: 'evidence_added', payload: { evidence: stored.id } });
  });
  return stored;
}

/** A file of the complainant's own, or one that came with an answer, decrypted as it streams. @throws DomainError resource.not_found */
export async function openOwnEvidence(
  ctx: Ctx,
  own: OwnCase,
  evidenceId: string,
): Promise<{ name: string; mediaType: string; bytes: number; stream: Readable }> {
  const file = (await caseEvidence(ctx.sql, own.caseId)).find((row) => row.id === evidenceId);
  const mine = file?.uploadedBy === 'complainant';
  // Of what officials added only what was sent to the complainant: never a draft, never what waits for its release.
  if (!file || (!mine && !(await sharedFiles(ctx.sql, own.caseId)).some(({ id }) => id === file.id)))
    throw new DomainError('resource.not_found');
  if (file.scan === 'infected') throw new DomainError('evidence.infected');
  const stream = await ctx.evidence.get(file.storageName, own.key);
  return { name: evidenceName(ctx, own.key, file), mediaType: file.mediaType, bytes: file.bytes, stream };
}
