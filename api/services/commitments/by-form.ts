import type { CommitmentAction } from '../../domain/commitment-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { foldName } from '../directory/find-bodies.ts';
import { enterStage } from '../payments/enter-stage.ts';
import { recordPayment, takePaymentBack } from '../payments/record.ts';
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
import { discardCommitment, publishCommitment, returnCommitment, submitCommitment } from './publish.ts';
import { bad, chargePost, reportProgress } from './report.ts';

type Form = Record<string, unknown>;
type Verb = (ctx: Ctx, id: string, input: Form) => Promise<unknown>;

/** Verbs by action, for the page and the interface alike; those of whole facts stand apart. */
const VERBS: Partial<Record<CommitmentAction, Verb>> = {
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

/** The body by any of its names, and the milestones of a text box: what a form says in words. */
async function readFacts(ctx: Ctx, form: Form): Promise<Form> {
  const { bodyName, milestones, ...rest } = form;
  const facts: Form = { facts: {}, ...rest };
  if (typeof bodyName === 'string') {
    facts.bodyId = await bodyNamed(ctx, bodyName);
    facts.bodyName = bodyName;
  }
  if (typeof milestones === 'string') facts.milestones = splitMilestones(milestones);
  else if (milestones !== undefined) facts.milestones = milestones;
  return facts;
}

export async function bodyNamed(ctx: Ctx, words: string, path = 'bodyName'): Promise<string> {
  const directory = await ctx.directory();
  const name = foldName(words);
  const found = [...directory.bodies.values()].filter(
    (body) => foldName(body.name) === name || directory.namesOf(body.id).some((other) => foldName(other.name) === name),
  );
  const [body] = found;
  if (!body) throw bad(path, 'respondent_unknown');
  if (found.length > 1) throw bad(path, 'body_several');
  return body.id;
}

const LINE = /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8})[\s,;:：，；]+(.+)$/;
const AMOUNT = /^(.+?)[\s,;，；]+([\d,]+(?:\.\d{1,2})?)\s*元$/;

/** "2026年12月31日 第一笔 50000元", a line each. @throws DomainError request.invalid milestone_line */
export function splitMilestones(text: string): { dueOn: string; title: string; amount?: string }[] {
  return text
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, dueOn, rest] = LINE.exec(line) ?? [];
      if (!dueOn || !rest)
        throw new DomainError('request.invalid', { fields: [{ path: 'milestones', code: 'milestone_line' }] });
      const [, title, amount] = AMOUNT.exec(rest) ?? [];
      return amount && title ? { dueOn, title, amount } : { dueOn, title: rest };
    });
}

/** The same the other way: what stands in the text box. */
export const joinMilestones = (
  milestones: readonly { dueOn: string; title: string; amount: string | null }[],
): string =>
  milestones.map((one) => [one.dueOn, one.title, one.amount && `${one.amount}元`].filter(Boolean).join(' ')).join('\n');
