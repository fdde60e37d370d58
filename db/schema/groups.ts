import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CaseState } from '../../api/domain/case.ts';
import type { LinkKind } from '../../api/domain/group.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const caseDispute = pgTable('case_dispute', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  openedByBody: uuid('opened_by_body').notNull(),
  arbiterId: uuid('arbiter_id').notNull(),
  openedBy: text('opened_by').notNull(),
  openedAt: instant('opened_at').notNull().defaultNow(),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
  designatedId: uuid('designated_id'),
});

export const caseMerge = pgTable('case_merge', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  intoId: uuid('into_id').notNull(),
  stateBefore: text('state_before').$type<CaseState>().notNull(),
  mergedBy: text('merged_by').notNull(),
  mergedAt: instant('merged_at').notNull().defaultNow(),
  splitBy: text('split_by'),
  splitAt: instant('split_at'),
});

export const caseLink = pgTable('case_link', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<LinkKind>().notNull(),
  caseId: uuid('case_id').notNull(),
  otherId: uuid('other_id').notNull(),
  linkedBy: text('linked_by').notNull(),
  linkedAt: instant('linked_at').notNull().defaultNow(),
  removedBy: text('removed_by'),
  removedAt: instant('removed_at'),
});

export const groupReply = pgTable('group_reply', {
  id: uuid('id').primaryKey(),
  leadId: uuid('lead_id').notNull(),
  sealed: bytea('sealed').notNull(),
  writtenBy: text('written_by').notNull(),
  bodyId: uuid('body_id').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});

export const groupReplyItem = pgTable(
  'group_reply_item',
  {
    replyId: uuid('reply_id').notNull(),
    caseId: uuid('case_id').notNull(),
    doneAt: instant('done_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.replyId, t.caseId] })],
);

export const caseIntake = pgTable('case_intake', {
  caseId: uuid('case_id').primaryKey(),
  channel: text('channel').$type<'hotline' | 'petition'>().notNull(),
  externalNumber: text('external_number').notNull(),
  bodyId: uuid('body_id').notNull(),
  enteredBy: text('entered_by'),
  enteredAt: instant('entered_at').notNull().defaultNow(),
});

export const retaliationReport = pgTable('retaliation_report', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  againstId: uuid('against_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  answeredAt: instant('answered_at'),
});

export const retaliationMessage = pgTable('retaliation_message', {
  id: uuid('id').primaryKey(),
  reportId: uuid('report_id').notNull(),
  author: text('author').$type<'complainant' | 'official'>().notNull(),
  userId: text('user_id'),
  sealed: bytea('sealed').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
});
