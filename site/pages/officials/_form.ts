import { DomainError, type FieldError } from '../../../api/domain/errors.ts';
import { caseActions } from '../../text/case-actions.ts';
import { errors } from '../../text/errors.ts';
import { fill, type Locale } from '../../text/locale.ts';

export interface FormError {
  status: number;
  code: string;
  /** The sentence for the whole form; null where the fields say it all. */
  form: string | null;
  fields: FieldError[];
}

const STATUS: Record<string, number> = {
  'auth.failed': 401,
  'auth.required': 401,
  'auth.forbidden': 403,
  'auth.locked': 429,
  'auth.step_up': 403,
  'auth.provider_refused': 401,
  'auth.not_bound': 403,
  'resource.gone': 410,
  'request.rate_limited': 429,
  'resource.not_found': 404,
  'import.second_person_required': 403,
  'import.state_refused': 409,
  'case.version_conflict': 409,
  'setting.version_conflict': 409,
  'case.explanation_closed': 409,
  'case.transition_refused': 409,
  'case.return_refused': 409,
  'case.transfer_to_respondent': 409,
};

/** What a form says of an error of the domain; anything else is thrown on to the error page. */
export function formError(thrown: unknown, locale: Locale): FormError {
  if (!(thrown instanceof DomainError)) throw thrown;
  const why = caseActions[locale].refusals[String(thrown.params.reason)];
  const said = fill(errors[locale][thrown.code] ?? thrown.code, thrown.params);
  const words =
    thrown.code === 'case.transition_refused' && why ? `${said}${locale === 'en' ? ' ' : ''}（${why}）` : said;
  return {
    status: STATUS[thrown.code] ?? 400,
    code: thrown.code,
    form: thrown.fields.length > 0 ? null : words,
    fields: thrown.fields,
  };
}

/** A redirect that sets cookies (303: the answer to a form is got). */
export function answerWith(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const line of cookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}

/** Where to go after signing in: only to a page of the officials, never to another site. */
export function afterSignIn(next: string | null): string {
  return next && /^\/officials(\/[\w\-/]*)?(\?[\w=&%.-]*)?$/.test(next) && !next.includes('//') ? next : '/officials';
}

/** Where to send whoever is not signed in. */
export const toSignIn = (href: (path: string) => string, path: string): Response =>
  answerWith(href(`/officials/sign-in?why=ended&to=${encodeURIComponent(afterSignIn(path))}`), []);
