import { answerCallback } from '../../../db/queries/resolution.ts';
import { GiveVerdict } from '../../contracts/casework.ts';
import { parse } from '../../contracts/parse.ts';
import type { CaseState } from '../../domain/case.ts';
import { refusal } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { moveUp } from './ask-review.ts';
import type { OwnCase } from './open-case.ts';
import { beginOwn, changeOwn, concludeOwn, sayOwn } from './own-act.ts';
import { factsOf } from './possible.ts';

/**
 * The complainant's word on the last answer: solved, partly, not solved. It never overwrites the word of the body. Where it
 * is not solved the complainant chooses: the body deals with it again (once), or the superior looks at it (复查, 复核).
 */
export async function verdict(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string; state: CaseState }> {
  const input = parse(GiveVerdict, raw);
  const state = await ctx.db.transaction(async (tx): Promise<CaseState> => {
    const held = await beginOwn(tx, own, 'verdict');
    if (input.reopen) {
      const reason = refusal('reopen', factsOf(held, false), { side: 'complainant' });
      if (reason)
        throw new DomainError('case.transition_refused', { params: { action: 'reopen', state: held.state, reason } });
    }
    const given = { verdict: input.verdict, verdictAt: held.now };
    await changeOwn(tx, held, input.reopen ? 'reopen' : 'verdict', {
      ...given,
      ...(input.reopen ? { reopened: true } : {}),
    });
    await answerCallback(tx, held.id, held.today);
    const payload = await sayOwn(tx, ctx, own, held.now, 'verdict', input.text);
    await concludeOwn(tx, ctx, held, { event: 'verdict', payload: { verdict: input.verdict, ...payload } });
    if (input.review) {
      await moveUp(tx, ctx, { ...held, ...given, version: held.version + 1 }, async () => ({}));
      return 'accepted';
    }
    if (!input.reopen) return held.state;
    await concludeOwn(tx, ctx, held, { event: 'reopened', payload: {}, clocks: 'reopened' });
    return 'accepted';
  });
  return { number: own.number, state };
}
