import {
  commitmentEvents,
  commitmentSources,
  commitmentVersions,
  decisionsOf,
  findCommitment,
  milestonesOf,
  notesOf,
} from '../../../db/queries/commitments.ts';
import { databaseTime, findDisclosure } from '../../../db/queries/disclosures.ts';
import { paymentsOf, stagesOf } from '../../../db/queries/payments.ts';
import { legalDate } from '../../domain/calendar.ts';
import {
  type ChangeGround,
  type CommitmentOutcome,
  commitmentVisibleTo,
  type Milestone,
} from '../../domain/commitment.ts';
import type { PppStage } from '../../domain/commitment-kinds.ts';
import {
  type CommitmentTombstone,
  PUBLIC_COMMITMENT_FIELDS,
  type PublicCommitment,
  publicCommitment,
} from '../../domain/commitment-view.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type PaymentsView, paymentsView } from '../payments/schedule.ts';
import { UUID } from '../uuid.ts';
import { flatContent } from './facts.ts';

export interface PublicMilestone extends Milestone {
  id: string;
  /** Not done on the day after its date, or done too late. */
  late: boolean;
}
export interface PublicNote {
  on: string; // legal date on which it was written
  doneOn: string;
  words: string;
  milestone: string | null; // its title
  by: string; // the body
}
/** What a second person agreed to. Never by whom. */
export interface PublicDecision {
  outcome: CommitmentOutcome;
  on: string; // legal date
  words: string;
  documentNumber: string | null;
  decidingBody: string | null;
  decidedOn: string | null;
  ground: ChangeGround | null;
  procedure: string | null;
  compensationOffered: string | null;
  compensationOfferedOn: string | null;
  compensationPaid: string | null;
  compensationPaidOn: string | null;
  /** The record that is the determination, where it is public. */
  disclosure: { id: string; title: string } | null;
}
export interface CommitmentVersionView {
  version: number;
  on: string;
  reason: string;
  changes: { field: string; before: string | null; after: string | null }[];
}
export interface PublicCommitmentPage {
  record: PublicCommitment;
  owedByName: string;
  milestones: PublicMilestone[];
  notes: PublicNote[];
  decisions: PublicDecision[];
  versions: CommitmentVersionView[];
  sources: { field: string; document: string; collectedOn: string; verifiedOn: string | null }[];
  /** Where money is promised: what fell due, what was paid. An entry that was taken back stays in sight. */
  payments: PaymentsView | null;
  /** Of a PPP project, in their order. */
  stages: {
    stage: PppStage;
    enteredOn: string;
    department: string;
    post: string;
    document: string;
    words: string | null;
  }[];
  /** It passed on: from which body to which, and when. */
  passed: { on: string; from: string; to: string }[];
}
export type CommitmentAnswer =
  | { found: 'record'; value: PublicCommitmentPage }
  | { found: 'tombstone'; value: CommitmentTombstone };

const on = legalDate;

/**
 * A commitment as the public may see it, or the tombstone of a withdrawn one.
 * @throws DomainError resource.not_found, also for what is not public: nobody learns that it exists
 */
export async function getCommitment(ctx: Ctx, id: string): Promise<CommitmentAnswer> {
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  const seen = row ? commitmentVisibleTo({ kind: 'public' }, row) : 'none';
  if (!row || seen === 'none') throw new DomainError('resource.not_found');
  if (seen !== 'public') {
    const value = {
      id: row.id,
      kind: row.kind,
      publishedOn: row.publishedAt && on(row.publishedAt),
      endedOn: row.endedAt && on(row.endedAt),
    };
    return { found: 'tombstone', value };
  }
  const [{ today }, directory, milestones, notes, decisions, versions, sources, events, paid, stages] =
    await Promise.all([
      databaseTime(ctx.db),
      ctx.directory(),
      milestonesOf(ctx.db, id),
      notesOf(ctx.db, id),
      decisionsOf(ctx.db, id),
      commitmentVersions(ctx.db, id),
      commitmentSources(ctx.db, id),
      commitmentEvents(ctx.db, id),
      paymentsOf(ctx.db, id),
      row.kind === 'ppp_project' ? stagesOf(ctx.db, id) : [],
    ]);
  const bodyName = (body: string) => directory.bodies.get(body)?.name ?? '';
  const published = events.find((one) => one.kind === 'published' || one.kind === 'imported');
  const from = published ? Number((JSON.parse(published.payload) as { version: number }).version) : 1;
  // What was written before publication is no part of the public history.
  const shown = versions.filter((one) => one.version >= from).reverse();
  const fields: readonly string[] = ['title', 'milestones', ...PUBLIC_COMMITMENT_FIELDS[row.kind]];
  const approved = decisions.filter((one) => one.state === 'approved' && one.outcome !== 'corrected');
  const value: PublicCommitmentPage = {
    record: publicCommitment(row, today),
    owedByName: bodyName(row.owedById),
    milestones: milestones.map(({ id, title, dueOn, amount, doneOn }) => ({
      id,
      title,
      dueOn,
      amount,
      doneOn,
      late: (doneOn ?? today) > dueOn,
    })),
    notes: notes.map((note) => ({
      on: on(note.writtenAt),
      doneOn: note.doneOn,
      words: note.words,
      milestone: milestones.find((one) => one.id === note.milestoneId)?.title ?? null,
      by: bodyName(note.bodyId),
    })),
    decisions: await Promise.all(
      approved.map(async (one): Promise<PublicDecision> => {
        const record = one.disclosureId ? await findDisclosure(ctx.db, one.disclosureId) : null;
        const open = record && visibleTo({ kind: 'public' }, record) === 'public';
        return {
          outcome: one.outcome,
          on: one.answeredAt ? on(one.answeredAt) : '',
          words: one.words,
          documentNumber: one.documentNumber,
          decidingBody: one.decidingBody,
          decidedOn: one.decidedOn,
          ground: one.ground,
          procedure: one.procedure,
          compensationOffered: one.compensationOffered,
          compensationOfferedOn: one.compensationOfferedOn,
          compensationPaid: one.compensationPaid,
          compensationPaidOn: one.compensationPaidOn,
          disclosure: open ? { id: record.id, title: record.title } : null,
        };
      }),
    ),
    versions: shown.map((version, i) => {
      const after = flatContent(version.content);
      const earlier = shown[i - 1];
      const before = earlier && flatContent(earlier.content);
      return {
        version: i + 1,
        on: on(version.changedAt),
        reason: version.reason,
        changes: before
          ? fields
              .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
              .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
          : [],
      };
    }),
    sources: sources
      .filter((one) => fields.includes(one.field) || one.field === '*')
      .map((one) => ({
        field: one.field,
        document: one.document,
        collectedOn: on(one.collectedAt),
        verifiedOn: one.verifiedAt && on(one.verifiedAt),
      })),
    payments: paymentsView(row, milestones, paid, today),
    stages: stages.map(({ stage, enteredOn, department, post, document, words }) => ({
      stage,
      enteredOn,
      department,
      post,
      document,
      words,
    })),
    passed: events
      .filter((one) => one.kind === 'passed_on')
      .map((one) => {
        const { from: old, to } = JSON.parse(one.payload) as { from: string; to: string };
        return { on: on(one.at), from: bodyName(old), to: bodyName(to) };
      }),
  };
  return { found: 'record', value };
}
