import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { BodyRole } from '../../api/domain/directory.ts';
import type { Matter } from '../../api/domain/matter.ts';
import type { PolicyTextState } from '../../api/domain/policy-text.ts';

export const policyDocument = pgTable('policy_document', {
  id: text('id').primaryKey(),
  number: text('number'),
  title: text('title').notNull(),
  titleEn: text('title_en'),
  issuer: text('issuer').notNull(),
  issuerBody: uuid('issuer_body'),
  division: text('division'),
  issuedOn: date('issued_on', { mode: 'string' }),
  weight: text('weight').notNull(),
  status: text('status').notNull(),
  statusNote: text('status_note'),
  statusNoteEn: text('status_note_en'),
  statusOn: date('status_on', { mode: 'string' }).notNull(),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
});

export const policyClause = pgTable('policy_clause', {
  id: text('id').primaryKey(),
  documentId: text('document_id').notNull(),
  position: integer('position').notNull(),
  place: text('place').notNull(),
  heading: text('heading').notNull(),
  headingEn: text('heading_en'),
  digest: text('digest').notNull(),
  digestEn: text('digest_en'),
  fullText: text('full_text'),
  referenceHash: text('reference_hash'),
});

/** A full text as it was handed in; it shows once a second person has checked it. */
export const policyText = pgTable('policy_text', {
  id: uuid('id').primaryKey(),
  documentId: text('document_id').notNull(),
  state: text('state').$type<PolicyTextState>().notNull().default('proposed'),
  source: text('source').notNull(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  clauses: jsonb('clauses').$type<Record<string, string>>().notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  decidedBy: text('decided_by'),
  decidedAt: timestamp('decided_at', { withTimezone: true, mode: 'date' }),
});

export const matter = pgTable('matter', {
  code: text('code').$type<Matter>().primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  plain: text('plain').notNull(),
  plainEn: text('plain_en').notNull(),
  examples: jsonb('examples').notNull().default([]),
  words: jsonb('words').notNull().default({}),
  referenceHash: text('reference_hash'),
});

export const responsibility = pgTable('responsibility', {
  id: text('id').primaryKey(),
  matter: text('matter').$type<Matter>(),
  topic: text('topic').notNull(),
  division: text('division').notNull(),
  documentId: text('document_id').notNull(),
  clauseId: text('clause_id').notNull(),
  validFrom: date('valid_from', { mode: 'string' }),
  validTo: date('valid_to', { mode: 'string' }),
  origin: text('origin').notNull().default('reference'),
  referenceHash: text('reference_hash'),
});

export const responsibilityBody = pgTable(
  'responsibility_body',
  {
    responsibilityId: text('responsibility_id').notNull(),
    position: integer('position').notNull(),
    part: text('part').notNull(),
    named: text('named').notNull(),
    role: text('role').$type<BodyRole>().notNull(),
    bodyId: uuid('body_id'),
  },
  (t) => [primaryKey({ columns: [t.responsibilityId, t.position] })],
);
