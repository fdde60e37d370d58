import { randomUUID } from 'node:crypto';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { insertBatch, insertPart } from '../../../db/queries/imports.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { ImportUpload } from '../../contracts/import.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { IMPORT_KINDS } from '../disclosures/import-kinds.ts';
import { examine, type ImportSource } from '../disclosures/import-source.ts';
import { requireRole } from '../officials/authorise.ts';

const PART = 512 * 1024;
/** Of an upload by a form; larger tables are imported by the command. */
export const MOST_UPLOAD_BYTES = 20 * 1024 * 1024;

/**
 * Takes a file in; a job looks through it. Nothing of it is a record before a publisher applies it, and nothing public before
 * a second person approves. @throws DomainError auth.required | auth.forbidden | request.invalid
 */
export async function uploadImport(ctx: Ctx, input: unknown, source: ImportSource): Promise<{ id: string }> {
  const official = await requireRole(ctx, ['publisher'], null);
  const publisherId = official.grants.find((grant) => grant.role === 'publisher')?.bodyId ?? null;
  const { kind, reason } = parse(ImportUpload, input);
  const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  if (!IMPORT_KINDS.has(kind)) throw bad('kind', 'invalid_value');
  const file = await examine(source);
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    await insertBatch(tx, {
      id,
      kind,
      reason,
      publisherId,
      fileName:
        source.name
          .normalize('NFC')
          .replace(/[\p{C}/\\]/gu, '')
          .slice(-120) || kind,
      sha256: file.sha256,
      format: file.format,
      mode: 'partial',
      state: 'waiting',
      importedBy: official.id,
      startedAt: now,
    });
    let part = 0;
    let size = 0;
    for await (const bytes of pieces(source)) {
      size += bytes.length;
      if (size > MOST_UPLOAD_BYTES) throw bad('file', 'too_large');
      await insertPart(tx, id, part++, bytes);
    }
    if (part === 0) throw bad('file', 'required');
    await enqueue(tx, 'import.check', { batchId: id });
  });
  return { id };
}

async function* pieces(source: ImportSource): AsyncGenerator<Buffer> {
  for await (const chunk of source.open() as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += PART) yield chunk.subarray(at, at + PART);
  }
}
