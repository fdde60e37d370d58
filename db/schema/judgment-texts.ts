import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The full text of a judgment: sealed as it came, and as the public reads it. See db/migrations/0037_seal_judgment_texts.sql. */
export const judgmentText = pgTable('judgment_text', {
  disclosureId: uuid('disclosure_id').primaryKey(),
  keyId: uuid('key_id').notNull(),
  sealedOriginal: bytea('sealed_original').notNull(),
  sealedChanges: bytea('sealed_changes').notNull(),
  sealedLists: bytea('sealed_lists').notNull(),
  /** Null until a second person has approved it: a draft follows from what is sealed. */
  publicText: text('public_text'),
  publicSha256: bytea('public_sha256').notNull(),
  putBy: text('put_by').notNull(),
  putAt: instant('put_at').notNull(),
  changedBy: text('changed_by'),
  changedAt: instant('changed_at'),
  shownSha256: bytea('shown_sha256'),
  shownTo: text('shown_to'),
  shownAt: instant('shown_at'),
  approvedBy: text('approved_by'),
  approvedAt: instant('approved_at'),
});
