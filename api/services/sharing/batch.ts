import { randomUUID } from 'node:crypto';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { findDisclosures } from '../../../db/queries/imports.ts';
import { goesByPost } from '../../../db/queries/share-endpoint.ts';
import {
  type BatchRow,
  dropMessages,
  findBatch,
  findDestination,
  insertBatch,
  lastBatch,
  messagesOfBatch,
  type SentRow,
  takeWaiting,
} from '../../../db/queries/sharing.ts';
import type { ShareManifest } from '../../contracts/sharing.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { nameOf } from '../disclosures/change.ts';
import { requireRole } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';
import { known, requireSharer, SHARE_READERS } from './authorise.ts';
import { contentOf, fileName, fileOf, manifestOf, messageOf } from './lines.ts';

/** Messages of one batch: a file that every machine reads at once. */
const MOST = 2000;

export interface MadeBatch {
  id: string;
  number: number;
  messages: number;
}

/**
 * Puts what waits for a destination into the next batch, oldest first; from here on it counts as sent. Each record is asked once
 * more whether it is public. `posted`: it goes by itself and stays the next one until it is taken. Null: nothing waits.
 * @throws DomainError auth.required | auth.forbidden | resource.not_found | request.invalid
 */
export async function makeBatch(ctx: Ctx, code: string, { posted = false } = {}): Promise<MadeBatch | null> {
  const bodyId = await requireSharer(ctx);
  const directory = await ctx.directory();
  return ctx.db.transaction(async (tx) => {
    const destination = known(await findDestination(tx, code, { lock: true }));
    // A file between two posts would be a gap to the platform.
    if (!posted && (await goesByPost(tx, destination.id)))
      throw new DomainError('request.invalid', { fields: [{ path: 'action', code: 'goes_by_post' }] });
    const waiting = await takeWaiting(tx, destination.id, MOST);
    const wanted = waiting.filter(({ act }) => act !== 'remove').map((row) => row.disclosureId);
    const records = new Map((await findDisclosures(tx, wanted)).map((record) => [record.id, record]));
    const gone: number[] = [];
    const rows: SentRow[] = [];
    for (const { id, act, reason, disclosureId } of waiting) {
      const base = { number: id, act, reason, state: 'sent' as const, record: disclosureId };
      const record = records.get(disclosureId);
      if (act === 'remove') rows.push({ ...base, version: 0, content: null });
      else if (!record || visibleTo({ kind: 'public' }, record) !== 'public') gone.push(id);
      else rows.push({ ...base, version: record.version, content: contentOf(record, directory, ctx.publicUrl) });
    }
    await dropMessages(tx, gone);
    if (rows.length === 0) return null;
    const file = fileOf(rows.map(messageOf));
    const [{ now }, last] = await Promise.all([databaseTime(tx), lastBatch(tx, destination.id)]);
    const batch = {
      id: randomUUID(),
      destinationId: destination.id,
      number: (last?.number ?? 0) + 1,
      madeBy: nameOf(ctx.actor),
      madeAt: now,
      messages: rows.length,
      bytes: Buffer.byteLength(file),
      sha256: sha256(file),
      previous: last?.sha256 ?? null,
      posted,
    };
    const sent = rows.map((row) => ({
      id: row.number,
      version: row.act === 'remove' ? null : row.version,
      content: row.content,
    }));
    await insertBatch(tx, batch, sent);
    await appendEvent(tx, {
      subjectKind: 'sharing',
      subjectId: destination.id,
      kind: 'share_sent',
      actor: ctx.actor,
      bodyId,
      at: now,
      payload: { destination: code, batch: batch.number, messages: rows.length, sha256: batch.sha256.toString('hex') },
    });
    return { id: batch.id, number: batch.number, messages: rows.length };
  });
}

/**
 * The file of a batch and its manifest, as often as it is asked for: what was received meanwhile, or is no longer public, stands
 * in it as void. @throws DomainError auth.required | auth.forbidden | resource.not_found
 */
export async function readBatch(
  ctx: Ctx,
  id: string,
): Promise<{ batch: BatchRow; name: string; file: string; manifest: ShareManifest }> {
  await requireRole(ctx, SHARE_READERS, null);
  return batchFile(ctx, id);
}

/** The same for whoever posts it. @throws DomainError resource.not_found */
export async function batchFile(
  ctx: Pick<Ctx, 'sql' | 'place'>,
  id: string,
): Promise<{ batch: BatchRow; name: string; file: string; manifest: ShareManifest }> {
  const batch = UUID.test(id) ? await findBatch(ctx.sql, id) : null;
  if (!batch) throw new DomainError('resource.not_found');
  const messages = (await messagesOfBatch(ctx.sql, id)).map(messageOf);
  const file = fileOf(messages);
  return { batch, name: fileName(batch), file, manifest: manifestOf(batch, messages, file, ctx.place.name) };
}
