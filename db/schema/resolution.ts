import { boolean, date, integer, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CaseInstance } from '../../api/domain/case.ts';
import type { CourtOutcome, CourtStage } from '../../api/domain/court-link.ts';
import type { ChangeReason, Finding } from '../../api/domain/old-debt.ts';
import type { SettlementState } from '../../api/domain/settlement.ts';
import type { OrderEntryKind, OrderState } from '../../api/domain/supervision.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });
/** Every row tells which case, which body and which official, and when. */
const signed = {
  bodyId: uuid('body_id').notNull(),
  userId: text('user_id').notNull(),
  at: instant('at').notNull().defaultNow(),
};

export const caseOrder = pgTable('case_order', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  state: text('state').$type<OrderState>().notNull(),
  shown: boolean('shown').notNull().default(false),
  dueOn: day('due_on').notNull(),
  issuedBy: text('issued_by').notNull(),
  issuedAt: instant('issued_at').notNull().defaultNow(),
  closedAt: instant('closed_at'),
});

export const caseOrderEntry = pgTable('case_order_entry', {
  id: uuid('id').primaryKey(),
  orderId: uuid('order_id').notNull(),
  kind: text('kind').$type<OrderEntryKind>().notNull(),
  sealed: bytea('sealed'),
  dueOn: day('due_on'),
  ...signed,
});

export const supervisionNotice = pgTable('supervision_notice', {
  id: uuid('id').primaryKey(),
  byBodyId: uuid('by_body_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  title: text('title').notNull(),
  words: text('words').notNull(),
  issuedBy: text('issued_by').notNull(),
  issuedAt: instant('issued_at').notNull().defaultNow(),
});

export const supervisionNoticeCase = pgTable(
  'supervision_notice_case',
  { noticeId: uuid('notice_id').notNull(), caseId: uuid('case_id').notNull() },
  (t) => [primaryKey({ columns: [t.noticeId, t.caseId] })],
);

export const caseMediation = pgTable('case_mediation', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  heldOn: day('held_on').notNull(),
  sealed: bytea('sealed').notNull(),
  ...signed,
});

export const caseSettlement = pgTable('case_settlement', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  state: text('state').$type<SettlementState>().notNull(),
  sealed: bytea('sealed').notNull(),
  signedOn: day('signed_on').notNull(),
  bodyId: uuid('body_id').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().defaultNow(),
  decidedOn: day('decided_on'),
});

export const caseInstalment = pgTable('case_instalment', {
  id: uuid('id').primaryKey(),
  settlementId: uuid('settlement_id').notNull(),
  position: integer('position').notNull(),
  amount: numeric('amount', { precision: 18, scale: 2 }).notNull(),
  dueOn: day('due_on').notNull(),
  paidOn: day('paid_on'),
  received: boolean('received'),
  saidOn: day('said_on'),
});

export const caseCourt = pgTable('case_court', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  stage: text('stage').$type<CourtStage>().notNull(),
  outcome: text('outcome').$type<CourtOutcome>().notNull(),
  onDate: day('on_date').notNull(),
  sealed: bytea('sealed').notNull(),
  ...signed,
});

export const caseDebt = pgTable('case_debt', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  change: text('change').$type<ChangeReason>().notNull(),
  changedOn: day('changed_on'),
  successorId: uuid('successor_id'),
  sealed: bytea('sealed').notNull(),
  ...signed,
});

export const caseDetermination = pgTable('case_determination', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  instance: text('instance').$type<CaseInstance>().notNull(),
  finding: text('finding').$type<Finding>().notNull(),
  documentNumber: text('document_number').notNull(),
  determinedOn: day('determined_on').notNull(),
  sealed: bytea('sealed').notNull(),
  bodyId: uuid('body_id').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().defaultNow(),
  approved: boolean('approved'),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
  sealedRemark: bytea('sealed_remark'),
});

export const caseDeed = pgTable('case_deed', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  doneOn: day('done_on').notNull(),
  sealed: bytea('sealed').notNull(),
  ...signed,
});

export const caseCallback = pgTable('case_callback', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  askedOn: day('asked_on').notNull(),
  remindOn: day('remind_on').notNull(),
  remindedOn: day('reminded_on'),
  answeredOn: day('answered_on'),
});
