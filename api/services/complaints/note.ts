import { holdCase } from '../../../db/queries/cases.ts';
import { NoteCase } from '../../contracts/casework.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { beginAct, say } from './official-act.ts';

/** A note among colleagues: it never leaves the body, and is no event of the case. */
export async function note(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'note', NoteCase, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, act.head.id);
    if (!held) throw new DomainError('resource.not_found');
    await say(tx, ctx, act, held.now, 'note', input.text);
  });
  return { number: act.head.number };
}
