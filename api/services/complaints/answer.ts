import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { bindAnswerFiles, decideProposal, insertProposal, pendingProposal } from '../../../db/queries/answers.ts';
import { demandsOf, lastRound, NOW } from '../../../db/queries/cases.ts';
import { dropReplyDraft } from '../../../db/queries/reply-draft.ts';
import { AnswerCase } from '../../contracts/casework.ts';
import { needsRelease } from '../../domain/answer-release.ts';
import type { Ctx } from '../context.ts';
import { answerRulesOf } from './answer-rules.ts';
import { answersOf } from './answer-words.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';
import { sendAnswer } from './send-answer.ts';

/**
 * Answers every demand, one by one: what comes of it, why, on what legal ground, and until when it will be done. Where
 * an administrator named such answers, a second person releases it first: until then the case stays as it is, its clocks
 * run on, and the complainant sees nothing. `within` runs first in the transaction and forbids the answer by throwing.
 */
export async function answer(
  ctx: Ctx,
  number: string,
  raw: unknown,
  within?: (tx: Tx) => Promise<void>,
): Promise<Acted & { proposed?: boolean }> {
  const { act, input } = await beginAct(ctx, number, 'answer', AnswerCase, raw);
  const { id: caseId, handlerId, kind, state, today } = act.head;
  const words = answersOf(input.answers, await demandsOf(ctx.db, caseId), today);
  const outcomes = words.map((word) => word.outcome);
  const author = act.official.id;
  const proposed = needsRelease(await answerRulesOf(ctx, handlerId ?? ''), kind, outcomes);

  await ctx.db.transaction(async (tx) => {
    await within?.(tx);
    const changed = await change(tx, act, proposed ? { state } : { answeredAt: NOW, bodySays: null });
    const round = (await lastRound(tx, caseId)) + 1;
    const before = await pendingProposal(tx, caseId, handlerId ?? '');
    await dropReplyDraft(tx, author, caseId);
    if (!proposed) {
      // Changed so far that nobody needs to release it any more.
      if (before) await decideProposal(tx, before.id, { state: 'replaced', by: author });
      return sendAnswer(tx, ctx, act, changed, { round, words, author });
    }
    const id = randomUUID();
    const sealed = seal(ctx, act.key, { answers: words }, proposalContext(caseId, id));
    await insertProposal(tx, {
      id,
      caseId,
      round,
      state: 'pending',
      sealed,
      bodyId: handlerId ?? '',
      proposedBy: author,
    });
    const files = await bindAnswerFiles(tx, { caseId, round, userId: author, sent: false });
    await conclude(tx, ctx, act, changed, {
      event: 'answer_proposed',
      payload: {
        proposal: id,
        round,
        outcomes,
        ...(before ? { replaces: before.id } : {}),
        ...(files.length > 0 ? { files } : {}),
        commitment: commitment(act.key, JSON.stringify(words)),
      },
      clocks: null,
    });
  });
  return proposed ? { ...acted(act), state, proposed } : acted(act);
}

export const proposalContext = (caseId: string, id: string): string => `case/${caseId}/proposal/${id}`;
