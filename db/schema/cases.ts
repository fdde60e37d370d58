import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CaseInstance, CaseKind, CaseState, RefusalReason, Verdict } from '../../api/domain/case.ts';
import type { ScanState } from '../../api/domain/evidence-scan.ts';
import type { FollowUpKind } from '../../api/domain/follow-up.ts';
import type { Matter } from '../../api/domain/matter.ts';
import { bytea } from './columns.ts';

export const cases = pgTable('cases', {
  id: uuid('id').primaryKey(),
  number: text('number').notNull(),
  kind: text('kind').$type<CaseKind>().notNull(),
  matter: text('matter').$type<Matter>().notNull(),
  state: text('state').$type<CaseState>().notNull(),
  version: integer('version').notNull().default(1),
  screening: text('screening').notNull(),
  screenedAt: timestamp('screened_at', { withTimezone: true, mode: 'date' }),
  channel: text('channel').notNull(),
  locale: text('locale').notNull().default('zh-CN'),
  respondentId: uuid('respondent_id').notNull(),
  respondentNowId: uuid('respondent_now_id').notNull(),
  handlerId: uuid('handler_id'),
  acceptingId: uuid('accepting_id'),
  watchingId: uuid('watching_id'),
  division: text('division').notNull(),
  routing: jsonb('routing').notNull(),
  complainantKind: text('complainant_kind').notNull(),
  amount: numeric('amount', { precision: 18, scale: 2 }),
  identityToHandler: boolean('identity_to_handler').notNull(),
  identityToRespondent: boolean('identity_to_respondent').notNull(),
  publishSummary: boolean('publish_summary').notNull(),
  refusalReason: text('refusal_reason').$type<RefusalReason>(),
  returnUsed: boolean('return_used').notNull().default(false),
  designated: boolean('designated').notNull().default(false),
  reopened: boolean('reopened').notNull().default(false),
  dueOn: date('due_on', { mode: 'string' }),
  filedAt: timestamp('filed_at', { withTimezone: true, mode: 'date' }).notNull(),
  acceptedAt: timestamp('accepted_at', { withTimezone: true, mode: 'date' }),
  answeredAt: timestamp('answered_at', { withTimezone: true, mode: 'date' }),
  closedAt: timestamp('closed_at', { withTimezone: true, mode: 'date' }),
  verdict: text('verdict').$type<Verdict>(),
  verdictAt: timestamp('verdict_at', { withTimezone: true, mode: 'date' }),
  ratingId: uuid('rating_id'),
  bodySays: text('body_says').$type<Verdict>(),
  instance: text('instance').$type<CaseInstance>().notNull().default('first'),
  assignee: text('assignee'),
  commitmentId: uuid('commitment_id'),
});

export const caseKey = pgTable('case_key', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id'),
  submissionHash: bytea('submission_hash'),
  keyVersion: integer('key_version').notNull(),
  wrapped: bytea('wrapped'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  erasedAt: timestamp('erased_at', { withTimezone: true, mode: 'date' }),
});

export const caseSubmission = pgTable('case_submission', {
  submissionHash: bytea('submission_hash').primaryKey(),
  caseId: uuid('case_id').notNull(),
  keyVersion: integer('key_version').notNull(),
  fingerprint: bytea('fingerprint').notNull(),
  codeHash: bytea('code_hash').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const caseContent = pgTable(
  'case_content',
  {
    caseId: uuid('case_id').notNull(),
    part: text('part').notNull(),
    sealed: bytea('sealed').notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.part] })],
);

export const caseDemand = pgTable('case_demand', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  position: integer('position').notNull(),
  sealed: bytea('sealed').notNull(),
});

