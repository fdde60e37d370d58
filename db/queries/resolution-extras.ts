import type { Verdict } from '../../api/domain/case.ts';
import type { CourtOutcome, CourtStage } from '../../api/domain/court-link.ts';
import type { ChangeReason, Finding } from '../../api/domain/old-debt.ts';
import type { SettlementState } from '../../api/domain/settlement.ts';
import type { OrderEntryKind, OrderState } from '../../api/domain/supervision.ts';
import type { Sql } from '../client.ts';

/** Sealed columns are base64 here (case-extras.ts); instants are ISO text. Lists are oldest first. */
export interface ResolutionExtras {
  orders: {
    id: string;
    state: OrderState;
    shown: boolean;
    bodyId: string;
    dueOn: string;
    issuedOn: string;
    entries: {
      id: string;
      kind: OrderEntryKind;
      sealed: string | null;
      dueOn: string | null;
      bodyId: string;
      at: string;
    }[];
  }[];
  notices: { id: string; title: string; words: string; byBodyId: string; on: string; cases: number }[];
  mediations: { id: string; heldOn: string; sealed: string; bodyId: string }[];
  settlements: {
    id: string;
    state: SettlementState;
    sealed: string;
    signedOn: string;
    bodyId: string;
    instalments: { id: string; amount: string; dueOn: string; paidOn: string | null; received: boolean | null }[];
  }[];
  court: { id: string; stage: CourtStage; outcome: CourtOutcome; onDate: string; sealed: string; bodyId: string }[];
  debts: {
    id: string;
    change: ChangeReason;
    changedOn: string | null;
    successorId: string | null;
    sealed: string;
    bodyId: string;
    on: string;
  }[];
  determinations: {
    id: string;
    instance: string;
    finding: Finding;
    documentNumber: string;
    determinedOn: string;
    sealed: string;
    bodyId: string;
    approved: boolean | null;
    proposer: string | null;
    decider: string | null;
    decidedOn: string | null;
    sealedRemark: string | null;
  }[];
  deeds: { id: string; doneOn: string; sealed: string; bodyId: string }[];
  callback: { askedOn: string; remindedOn: string | null; answeredOn: string | null } | null;
}

export interface TwoWords {
  body: Verdict | null;
  complainant: Verdict | null;
}

/** One column of the statement of case-extras.ts. */
export const resolutionColumn = (sql: Sql, caseId: string) => sql`
  json_build_object(
    'orders', coalesce((select json_agg(json_build_object('id', o.id, 'state', o.state, 'shown', o.shown, 'bodyId', o.body_id,
        'dueOn', o.due_on, 'issuedOn', (o.issued_at at time zone 'Asia/Shanghai')::date,
        'entries', (select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'sealed', encode(e.sealed, 'base64'),
          'dueOn', e.due_on, 'bodyId', e.body_id, 'at', e.at) order by e.at) from case_order_entry e where e.order_id = o.id))
        order by o.issued_at) from case_order o where o.case_id = ${caseId}), '[]'),
    'notices', coalesce((select json_agg(json_build_object('id', n.id, 'title', n.title, 'words', n.words,
        'byBodyId', n.by_body_id, 'on', (n.issued_at at time zone 'Asia/Shanghai')::date,
        'cases', (select count(*) from supervision_notice_case y where y.notice_id = n.id)) order by n.issued_at)
        from supervision_notice_case x join supervision_notice n on n.id = x.notice_id where x.case_id = ${caseId}), '[]'),
    'mediations', coalesce((select json_agg(json_build_object('id', m.id, 'heldOn', m.held_on,
        'sealed', encode(m.sealed, 'base64'), 'bodyId', m.body_id) order by m.held_on, m.at)
        from case_mediation m where m.case_id = ${caseId}), '[]'),
    'settlements', coalesce((select json_agg(json_build_object('id', s.id, 'state', s.state,
        'sealed', encode(s.sealed, 'base64'), 'signedOn', s.signed_on, 'bodyId', s.body_id,
        'instalments', coalesce((select json_agg(json_build_object('id', i.id, 'amount', i.amount::text, 'dueOn', i.due_on,
          'paidOn', i.paid_on, 'received', i.received) order by i.position)
          from case_instalment i where i.settlement_id = s.id), '[]')) order by s.proposed_at)
        from case_settlement s where s.case_id = ${caseId}), '[]'),
    'court', coalesce((select json_agg(json_build_object('id', t.id, 'stage', t.stage, 'outcome', t.outcome,
        'onDate', t.on_date, 'sealed', encode(t.sealed, 'base64'), 'bodyId', t.body_id) order by t.at)
        from case_court t where t.case_id = ${caseId}), '[]'),
    'debts', coalesce((select json_agg(json_build_object('id', d.id, 'change', d.change, 'changedOn', d.changed_on,
        'successorId', d.successor_id, 'sealed', encode(d.sealed, 'base64'), 'bodyId', d.body_id,
        'on', (d.at at time zone 'Asia/Shanghai')::date) order by d.at)
        from case_debt d where d.case_id = ${caseId}), '[]'),
    'determinations', coalesce((select json_agg(json_build_object('id', f.id, 'instance', f.instance, 'finding', f.finding,
        'documentNumber', f.document_number, 'determinedOn', f.determined_on, 'sealed', encode(f.sealed, 'base64'),
        'bodyId', f.body_id, 'approved', f.approved, 'proposer', p.name, 'decider', q.name,
        'decidedOn', (f.decided_at at time zone 'Asia/Shanghai')::date, 'sealedRemark', encode(f.sealed_remark, 'base64'))
        order by f.proposed_at)
        from case_determination f left join auth_user p on p.id = f.proposed_by left join auth_user q on q.id = f.decided_by
        where f.case_id = ${caseId}), '[]'),
    'deeds', coalesce((select json_agg(json_build_object('id', g.id, 'doneOn', g.done_on,
        'sealed', encode(g.sealed, 'base64'), 'bodyId', g.body_id) order by g.done_on, g.at)
        from case_deed g where g.case_id = ${caseId}), '[]'),
    'callback', (select json_build_object('askedOn', b.asked_on, 'remindedOn', b.reminded_on, 'answeredOn', b.answered_on)
        from case_callback b where b.case_id = ${caseId} order by b.asked_on desc limit 1)) as resolution`;
