import {
  bigint,
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';

export const servicePoint = pgTable('service_point', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  codeKeyVersion: integer('code_key_version').notNull(),
  kind: text('kind').notNull(),
  channel: text('channel').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en'),
  placeName: text('place_name').notNull(),
  placeNameEn: text('place_name_en'),
  bodyId: uuid('body_id').notNull(),
  division: text('division').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  revokedAt: timestamp('revoked_at', { withTimezone: true, mode: 'date' }),
  version: integer('version').notNull().default(1),
  parentId: uuid('parent_id'),
  batchId: uuid('batch_id'),
});

export const rating = pgTable(
  'rating',
  {
    id: uuid('id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    servicePointId: uuid('service_point_id').notNull(),
    bodyId: uuid('body_id').notNull(),
    level: smallint('level').notNull(),
    indicators: text('indicators').array().notNull().default([]),
    keyId: uuid('key_id'),
    sealed: bytea('sealed'),
    hasContact: boolean('has_contact').notNull().default(false),
    locale: text('locale').notNull().default('zh-CN'),
    caseId: uuid('case_id'),
    repeated: boolean('repeated').notNull().default(false),
    setAsideAt: timestamp('set_aside_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [primaryKey({ columns: [t.id, t.createdAt] })],
);

export const ratingDefault = pgTable(
  'rating_default',
  {
    id: uuid('id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
    servicePointId: uuid('service_point_id').notNull(),
    bodyId: uuid('body_id').notNull(),
    level: smallint('level').notNull(),
    indicators: text('indicators').array().notNull().default([]),
    keyId: uuid('key_id'),
    sealed: bytea('sealed'),
    hasContact: boolean('has_contact').notNull().default(false),
    locale: text('locale').notNull().default('zh-CN'),
    caseId: uuid('case_id'),
    repeated: boolean('repeated').notNull().default(false),
    setAsideAt: timestamp('set_aside_at', { withTimezone: true, mode: 'date' }),
  },
  (t) => [primaryKey({ columns: [t.id, t.createdAt] })],
);

export const ratingDeduplication = pgTable(
  'rating_deduplication',
  {
    servicePointId: uuid('service_point_id').notNull(),
    keyHash: bytea('key_hash').notNull(),
    kind: text('kind').notNull(),
    ratingId: uuid('rating_id').notNull(),
    keyVersion: integer('key_version'),
    fingerprint: bytea('fingerprint'),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.servicePointId, t.keyHash] })],
);

export const ratingDay = pgTable(
  'rating_day',
  {
    servicePointId: uuid('service_point_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    level: smallint('level').notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.servicePointId, t.day, t.level] })],
);

export const ratingDelta = pgTable('rating_delta', {
  servicePointId: uuid('service_point_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  level: smallint('level').notNull(),
  measures: text('measures').array().notNull(),
  n: smallint('n').notNull(),
});

export const ratingFigure = pgTable(
  'rating_figure',
  {
    scope: text('scope').notNull(),
    key: text('key').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    channel: text('channel').notNull(),
    level: smallint('level').notNull(),
    measure: text('measure').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key, t.day, t.channel, t.level, t.measure] })],
);
