import {
  type ComplaintCounts,
  commitmentOfNumber,
  complaintsAbout,
} from '../../../db/queries/commitment-complaints.ts';
import type { Ctx } from '../context.ts';

/** Fewer complaints than this could show who complained: that there are some is said, and no more. */
export const LEAST_COMPLAINTS = 3;

export type CommitmentComplaints =
  | { shown: 'none' }
  | { shown: 'few'; least: number }
  | { shown: 'all'; counts: ComplaintCounts };

/** What the public may know of the complaints that began at a commitment. */
export async function commitmentComplaints(ctx: Pick<Ctx, 'sql'>, id: string): Promise<CommitmentComplaints> {
  const counts = await complaintsAbout(ctx.sql, id);
  if (counts.received === 0) return { shown: 'none' };
  if (counts.received < LEAST_COMPLAINTS) return { shown: 'few', least: LEAST_COMPLAINTS };
  return { shown: 'all', counts };
}

/** The public commitment that a case began at; the caller has asked who may see the case. */
export const commitmentOfCase = (
  ctx: Pick<Ctx, 'sql'>,
  number: string,
): Promise<{ id: string; title: string } | null> => commitmentOfNumber(ctx.sql, number);
