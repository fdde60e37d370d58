import { holdCase } from '../../../db/queries/cases.ts';
import { MessageComplainant } from '../../contracts/casework.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { beginAct, conclude, say } from './official-act.ts';

/** The body writes to the complainant; nothing but the conversation changes (a first contact meets its clock). */
export async function write(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'message', MessageComplainant, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, act.head.id);
    if (!held) throw new DomainError('resource.not_found');
    const words = await say(tx, ctx, act, held.now, 'message', input.text);
    await conclude(tx, ctx, act, held, { event: 'messaged', payload: { ...words }, template: 'case.written' });
  });
  return { number: act.head.number };
}
