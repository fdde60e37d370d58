import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { decideFlagRow, findFlag } from '../../../../db/queries/rating-flags.ts';
import { parse } from '../../../contracts/parse.ts';
import { DecideFlag } from '../../../contracts/rating-loop.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { requireOfficial, subordinate } from '../../officials/authorise.ts';

/**
 * Notes what a superior made of a flag: words and one of three decisions. It changes no count; whoever belongs to the flagged body
 * does not decide on it. @throws DomainError auth.* | resource.* | request.invalid | setting.version_conflict: decided before
 */
export async function decideFlag(ctx: Ctx, raw: unknown): Promise<void> {
  const official = requireOfficial(ctx);
  const input = parse(DecideFlag, raw);
  const flag = await findFlag(ctx.db, input.id.toLowerCase());
  const directory = await ctx.directory();
  const by = flag
    ? official.grants.find(
        ({ role, bodyId }) =>
          role === 'supervisor' && bodyId !== flag.bodyId && subordinate(directory, bodyId, flag.bodyId),
      )
    : undefined;
  if (!flag) throw new DomainError('resource.not_found');
  if (!by || official.grants.some((grant) => grant.bodyId === flag.bodyId)) throw new DomainError('auth.forbidden');
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const changed = await decideFlagRow(tx, flag.id, {
      decision: input.decision,
      words: input.text,
      decidedBy: official.id,
      decidedBody: by.bodyId,
      decidedAt: now,
    });
    if (!changed) throw new DomainError('setting.version_conflict');
    await appendEvent(tx, {
      subjectKind: 'rating',
      subjectId: flag.id,
      kind: 'flag_decided',
      actor: ctx.actor,
      bodyId: by.bodyId,
      at: now,
      payload: { flag: flag.kind, point: flag.servicePointId, day: flag.day, decision: input.decision },
    });
  });
}
