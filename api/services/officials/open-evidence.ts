import { sharedFiles } from '../../../db/queries/answers.ts';
import { caseEvidence, type EvidenceHead } from '../../../db/queries/case-file.ts';
import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { ReadOriginal } from '../../contracts/privacy.ts';
import { DomainError } from '../../domain/errors.ts';
import { evidenceName } from '../complaints/add-evidence.ts';
import type { Ctx } from '../context.ts';
import { copyOf, type OpenedFile } from '../evidence/open-copy.ts';
import { type OpenFile, openFile } from './open-file.ts';
import { readingBody } from './reading.ts';

/** How a file is asked for. Left out: the copy for the handler, of a file that was found clean. */
export interface Asked {
  /** "I know that nobody has looked for viruses in it." */
  confirmed?: boolean;
  /** The file as it was made, with what its maker wrote into it: {reason, category} of ReadOriginal. */
  original?: unknown;
}

/** A file of a case that the official may open, and for which body. @throws DomainError as openEvidence */
export async function findEvidence(
  ctx: Ctx,
  number: string,
  evidenceId: string,
): Promise<{ case: OpenFile; key: Buffer; file: EvidenceHead; bodyId: string | null }> {
  const found = await openFile(ctx, number);
  const { head, key } = found;
  if (!key) throw new DomainError('case.erased');
  const file = (await caseEvidence(ctx.sql, head.id)).find((row) => row.id === evidenceId);
  if (!file) throw new DomainError('resource.not_found');
  if (file.uploadedBy === 'official') {
    await ownFile(ctx, found, file.id);
    return { case: found, key, file, bodyId: null };
  }
  // What the complainant filed is read as far as it was released, and each reading is shown to the complainant.
  const bodyId = await readingBody(ctx, head, 'evidence');
  if (!bodyId) throw new DomainError('auth.forbidden');
  return { case: found, key, file, bodyId };
}

/**
 * One file of a case. Pictures of complainants leave as a copy without metadata, everything else as it is; nothing in which a
 * virus was found leaves at all. Who opened it is logged; an original is an event too, which the complainant sees.
 * @throws DomainError auth.required | auth.forbidden | resource.not_found | case.erased | request.invalid |
 *   evidence.infected | evidence.unscanned | evidence.no_copy
 */
export async function openEvidence(
  ctx: Ctx,
  number: string,
  evidenceId: string,
  asked: Asked = {},
): Promise<OpenedFile> {
  const { case: found, key, file, bodyId } = await findEvidence(ctx, number, evidenceId);
  const original = asked.original === undefined ? null : parse(ReadOriginal, asked.original);
  const opened = await copyOf(ctx, { ...file, name: evidenceName(ctx, key, file) }, key, {
    confirmed: asked.confirmed === true,
    asItIs: original !== null || file.uploadedBy === 'official',
  });

  const { id: caseId } = found.head;
  // A body's own file is no reading of anybody.
  if (bodyId)
    await ctx.db.transaction(async (tx) => {
      await logAccess(tx, {
        userId: found.official.id,
        subjectKind: 'evidence',
        subjectId: file.id,
        field: 'evidence',
        reason: original?.reason ?? 'case',
        caseId,
        bodyId,
        category: original?.category ?? 'handle',
      });
      if (!original) return;
      const held = await holdCase(tx, caseId);
      await appendEvent(tx, {
        subjectKind: 'case',
        subjectId: caseId,
        kind: 'evidence_read',
        actor: ctx.actor,
        bodyId,
        at: held?.now ?? new Date(),
        payload: { evidence: file.id, category: original.category },
      });
    });
  return opened;
}

/** What officials attached is for the bodies that deal with the case; to one that passed it on only what was sent. */
async function ownFile(ctx: Ctx, { head, sight }: OpenFile, evidenceId: string): Promise<void> {
  if (sight === 'deals') return;
  const sent = await sharedFiles(ctx.sql, head.id);
  if (!sent.some(({ id }) => id === evidenceId)) throw new DomainError('resource.not_found');
}
