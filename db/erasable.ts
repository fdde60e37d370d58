/**
 * What is sealed with the key of a case, and goes when the case is erased. A table with a sealed column is named here, or in
 * KEPT with the reason why it stays: tests/db/erasable.test.ts walks the schema and finds one that is in neither.
 */
export interface Erasable {
  table: string;
  /** Which rows belong to the case: SQL over the table, `$case` stands for its id. */
  where: string;
  /** Rows that are nothing without their words are deleted; of others the words go and the row stays for the figures. */
  how: 'delete' | { blank: readonly string[] } | { clear: readonly string[] };
}

const OF_CASE = 'case_id = $case';

/** `blank`: an empty value where there was one, so that checks of the row still hold; `clear`: null. */
export const ERASABLE: readonly Erasable[] = [
  { table: 'case_content', where: OF_CASE, how: 'delete' },
  { table: 'case_demand', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_answer', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_message', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_answer_proposal', where: OF_CASE, how: { blank: ['sealed', 'sealed_reason'] } },
  { table: 'case_performance', where: OF_CASE, how: { blank: ['sealed', 'sealed_dispute'] } },
  { table: 'case_opinion', where: OF_CASE, how: { blank: ['sealed_question', 'sealed_opinion'] } },
  { table: 'case_explanation', where: OF_CASE, how: { blank: ['sealed_question', 'sealed_answer'] } },
  {
    table: 'case_clock_extension',
    where: 'clock_id in (select id from case_clock where case_id = $case)',
    how: { blank: ['sealed_reason', 'sealed_decision'] },
  },
  { table: 'case_search', where: OF_CASE, how: 'delete' },
  { table: 'case_search_todo', where: OF_CASE, how: 'delete' },
  { table: 'group_reply', where: 'lead_id = $case', how: { blank: ['sealed'] } },
  {
    table: 'retaliation_message',
    where: 'report_id in (select id from retaliation_report where case_id = $case)',
    how: { blank: ['sealed'] },
  },
  {
    table: 'case_order_entry',
    where: 'order_id in (select id from case_order where case_id = $case)',
    how: { blank: ['sealed'] },
  },
  { table: 'rating_step', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'rating_review', where: OF_CASE, how: { blank: ['sealed', 'sealed_decision', 'sealed_restoration'] } },
  { table: 'case_mediation', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_settlement', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_court', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_debt', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'case_determination', where: OF_CASE, how: { blank: ['sealed', 'sealed_remark'] } },
  { table: 'case_deed', where: OF_CASE, how: { blank: ['sealed'] } },
  { table: 'evidence', where: OF_CASE, how: { blank: ['sealed_name', 'sha256'] } },
  { table: 'form_draft', where: "kind = 'reply' and subject_id = $case", how: 'delete' },
  { table: 'contact_bounce', where: "recipient_kind = 'complainant' and recipient_id = $case::text", how: 'delete' },
  { table: 'rating', where: 'id = (select rating_id from cases where id = $case)', how: { clear: ['sealed'] } },
  { table: 'erasure_request', where: OF_CASE, how: { clear: ['sealed'] } },
  { table: 'case_submission', where: OF_CASE, how: { blank: ['fingerprint'] } },
  { table: 'case_key', where: OF_CASE, how: { clear: ['wrapped'] } },
];

/** Binary columns that stay, each with the reason. */
export const KEPT: Readonly<Record<string, string>> = {
  'case_key.submission_hash': 'hash of a random id: tells a retry that the form was filed',
  'case_submission.submission_hash': 'hash of a random id',
  'case_submission.code_hash': 'hash of the query code: whoever holds it is told that the case was erased',
  'commitment_file.sealed_name':
    'of a document beside a promise, not of a case; what an enterprise gave goes with its registration',
  'commitment_file.sha256': 'as above',
  'commitment_registration.submission_hash': 'hash of a random id',
  'commitment_registration.code_hash': 'hash of the query code',
  'commitment_registration.sealed_enterprise':
    'of an enterprise and its contact, not of a case: goes with its own erasure',
  'review_comment.sealed': 'a comment on a review, not of a case: goes with the key of its round',
  'review_comment.submission_hash': 'hash of a random id',
  'handover.sha256': 'of a list that holds nothing of a person',
  'arrears_report.sha256': 'of a report about a body',
  'credit_check.sha256': 'of an answer about bodies',
  'credit_check.signature': 'as above',
  'credit_check.public_key': 'public',
  'disclosure_field_source.attachment_sha256': 'of a public record',
  'disclosure_file.sealed_name': 'of the document that a record rests on',
  'disclosure_file.sha256': 'as above, public',
  'disclosure_key.wrapped': 'of what was filed about a record, not of a case: goes with its own erasure',
  'disclosure_request.submission_hash': 'hash of a random id',
  'disclosure_request.code_hash': 'hash of the query code',
  'disclosure_request.sealed_words': 'of an objection or repair, not of a case: unreadable once its key is erased',
  'disclosure_request.sealed_contact': 'as above',
  'disclosure_request_file.sealed_name':
    'of an objection or repair, not of a case: goes with the erasure of the request',
  'disclosure_request_file.sha256': 'as above',
  'import_batch.sha256': 'of an imported file',
  'import_file.bytes': 'a table that a publisher uploaded, gone once it is imported or given up',
  'service_point_batch.sha256': 'of a table of counters',
  'rating_receiver.wrapped': 'key of a receiver of figures, not of a case',
  'rating_receipt.sha256': 'of what was sent upward, without persons',
  'webhook.wrapped': 'key of a receiver of events, not of a case',
  'push_key.wrapped': 'key of a sender of records, not of a case',
  'share_endpoint.wrapped': 'key that signs what goes to a platform above',
  'official_invitation.token_hash': 'hash of a token of officials',
  'appraisal_panelist.sealed': 'a panelist, not of a case: goes with its key when the results are published',
  'appraisal_panelist.contact_mac': 'keyed hash; goes with the panelist',
  'appraisal_link.token_hash': 'hash of a derived token; goes with the panelist',
  'appraisal_answer.sealed_words': 'words of the panel, of no case: key of the appraisal',
  'monthly_report.sha256': 'hash of a document of counts',
  'subscription.sealed': 'address of a reader, not of a case: goes with the subscription',
  'subscription.token_hash': 'hash of a random token',
  'subscription.address_mac': 'keyed hash; goes with the subscription',
  'event.salt': 'of the chain of events, which holds no prose',
  'event.prev_hash': 'of the chain of events',
  'event.hash': 'of the chain of events',
  'judgment_text.sealed_original': 'of a judgment, not of a case: unreadable once its key in disclosure_key is erased',
  'judgment_text.sealed_changes': 'as above',
  'judgment_text.sealed_lists': 'as above',
  'judgment_text.public_sha256': 'of a text that is made to be public',
  'judgment_text.shown_sha256': 'as above',
  'key_canary.sealed': 'a known word',
  'open_data_file.sha256': 'of a public file',
  'open_data_file.content_sha256': 'of a public file',
  'rate_limit.key': 'keyed hash, gone after 48 hours',
  'share_batch.sha256': 'of a file of public records',
  'share_batch.previous': 'as above',
  'rating_deduplication.key_hash': 'keyed hash; marks of devices are gone after 90 days',
  'rating_deduplication.fingerprint': 'keyed hash of level and words, needed for a retry of the form',
};
