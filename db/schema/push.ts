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
