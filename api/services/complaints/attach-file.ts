import type { Readable } from 'node:stream';
import { dropAttachment, insertAttachment, unsentAttachments } from '../../../db/queries/answers.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { MAX_FILES, type UploadAnswer } from '../../contracts/complaint.ts';
import { refusal } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type OpenFile, openFile } from '../officials/open-file.ts';
import { addEvidence } from './add-evidence.ts';
import { refused } from './official-act.ts';
import { officialFacts, rolesFor } from './possible.ts';

/** Files of officials in one case, all purposes together; those of the complainant are counted apart. */
export const OFFICIAL_FILES = 40;

export const OFFICIAL_PURPOSES = ['answer', 'performance', 'settlement', 'determination'] as const;
export type Purpose = (typeof OFFICIAL_PURPOSES)[number];
/** Files may be added while what they belong to may be sent. */
const ACTIONS = {
  answer: 'answer',
  performance: 'report_performance',
  settlement: 'settle',
  determination: 'determine',
} as const;

/**
 * A file that goes with the answer, the report of what was done, a settlement or a determination: kept with the official's
 * draft until that is sent.
 * @throws DomainError auth.* | resource.* | request.invalid | case.transition_refused | request.rate_limited | upload.*
 */
export async function attachFile(
  ctx: Ctx,
  number: string,
  purpose: string | undefined,
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  try {
    const { head, official, key } = await mayAttach(ctx, number, purpose);
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    const mine = await unsentAttachments(ctx.db, { caseId: head.id, purpose: purpose as Purpose, userId: official.id });
    if (mine >= MAX_FILES) throw new DomainError('upload.too_many');
    const to = { keyId: head.keyId, key, caseId: head.id, uploadedBy: 'official' as const, max: OFFICIAL_FILES };
    const stored = await addEvidence(ctx, to, file);
    await insertAttachment(ctx.db, {
      evidenceId: stored.id,
      caseId: head.id,
      purpose: purpose as Purpose,
      userId: official.id,
      bodyId: head.handlerId ?? '',
    });
    return stored;
  } catch (error) {
    file.source.resume();
    throw error;
  }
}

/** Takes an unsent file of one's own away again. @throws DomainError resource.not_found */
export async function detachFile(ctx: Ctx, number: string, evidenceId: string): Promise<void> {
  const { head, official } = await openFile(ctx, number);
  const known = /^[0-9a-f-]{36}$/.test(evidenceId);
  const storageName = known
    ? await dropAttachment(ctx.sql, { caseId: head.id, evidenceId, userId: official.id })
    : null;
  if (storageName === null) throw new DomainError('resource.not_found');
  await ctx.evidence.remove(storageName);
}

async function mayAttach(ctx: Ctx, number: string, purpose: string | undefined): Promise<OpenFile & { key: Buffer }> {
  const opened = await openFile(ctx, number);
  const { head, key } = opened;
  const action = ACTIONS[purpose as Purpose];
  if (!action) throw new DomainError('request.invalid', { fields: [{ path: 'purpose', code: 'invalid_value' }] });
  const roles = await rolesFor(ctx, head, action);
  const reason = refusal(action, await officialFacts(ctx, head), { side: 'official', roles });
  if (reason === 'role' || reason === 'not_yours') throw new DomainError('auth.forbidden');
  if (reason) throw refused(action, head.state, reason);
  if (!key) throw new DomainError('case.erased');
  return { ...opened, key };
}
