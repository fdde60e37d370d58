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
import type {
  RequestKind,
  RequestOutcome,
  RequestParty,
  RequestScreening,
} from '../../api/domain/disclosure-request.ts';
import type { ScanState } from '../../api/domain/evidence-scan.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

/** Why a step was taken, by the version that it made. */
export const disclosureStep = pgTable(
  'disclosure_step',
  {
    disclosureId: uuid('disclosure_id').notNull(),
    version: integer('version').notNull(),
    action: text('action').notNull(),
    words: text('words').notNull(),
    by: text('by').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.disclosureId, t.version] })],
);

export const disclosureExemption = pgTable('disclosure_exemption', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  documentNumber: text('document_number').notNull(),
  decidingBody: text('deciding_body').notNull(),
  decidedOn: day('decided_on').notNull(),
  clause: text('clause').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().defaultNow(),
  approved: boolean('approved'),
  approvedBy: text('approved_by'),
  approvedAt: instant('approved_at'),
});

export const disclosureKey = pgTable('disclosure_key', {
  id: uuid('id').primaryKey(),
  keyVersion: integer('key_version').notNull(),
  wrapped: bytea('wrapped'),
  erasedAt: instant('erased_at'),
});

export const disclosureRequest = pgTable('disclosure_request', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  kind: text('kind').$type<RequestKind>().notNull(),
  party: text('party').$type<RequestParty>().notNull(),
  bodyId: uuid('body_id'),
  screening: text('screening').$type<RequestScreening>().notNull(),
  submissionHash: bytea('submission_hash').notNull(),
  codeHash: bytea('code_hash').notNull(),
  keyId: uuid('key_id').notNull(),
  sealedWords: bytea('sealed_words').notNull(),
  sealedContact: bytea('sealed_contact').notNull(),
  filedBy: text('filed_by'),
  locale: text('locale').$type<'zh-CN' | 'en'>().notNull().default('zh-CN'),
  filedAt: instant('filed_at').notNull().defaultNow(),
  markedAt: instant('marked_at'),
  confirmedBy: text('confirmed_by'),
  confirmedAt: instant('confirmed_at'),
  performed: text('performed'),
  performedOn: day('performed_on'),
  outcome: text('outcome').$type<RequestOutcome>(),
  publicWords: text('public_words'),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
});

/** A reminder that was given about a request, by the rung of the ladder and the date that it was about. */
export const disclosureRequestWarning = pgTable(
  'disclosure_request_warning',
  {
    requestId: uuid('request_id').notNull(),
    step: text('step').$type<'mark' | 'decide'>().notNull(),
    rung: smallint('rung').notNull(),
    dueOn: day('due_on').notNull(),
    template: text('template').notNull(),
    givenAt: instant('given_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.requestId, t.step, t.rung, t.dueOn] })],
);

/** What a filer added to a request, sealed under its key in the evidence storage. */
export const disclosureRequestFile = pgTable('disclosure_request_file', {
  id: uuid('id').primaryKey(),
  requestId: uuid('request_id').notNull(),
  position: integer('position').notNull(),
  sealedName: bytea('sealed_name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  sha256: bytea('sha256').notNull(),
  storageName: text('storage_name').notNull(),
  addedAt: instant('added_at').notNull().defaultNow(),
  scan: text('scan').$type<ScanState>().notNull().default('unscanned'),
  scannedAt: instant('scanned_at'),
  scanSignature: text('scan_signature'),
  removedAt: instant('removed_at'),
});

export const disclosureRectification = pgTable('disclosure_rectification', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  dueOn: day('due_on').notNull(),
  required: text('required').notNull(),
  orderedBy: text('ordered_by').notNull(),
  orderedAt: instant('ordered_at').notNull().defaultNow(),
  explanation: text('explanation'),
  explainedBy: text('explained_by'),
  explainedAt: instant('explained_at'),
  done: text('done'),
  doneOn: day('done_on'),
  reportedBy: text('reported_by'),
  reportedAt: instant('reported_at'),
  verifiedBy: text('verified_by'),
  verifiedAt: instant('verified_at'),
});

/** The document that a record rests on, sealed in the evidence storage. */
export const disclosureFile = pgTable('disclosure_file', {
  id: uuid('id').primaryKey(),
  disclosureId: uuid('disclosure_id').notNull(),
  keyId: uuid('key_id').notNull(),
  sealedName: bytea('sealed_name').notNull(),
  mediaType: text('media_type').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  sha256: bytea('sha256').notNull(),
  storageName: text('storage_name').notNull(),
  addedBy: text('added_by').notNull(),
  addedAt: instant('added_at').notNull().defaultNow(),
});
