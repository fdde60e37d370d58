import { date, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { CaseKind } from '../../api/domain/case.ts';

export const clockRule = pgTable('clock_rule', {
  id: text('id').primaryKey(),
  caseKind: text('case_kind').$type<CaseKind>(),
  subject: text('subject').notNull().default('case'),
  step: text('step').notNull(),
  length: integer('length').notNull(),
  unit: text('unit').notNull(),
  startEvent: text('start_event').notNull(),
  stopEvent: text('stop_event').notNull(),
  maxExtension: integer('max_extension').notNull().default(0),
  extensionApprover: text('extension_approver'),
  onExpiry: text('on_expiry'),
  basis: text('basis').notNull(),
  basisEn: text('basis_en'),
  certainty: text('certainty').notNull(),
  division: text('division'),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  version: integer('version').notNull().default(1),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
});

export const calendarDay = pgTable('calendar_day', {
  day: date('day', { mode: 'string' }).primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
});

export const calendarYear = pgTable('calendar_year', {
  year: integer('year').primaryKey(),
  notice: text('notice').notNull(),
});
