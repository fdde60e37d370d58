import {
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  DisclosureKind,
  DisclosureState,
  DishonestySubKind,
  JudgmentOutcome,
  ObjectionFlag,
  ProposalAnswer,
  ProposalKind,
  PublicationClass,
  RectificationState,
  RepairState,
  WarningLevel,
  WithdrawReason,
} from '../../api/domain/disclosure.ts';
import type { ImportFormat, ImportMode, ImportState } from '../../api/domain/import.ts';
import type { Matter } from '../../api/domain/matter.ts';
import { bytea, tsvector } from './columns.ts';

export const importBatch = pgTable('import_batch', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  sha256: bytea('sha256').notNull(),
  rowsTotal: integer('rows_total').notNull().default(0),
  rowsImported: integer('rows_imported').notNull().default(0),
  rowsUnchanged: integer('rows_unchanged').notNull().default(0),
  rowsRefused: integer('rows_refused').notNull().default(0),
  report: jsonb('report').notNull().default([]),
  importedBy: text('imported_by').notNull(),
  state: text('state').$type<ImportState>().notNull().default('finished'),
  format: text('format').$type<ImportFormat>().notNull().default('csv'),
  mode: text('mode').$type<ImportMode>().notNull().default('all'),
  reason: text('reason').notNull().default(''),
  cursorRow: integer('cursor_row').notNull().default(0),
  rowsChanged: integer('rows_changed').notNull().default(0),
  bodiesMade: integer('bodies_made').notNull().default(0),
  publisherId: uuid('publisher_id'),
  profile: jsonb('profile'),
  blockedBy: jsonb('blocked_by').notNull().default([]),
  alike: jsonb('alike').notNull().default([]),
  compared: integer('compared'),
  comparedAt: timestamp('compared_at', { withTimezone: true, mode: 'date' }),
  failure: text('failure'),
  checkedAt: timestamp('checked_at', { withTimezone: true, mode: 'date' }),
  appliedBy: text('applied_by'),
  startedAt: timestamp('started_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  finishedAt: timestamp('finished_at', { withTimezone: true, mode: 'date' }),
});

export const importFile = pgTable(
  'import_file',
  {
    batchId: uuid('batch_id').notNull(),
    part: integer('part').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.part] })],
);

export const disclosure = pgTable('disclosure', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<DisclosureKind>().notNull(),
  state: text('state').$type<DisclosureState>().notNull(),
  version: integer('version').notNull().default(1),
  naturalKey: text('natural_key').notNull(),
  bodyId: uuid('body_id'),
  bodyName: text('body_name').notNull(),
  division: text('division').notNull(),
  matter: text('matter').$type<Matter>().notNull(),
  title: text('title').notNull(),
  caseNumber: text('case_number'),
  court: text('court'),
  courtDivision: text('court_division'),
  documentNumber: text('document_number'),
  decidingBody: text('deciding_body'),
  decidedOn: date('decided_on', { mode: 'string' }),
  year: integer('year').notNull(),
  outcome: text('outcome').$type<JudgmentOutcome>(),
  conduct: text('conduct'),
  count: integer('count').notNull().default(1),
  amount: numeric('amount', { precision: 18, scale: 2 }),
  summary: text('summary').notNull(),
  requiredAction: text('required_action'),
  performed: text('performed'),
  performedOn: date('performed_on', { mode: 'string' }),
  source: text('source').notNull(),
  publicationClass: text('publication_class').$type<PublicationClass>().notNull().default('none'),
  publishUntil: date('publish_until', { mode: 'string' }),
  objectionFlag: text('objection_flag').$type<ObjectionFlag>().notNull().default('none'),
  withdrawReason: text('withdraw_reason').$type<WithdrawReason>(),
  publisherId: uuid('publisher_id'),
  caseId: uuid('case_id'),
  batchId: uuid('batch_id'),
  createdBy: text('created_by').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  submittedBy: text('submitted_by'),
  approvedBy: text('approved_by'),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'date' }),
  endedAt: timestamp('ended_at', { withTimezone: true, mode: 'date' }),
  sortOn: date('sort_on', { mode: 'string' }).notNull(),
  subKind: text('sub_kind').$type<DishonestySubKind>(),
  clause: text('clause'),
  warningLevel: text('warning_level').$type<WarningLevel>(),
  dueOn: date('due_on', { mode: 'string' }),
  period: text('period'),
  score: text('score'),
  proposalKind: text('proposal_kind').$type<ProposalKind>(),
  proposalAnswer: text('proposal_answer').$type<ProposalAnswer>(),
  subjectCode: text('subject_code'),
  rectification: text('rectification').$type<RectificationState>().notNull().default('none'),
  rectificationDueOn: date('rectification_due_on', { mode: 'string' }),
  repair: text('repair').$type<RepairState>().notNull().default('none'),
});

