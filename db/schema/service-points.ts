import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const servicePointBatch = pgTable('service_point_batch', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  sha256: bytea('sha256').notNull(),
  points: integer('points').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
});

export const servicePointOffer = pgTable(
  'service_point_offer',
  { itemId: uuid('item_id').notNull(), windowId: uuid('window_id').notNull() },
  (t) => [primaryKey({ columns: [t.itemId, t.windowId] })],
);

export const servicePointCode = pgTable('service_point_code', {
  code: text('code').primaryKey(),
  servicePointId: uuid('service_point_id').notNull(),
  keyVersion: integer('key_version').notNull(),
  replacedAt: instant('replaced_at').notNull(),
  validUntil: instant('valid_until').notNull(),
});
