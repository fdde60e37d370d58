import type { Readable } from 'node:stream';
import { type EvidenceRow, insertEvidence } from '../../../db/queries/evidence.ts';
import { MAX_FILES, type UploadAnswer } from '../../contracts/complaint.ts';
import type { Ctx } from '../context.ts';
import { keepFile } from '../evidence/keep-file.ts';

/**
 * Stores one file under the key of a case or of a submission to come.
 * Also used where a complainant or an official adds material later. @throws those of keepFile
 */
export function addEvidence(
  ctx: Ctx,
  to: { keyId: string; key: Buffer; caseId: string | null; uploadedBy: 'complainant' | 'official'; max?: number },
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  const { keyId, caseId, uploadedBy, max = MAX_FILES } = to;
  const sealedFor = (id: string) => `evidence/${id}/name`;
  return keepFile(ctx, to.key, file, sealedFor, (row) =>
    insertEvidence(ctx.sql, { ...row, keyId, caseId, uploadedBy }, max),
  );
}

export function evidenceName(ctx: Pick<Ctx, 'keys'>, key: Buffer, row: Pick<EvidenceRow, 'id' | 'sealedName'>): string {
  const opened = JSON.parse(ctx.keys.open(key, row.sealedName, `evidence/${row.id}/name`).toString('utf8')) as {
    name: string;
  };
  return opened.name;
}