export const disclosureVersion = pgTable(
  'disclosure_version',
  {
    disclosureId: uuid('disclosure_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').notNull(),
    reason: text('reason').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.disclosureId, t.version] })],
);

export const disclosureFieldSource = pgTable(
  'disclosure_field_source',
  {
    disclosureId: uuid('disclosure_id').notNull(),
    field: text('field').notNull(),
    document: text('document').notNull(),
    collectedBy: text('collected_by').notNull(),
    collectedAt: timestamp('collected_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
    verifiedBy: text('verified_by'),
    verifiedAt: timestamp('verified_at', { withTimezone: true, mode: 'date' }),
    attachmentSha256: bytea('attachment_sha256'),
  },
  (t) => [primaryKey({ columns: [t.disclosureId, t.field] })],
);

export const disclosureLikeness = pgTable('disclosure_likeness', {
  disclosureId: uuid('disclosure_id').primaryKey(),
  version: integer('version').notNull(),
  bands: integer('bands').array().notNull(),
  numbers: text('numbers').array().notNull(),
});

export const dataQuality = pgTable(
  'data_quality',
  {
    kind: text('kind').$type<DisclosureKind>().notNull(),
    source: text('source').notNull(),
    rows: integer('rows').notNull(),
    filled: jsonb('filled').$type<Record<string, number>>().notNull(),
    needed: jsonb('needed').$type<string[]>().notNull(),
    unknownBodies: integer('unknown_bodies').notNull(),
    newestOn: date('newest_on', { mode: 'string' }),
    newestPublishedOn: date('newest_published_on', { mode: 'string' }),
    measuredAt: timestamp('measured_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.source] })],
);

export const disclosureCorrection = pgTable('disclosure_correction', {
  disclosureId: uuid('disclosure_id').primaryKey(),
  baseVersion: integer('base_version').notNull(),
  content: jsonb('content').notNull(),
  reason: text('reason').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: timestamp('proposed_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
});

/** Only what is public now has a row; narrow, so that thousands of hits are read at once. Its text lies in disclosureText. */
export const disclosureSearch = pgTable('disclosure_search', {
  disclosureId: uuid('disclosure_id').primaryKey(),
  sortOn: date('sort_on', { mode: 'string' }).notNull(),
  bodyId: uuid('body_id'),
  text: text('text'), // before 0031
  terms: tsvector('terms').notNull(),
  form: smallint('form').notNull().default(1),
  kind: text('kind').notNull().default(''),
  matter: text('matter').notNull().default(''),
  division: text('division').notNull().default(''),
  year: integer('year').notNull().default(0),
  outcome: text('outcome'),
  court: text('court'),
});

export const disclosureText = pgTable('disclosure_text', {
  disclosureId: uuid('disclosure_id').primaryKey(),
  text: text('text').notNull(),
  heads: text('heads').notNull(),
  numbers: text('numbers').notNull(),
  names: text('names').notNull(),
  court: text('court').notNull(),
  fullText: text('full_text'),
  sortOn: date('sort_on', { mode: 'string' }),
  bodyId: uuid('body_id'),
  kind: text('kind').notNull().default(''),
  matter: text('matter').notNull().default(''),
  division: text('division').notNull().default(''),
  year: integer('year').notNull().default(0),
  outcome: text('outcome'),
  courtName: text('court_name'),
});
