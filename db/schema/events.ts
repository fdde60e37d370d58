import { bigint, boolean, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
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
  refusedAt: timestamp('refused_at', { withTimezone: true, mode: 'date' }),
  refusedCode: text('refused_code'),
});

export const contactBounce = pgTable(
  'contact_bounce',
  {
    recipientKind: text('recipient_kind').notNull(),
    recipientId: text('recipient_id').notNull(),
    channel: text('channel').notNull(),
    addressMac: bytea('address_mac').notNull(),
    keyVersion: integer('key_version').notNull(),
    code: text('code').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.recipientKind, t.recipientId, t.channel] })],
);

export const officialNotice = pgTable('official_notice', {
  userId: text('user_id').primaryKey(),
  phone: text('phone'),
  locale: text('locale').notNull().default('zh-CN'),
  digest: boolean('digest').notNull().default(false),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const officialNoticeChoice = pgTable(
  'official_notice_choice',
  {
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    mail: boolean('mail').notNull(),
    sms: boolean('sms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] })],
);

export const officialDigest = pgTable(
  'official_digest',
  {
    userId: text('user_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    noticeId: uuid('notice_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.day] })],
);

export const caseNoticeChoice = pgTable('case_notice_choice', {
  caseId: uuid('case_id').primaryKey(),
  channel: text('channel').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const cacheInvalidation = pgTable('cache_invalidation', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  tags: text('tags').array().notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});
