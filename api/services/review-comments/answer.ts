import { randomUUID } from 'node:crypto';
import { findCommitment, insertNote } from '../../../db/queries/commitments.ts';
import { insertKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { answerRound, countComments, insertRound, roundOf } from '../../../db/queries/review-comments.ts';
import { ReviewAnswer } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { commitmentVisibleTo, holdsFor, PUBLIC_STATES } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import { commentStanding } from '../../domain/review-comments.ts';
import { commitmentTags } from '../commitments/change.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { UUID } from '../uuid.ts';

/**
 * After the period the body publishes how many comments came, counted and not typed, and its answer as a note of the review;
 * once. @throws DomainError resource.not_found | auth.forbidden | request.invalid | commitment.version_conflict |
 *   commitment.transition_refused (the period is not over, or it was answered)
 */
export async function answerComments(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const reaches = await reachesOf(ctx);
  const { version, words } = parse(ReviewAnswer, raw);
  await ctx.db.transaction(async (tx) => {
    const row = UUID.test(id) ? await findCommitment(tx, id, { lock: true }) : null;
    if (!row || ctx.actor.kind !== 'official' || commitmentVisibleTo(ctx.actor, row, reaches) !== 'all')
      throw new DomainError('resource.not_found');
    if (!holdsFor(ctx.actor, ['publisher'], [row.owedById], reaches)) throw new DomainError('auth.forbidden');
    if (row.version !== version) throw new DomainError('commitment.version_conflict');
    const { now, today } = await databaseTime(tx);
    const round = await roundOf(tx, id);
    const over = commentStanding({ kind: row.kind, ...row.facts }, today) === 'over';
    if (!over || !PUBLIC_STATES.includes(row.state) || round?.answeredOn)
      throw new DomainError('commitment.transition_refused', { params: { action: 'answer', state: row.state } });
    if (!round) {
      // Nobody commented: that is an answer too, and needs its row.
      const keyId = randomUUID();
      await insertKey(tx, { id: keyId, ...ctx.keys.createKey(keyId) });
      await insertRound(tx, id, keyId);
    }
    const noteId = randomUUID();
    const received = await countComments(tx, id);
    await insertNote(tx, {
      id: noteId,
      commitmentId: id,
      milestoneId: null,
      words,
      doneOn: today,
      writtenBy: nameOf(ctx.actor),
      bodyId: row.owedById,
      writtenAt: now,
    });
    await answerRound(tx, id, { received, noteId, at: now });
    await appendEvent(tx, {
      subjectKind: 'commitment',
      subjectId: id,
      kind: 'comments_answered',
      actor: ctx.actor,
      bodyId: row.owedById,
      at: now,
      payload: { note: noteId, received },
    });
    await invalidate(tx, commitmentTags(row));
  });
}
