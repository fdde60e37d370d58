import {
  type CommitmentRow,
  commitmentEvents,
  commitmentsOwedBy,
  type DecisionRow,
  decisionsOf,
  edgeOf,
  findCommitment,
  type MilestoneRow,
  milestonesOf,
  type NoteRow,
  notesOf,
} from '../../../db/queries/commitments.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { type PaymentRow, paymentsOf, type StageRow, stagesOf } from '../../../db/queries/payments.ts';
import {
  COMMITMENT_READERS,
  COMMITMENT_STATES,
  type CommitmentState,
  commitmentVisibleTo,
  type DueReading,
  readDue,
} from '../../domain/commitment.ts';
import { type CommitmentAction, commitmentActionsFor } from '../../domain/commitment-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { reachesOf } from '../disclosures/change.ts';
import { bodiesOf, hasRole, requireOfficial, requireRole } from '../officials/authorise.ts';
import { paymentsView } from '../payments/schedule.ts';
import { UUID } from '../uuid.ts';
import { type OfficialRegistration, registrationFor } from './answer-registration.ts';
import { commitmentLife } from './change.ts';
import { type CommitmentEvidence, commitmentEvidence } from './files.ts';
import type { PublicCommitmentPage } from './get.ts';

const PAGE = 50;
/** What the list of officials opens on, and its other heaps. */
export const COMMITMENT_HEAPS = {
  todo: ['registered', 'draft', 'in_review'],
  owed: ['published', 'in_progress', 'partly', 'changed'],
  ended: ['honoured', 'broken', 'withdrawn', 'disputed'],
} as const satisfies Record<string, readonly CommitmentState[]>;
export type CommitmentHeap = keyof typeof COMMITMENT_HEAPS;

export interface OfficialCommitments {
  items: { row: CommitmentRow; deciding: boolean; due: DueReading; body: string }[];
  nextCursor: string | null;
  writes: boolean;
}

/** A page of commitments of the bodies that the official reaches, in one heap; the soonest due first where they are owed. */
export async function commitmentsForOfficials(
  ctx: Ctx,
  heap: CommitmentHeap,
  cursor?: string,
): Promise<OfficialCommitments> {
  await requireRole(ctx, COMMITMENT_READERS, null);
  const hash = hashQuery('officials/commitments', { heap });
  const [key, id] = cursor === undefined ? [] : readCursor(ctx, hash, cursor);
  const after = typeof key === 'string' && typeof id === 'string' ? { key, id } : null;
  const soonest = heap === 'owed';
  const [bodies, directory, { today }, writes] = await Promise.all([
    bodiesOf(ctx, COMMITMENT_READERS),
    ctx.directory(),
    databaseTime(ctx.db),
    hasRole(ctx, ['publisher'], null),
  ]);
  const page = { soonest, after, limit: PAGE + 1 };
  const rows = await commitmentsOwedBy(ctx.db, [...bodies], [...COMMITMENT_HEAPS[heap]], page);
  const items = rows.slice(0, PAGE).map(({ deciding, ...row }) => ({
    row,
    deciding,
    due: readDue(row, today).reading,
    body: directory.bodies.get(row.owedById)?.name ?? '',
  }));
  const last = items.at(-1);
  const edge = rows.length > PAGE && last ? edgeOf(last.row, soonest) : null;
  return { items, nextCursor: edge && signCursor(ctx, hash, [edge.key, edge.id]), writes };
}

export interface OfficialCommitment {
  row: CommitmentRow;
  body: string;
  owedBy: string;
  due: DueReading;
  milestones: MilestoneRow[];
  notes: NoteRow[];
  decisions: DecisionRow[];
  /** The proposal that waits. */
  open: DecisionRow | null;
  evidence: CommitmentEvidence[];
  /** Where an enterprise registered it. */
  registration: OfficialRegistration | null;
  events: { kind: string; at: Date; payload: Record<string, unknown> }[];
  actions: CommitmentAction[];
  /** As the public sees it; null: no money is promised. */
  schedule: PublicCommitmentPage['payments'];
  /** Entries that can be taken back. */
  payments: PaymentRow[];
  stages: StageRow[];
}

/** Everything of one commitment, for officials of either body and those above. @throws DomainError auth.* | resource.not_found */
export async function commitmentForOfficial(ctx: Ctx, id: string): Promise<OfficialCommitment> {
  requireOfficial(ctx);
  const reaches = await reachesOf(ctx);
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  if (!row || commitmentVisibleTo(ctx.actor, row, reaches) !== 'all') throw new DomainError('resource.not_found');
  const [directory, { today }, milestones, notes, decisions, evidence, events, life, paid, stages] = await Promise.all([
    ctx.directory(),
    databaseTime(ctx.db),
    milestonesOf(ctx.db, id),
    notesOf(ctx.db, id),
    decisionsOf(ctx.db, id),
    commitmentEvidence(ctx, id),
    commitmentEvents(ctx.db, id),
    commitmentLife(ctx.db, id),
    paymentsOf(ctx.db, id),
    row.kind === 'ppp_project' ? stagesOf(ctx.db, id) : [],
  ]);
  const schedule = paymentsView(row, milestones, paid, today);
  const back = new Set(paid.map((one) => one.takesBackId));
  const payments = paid.filter((one) => !one.takesBackId && !back.has(one.id));
  const open = decisions.find((one) => one.state === 'proposed') ?? null;
  const unpaid = decisions.some(
    (one) => one.outcome === 'changed' && one.state === 'approved' && !one.compensationPaid,
  );
  const actions = commitmentActionsFor(ctx.actor, row, life, reaches).filter((action) => {
    if (action.startsWith('propose_')) return open === null;
    if (action.startsWith('approve_')) return action === `approve_${open?.outcome}`;
    if (action === 'refuse') return open !== null;
    if (action === 'pay') return schedule !== null;
    if (action === 'take_back') return payments.length > 0;
    if (action === 'enter_stage') return row.kind === 'ppp_project';
    return action !== 'compensate' || unpaid;
  });
  return {
    row,
    body: directory.bodies.get(row.bodyId)?.name ?? row.bodyName,
    owedBy: directory.bodies.get(row.owedById)?.name ?? '',
    due: readDue(row, today).reading,
    milestones,
    notes,
    decisions,
    open,
    evidence,
    registration: await registrationFor(ctx, row, today),
    events: events.map(({ kind, at, payload }) => ({
      kind,
      at,
      payload: JSON.parse(payload) as Record<string, unknown>,
    })),
    actions,
    schedule,
    payments,
    stages,
  };
}

/** Whether a state may be filtered by. */
export const isState = (value: string | null): value is CommitmentState =>
  COMMITMENT_STATES.includes(value as CommitmentState);
