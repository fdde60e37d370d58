import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type EvidenceRow, insertEvidence } from '../../../db/queries/evidence.ts';
import { MAX_FILE_BYTES, MAX_FILES, type UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import { harmlessName } from '../../domain/file-name.ts';
import type { Ctx } from '../context.ts';

/** Text that a desktop would run when opened; its content alone looks like any other text. */
export const RUNNABLE =
  /\.(?:html?|xhtml|svgz?|xml|xsl|js|mjs|jse|vbs?|vbe|wsf|wsh|hta|bat|cmd|com|ps1|psm1|sh|py|pl|php|rb|jar|url|lnk|reg|inf|scf|desktop|scr|exe|dll|msi)$/i;

/**
 * Stores one file under the key of a case or of a submission to come: first the bytes, whole and on the disk, then the row.
 * Also used where a complainant or an official adds material later.
 * @throws DomainError upload.too_large | upload.too_many | upload.type_refused | upload.incomplete | upload.not_stored
 *   | case.transition_refused
 */
export async function addEvidence(
  ctx: Ctx,
  to: { keyId: string; key: Buffer; caseId: string | null; uploadedBy: 'complainant' | 'official'; max?: number },
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  if (RUNNABLE.test(file.name.trim())) {
    file.source.resume();
    throw new DomainError('upload.type_refused');
  }
  const stored = await ctx.evidence.put(file.source, to.key, MAX_FILE_BYTES).catch((error: unknown) => {
    // The alarm: whoever runs the portal must make room.
    if (error instanceof DomainError && error.code === 'upload.not_stored')
      ctx.log.error({ requestId: ctx.requestId, err: String(error.cause) }, 'evidence could not be stored');
    throw error;
  });
  const id = randomUUID();
  const name = harmlessName(file.name, stored.mediaType);
  let outcome: 'added' | 'full' | 'gone';
  try {
    outcome = await insertEvidence(
      ctx.sql,
      {
        id,
        keyId: to.keyId,
        caseId: to.caseId,
        sealedName: ctx.keys.seal(to.key, JSON.stringify({ name }), `evidence/${id}/name`),
        uploadedBy: to.uploadedBy,
        ...stored,
      },
      to.max ?? MAX_FILES,
    );
  } catch (error) {
    // The server itself refused (no disk, no memory): nothing was written, and nobody will ask for the file.
    if (/^53/.test(String((error as { code?: unknown }).code))) await ctx.evidence.remove(stored.storageName);
    // Otherwise it is unknown whether the row was written: the sweep removes the file where it was not.
    ctx.log.warn({ requestId: ctx.requestId }, 'an upload was stored, but its row is uncertain');
    throw error;
  }
  if (outcome !== 'added') {
    await ctx.evidence.remove(stored.storageName);
    throw outcome === 'full'
      ? new DomainError('upload.too_many')
      : new DomainError('case.transition_refused', { params: { action: 'upload', state: 'filed' } });
  }
  return { id, name, bytes: stored.bytes, mediaType: stored.mediaType };
}

export function evidenceName(ctx: Pick<Ctx, 'keys'>, key: Buffer, row: Pick<EvidenceRow, 'id' | 'sealedName'>): string {
  const opened = JSON.parse(ctx.keys.open(key, row.sealedName, `evidence/${row.id}/name`).toString('utf8')) as {
    name: string;
  };
  return opened.name;
}
