import { randomUUID } from 'node:crypto';
import { findCommitment } from '../../../db/queries/commitments.ts';
import { findKey, insertKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import {
  countComments,
  insertComment,
  insertRound,
  knownComment,
  roundOf,
} from '../../../db/queries/review-comments.ts';
import { ReviewComment } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import { commentStanding } from '../../domain/review-comments.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { requestPurpose } from '../disclosures/rights/file.ts';
import { UUID } from '../uuid.ts';

/** Comments that one review takes. */
const MOST = 5000;
export interface CommentContent {
  words: string;
  name: string | null;
  contact: string | null;
}
export const commentContext = (id: string): string => `review-comment/${id}`;

/**
 * Anybody comments on a fair-competition review while it is open to comments, once per submission id; sealed with the key of
 * the review. Nothing of the sender is kept but what was written.
 * @throws DomainError resource.not_found | commitment.comments_closed | request.invalid | request.rate_limited
 */
export async function sendComment(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const open = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  if (!open || commitmentVisibleTo({ kind: 'public' }, open) !== 'public') throw new DomainError('resource.not_found');
  const input = parse(ReviewComment, raw);
  const submissionHash = sha256(input.submissionId);
  if (await knownComment(ctx.db, submissionHash)) return; // the same form again
  await takeLimit(ctx.sql, `filing/${ctx.source}`, ctx.limits.filings, 3600);
  const check = await ctx.humanCheck.verify(input.humanCheck, requestPurpose(input.submissionId));
  await ctx.db.transaction(async (tx) => {
    const row = await findCommitment(tx, id, { lock: true });
    const { now, today } = await databaseTime(tx);
    if (!row || commentStanding({ kind: row.kind, ...row.facts }, today) !== 'open')
      throw new DomainError('commitment.comments_closed');
    if ((await countComments(tx, id)) >= MOST) throw new DomainError('request.rate_limited');
    const commentId = randomUUID();
    const content: CommentContent = { words: input.words, name: input.name ?? null, contact: input.contact ?? null };
    const key = await keyOfRound();
    const sealed = ctx.keys.seal(key, JSON.stringify(content), commentContext(commentId));
    const checked = check === 'passed';
    await insertComment(tx, { id: commentId, commitmentId: id, submissionHash, sealed, checked, at: now });

    /** Of the round that there is, or of one that begins with this comment. */
    async function keyOfRound(): Promise<Buffer> {
      const round = await roundOf(tx, id);
      if (!round) {
        const keyId = randomUUID();
        const made = ctx.keys.createKey(keyId);
        await insertKey(tx, { id: keyId, ...made });
        await insertRound(tx, id, keyId);
        return made.key;
      }
      const kept = await findKey(tx, round.keyId);
      if (!kept?.wrapped) throw new DomainError('commitment.comments_closed'); // erased with an earlier round
      return ctx.keys.unwrap(round.keyId, kept.wrapped, kept.version);
    }
  });
}
