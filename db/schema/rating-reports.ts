import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FlagDecision, FlagKind, FlagNumbers } from '../../api/domain/rating-flags.ts';
import type { ReportSet } from '../../api/domain/rating-report.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const ratingFlag = pgTable('rating_flag', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<FlagKind>().notNull(),
  servicePointId: uuid('service_point_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  day: day('day').notNull(),
  ruleVersion: integer('rule_version').notNull(),
  numbers: jsonb('numbers').$type<FlagNumbers>().notNull(),
  foundAt: instant('found_at').notNull().defaultNow(),
  decision: text('decision').$type<FlagDecision>(),
  words: text('words'),
  decidedBy: text('decided_by'),
  decidedBody: uuid('decided_body'),
  decidedAt: instant('decided_at'),
});

export const ratingReceiver = pgTable('rating_receiver', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  wrapped: bytea('wrapped').notNull(),
  keyVersion: integer('key_version').notNull(),
  nextDay: day('next_day').notNull(),
  sentSet: text('sent_set').$type<ReportSet>().notNull().default('ratings'),
  sentPart: integer('sent_part').notNull().default(0),
  afterAt: instant('after_at'),
  afterId: uuid('after_id'),
  failures: integer('failures').notNull().default(0),
  lastError: text('last_error'),
  nextTryAt: instant('next_try_at').notNull().defaultNow(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  shownAt: instant('shown_at'),
  disabledAt: instant('disabled_at'),
});

export const ratingReceipt = pgTable(
  'rating_receipt',
  {
    receiverId: uuid('receiver_id').notNull(),
    day: day('day').notNull(),
    dataset: text('dataset').$type<ReportSet>().notNull(),
    part: integer('part').notNull(),
    rows: integer('rows').notNull(),
    sha256: bytea('sha256').notNull(),
    status: integer('status').notNull(),
    answer: text('answer').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.receiverId, t.day, t.dataset, t.part] })],
);
