import { bigint, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull().defaultNow();

export const inboxTally = pgTable('inbox_tally', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  handlerId: uuid('handler_id'),
  acceptingId: uuid('accepting_id'),
  watchingId: uuid('watching_id'),
  state: text('state').notNull(),
  screening: text('screening').notNull(),
  dueOn: date('due_on', { mode: 'string' }),
  n: integer('n').notNull(),
});

export const caseSearch = pgTable('case_search', {
  caseId: uuid('case_id').primaryKey(),
  keyVersion: integer('key_version').notNull(),
  grams: bigint('grams', { mode: 'bigint' }).array().notNull(),
  indexedAt: instant('indexed_at'),
});

export const caseSearchTodo = pgTable('case_search_todo', {
  caseId: uuid('case_id').primaryKey(),
  at: instant('at'),
});

export const inboxFilter = pgTable('inbox_filter', {
  id: uuid('id').primaryKey(),
  owner: text('owner').notNull(),
  name: text('name').notNull(),
  query: text('query').notNull(),
  counted: integer('counted'),
  countedAt: timestamp('counted_at', { withTimezone: true, mode: 'date' }),
  createdAt: instant('created_at'),
});

/** Unlogged: who has a case open just now. */
export const casePresence = pgTable(
  'case_presence',
  { caseId: uuid('case_id').notNull(), userId: text('user_id').notNull(), seenAt: instant('seen_at') },
  (table) => [primaryKey({ columns: [table.caseId, table.userId] })],
);
