import { type RatedCase, ratedCase } from '../../../../db/queries/rating-loop.ts';
import { DomainError } from '../../../domain/errors.ts';
import { grantsAbove } from '../../complaints/possible.ts';
import type { Ctx } from '../../context.ts';
import { hasRole } from '../../officials/authorise.ts';
import { type OpenFile, openFile } from '../../officials/open-file.ts';

export interface OpenLoop extends OpenFile {
  rated: RatedCase;
  /** Deals with the case for its handling body. */
  handles: boolean;
  approves: boolean;
  /** Supervises it from above. */
  above: boolean;
  /** Holds any role for the rated body itself. */
  ofRatedBody: boolean;
  hasSuperior: boolean;
}

/**
 * The case of a bad rating, with what the signed-in official is to it.
 * @throws DomainError auth.required | resource.not_found: no sight of the case, or no rating behind it
 */
export async function openLoop(ctx: Ctx, number: string): Promise<OpenLoop> {
  const opened = await openFile(ctx, number);
  const rated = opened.head.kind === 'service' ? await ratedCase(ctx.sql, opened.head.id) : null;
  if (!rated || opened.sight === 'asked') throw new DomainError('resource.not_found');
  const { head, official } = opened;
  const directory = await ctx.directory();
  const [handles, approves, above] = await Promise.all([
    head.handlerId ? hasRole(ctx, ['handler'], head.handlerId) : false,
    head.handlerId ? hasRole(ctx, ['approver'], head.handlerId) : false,
    grantsAbove(ctx, head).then((grants) => grants.some((grant) => grant.role === 'supervisor')),
  ]);
  return {
    ...opened,
    rated,
    handles,
    approves,
    above,
    ofRatedBody: official.grants.some((grant) => grant.bodyId === rated.bodyId),
    hasSuperior: head.watchingId !== null || (directory.bodies.get(rated.bodyId)?.parent ?? null) !== null,
  };
}
