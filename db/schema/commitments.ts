import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  ChangeGround,
  CommitmentFacts,
  CommitmentKind,
  CommitmentOutcome,
  CommitmentState,
  DecisionState,
  DueKind,
  MilestoneFacts,
} from '../../api/domain/commitment.ts';
import type { Certainty } from '../../api/domain/directory.ts';
import type { ScanState } from '../../api/domain/evidence-scan.ts';
import type { HandoverItemKind, HandoverItemState, HandoverReason } from '../../api/domain/handover.ts';
import type { Matter } from '../../api/domain/matter.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });
const money = (name: string) => numeric(name, { precision: 18, scale: 2 });

export const commitment = pgTable('commitment', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<CommitmentKind>().notNull(),
  state: text('state').$type<CommitmentState>().notNull(),
  version: integer('version').notNull().default(1),
  naturalKey: text('natural_key').notNull(),
  bodyId: uuid('body_id').notNull(),
  owedById: uuid('owed_by_id').notNull(),
  bodyName: text('body_name').notNull(),
  division: text('division').notNull(),
  matter: text('matter').$type<Matter>().notNull(),
  department: text('department').notNull(),
  post: text('post').notNull(),
  beneficiary: text('beneficiary').notNull(),
  enterprise: text('enterprise'),
  title: text('title').notNull(),
  text: text('text').notNull(),
  documentNumber: text('document_number'),
  madeOn: day('made_on').notNull(),
  dueKind: text('due_kind').$type<DueKind>().notNull(),
  dueOn: day('due_on'),
  dueCondition: text('due_condition'),
  nextDueOn: day('next_due_on'),
  amount: money('amount'),
  basis: text('basis'),
  conditions: text('conditions'),
  source: text('source').notNull(),
  facts: jsonb('facts').$type<Record<string, string>>().notNull().default({}),
  batchId: uuid('batch_id'),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  submittedBy: text('submitted_by'),
  approvedBy: text('approved_by'),
  publishedAt: instant('published_at'),
  endedAt: instant('ended_at'),
  settledOn: day('settled_on'),
  warnedOn: day('warned_on'),
});

export const commitmentMilestone = pgTable('commitment_milestone', {
  id: uuid('id').primaryKey(),
  commitmentId: uuid('commitment_id').notNull(),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  dueOn: day('due_on').notNull(),
  amount: money('amount'),
  doneOn: day('done_on'),
});

/** What a version holds: the facts and the milestones as they were. */
export type CommitmentContent = CommitmentFacts & { milestones: MilestoneFacts[] };

export const commitmentVersion = pgTable(
  'commitment_version',
  {
    commitmentId: uuid('commitment_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<CommitmentContent>().notNull(),
    reason: text('reason').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.version] })],
);

export const commitmentFieldSource = pgTable(
  'commitment_field_source',
  {
    commitmentId: uuid('commitment_id').notNull(),
    field: text('field').notNull(),
    document: text('document').notNull(),
    collectedBy: text('collected_by').notNull(),
    collectedAt: instant('collected_at').notNull().defaultNow(),
    verifiedBy: text('verified_by'),
    verifiedAt: instant('verified_at'),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.field] })],
);

export const commitmentNote = pgTable('commitment_note', {
  id: uuid('id').primaryKey(),
  commitmentId: uuid('commitment_id').notNull(),
  milestoneId: uuid('milestone_id'),
  words: text('words').notNull(),
  doneOn: day('done_on').notNull(),
  writtenBy: text('written_by').notNull(),
  bodyId: uuid('body_id').notNull(),
  writtenAt: instant('written_at').notNull().defaultNow(),
});

export const commitmentDecision = pgTable('commitment_decision', {
  id: uuid('id').primaryKey(),
  commitmentId: uuid('commitment_id').notNull(),
  outcome: text('outcome').$type<CommitmentOutcome>().notNull(),
  state: text('state').$type<DecisionState>().notNull().default('proposed'),
  words: text('words').notNull(),
  documentNumber: text('document_number'),
  decidingBody: text('deciding_body'),
  decidedOn: day('decided_on'),
  ground: text('ground').$type<ChangeGround>(),
  procedure: text('procedure'),
  compensationOffered: money('compensation_offered'),
  compensationOfferedOn: day('compensation_offered_on'),
  compensationPaid: money('compensation_paid'),
  compensationPaidOn: day('compensation_paid_on'),
  content: jsonb('content').$type<CommitmentContent>(),
  disclosureId: uuid('disclosure_id'),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().defaultNow(),
  answeredBy: text('answered_by'),
  answeredAt: instant('answered_at'),
  answer: text('answer'),
});

export const commitmentFile = pgTable('commitment_file', {
  id: uuid('id').primaryKey(),
  commitmentId: uuid('commitment_id').notNull(),
  noteId: uuid('note_id'),
  decisionId: uuid('decision_id'),
  keyId: uuid('key_id').notNull(),
  sealedName: bytea('sealed_name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  sha256: bytea('sha256').notNull(),
  storageName: text('storage_name').notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: instant('added_at').notNull().defaultNow(),
  scan: text('scan').$type<ScanState>().notNull().default('unscanned'),
  scannedAt: instant('scanned_at'),
  scanSignature: text('scan_signature'),
  removedAt: instant('removed_at'),
});

export const commitmentRegistration = pgTable('commitment_registration', {
  commitmentId: uuid('commitment_id').primaryKey(),
  number: text('number').notNull(),
  submissionHash: bytea('submission_hash').notNull(),
  codeHash: bytea('code_hash').notNull(),
  keyId: uuid('key_id').notNull(),
  sealedEnterprise: bytea('sealed_enterprise').notNull(),
  named: boolean('named').notNull(),
  dueOn: day('due_on').notNull(),
  dueBasis: text('due_basis').notNull(),
  certainty: text('certainty').$type<Certainty>().notNull(),
  answeredOn: day('answered_on'),
  answeredBy: text('answered_by'),
  answer: text('answer'),
  filedAt: instant('filed_at').notNull().defaultNow(),
});

export const handover = pgTable('handover', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  incomingId: uuid('incoming_id').notNull(),
  reason: text('reason').$type<HandoverReason>().notNull(),
  outgoingPost: text('outgoing_post').notNull(),
  incomingPost: text('incoming_post').notNull(),
  document: text('document').notNull(),
  sha256: bytea('sha256').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  version: integer('version').notNull().default(1),
  signedBy: text('signed_by'),
  signedAt: instant('signed_at'),
});

export const handoverItem = pgTable(
  'handover_item',
  {
    handoverId: uuid('handover_id').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').$type<HandoverItemKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    state: text('state').$type<HandoverItemState>().notNull().default('open'),
    reason: text('reason'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.handoverId, t.position] })],
);
