import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { hasEvidence } from '../../../db/queries/commitment-files.ts';
import {
  type CommitmentRow,
  type DecisionRow,
  decisionsOf,
  insertDecision,
  milestonesOf,
  type NewCommitment,
  putCommitmentSources,
  putMilestones,
  updateDecision,
  verifyCommitmentSources,
} from '../../../db/queries/commitments.ts';
import { findDisclosure } from '../../../db/queries/disclosures.ts';
import {
  CommitmentDraft,
  CommitmentReason,
  CommitmentStep,
  Compensation,
  ProposeBroken,
  ProposeChange,
  ProposeKept,
  ProposeWithdrawn,
} from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import type { CommitmentOutcome } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { withPredecessors } from '../disclosures/lineage.ts';
import { changeCommitment } from './change.ts';
import {
  changedFacts,
  commitmentFacts,
  contentOf,
  contentOfRow,
  draftMilestones,
  flatContent,
  milestoneRows,
  sourcesOfContent,
} from './facts.ts';
import { bad } from './report.ts';

type Proposal = Partial<Omit<DecisionRow, 'id' | 'commitmentId' | 'outcome' | 'state'>> & { words: string };

async function propose(
  ctx: Ctx,
  id: string,
  version: number,
  outcome: CommitmentOutcome,
  plan: (row: CommitmentRow, today: string, tx: Tx) => Proposal | Promise<Proposal>,
): Promise<{ decision: string }> {
  const decision = randomUUID();
  await changeCommitment(ctx, id, version, `propose_${outcome}`, async (row, { now, today }, tx) => {
    const facts = await plan(row, today, tx);
    const by = { proposedBy: nameOf(ctx.actor), proposedAt: now };
    if (!(await insertDecision(tx, { id: decision, commitmentId: id, outcome, ...by, ...facts }))) {
      throw new DomainError('commitment.decision_open');
    }
    return { event: 'proposed', payload: { decision, outcome } };
  });
  return { decision };
}

/** Kept: what shows it is put beside the proposal, and a second person agrees. */
export const proposeHonoured = (ctx: Ctx, id: string, input: unknown) => {
  const { version, words } = parse(ProposeKept, input);
  return propose(ctx, id, version, 'honoured', () => ({ words }));
};
/** Kept in part: the words say which part is not. */
export const proposePartly = (ctx: Ctx, id: string, input: unknown) => {
  const { version, words } = parse(ProposeKept, input);
  return propose(ctx, id, version, 'partly', () => ({ words }));
};

/**
 * 依法变更: by a decision of a named body with its number and date, on one of the three grounds, by the procedure, with
 * compensation offered (国发〔2016〕76号 五（四）; 优化营商环境条例 art. 31).
 */
export const proposeChanged = (ctx: Ctx, id: string, input: unknown) => {
  const { version, text, dueOn, amount, ...decision } = parse(ProposeChange, input);
  return propose(ctx, id, version, 'changed', async (row, today, tx) => {
    if (decision.decidedOn > today) throw bad('decidedOn', 'date_future');
    if (decision.compensationOfferedOn > today) throw bad('compensationOfferedOn', 'date_future');
    const before = contentOfRow(row, await milestonesOf(tx, id));
    const content = {
      ...before,
      ...(dueOn ? { dueKind: 'date' as const, dueOn } : {}),
      ...(text ? { text } : {}),
      ...(amount ? { amount } : {}),
    };
    return { ...decision, content };
  });
};

/** 失信认定: rests on a record about the body (or one before it) that is public itself: two people published that already. */
export const proposeBroken = (ctx: Ctx, id: string, input: unknown) => {
  const { version, words, disclosure } = parse(ProposeBroken, input);
  return propose(ctx, id, version, 'broken', async (row, _today, tx) => {
    const record = await findDisclosure(tx, disclosure);
    const bodies = withPredecessors(await ctx.directory(), row.owedById);
    const adverse = ['dishonesty_record', 'unperformed_judgment', 'lost_judgment'];
    if (record?.state !== 'published' || !adverse.includes(record.kind) || !bodies.includes(record.bodyId ?? ''))
      throw bad('disclosure', 'no_determination');
    return { words, disclosureId: disclosure };
  });
};

/** A public promise was never one (entered by mistake, twice): a second person must agree, and a tombstone stays. */
export const proposeWithdrawn = (ctx: Ctx, id: string, input: unknown) => {
  const { version, words } = parse(ProposeWithdrawn, input);
  return propose(ctx, id, version, 'withdrawn', () => ({ words }));
};

