import { findCommitment } from '../../../db/queries/commitments.ts';
import { findKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { commentsOf, countComments, roundOf } from '../../../db/queries/review-comments.ts';
import { commitmentVisibleTo, holdsFor } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import { type CommentStanding, commentStanding } from '../../domain/review-comments.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { UUID } from '../uuid.ts';
import { type CommentContent, commentContext } from './send.ts';

/** Comments that a page lists, the oldest first; all are counted. */
const LISTED = 500;

export interface ReviewStanding {
  standing: CommentStanding;
  from: string | null; // legal date
  until: string | null;
  /** Once answered: how many came, and when the body said so. The answer is a note of progress. */
  answered: { received: number; on: string } | null;
}

/** Where the comments on a public commitment stand, for its page; null: it is no review with a period. */
export async function reviewStanding(
  ctx: Pick<Ctx, 'db'>,
  of: { id: string; kind: string; commentsFrom: string | null; commentsUntil: string | null },
  today: string,
): Promise<ReviewStanding | null> {
  const standing = commentStanding(of, today);
  if (standing === 'none') return null;
  const round = await roundOf(ctx.db, of.id);
  const answered =
    round?.received !== null && round?.received !== undefined && round.answeredOn
      ? { received: round.received, on: round.answeredOn }
      : null;
  return { standing, from: of.commentsFrom, until: of.commentsUntil, answered };
}

export interface ReviewDesk {
  title: string;
  version: number;
  review: ReviewStanding;
  received: number;
  /** Null: erased at the end of its time. */
  comments: (CommentContent & { id: string; at: Date; checked: boolean })[] | null;
  /** The official answers for the body: contacts are his to see, and the answer his to write. */
  answers: boolean;
}

/**
 * All comments on a review, for officials of the body that owes it and of those above; the look is written down. Name and
 * contact are for whoever answers. @throws DomainError resource.not_found
 */
export async function reviewDesk(ctx: Ctx, id: string): Promise<ReviewDesk> {
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  const reaches = await reachesOf(ctx);
  if (!row || ctx.actor.kind !== 'official' || commitmentVisibleTo(ctx.actor, row, reaches) !== 'all')
    throw new DomainError('resource.not_found');
  const { today } = await databaseTime(ctx.db);
  const { commentsFrom = null, commentsUntil = null } = row.facts;
  const review = await reviewStanding(ctx, { id, kind: row.kind, commentsFrom, commentsUntil }, today);
  if (!review) throw new DomainError('resource.not_found');
  const answers = holdsFor(ctx.actor, ['publisher'], [row.owedById], reaches);
  const [round, received] = await Promise.all([roundOf(ctx.db, id), countComments(ctx.db, id)]);
  const kept = round && (await findKey(ctx.db, round.keyId));
  const base = { title: row.title, version: row.version, review, received, answers };
  if (!round || !kept) return { ...base, comments: [] };
  if (!kept.wrapped) return { ...base, comments: null };
  const key = ctx.keys.unwrap(round.keyId, kept.wrapped, kept.version);
  const rows = await commentsOf(ctx.sql, id, LISTED);
  const field = answers ? 'contact' : 'narrative';
  const reading = { userId: nameOf(ctx.actor), subjectKind: 'commitment', subjectId: id, bodyId: row.owedById };
  await logAccess(ctx.db, { ...reading, field, reason: 'comments', category: 'handle' });
  const comments = rows.map(({ id: comment, at, checked, sealed }) => {
    const said = JSON.parse(ctx.keys.open(key, sealed, commentContext(comment)).toString('utf8')) as CommentContent;
    return { id: comment, at, checked, ...said, ...(answers ? {} : { name: null, contact: null }) };
  });
  return { ...base, comments };
}
