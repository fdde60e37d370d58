import { townshipCommitments } from '../../../db/queries/benefits.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { type PublicCommitment, publicCommitment } from '../../domain/commitment-view.ts';
import type { Ctx } from '../context.ts';

const SHOWN = 5; // of a topic

/** Public commitments of townships and sub-districts in a place by topic: the newest of each, and how many there are. */
export async function townshipAffairs(
  ctx: Ctx,
  division: string,
): Promise<Map<string, { count: number; items: PublicCommitment[] }>> {
  const [{ today }, rows] = await Promise.all([
    databaseTime(ctx.db),
    townshipCommitments(ctx.db, ctx.sql, division, SHOWN),
  ]);
  const topics = Map.groupBy(rows, ({ row }) => row.facts.topic ?? '');
  return new Map(
    [...topics].map(([topic, found]) => [
      topic,
      { count: found[0]?.count ?? 0, items: found.map(({ row }) => publicCommitment(row, today)) },
    ]),
  );
}
