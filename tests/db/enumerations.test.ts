import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APPRAISAL_STATES } from '../../api/domain/appraisal.ts';
import { REPORT_STATES } from '../../api/domain/arrears-report.ts';
import * as cases from '../../api/domain/case.ts';
import * as commitments from '../../api/domain/commitment.ts';
import { PPP_STAGES } from '../../api/domain/commitment-kinds.ts';
import { COURT_OUTCOMES, COURT_STAGES } from '../../api/domain/court-link.ts';
import { CHECK_PURPOSES, CHECK_USES } from '../../api/domain/credit-check.ts';
import { CLOCK_UNITS } from '../../api/domain/deadline.ts';
import * as directory from '../../api/domain/directory.ts';
import * as disclosures from '../../api/domain/disclosure.ts';
import * as requests from '../../api/domain/disclosure-request.ts';
import * as earlyWarning from '../../api/domain/early-warning.ts';
import { EVENT_SUBJECTS } from '../../api/domain/event.ts';
import { SCAN_STATES } from '../../api/domain/evidence-scan.ts';
import { FOLLOW_UP_KINDS } from '../../api/domain/follow-up.ts';
import { LINK_KINDS } from '../../api/domain/group.ts';
import { HANDOVER_ITEM_KINDS, HANDOVER_ITEM_STATES, HANDOVER_REASONS } from '../../api/domain/handover.ts';
import { IMPORT_FORMATS, IMPORT_MODES, IMPORT_STATES, PUBLICATION_STATES } from '../../api/domain/import.ts';
import { FIGURE_KINDS } from '../../api/domain/integrity.ts';
import { WARNING_TEMPLATES } from '../../api/domain/ladder.ts';
import { MATTERS } from '../../api/domain/matter.ts';
import { MEASURE_STATES, PROGRESS } from '../../api/domain/measure.ts';
import { NOTICE_KINDS, OWN_CHANNELS, SEND_CHANNELS } from '../../api/domain/notice.ts';
import { OFFICIAL_ROLES } from '../../api/domain/official.ts';
import { CHANGE_REASONS, FINDINGS } from '../../api/domain/old-debt.ts';
import * as openData from '../../api/domain/open-data.ts';
import { POLICY_TEXT_STATES } from '../../api/domain/policy-text.ts';
import * as ratings from '../../api/domain/rating.ts';
import { FLAG_DECISIONS, FLAG_KINDS } from '../../api/domain/rating-flags.ts';
import * as loop from '../../api/domain/rating-loop.ts';
import { REPORT_SETS } from '../../api/domain/rating-report.ts';
import { READING_REASONS, RELEASE_FIELDS } from '../../api/domain/release.ts';
import * as retention from '../../api/domain/retention.ts';
import { SETTING_KINDS, SETTING_STATES } from '../../api/domain/setting.ts';
import { SETTLEMENT_STATES } from '../../api/domain/settlement.ts';
import * as sharing from '../../api/domain/sharing.ts';
import { SUBSCRIPTION_MAILS } from '../../api/domain/subscription.ts';
import * as supervision from '../../api/domain/supervision.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Columns whose CHECK must hold exactly the tuple of the domain. */
const TUPLES: Record<string, readonly (string | number)[]> = {
  'cases.kind': cases.CASE_KINDS,
  'cases.state': cases.CASE_STATES,
  'cases.screening': cases.SCREENING_STATES,
  'cases.channel': cases.CASE_CHANNELS,
  'cases.complainant_kind': cases.COMPLAINANT_KINDS,
  'cases.refusal_reason': cases.REFUSAL_REASONS,
  'cases.verdict': cases.VERDICTS,
  'cases.instance': cases.CASE_INSTANCES,
  'cases.body_says': cases.VERDICTS,
  'case_order.state': supervision.ORDER_STATES,
  'case_order_entry.kind': supervision.ORDER_ENTRY_KINDS,
  'case_settlement.state': SETTLEMENT_STATES,
  'case_court.stage': COURT_STAGES,
  'case_court.outcome': COURT_OUTCOMES,
  'case_debt.change': CHANGE_REASONS,
  'case_determination.instance': cases.CASE_INSTANCES,
  'case_determination.finding': FINDINGS,
  'case_answer.outcome': cases.ANSWER_OUTCOMES,
  'case_assignment.role': cases.ASSIGNMENT_ROLES,
  'case_link.kind': LINK_KINDS,
  'case_message.author': cases.MESSAGE_AUTHORS,
  'case_clock.unit': CLOCK_UNITS,
  'case_clock.certainty': directory.CERTAINTIES,
  'case_follow_up.kind': FOLLOW_UP_KINDS,
  'case_follow_up.certainty': directory.CERTAINTIES,
  'clock_rule.channel': cases.CASE_CHANNELS,
  'clock_ladder.template': WARNING_TEMPLATES,
  'policy_text.state': POLICY_TEXT_STATES,
  'setting_change.kind': SETTING_KINDS,
  'setting_change.state': SETTING_STATES,
  'division.level': directory.DIVISION_LEVELS,
  'body.kind': directory.BODY_KINDS,
  'body.role': directory.BODY_ROLES,
  'body_name.kind': directory.BODY_NAME_KINDS,
  'succession.kind': directory.SUCCESSION_KINDS,
  'import_batch.state': IMPORT_STATES,
  'import_publication.state': PUBLICATION_STATES,
  'import_batch.format': IMPORT_FORMATS,
  'import_batch.mode': IMPORT_MODES,
  'disclosure.kind': disclosures.DISCLOSURE_KINDS,
  'disclosure.state': disclosures.DISCLOSURE_STATES,
  'disclosure.publication_class': disclosures.PUBLICATION_CLASSES,
  'disclosure.objection_flag': disclosures.OBJECTION_FLAGS,
  'disclosure.outcome': disclosures.JUDGMENT_OUTCOMES,
  'disclosure.sub_kind': disclosures.DISHONESTY_SUB_KINDS,
  'disclosure.warning_level': disclosures.WARNING_LEVELS,
  'disclosure.proposal_kind': disclosures.PROPOSAL_KINDS,
  'disclosure.proposal_answer': disclosures.PROPOSAL_ANSWERS,
  'disclosure.rectification': disclosures.RECTIFICATION_STATES,
  'disclosure.repair': disclosures.REPAIR_STATES,
  'disclosure_measure.state': MEASURE_STATES,
  'measure.certainty': directory.CERTAINTIES,
  'governance_entry.progress': PROGRESS,
  'disclosure_request.kind': requests.REQUEST_KINDS,
  'disclosure_request.party': requests.REQUEST_PARTIES,
  'disclosure_request.screening': requests.REQUEST_SCREENINGS,
  'disclosure_request.outcome': requests.REQUEST_OUTCOMES,
  'case_release.field': RELEASE_FIELDS,
  'access_log.category': READING_REASONS,
  'evidence.scan': SCAN_STATES,
  'retention_rule.subject': retention.RETENTION_SUBJECTS,
  'erasure.subject_kind': retention.ERASURE_SUBJECTS,
  'retention_rule.unit': retention.RETENTION_UNITS,
  'retention_rule.case_kind': cases.CASE_KINDS,
  'erasure_request.reason': retention.ERASURE_REASONS,
  'event.subject_kind': EVENT_SUBJECTS,
  'official_grant.role': OFFICIAL_ROLES,
  'official_notice_choice.kind': NOTICE_KINDS,
  'contact_bounce.channel': SEND_CHANNELS,
  'case_notice_choice.channel': OWN_CHANNELS,
  'official_invitation_grant.role': OFFICIAL_ROLES,
  'open_data_release.reason': openData.RELEASE_REASONS,
  'open_data_file.dataset': openData.DATASETS,
  'appraisal.state': APPRAISAL_STATES,
  'early_warning.rule': earlyWarning.WARNING_RULES,
  'early_warning.state': earlyWarning.WARNING_STATES,
  'early_warning_note.kind': earlyWarning.WARNING_NOTES,
  'integrity_figure.kind': FIGURE_KINDS,
  'open_data_file.part': openData.SET_PARTS,
  'open_data_file.format': openData.SET_FORMATS,
  'subscription_mail.kind': SUBSCRIPTION_MAILS,
  'commitment.kind': commitments.COMMITMENT_KINDS,
  'commitment.state': commitments.COMMITMENT_STATES,
  'commitment.due_kind': commitments.DUE_KINDS,
  'commitment_decision.outcome': commitments.COMMITMENT_OUTCOMES,
  'commitment_decision.state': commitments.DECISION_STATES,
  'commitment_decision.ground': commitments.CHANGE_GROUNDS,
  'ppp_stage.stage': PPP_STAGES,
  'arrears_report.state': REPORT_STATES,
  'arrears_reminder.kind': ['soon', 'late'],
  'commitment_registration.certainty': directory.CERTAINTIES,
  'handover.reason': HANDOVER_REASONS,
  'handover_item.kind': HANDOVER_ITEM_KINDS,
  'handover_item.state': HANDOVER_ITEM_STATES,
  'credit_check.purpose': CHECK_PURPOSES,
  'credit_check.used': CHECK_USES,
  'share_destination.level': sharing.SHARE_LEVELS,
  'share_message.act': sharing.SHARE_ACTS,
  'share_message.state': sharing.SHARE_STATES,
  'service_point.kind': ratings.SERVICE_POINT_KINDS,
  'service_point.channel': ratings.RATING_CHANNELS,
  'rating_step.kind': loop.LOOP_STEPS,
  'rating_review.reason': loop.REVIEW_REASONS,
  'rating_review.state': loop.REVIEW_STATES,
  'rating_flag.kind': FLAG_KINDS,
  'rating_flag.decision': FLAG_DECISIONS,
  'rating_receiver.sent_set': REPORT_SETS,
  'rating_receipt.dataset': REPORT_SETS,
  'rating_figure.scope': ratings.RATING_SCOPES,
  'rating_figure.channel': ratings.RATING_CHANNELS,
  'rating_figure.measure': ratings.RATING_MEASURES,
};

let database: TestDatabase;
let checks: Map<string, string[]>;

beforeAll(async () => {
  database = await testDatabase();
  const rows = await database.owner<{ table: string; columns: string[]; definition: string }[]>`
    select c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as definition,
      (select array_agg(a.attname::text) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as columns
    from pg_constraint c where c.contype = 'c' and c.connamespace = 'public'::regnamespace`;
  checks = new Map(
    rows
      .filter((row) => row.columns.length === 1 && /= ANY \(+ARRAY\[/.test(row.definition))
      .map((row) => [
        `${row.table}.${row.columns[0]}`,
        [...row.definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? ''),
      ]),
  );
});
afterAll(() => database?.end());

describe('the enumerations of the database', () => {
  it.each(Object.entries(TUPLES))('hold the words of the domain: %s', (column, tuple) => {
    expect(checks.get(column)?.toSorted()).toEqual(tuple.map(String).toSorted());
  });

  it('know every matter', async () => {
    const rows = await database.sql<{ code: string }[]>`select code from matter`;
    expect(rows.map((row) => row.code).sort()).toEqual([...MATTERS].sort());
  });
});
