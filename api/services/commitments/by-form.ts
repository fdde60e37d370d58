import type { CommitmentAction } from '../../domain/commitment-transitions.ts';
import type { Ctx } from '../context.ts';
import { enterStage } from '../payments/enter-stage.ts';
import { recordPayment, takePaymentBack } from '../payments/record.ts';
import { confirmRegistration, disputeRegistration } from './answer-registration.ts';
import {
  approveDecision,
  payCompensation,
  proposeBroken,
  proposeChanged,
  proposeCorrected,
  proposeHonoured,
  proposePartly,
  proposeWithdrawn,
  refuseDecision,
} from './decide.ts';
import { draftCommitment } from './draft.ts';
import { editCommitment } from './edit.ts';
import { readFacts } from './form-facts.ts';
import { discardCommitment, publishCommitment, returnCommitment, submitCommitment } from './publish.ts';
import { bad, chargePost, reportProgress } from './report.ts';

type Form = Record<string, unknown>;
type Verb = (ctx: Ctx, id: string, input: Form) => Promise<unknown>;

/** Verbs by action, for the page and the interface alike; those of whole facts stand apart. */
const VERBS: Partial<Record<CommitmentAction, Verb>> = {
  confirm: confirmRegistration,
  dispute: disputeRegistration,
  submit: submitCommitment,
  return: returnCommitment,
  publish: publishCommitment,
  discard: discardCommitment,
  report: reportProgress,
  charge: chargePost,
  compensate: payCompensation,
  pay: recordPayment,
  take_back: takePaymentBack,
  enter_stage: enterStage,
  refuse: refuseDecision,
  propose_honoured: async (ctx, id, input) => proposeHonoured(ctx, id, input),
  propose_partly: async (ctx, id, input) => proposePartly(ctx, id, input),
  propose_changed: async (ctx, id, input) => proposeChanged(ctx, id, input),
  propose_broken: async (ctx, id, input) => proposeBroken(ctx, id, input),
  propose_withdrawn: async (ctx, id, input) => proposeWithdrawn(ctx, id, input),
  approve_honoured: (ctx, id, input) => approveDecision(ctx, id, 'honoured', input),
  approve_partly: (ctx, id, input) => approveDecision(ctx, id, 'partly', input),
  approve_changed: (ctx, id, input) => approveDecision(ctx, id, 'changed', input),
  approve_broken: (ctx, id, input) => approveDecision(ctx, id, 'broken', input),
  approve_corrected: (ctx, id, input) => approveDecision(ctx, id, 'corrected', input),
  approve_withdrawn: (ctx, id, input) => approveDecision(ctx, id, 'withdrawn', input),
};

/** A new commitment from the form of the officials' page. */
export async function draftCommitmentByForm(ctx: Ctx, form: Form): Promise<{ id: string }> {
  const { action: _action, ...facts } = form;
  return draftCommitment(ctx, await readFacts(ctx, facts));
}

/** One action on a commitment: the button says which. @returns the id of the note or proposal that evidence can be put beside */
export async function actOnCommitment(ctx: Ctx, id: string, form: Form): Promise<string | null> {
  const { action, ...input } = form;
  const { version, reason, ...facts } = input;
  if (action === 'edit') {
    await editCommitment(ctx, id, { version }, await readFacts(ctx, facts));
    return null;
  }
  if (action === 'propose_corrected') {
    return (await proposeCorrected(ctx, id, { version, reason }, await readFacts(ctx, facts))).decision;
  }
  const verb =
    typeof action === 'string' && Object.hasOwn(VERBS, action) ? VERBS[action as CommitmentAction] : undefined;
  if (!verb) throw bad('action', 'invalid_value');
  const answer = (await verb(ctx, id, input)) as { note?: string; decision?: string } | undefined;
  return answer?.note ?? answer?.decision ?? null;
}