export const caseAnswer = pgTable('case_answer', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  demandId: uuid('demand_id').notNull(),
  round: integer('round').notNull().default(1),
  outcome: text('outcome').notNull(),
  sealed: bytea('sealed').notNull(),
  promisedOn: date('promised_on', { mode: 'string' }),
  answeredBy: text('answered_by').notNull(),
  bodyId: uuid('body_id').notNull(),
  answeredAt: timestamp('answered_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const caseMessage = pgTable('case_message', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  author: text('author').notNull(),
  kind: text('kind').notNull(),
  userId: text('user_id'),
  bodyId: uuid('body_id'),
  sealed: bytea('sealed').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const caseNumberAlias = pgTable('case_number_alias', {
  number: text('number').primaryKey(),
  caseId: uuid('case_id').notNull(),
  reason: text('reason').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const caseAssignment = pgTable('case_assignment', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  role: text('role').notNull(),
  fromAt: timestamp('from_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  toAt: timestamp('to_at', { withTimezone: true, mode: 'date' }),
  reasonCode: text('reason_code').notNull(),
  assignedBy: text('assigned_by'),
});

export const caseRelease = pgTable('case_release', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  field: text('field').notNull(),
  grantedAt: timestamp('granted_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true, mode: 'date' }),
});

export const caseClock = pgTable('case_clock', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  ruleId: text('rule_id').notNull(),
  step: text('step').notNull(),
  length: integer('length').notNull(),
  unit: text('unit').notNull(),
  startsOnEvent: text('starts_on_event').notNull(),
  startedOn: date('started_on', { mode: 'string' }),
  dueOn: date('due_on', { mode: 'string' }),
  endedOn: date('ended_on', { mode: 'string' }),
  basis: text('basis').notNull(),
  certainty: text('certainty').notNull(),
  division: text('division'),
  provisional: boolean('provisional').notNull().default(false),
  warned: smallint('warned').notNull().default(0),
});

export const caseFollowUp = pgTable(
  'case_follow_up',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<FollowUpKind>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    forBodyId: uuid('for_body_id'),
    startedOn: date('started_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    endedOn: date('ended_on', { mode: 'string' }),
    cancelledOn: date('cancelled_on', { mode: 'string' }),
    basis: text('basis').notNull(),
    basisEn: text('basis_en'),
    certainty: text('certainty').notNull(),
    warned: smallint('warned').notNull().default(0),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [unique().on(t.kind, t.subjectId)],
);

export const caseClockStop = pgTable('case_clock_stop', {
  id: uuid('id').primaryKey(),
  clockId: uuid('clock_id').notNull(),
  reason: text('reason').notNull(),
  fromOn: date('from_on', { mode: 'string' }).notNull(),
  toOn: date('to_on', { mode: 'string' }),
});

export const caseClockExtension = pgTable('case_clock_extension', {
  id: uuid('id').primaryKey(),
  clockId: uuid('clock_id').notNull(),
  days: integer('days').notNull(),
  reason: text('reason'), // before 0011; prose is sealed now
  bodyId: uuid('body_id'),
  sealedReason: bytea('sealed_reason'),
  sealedDecision: bytea('sealed_decision'),
  dueBefore: date('due_before', { mode: 'string' }),
  dueAfter: date('due_after', { mode: 'string' }),
  askedBy: text('asked_by').notNull(),
  askedAt: timestamp('asked_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  decidedBy: text('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'date' }),
  approved: boolean('approved'),
});

export const evidence = pgTable('evidence', {
  id: uuid('id').primaryKey(),
  keyId: uuid('key_id').notNull(),
  caseId: uuid('case_id'),
  position: integer('position').notNull(),
  sealedName: bytea('sealed_name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  sha256: bytea('sha256').notNull(),
  storageName: text('storage_name').notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  removedAt: timestamp('removed_at', { withTimezone: true, mode: 'date' }),
  scan: text('scan').$type<ScanState>().notNull().default('unscanned'),
  scannedAt: timestamp('scanned_at', { withTimezone: true, mode: 'date' }),
  scanSignature: text('scan_signature'),
});

export const formDraft = pgTable('form_draft', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  owner: text('owner'),
  subjectId: uuid('subject_id'),
  sealed: bytea('sealed').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  expiresAt: timestamp('expires_at', { withTimezone: true, mode: 'date' }).notNull(),
});
