import type { Readable } from 'node:stream';
import { evidenceOfCase } from '../../../db/queries/evidence.ts';
import type { UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { evidenceName } from './add-evidence.ts';
import { openNames } from './upload.ts';

/** The files of a case, for its complainant (whose code opened the case) . */
export async function listEvidence(ctx: Ctx, caseId: string): Promise<UploadAnswer[]> {
  return openNames(ctx, await evidenceOfCase(ctx.sql, caseId));
}

/** One file of the complainant's own case, decrypted as it streams. @throws DomainError resource.not_found | case.erased */
export async function readEvidence(
  ctx: Ctx,
  caseId: string,
  evidenceId: string,
): Promise<{ name: string; mediaType: string; bytes: number; stream: Readable }> {
  const row = (await evidenceOfCase(ctx.sql, caseId)).find((file) => file.id === evidenceId);
  if (!row) throw new DomainError('resource.not_found');
  if (!row.wrapped) throw new DomainError('case.erased');
  const key = ctx.keys.unwrap(row.keyId, row.wrapped, row.version);
  return {
    name: evidenceName(ctx, key, row),
    mediaType: row.mediaType,
    bytes: row.bytes,
    stream: await ctx.evidence.get(row.storageName, key),
  };
}

/** Headers under which evidence leaves: always as an attachment, never inline, never cached. */
export const attachmentHeaders = (file: {
  name: string;
  mediaType: string;
  bytes: number;
}): Record<string, string> => ({
  'content-type': file.mediaType.startsWith('text/') ? 'text/plain; charset=utf-8' : 'application/octet-stream',
  'content-length': String(file.bytes),
  'content-disposition': `attachment; filename="evidence"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'no-store',
});
