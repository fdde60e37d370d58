import { SendMessage } from '../../contracts/casework.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, changeOwn, concludeOwn, sayOwn } from './own-act.ts';

/** The complainant answers what the body asked for: the clocks go on where they stopped. */
export async function supply(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const { text } = parse(SendMessage, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'supply');
    await changeOwn(tx, held, 'supply');
    const payload = await sayOwn(tx, ctx, own, held.now, 'supply', text);
    await concludeOwn(tx, ctx, held, { event: 'supplied', payload, clocks: 'supplied' });
  });
  return { number: own.number };
}
