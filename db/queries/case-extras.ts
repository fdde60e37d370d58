import type { FollowUpKind } from '../../api/domain/follow-up.ts';
import type { Sql } from '../client.ts';
import { type ResolutionExtras, resolutionColumn } from './resolution-extras.ts';

/**
 * What belongs to a case beside its head, words, files, clocks and events: columns of one statement for all topics, so that the page
 * of a case does not cost more with each of them. A topic is a json aggregate: one column here, one type below. Sealed
 * columns travel as base64 (json has no bytes) and are opened by the service of their topic.
 */
export interface CaseExtras {
  /** Other numbers of the case: of a hotline, a petition office, an import, a case merged into it. */
  aliases: { number: string; reason: string }[];
  /** Orders, settlements, court, old debt, callback. */
  resolution: ResolutionExtras;
  /** Dates given in the case (api/domain/follow-up.ts), the earliest first. */
  followUps: {
    id: string;
    kind: FollowUpKind;
    subjectId: string;
    forBodyId: string | null;
    startedOn: string;
    dueOn: string;
    endedOn: string | null;
    cancelledOn: string | null;
    basis: string;
    basisEn: string | null;
    certainty: string;
  }[];
  /** The answer that waits for its release, or was sent back last. */
  proposal: ProposalRow | null;
  attachments: AttachmentRow[];
  performances: PerformanceRow[];
  opinions: OpinionRow[];
  explanations: ExplanationRow[];
  /** Templates of answers in use; their texts are read when one is put in. */
  templates: { id: string; bodyId: string; title: string; kind: string | null }[];
}

export interface ProposalRow {
  id: string;
  round: number;
  state: 'pending' | 'returned';
  sealed: string;
  bodyId: string;
  by: string;
  name: string | null;
  at: string;
  reason: string | null;
}
export interface AttachmentRow {
  evidenceId: string;
  purpose: 'answer' | 'performance' | 'explanation' | 'settlement' | 'determination';
  round: number | null;
  explanationId: string | null;
  performanceId: string | null;
  /** The settlement or determination that it belongs to; null before it was sent. */
  subjectId: string | null;
  userId: string;
  bodyId: string;
  sent: boolean;
}
export interface PerformanceRow {
  id: string;
  answerId: string;
  sealed: string;
  bodyId: string;
  at: string;
  on: string;
  dispute: string | null;
}
export interface OpinionRow {
  id: string;
  bodyId: string;
  askedAt: string;
  dueOn: string;
  question: string;
  opinion: string | null;
  givenAt: string | null;
  givenOn: string | null;
}
export interface ExplanationRow {
  id: string;
  reference: string;
  bodyId: string;
  askedAt: string;
  dueOn: string;
  released: string[];
  question: string;
  answer: string | null;
  givenAt: string | null;
  givenOn: string | null;
  shared: boolean;
}

/** One column for each topic, of the statement of case-file.ts. */
export const extraColumns = (sql: Sql, caseId: string) => sql`
      coalesce((select json_agg(json_build_object('number', a.number, 'reason', a.reason) order by a.created_at, a.number)
        from case_number_alias a where a.case_id = ${caseId}), '[]') as aliases,
      coalesce((select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'subjectId', f.subject_id,
          'forBodyId', f.for_body_id, 'startedOn', f.started_on, 'dueOn', f.due_on, 'endedOn', f.ended_on,
          'cancelledOn', f.cancelled_on, 'basis', f.basis, 'basisEn', f.basis_en, 'certainty', f.certainty)
          order by f.due_on, f.id)
        from case_follow_up f where f.case_id = ${caseId}), '[]') as "followUps",
      (select json_build_object('id', p.id, 'round', p.round, 'state', p.state, 'sealed', encode(p.sealed, 'base64'),
          'bodyId', p.body_id, 'by', p.proposed_by, 'name', u.name, 'at', p.proposed_at, 'reason', encode(p.sealed_reason, 'base64'))
        from (select * from case_answer_proposal where case_id = ${caseId} order by proposed_at desc, id limit 1) p
        left join auth_user u on u.id = p.proposed_by where p.state in ('pending', 'returned')) as proposal,
      coalesce((select json_agg(json_build_object('evidenceId', t.evidence_id, 'purpose', t.purpose, 'round', t.round,
          'explanationId', t.explanation_id, 'performanceId', t.performance_id, 'subjectId', t.subject_id, 'userId', t.user_id, 'bodyId', t.body_id,
          'sent', t.sent_at is not null))
        from case_attachment t where t.case_id = ${caseId}), '[]') as attachments,
      coalesce((select json_agg(json_build_object('id', f.id, 'answerId', f.answer_id, 'sealed', encode(f.sealed, 'base64'),
          'bodyId', f.body_id, 'at', f.reported_at, 'on', f.reported_on, 'dispute', encode(f.sealed_dispute, 'base64'))
          order by f.reported_at desc)
        from case_performance f where f.case_id = ${caseId}), '[]') as performances,
      coalesce((select json_agg(json_build_object('id', o.id, 'bodyId', o.body_id, 'askedAt', o.asked_at, 'dueOn', o.due_on,
          'question', encode(o.sealed_question, 'base64'), 'opinion', encode(o.sealed_opinion, 'base64'),
          'givenAt', o.given_at, 'givenOn', o.given_on) order by o.asked_at desc)
        from case_opinion o where o.case_id = ${caseId}), '[]') as opinions,
      coalesce((select json_agg(json_build_object('id', e.id, 'reference', e.reference, 'bodyId', e.body_id,
          'askedAt', e.asked_at, 'dueOn', e.due_on, 'released', e.released, 'question', encode(e.sealed_question, 'base64'),
          'answer', encode(e.sealed_answer, 'base64'), 'givenAt', e.given_at, 'givenOn', e.given_on,
          'shared', e.shared_at is not null) order by e.asked_at desc)
        from case_explanation e where e.case_id = ${caseId}), '[]') as explanations,
      coalesce((select json_agg(json_build_object('id', m.id, 'bodyId', m.body_id, 'title', m.title, 'kind', m.kind)
          order by m.title)
        from answer_template m where m.retired_at is null), '[]') as templates,
      ${resolutionColumn(sql, caseId)}`;

/** A sealed column inside a json aggregate: `encode(column, 'base64')`. */
export const sealedOf = (base64: string): Buffer => Buffer.from(base64, 'base64');