/** The register has it wrong: the facts as they are to be, whole. The public page stands unchanged until another agrees. */
export async function proposeCorrected(ctx: Ctx, id: string, step: unknown, input: unknown) {
  const { version, reason } = parse(CommitmentReason, step);
  const draft = parse(CommitmentDraft, input);
  const facts = commitmentFacts(await ctx.directory(), draft);
  return propose(ctx, id, version, 'corrected', (row) => {
    if (facts.kind !== row.kind || facts.bodyId !== row.bodyId) throw bad('kind', 'invalid_value');
    return { words: reason, content: contentOf(facts, draftMilestones(draft)) };
  });
}

const openOf = async (tx: Tx, id: string): Promise<DecisionRow | undefined> =>
  (await decisionsOf(tx, id)).find((one) => one.state === 'proposed');

/** Puts the facts of a decision into the row; what was reached of the milestones stays reached. */
async function applyContent(
  ctx: Ctx,
  tx: Tx,
  row: CommitmentRow,
  open: DecisionRow,
  now: Date,
): Promise<Partial<NewCommitment>> {
  if (!open.content) return {};
  const old = await milestonesOf(tx, row.id);
  const before = contentOfRow(row, old);
  const { milestones, ...facts } = open.content;
  const same = flatContent(before).milestones === flatContent(open.content).milestones;
  // Notes hang on milestones: they are replaced only where they change and nothing was reached yet.
  if (!same) {
    if (old.some((one) => one.doneOn)) throw bad('milestones', 'milestone_reached');
    await putMilestones(tx, row.id, milestoneRows(row.id, milestones));
  }
  const changed = changedFacts(before, open.content);
  const document = open.documentNumber ?? open.content.source;
  const sources = sourcesOfContent(row.id, open.content, open.proposedBy, now, changed);
  await putCommitmentSources(
    tx,
    sources.map((one) => ({ ...one, document })),
  );
  await verifyCommitmentSources(tx, row.id, nameOf(ctx.actor), now);
  return facts;
}

/** A second person agrees to what was proposed. @throws DomainError request.invalid evidence_missing; those of changeCommitment */
export async function approveDecision(ctx: Ctx, id: string, outcome: CommitmentOutcome, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, input);
  await changeCommitment(ctx, id, version, `approve_${outcome}`, async (row, { now }, tx) => {
    const open = await openOf(tx, id);
    if (open?.outcome !== outcome) {
      throw new DomainError('commitment.transition_refused', { params: { action: 'approve', state: row.state } });
    }
    const kept = outcome === 'honoured' || outcome === 'partly';
    if (kept && !(await hasEvidence(tx, id, open.id))) throw bad('evidence', 'evidence_missing');
    const record = open.disclosureId ? await findDisclosure(tx, open.disclosureId) : null;
    if (outcome === 'broken' && record?.state !== 'published') throw bad('disclosure', 'no_determination');
    const set = await applyContent(ctx, tx, row, open, now);
    await updateDecision(tx, open.id, { state: 'approved', answeredBy: nameOf(ctx.actor), answeredAt: now });
    return {
      set,
      event: outcome,
      payload: { decision: open.id, ...(open.disclosureId ? { disclosure: open.disclosureId } : {}) },
      reason: open.words,
      keepVersion: open.content !== null,
    };
  });
}

/** What was proposed is not so, with the reason; nothing changes. */
export async function refuseDecision(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, reason } = parse(CommitmentReason, input);
  await changeCommitment(ctx, id, version, 'refuse', async (row, { now }, tx) => {
    const open = await openOf(tx, id);
    if (!open)
      throw new DomainError('commitment.transition_refused', { params: { action: 'refuse', state: row.state } });
    const by = { answeredBy: nameOf(ctx.actor), answeredAt: now, answer: reason };
    await updateDecision(tx, open.id, { state: 'refused', ...by });
    return { event: 'refused', payload: { decision: open.id, outcome: open.outcome } };
  });
}

/** The compensation for a lawful change was paid: how much, and on which day. */
export async function payCompensation(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, paid, paidOn } = parse(Compensation, input);
  await changeCommitment(ctx, id, version, 'compensate', async (_row, { today }, tx) => {
    if (paidOn > today) throw bad('paidOn', 'date_future');
    const changes = (await decisionsOf(tx, id)).filter((one) => one.outcome === 'changed' && one.state === 'approved');
    const waiting = changes.find((one) => one.compensationPaid === null);
    if (!waiting) throw bad('paid', 'compensation_paid');
    await updateDecision(tx, waiting.id, { compensationPaid: paid, compensationPaidOn: paidOn });
    return { event: 'compensated', payload: { decision: waiting.id, paid, paidOn } };
  });
}
