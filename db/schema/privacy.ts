import { bigint, date, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CaseKind } from '../../api/domain/case.ts';
import type { Certainty } from '../../api/domain/directory.ts';
import type { ErasureReason, ErasureSubject, RetentionSubject } from '../../api/domain/retention.ts';
import { bytea } from './columns.ts';

export const retentionRule = pgTable('retention_rule', {
  id: text('id').primaryKey(),
  subject: text('subject').$type<RetentionSubject>().notNull(),
  caseKind: text('case_kind').$type<CaseKind>(),
  length: integer('length').notNull(),
  unit: text('unit').$type<'day' | 'month'>().notNull(),
  basis: text('basis').notNull(),
  basisEn: text('basis_en').notNull(),
  certainty: text('certainty').$type<Certainty>().notNull(),
  validFrom: date('valid_from', { mode: 'string' }).notNull(),
  createdBy: text('created_by'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  referenceHash: text('reference_hash'),
});

export const erasureRequest = pgTable('erasure_request', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  sealed: bytea('sealed'),
  state: text('state').$type<'pending' | 'granted' | 'refused'>().notNull(),
  reason: text('reason').$type<ErasureReason>(),
  askedAt: timestamp('asked_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'date' }),
  decidedBy: text('decided_by'),
});

export const erasure = pgTable('erasure', {
  seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid('case_id'),
  keyId: uuid('key_id'),
  subjectKind: text('subject_kind').$type<ErasureSubject>().notNull().default('case'),
  subjectId: uuid('subject_id'),
  reason: text('reason').$type<'retention' | 'request'>().notNull(),
  code: text('code').notNull(),
  erasedAt: timestamp('erased_at', { withTimezone: true, mode: 'date' }).notNull(),
  erasedBy: text('erased_by'),
});
