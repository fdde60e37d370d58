import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { commitmentFiles, insertCommitmentFile } from '../../../db/queries/commitment-files.ts';
import { decisionsOf, findCommitment, notesOf } from '../../../db/queries/commitments.ts';
import { insertKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { MAX_FILE_BYTES } from '../../contracts/complaint.ts';
import { commitmentVisibleTo, holdsFor, PUBLIC_STATES } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ScanState } from '../../domain/evidence-scan.ts';
import { harmlessName } from '../../domain/file-name.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { openFileName } from '../disclosures/open-file-name.ts';
import { RUNNABLE } from '../evidence/keep-file.ts';
import { copyOf, type OpenedFile } from '../evidence/open-copy.ts';
import { UUID } from '../uuid.ts';
import { commitmentTags } from './change.ts';

const MOST = 60;
/** Who added a file that came with a registration. */
export const ENTERPRISE = 'enterprise';
export const fileNameContext = (id: string): string => `commitment-file/${id}/name`;

/**
 * Evidence of a note of progress or of an open proposal (`of`: the id of either): sealed in storage, its hash on the page, so
 * that whoever holds the document can show that it is the one. @throws DomainError auth.* | resource.not_found | upload.* | evidence.infected
 */
export async function addCommitmentEvidence(
  ctx: Ctx,
  id: string,
  of: string,
  file: { name: string; source: Readable },
): Promise<void> {
  let stored: Awaited<ReturnType<Ctx['evidence']['put']>> | null = null;
  try {
    await mayAdd(ctx, id);
    if (RUNNABLE.test(file.name.trim())) throw new DomainError('upload.type_refused');
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    const keyId = randomUUID();
    const made = ctx.keys.createKey(keyId);
    const put = await ctx.evidence.put(file.source, made.key, MAX_FILE_BYTES);
    stored = put;
    const seen = await ctx.scanner?.scan(await ctx.evidence.get(put.storageName, made.key));
    if (seen?.state === 'infected') throw new DomainError('evidence.infected');
    const fileId = randomUUID();
    await ctx.db.transaction(async (tx) => {
      const row = await findCommitment(tx, id, { lock: true });
      if (!row) throw new DomainError('resource.not_found');
      const note = (await notesOf(tx, id)).find((one) => one.id === of);
      const decision = (await decisionsOf(tx, id)).find((one) => one.id === of && one.state === 'proposed');
      if (!note && !decision) throw new DomainError('resource.not_found');
      if ((await commitmentFiles(tx, id)).length >= MOST) throw new DomainError('upload.too_many');
      const { now } = await databaseTime(tx);
      await insertKey(tx, { id: keyId, ...made });
      const sealedName = ctx.keys.seal(made.key, harmlessName(file.name, put.mediaType), fileNameContext(fileId));
      const belongs = { noteId: note?.id ?? null, decisionId: decision?.id ?? null };
      const by = { addedBy: nameOf(ctx.actor), addedAt: now, scan: seen?.state ?? ('unscanned' as const) };
      await insertCommitmentFile(tx, { id: fileId, commitmentId: id, keyId, sealedName, ...belongs, ...put, ...by });
      await appendEvent(tx, {
        subjectKind: 'commitment',
        subjectId: id,
        kind: 'evidence_added',
        actor: ctx.actor,
        bodyId: row.owedById,
        at: now,
        payload: { file: fileId, of, sha256: put.sha256.toString('hex') },
      });
      await invalidate(tx, commitmentTags(row));
    });
  } catch (error) {
    file.source.resume();
    if (stored) await ctx.evidence.remove(stored.storageName);
    throw error;
  }
}

async function mayAdd(ctx: Ctx, id: string): Promise<void> {
  if (ctx.actor.kind !== 'official') throw new DomainError('auth.required');
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  const reaches = await reachesOf(ctx);
  if (!row || commitmentVisibleTo(ctx.actor, row, reaches) !== 'all') throw new DomainError('resource.not_found');
  const desk = ['publisher', 'handler', 'approver', 'supervisor'] as const;
  if (!PUBLIC_STATES.includes(row.state) || !holdsFor(ctx.actor, desk, [row.owedById], reaches)) {
    throw new DomainError('auth.forbidden');
  }
}

export interface CommitmentEvidence {
  id: string;
  of: string; // note or decision
  name: string;
  bytes: number;
  sha256: string;
  scan: ScanState;
}

/** Evidence with its names, for officials who read the whole. The caller has asked who may. */
export async function commitmentEvidence(ctx: Ctx, id: string): Promise<CommitmentEvidence[]> {
  const rows = (await commitmentFiles(ctx.db, id)).filter((row) => !row.removedAt);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      of: row.noteId ?? row.decisionId ?? '',
      name: (await openFileName(ctx, row, fileNameContext(row.id)))?.name ?? '—',
      bytes: row.bytes,
      sha256: row.sha256.toString('hex'),
      scan: row.scan,
    })),
  );
}

/** A file of a commitment that the official may open. @throws DomainError resource.not_found */
export async function findCommitmentFile(ctx: Ctx, id: string, fileId: string) {
  const record = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  if (!record || ctx.actor.kind !== 'official') throw new DomainError('resource.not_found');
  if (commitmentVisibleTo(ctx.actor, record, await reachesOf(ctx)) !== 'all')
    throw new DomainError('resource.not_found');
  const file = (await commitmentFiles(ctx.db, id)).find((one) => one.id === fileId && !one.removedAt);
  const opened = file && (await openFileName(ctx, file, fileNameContext(file.id)));
  if (!file || !opened) throw new DomainError('resource.not_found');
  return { record, file, ...opened };
}

/**
 * One file as it was put forward, whose hash stands beside it; nothing with a virus, nothing unscanned but by a word. Opening
 * what an enterprise gave is written down. @throws DomainError resource.not_found | evidence.infected | evidence.unscanned
 */
export async function openCommitmentFile(
  ctx: Ctx,
  id: string,
  fileId: string,
  asked: { confirmed?: boolean } = {},
): Promise<OpenedFile> {
  const { record, file, name, key } = await findCommitmentFile(ctx, id, fileId);
  const opened = await copyOf(ctx, { ...file, name }, key, { confirmed: asked.confirmed === true, asItIs: true });
  if (file.addedBy === ENTERPRISE) {
    await logAccess(ctx.db, {
      userId: nameOf(ctx.actor),
      subjectKind: 'commitment',
      subjectId: id,
      field: 'evidence',
      reason: 'decide',
      category: 'handle',
      bodyId: record.owedById,
    });
  }
  return opened;
}
