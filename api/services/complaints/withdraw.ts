import { endMerge } from '../../../db/queries/groups.ts';
import { WithdrawCase } from '../../contracts/casework.ts';
import { parse } from '../../contracts/parse.ts';
import type { CaseState } from '../../domain/case.ts';
import type { Ctx } from '../context.ts';
import { splitAll } from '../groups/merge.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, changeOwn, concludeOwn, sayOwn } from './own-act.ts';

/** The complainant takes the case back; it stays on record as withdrawn, and all clocks end. */
export async function withdraw(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string; state: CaseState }> {
  const { text } = parse(WithdrawCase, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'withdraw');
    await changeOwn(tx, held, 'withdraw');
    await endMerge(tx, { caseId: own.caseId, by: 'complainant', at: held.now });
    await splitAll(tx, own.caseId, held.now);
    const payload = await sayOwn(tx, ctx, own, held.now, 'message', text);
    await concludeOwn(tx, ctx, held, { event: 'withdrawn', payload, clocks: 'withdrawn' });
  });
  return { number: own.number, state: 'withdrawn' };
}
