/** 公平竞争审查: when anybody may comment on a review, and when the body answers. Legal dates; both ends belong to the period. */
export const COMMENT_STANDINGS = ['none', 'before', 'open', 'over'] as const;
export type CommentStanding = (typeof COMMENT_STANDINGS)[number];

/** @returns `none`: it is no review, or names no last day */
export function commentStanding(
  of: { kind: string; commentsFrom?: string | null | undefined; commentsUntil?: string | null | undefined },
  today: string,
): CommentStanding {
  if (of.kind !== 'fair_competition_review' || !of.commentsUntil) return 'none';
  if (today > of.commentsUntil) return 'over';
  return of.commentsFrom && today < of.commentsFrom ? 'before' : 'open';
}
