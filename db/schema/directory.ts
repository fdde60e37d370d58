import { date, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { BodyKind, BodyRole, DivisionLevel } from '../../api/domain/directory.ts';

export const division = pgTable('division', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  nameEn: text('name_en'),
  level: text('level').$type<DivisionLevel>().notNull(),
  parent: text('parent'),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
});

export const body = pgTable('body', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  nameEn: text('name_en'),
  shortName: text('short_name'),
  kind: text('kind').$type<BodyKind>().notNull(),
  role: text('role').$type<BodyRole>().notNull(),
  division: text('division').notNull(),
  parent: uuid('parent'),
  uscc: text('uscc'),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

export const bodyName = pgTable(
  'body_name',
  {
    bodyId: uuid('body_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    validTo: date('valid_to', { mode: 'string' }),
  },
  (t) => [primaryKey({ columns: [t.bodyId, t.name] })],
);

export const succession = pgTable(
  'succession',
  {
    predecessor: uuid('predecessor').notNull(),
    successor: uuid('successor').notNull(),
    kind: text('kind').notNull(),
    effectiveOn: date('effective_on', { mode: 'string' }).notNull(),
    certainty: text('certainty').notNull(),
    basis: text('basis').notNull(),
  },
  (t) => [primaryKey({ columns: [t.predecessor, t.successor] })],
);
