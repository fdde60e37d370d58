import { takeLimit } from '../../../db/queries/limits.ts';
import { SendMessage } from '../../contracts/casework.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, concludeOwn, sayOwn } from './own-act.ts';

/** Messages of one case and hour: a conversation passes, a flood does not. */
const PER_HOUR = 30;

/** The complainant writes to the body that has the case. @throws DomainError request.invalid | case.transition_refused | request.rate_limited */
export async function message(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const { text } = parse(SendMessage, raw);
  await takeLimit(ctx.sql, `message/${own.caseId}`, PER_HOUR, 3600);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'message');
    const payload = await sayOwn(tx, ctx, own, held.now, 'message', text);
    await concludeOwn(tx, ctx, held, { event: 'messaged', payload });
  });
  return { number: own.number };
}
