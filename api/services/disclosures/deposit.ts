import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { filesOf, insertFile } from '../../../db/queries/disclosure-files.ts';
import { insertKey } from '../../../db/queries/disclosure-rights.ts';
import { findDisclosure } from '../../../db/queries/disclosures.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { MAX_FILE_BYTES } from '../../contracts/complaint.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import { harmlessName } from '../../domain/file-name.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { changeDisclosure, nameOf, reachesOf } from './change.ts';
import { openFileName } from './open-file-name.ts';

const MOST = 10;
const nameContext = (id: string): string => `disclosure-file/${id}/name`;

/**
 * The document that a draft rests on: sealed in storage, its hash beside every fact that is taken from it. Whoever deposits it
 * is an author of the record. @throws DomainError upload.* | evidence.infected | those of changeDisclosure
 */
export async function depositDocument(ctx: Ctx, id: string, file: { name: string; source: Readable }): Promise<void> {
  let stored: Awaited<ReturnType<Ctx['evidence']['put']>> | null = null;
  try {
    await requireRole(ctx, ['publisher'], null);
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    const keyId = randomUUID();
    const made = ctx.keys.createKey(keyId);
    const put = await ctx.evidence.put(file.source, made.key, MAX_FILE_BYTES);
    stored = put;
    const seen = await ctx.scanner?.scan(await ctx.evidence.get(put.storageName, made.key));
    if (seen?.state === 'infected') throw new DomainError('evidence.infected');
    const fileId = randomUUID();
    await changeDisclosure(ctx, id, null, 'edit', async (_record, { now }, tx) => {
      if ((await filesOf(tx, id)).length >= MOST) throw new DomainError('upload.too_many');
      await insertKey(tx, { id: keyId, ...made });
      const sealedName = ctx.keys.seal(made.key, harmlessName(file.name, put.mediaType), nameContext(fileId));
      const by = { addedBy: nameOf(ctx.actor), addedAt: now };
      await insertFile(tx, { id: fileId, disclosureId: id, keyId, sealedName, ...put, ...by });
      return { set: {}, event: 'drafted', payload: { document: fileId, sha256: put.sha256.toString('hex') } };
    });
  } catch (error) {
    file.source.resume();
    if (stored) await ctx.evidence.remove(stored.storageName);
    throw error;
  }
}

export interface Deposited {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
}

/** Documents of a record with their names, for officials who read the whole of it. */
export async function depositedDocuments(ctx: Ctx, id: string): Promise<Deposited[]> {
  const rows = await filesOf(ctx.db, id);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: (await openFileName(ctx, row, nameContext(row.id)))?.name ?? '—',
      bytes: row.bytes,
      sha256: row.sha256.toString('hex'),
    })),
  );
}

/** One document as it was deposited, for those who read the whole record. @throws DomainError resource.not_found */
export async function openDocument(
  ctx: Ctx,
  id: string,
  fileId: string,
): Promise<{ name: string; mediaType: string; bytes: number; stream: Readable }> {
  const record = /^[0-9a-f-]{36}$/.test(id) ? await findDisclosure(ctx.db, id) : null;
  if (!record || ctx.actor.kind !== 'official') throw new DomainError('resource.not_found');
  if (visibleTo(ctx.actor, record, await reachesOf(ctx)) !== 'all') throw new DomainError('resource.not_found');
  const row = (await filesOf(ctx.db, id)).find((one) => one.id === fileId);
  const opened = row && (await openFileName(ctx, row, nameContext(row.id)));
  if (!row || !opened) throw new DomainError('resource.not_found');
  const { mediaType, bytes } = row;
  return { name: opened.name, mediaType, bytes, stream: await ctx.evidence.get(row.storageName, opened.key) };
}
