import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const pushClient = pgTable('push_client', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  name: text('name').notNull(),
  scopes: text('scopes').array().notNull(),
  perHour: integer('per_hour').notNull().default(600),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  disabledAt: instant('disabled_at'),
});

export const pushKey = pgTable('push_key', {
  id: uuid('id').primaryKey(),
  clientId: uuid('client_id').notNull(),
  keyVersion: integer('key_version').notNull(),
  wrapped: bytea('wrapped').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  shownAt: instant('shown_at'),
  endsAt: instant('ends_at'),
  lastUsedAt: instant('last_used_at'),
});

export const pushNonce = pgTable(
  'push_nonce',
  {
    keyId: uuid('key_id').notNull(),
    nonce: text('nonce').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.nonce] })],
);

export const webhook = pgTable('webhook', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  url: text('url').notNull(),
  keyVersion: integer('key_version').notNull(),
  wrapped: bytea('wrapped').notNull(),
  afterAt: instant('after_at').notNull().defaultNow(),
  afterId: uuid('after_id').notNull().default('00000000-0000-0000-0000-000000000000'),
  failures: integer('failures').notNull().default(0),
  nextTryAt: instant('next_try_at').notNull().defaultNow(),
  lastError: text('last_error'),
  lastOkAt: instant('last_ok_at'),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  shownAt: instant('shown_at'),
  disabledAt: instant('disabled_at'),
});
