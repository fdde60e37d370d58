import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AnswerRule } from '../../api/domain/answer-release.ts';
import type { CaseKind } from '../../api/domain/case.ts';
import { bytea } from './columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const answerRule = pgTable('answer_rule', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  version: integer('version').notNull().default(1),
  rules: jsonb('rules').$type<AnswerRule[]>().notNull(),
});

export const answerRuleVersion = pgTable(
  'answer_rule_version',
  {
    ruleId: uuid('rule_id').notNull(),
    version: integer('version').notNull(),
    rules: jsonb('rules').$type<AnswerRule[]>().notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version] })],
);

export const answerTemplate = pgTable('answer_template', {
  id: uuid('id').primaryKey(),
  bodyId: uuid('body_id').notNull(),
  version: integer('version').notNull().default(1),
  title: text('title').notNull(),
  kind: text('kind').$type<CaseKind>(),
  text: text('text').notNull(),
  retiredAt: instant('retired_at'),
});

export const caseAnswerProposal = pgTable('case_answer_proposal', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  round: integer('round').notNull(),
  state: text('state').notNull(),
  sealed: bytea('sealed').notNull(),
  bodyId: uuid('body_id').notNull(),
  proposedBy: text('proposed_by').notNull(),
  proposedAt: instant('proposed_at').notNull().defaultNow(),
  decidedBy: text('decided_by'),
  decidedAt: instant('decided_at'),
  sealedReason: bytea('sealed_reason'),
});

export const casePerformance = pgTable('case_performance', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  answerId: uuid('answer_id').notNull(),
  sealed: bytea('sealed').notNull(),
  reportedBy: text('reported_by').notNull(),
  bodyId: uuid('body_id').notNull(),
  reportedAt: instant('reported_at').notNull().defaultNow(),
  reportedOn: date('reported_on', { mode: 'string' }).notNull(),
  disputedAt: instant('disputed_at'),
  sealedDispute: bytea('sealed_dispute'),
});

export const caseOpinion = pgTable('case_opinion', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  leadId: uuid('lead_id').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().defaultNow(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  sealedQuestion: bytea('sealed_question').notNull(),
  sealedOpinion: bytea('sealed_opinion'),
  givenBy: text('given_by'),
  givenAt: instant('given_at'),
  givenOn: date('given_on', { mode: 'string' }),
});

export const caseExplanation = pgTable('case_explanation', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull(),
  caseId: uuid('case_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  askerId: uuid('asker_id').notNull(),
  askedBy: text('asked_by').notNull(),
  askedAt: instant('asked_at').notNull().defaultNow(),
  dueOn: date('due_on', { mode: 'string' }).notNull(),
  released: text('released').array().notNull(),
  sealedQuestion: bytea('sealed_question').notNull(),
  sealedAnswer: bytea('sealed_answer'),
  givenBy: text('given_by'),
  givenAt: instant('given_at'),
  givenOn: date('given_on', { mode: 'string' }),
  sharedAt: instant('shared_at'),
});

export const caseAttachment = pgTable('case_attachment', {
  evidenceId: uuid('evidence_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  purpose: text('purpose').notNull(),
  round: integer('round'),
  explanationId: uuid('explanation_id'),
  performanceId: uuid('performance_id'),
  subjectId: uuid('subject_id'),
  userId: text('user_id').notNull(),
  bodyId: uuid('body_id').notNull(),
  sentAt: instant('sent_at'),
});
