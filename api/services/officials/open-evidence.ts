import type { Readable } from 'node:stream';
import { sharedFiles } from '../../../db/queries/answers.ts';
import { type CaseHead, caseEvidence } from '../../../db/queries/case-file.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';
import { CASE_READERS } from './inbox.ts';
import { dealsWith, openFile } from './open-file.ts';
import { readingBody } from './reading.ts';

/** One file of a case, decrypted as it streams; who opened it is logged. @throws DomainError resource.not_found | case.erased */
export async function openEvidence(
  ctx: Ctx,
  number: string,
  evidenceId: string,
): Promise<{ name: string; mediaType: string; bytes: number; stream: Readable }> {
  const { head, key, official } = await openFile(ctx, number);
  if (!key) throw new DomainError('case.erased');
  const file = (await caseEvidence(ctx.sql, head.id)).find((row) => row.id === evidenceId);
  if (!file) throw new DomainError('resource.not_found');
  if (file.uploadedBy === 'official') await ownFile(ctx, head, file.id);
  else {
    // What the complainant filed is read as far as it was released, and each reading is shown to the complainant.
    const bodyId = await readingBody(ctx, head, 'evidence');
    if (!bodyId) throw new DomainError('auth.forbidden');
    await logAccess(ctx.db, {
      userId: official.id,
      subjectKind: 'evidence',
      subjectId: file.id,
      field: 'evidence',
      reason: 'case',
      caseId: head.id,
      bodyId,
      category: 'handle',
    });
  }
  const { name } = JSON.parse(ctx.keys.open(key, file.sealedName, `evidence/${file.id}/name`).toString('utf8'));
  return {
    name,
    mediaType: file.mediaType,
    bytes: file.bytes,
    stream: await ctx.evidence.get(file.storageName, key),
  };
}

/** What officials attached is for the bodies that deal with the case; to one that passed it on only what was sent. */
async function ownFile(ctx: Ctx, head: CaseHead, evidenceId: string): Promise<void> {
  if (dealsWith(head, await bodiesOf(ctx, CASE_READERS))) return;
  const sent = await sharedFiles(ctx.sql, head.id);
  if (!sent.some(({ id }) => id === evidenceId)) throw new DomainError('resource.not_found');
}
