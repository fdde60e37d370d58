import { shareExplanations } from '../../../db/queries/explanations.ts';
import { ShareExplanation } from '../../contracts/answers.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type Acted, acted, beginAct, change, conclude } from './official-act.ts';

/** The handler lets the complainant read what the body complained of wrote, with its files. */
export async function shareExplanation(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'share_explanation', ShareExplanation, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const explanation = input.explanationId.toLowerCase();
    if (!(await shareExplanations(tx, act.head.id, explanation)))
      throw new DomainError('request.invalid', { fields: [{ path: 'explanationId', code: 'invalid_value' }] });
    await conclude(tx, ctx, act, changed, { event: 'explanation_shared', payload: { explanation }, clocks: null });
  });
  return acted(act);
}
