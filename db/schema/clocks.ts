import { boolean, date, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CaseChannel, CaseKind } from '../../api/domain/case.ts';
import type { WarningTemplate } from '../../api/domain/ladder.ts';
import type { OfficialRole } from '../../api/domain/official.ts';
import type { SettingKind, SettingState } from '../../api/domain/setting.ts';

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
  channel: text('channel').$type<CaseChannel>(),
  replaces: text('replaces'),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }),
});

export const clockLadder = pgTable('clock_ladder', {
  id: text('id').primaryKey(),
  division: text('division'),
  rung: smallint('rung').notNull(),
  days: integer('days').notNull(),
  roles: text('roles').array().$type<OfficialRole[]>().notNull(),
  superior: boolean('superior').notNull().default(false),
  template: text('template').$type<WarningTemplate>().notNull(),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  version: integer('version').notNull().default(1),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }),
});

export const calendarDay = pgTable('calendar_day', {
  day: date('day', { mode: 'string' }).primaryKey(),
  kind: text('kind').notNull(),
  name: text('name').notNull(),
  year: integer('year'),
});

export const calendarYear = pgTable('calendar_year', {
  year: integer('year').primaryKey(),
  notice: text('notice').notNull(),
  origin: text('origin').notNull().default('reference'),
  version: integer('version').notNull().default(1),
  referenceHash: text('reference_hash'),
  changedBy: text('changed_by'),
  changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }),
});

/** A change of the calendar or of a clock with the clocks of cases that it moves: planned, shown, confirmed, carried out. */
export const settingChange = pgTable('setting_change', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<SettingKind>().notNull(),
  subject: text('subject').notNull(),
  proposed: jsonb('proposed').notNull(),
  state: text('state').$type<SettingState>().notNull().default('counting'),
  clocks: integer('clocks').notNull().default(0),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  confirmedBy: text('confirmed_by'),
  confirmedAt: timestamp('confirmed_at', { withTimezone: true, mode: 'date' }),
  appliedAt: timestamp('applied_at', { withTimezone: true, mode: 'date' }),
});
