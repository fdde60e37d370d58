import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { MAX_FILE_BYTES, type UploadAnswer } from '../../contracts/complaint.ts';
import { DomainError } from '../../domain/errors.ts';
import { harmlessName } from '../../domain/file-name.ts';
import type { Ctx } from '../context.ts';

/** Text that a desktop would run when opened; its content alone looks like any other text. */
export const RUNNABLE =
  /\.(?:html?|xhtml|svgz?|xml|xsl|js|mjs|jse|vbs?|vbe|wsf|wsh|hta|bat|cmd|com|ps1|psm1|sh|py|pl|php|rb|jar|url|lnk|reg|inf|scf|desktop|scr|exe|dll|msi)$/i;

/** The row of a file that lies sealed in storage. */
export interface StoredFile {
  id: string;
  sealedName: Buffer;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
  storageName: string;
}

/**
 * Stores one file under a key: first the bytes, whole and on the disk, then the row by `insert`. What is refused there for
 * certain is removed again.
 * @param sealedFor what the name of a file is sealed for, by its id
 * @param insert writes the row; `full`: as many as there may be, `gone`: nothing can be added any more
 * @throws DomainError upload.too_large | upload.too_many | upload.type_refused | upload.incomplete | upload.not_stored
 *   | case.transition_refused
 */
export async function keepFile(
  ctx: Ctx,
  key: Buffer,
  file: { name: string; source: Readable },
  sealedFor: (id: string) => string,
  insert: (row: StoredFile) => Promise<'added' | 'full' | 'gone'>,
): Promise<UploadAnswer> {
  if (RUNNABLE.test(file.name.trim())) {
    file.source.resume();
    throw new DomainError('upload.type_refused');
  }
  const stored = await ctx.evidence.put(file.source, key, MAX_FILE_BYTES).catch((error: unknown) => {
    // The alarm: whoever runs the portal must make room.
    if (error instanceof DomainError && error.code === 'upload.not_stored')
      ctx.log.error({ requestId: ctx.requestId, err: String(error.cause) }, 'evidence could not be stored');
    throw error;
  });
  const id = randomUUID();
  const name = harmlessName(file.name, stored.mediaType);
  const sealedName = ctx.keys.seal(key, JSON.stringify({ name }), sealedFor(id));
  let outcome: 'added' | 'full' | 'gone';
  try {
    outcome = await insert({ id, sealedName, ...stored });
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
