import { holdCase } from '../../../db/queries/cases.ts';
import { NoteCase } from '../../contracts/casework.ts';
import { transitionOf } from '../../domain/case-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { beginAct, say } from './official-act.ts';

/**
 * A note among colleagues, for the body that its writer acts for and those above it: it never leaves them, and is no event
 * of the case.
 */
export async function note(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'note', NoteCase, raw);
  const { handlerId, acceptingId, watchingId } = act.head;
  const acting = await bodiesOf(ctx, transitionOf('note').roles);
  const bodyId = [handlerId, acceptingId, watchingId].find((id) => id !== null && acting.has(id)) ?? handlerId;
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, act.head.id);
    if (!held) throw new DomainError('resource.not_found');
    await say(tx, ctx, act, held.now, 'note', input.text, bodyId);
  });
  return { number: act.head.number };
}
