import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';

export const event = pgTable('event', {
  id: uuid('id').primaryKey(),
  subjectKind: text('subject_kind').notNull(),
  subjectId: uuid('subject_id').notNull(),
  seq: integer('seq').notNull(),
  kind: text('kind').notNull(),
  actorKind: text('actor_kind').notNull(),
  actorId: text('actor_id'),
  bodyId: uuid('body_id'),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull(),
  payload: text('payload').notNull(),
  salt: bytea('salt').notNull(),
  prevHash: bytea('prev_hash'),
  hash: bytea('hash').notNull(),
});

export const outbox = pgTable('outbox', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  task: text('task').notNull(),
  payload: jsonb('payload').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  dispatchedAt: timestamp('dispatched_at', { withTimezone: true, mode: 'date' }),
  doneAt: timestamp('done_at', { withTimezone: true, mode: 'date' }),
  attempts: integer('attempts').notNull().default(0),
  lastError: text('last_error'),
});

export const notice = pgTable('notice', {
  id: uuid('id').primaryKey(),
  channel: text('channel').notNull(),
  recipientKind: text('recipient_kind').notNull(),
  recipientId: text('recipient_id').notNull(),
  template: text('template').notNull(),
  params: jsonb('params').notNull().default({}),
  caseId: uuid('case_id'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  sentAt: timestamp('sent_at', { withTimezone: true, mode: 'date' }),
  readAt: timestamp('read_at', { withTimezone: true, mode: 'date' }),
});

export const cacheInvalidation = pgTable('cache_invalidation', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  tags: text('tags').array().notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
