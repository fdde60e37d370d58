import { boolean, date, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { LoopStep, ReviewReason, ReviewState } from '../../api/domain/rating-loop.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const ratingStep = pgTable('rating_step', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  kind: text('kind').$type<LoopStep>().notNull(),
  outcome: text('outcome').notNull(),
  publicText: text('public_text'),
  sealed: bytea('sealed'),
  bodyId: uuid('body_id').notNull(),
  userId: text('user_id').notNull(),
  at: instant('at').notNull(),
});

export const ratingReview = pgTable('rating_review', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  ratingId: uuid('rating_id').notNull(),
  servicePointId: uuid('service_point_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  level: smallint('level').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  reason: text('reason').$type<ReviewReason>().notNull(),
  state: text('state').$type<ReviewState>().notNull(),
  sealed: bytea('sealed').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedBody: uuid('proposed_body').notNull(),
  proposedAt: instant('proposed_at').notNull(),
  sealedDecision: bytea('sealed_decision'),
  decidedBy: text('decided_by'),
  decidedBody: uuid('decided_body'),
  decidedAt: instant('decided_at'),
  outsider: boolean('outsider'),
  sealedRestoration: bytea('sealed_restoration'),
  restoredBy: text('restored_by'),
  restoredBody: uuid('restored_body'),
  restoredAt: instant('restored_at'),
});
