import { decideProposal, pendingProposal } from '../../../db/queries/answers.ts';
import { NOW } from '../../../db/queries/cases.ts';
import { ReleaseAnswer, ReturnAnswer } from '../../contracts/answers.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { proposalContext } from './answer.ts';
import type { AnswerWords } from './answer-words.ts';
import { type Act, type Acted, acted, beginAct, change, commitment, conclude, seal } from './official-act.ts';
import { sendAnswer } from './send-answer.ts';

/** A second person lets a proposed answer go: only now is the case answered, and only now do its clocks end. */
export async function releaseAnswer(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act } = await beginAct(ctx, number, 'release_answer', ReleaseAnswer, raw);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act, { answeredAt: NOW, bodySays: null });
    const proposal = await waiting(tx, act);
    const { answers } = JSON.parse(
      ctx.keys.open(act.key, proposal.sealed, proposalContext(act.head.id, proposal.id)).toString('utf8'),
    ) as { answers: AnswerWords[] };
    await decideProposal(tx, proposal.id, { state: 'released', by: act.official.id });
    const { round, proposedBy: author } = proposal;
    await sendAnswer(tx, ctx, act, changed, { round, words: answers, author, proposal: proposal.id });
  });
  return acted(act);
}

/** … or sends it back to its author with a reason; the clocks have run on. */
export async function returnAnswer(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'return_answer', ReturnAnswer, raw);
  const { id: caseId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const proposal = await waiting(tx, act);
    const reason = seal(ctx, act.key, { text: input.text }, `${proposalContext(caseId, proposal.id)}/reason`);
    await decideProposal(tx, proposal.id, { state: 'returned', by: act.official.id, reason });
    await conclude(tx, ctx, act, changed, {
      event: 'answer_returned',
      payload: { proposal: proposal.id, commitment: commitment(act.key, input.text) },
      clocks: null,
    });
  });
  return acted(act);
}

/** The version still stands, so the proposal is the one that was read; the database refuses the author once more. */
async function waiting(tx: Parameters<typeof pendingProposal>[0], act: Act) {
  const proposal = await pendingProposal(tx, act.head.id, act.head.handlerId ?? '');
  if (!proposal) throw new DomainError('case.version_conflict');
  return proposal;
}
