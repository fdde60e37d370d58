import { date, integer, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ArrearsReportState } from '../../api/domain/arrears-report.ts';
import type { PppStage } from '../../api/domain/commitment-kinds.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const commitmentPayment = pgTable('commitment_payment', {
  id: uuid('id').primaryKey(),
  commitmentId: uuid('commitment_id').notNull(),
  paidOn: day('paid_on').notNull(),
  amount: numeric('amount', { precision: 18, scale: 2 }).notNull(),
  takesBackId: uuid('takes_back_id'),
  voucher: text('voucher').notNull(),
  writtenBy: text('written_by').notNull(),
  bodyId: uuid('body_id').notNull(),
  writtenAt: instant('written_at').notNull().defaultNow(),
});

export const pppStage = pgTable(
  'ppp_stage',
  {
    commitmentId: uuid('commitment_id').notNull(),
    stage: text('stage').$type<PppStage>().notNull(),
    enteredOn: day('entered_on').notNull(),
    department: text('department').notNull(),
    post: text('post').notNull(),
    document: text('document').notNull(),
    words: text('words'),
    writtenBy: text('written_by').notNull(),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.stage] })],
);

export const arrearsReport = pgTable('arrears_report', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  division: text('division').notNull(),
  year: integer('year').notNull(),
  state: text('state').$type<ArrearsReportState>().notNull(),
  version: integer('version').notNull().default(1),
  document: text('document').notNull(),
  sha256: bytea('sha256').notNull(),
  explanation: text('explanation'),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull().defaultNow(),
  approvedBy: text('approved_by'),
  publishedAt: instant('published_at'),
});

export const arrearsReminder = pgTable(
  'arrears_reminder',
  {
    bodyId: uuid('body_id').notNull(),
    year: integer('year').notNull(),
    kind: text('kind').$type<'soon' | 'late'>().notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.bodyId, t.year, t.kind] })],
);
