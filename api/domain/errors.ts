/**
 * Errors of the domain. They carry a stable code and parameters, never an HTTP status and never words for people:
 * `api/routes/errors.ts` maps codes to status, `site/text/errors.ts` to sentences in both languages.
 */
export const ERROR_CODES = [
  'request.invalid', // fields carries one entry per bad field
  'request.malformed',
  'request.too_large',
  'request.origin_refused',
  'request.rate_limited', // params.retryAfter, seconds
  'resource.not_found',
  'resource.gone',
  'auth.required',
  'auth.forbidden',
  'auth.failed', // wrong password or code: never says which
  'auth.locked',
  'auth.provider_unavailable', // the identity provider does not answer: the password still works
  'auth.provider_refused', // it said no, or its answer does not fit the question
  'auth.not_bound', // it knows the person, but no official is bound to the account
  'auth.step_up', // the last code of the authenticator is too old for this
  'case.code_refused', // unknown number or wrong code: never says which
  'case.transition_refused', // params.action, params.state
  'case.version_conflict', // somebody else was faster: the caller's text is kept by the caller
  'case.return_refused',
  'case.transfer_to_respondent',
  'case.demands_unanswered',
  'case.explanation_closed', // given before, or the case is past it
  'case.second_person_required',
  'case.review_too_late', // params.until, legal date
  'case.no_reviewer', // nobody stands above the body that has it
  'case.not_acceptable', // params.reason, params.pointer
  'case.erased', // params.on, legal date, and params.why, a code, where they are known
  'submission.payload_differs', // same submission id, other payload
  'upload.too_large',
  'upload.too_many',
  'upload.type_refused',
  'upload.incomplete',
  'upload.not_stored', // the storage is full or away: params.retryAfter, seconds
  'evidence.infected', // a virus was found: nobody opens it
  'evidence.unscanned', // nobody looked at it yet: opening it needs a confirmation
  'evidence.no_copy', // no copy without metadata can be made: the original needs a reason
  'routing.unknown_respondent',
  'setting.version_conflict', // somebody else changed it meanwhile
  'disclosure.transition_refused',
  'disclosure.second_person_required',
  'disclosure.version_conflict',
  'commitment.transition_refused', // params.action, params.state
  'commitment.second_person_required',
  'commitment.version_conflict',
  'commitment.comments_closed',
  'commitment.decision_open', // another proposal waits
  'push.signature_refused', // params.reason
  'disclosure.text_not_shown', // approval carries no hash of the text that was read, or of another
  'disclosure.no_text', // the kind has no text, or the record is at an end
  'import.elsewhere', // another process is applying the same file
  'import.state_refused', // params.state
  'import.second_person_required',
  'disclosure.repair_too_early', // params.from, legal date
  'rating.code_invalid', // unknown, mistyped or revoked: never says which
  'rating.already_given', // one rating for one transaction number
  'setting.law_rule', // what a law says is not a place's to change
  'setting.change_open', // a change of the same setting waits to be confirmed
  'setting.change_refused', // not counted yet, or carried out or discarded already
  'import.rows_refused',
  'import.quality_refused', // fields say which rule, found and allowed
  'cursor.invalid',
  'service.unavailable', // params.retryAfter, seconds
  'service.internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One bad field: `path` as in the form or JSON ("demands.0.text"), `code` a key of site/text/errors.ts `fields`. */
export interface FieldError {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly fields: FieldError[];

  /** Pages are bundled and the entry is not, so this module exists twice: an error of either copy is one of ours. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DomainError';
  }

  /** @param options `cause` is for the log alone: no answer tells it */
  constructor(
    code: ErrorCode,
    options: { params?: Record<string, string | number>; fields?: FieldError[]; cause?: unknown } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.params = options.params ?? {};
    this.fields = options.fields ?? [];
  }
}
