import { DomainError, type FieldError } from '../../../api/domain/errors.ts';
import { errors } from '../../text/errors.ts';
import { fill, type Locale } from '../../text/locale.ts';

const STATUS: Record<string, number> = {
  'request.rate_limited': 429,
  'rating.already_given': 409,
  'submission.payload_differs': 409,
  'resource.not_found': 404,
  'resource.gone': 410,
  'service.unavailable': 503,
  'case.transition_refused': 409,
  'case.erased': 410,
  'upload.too_large': 413,
  'upload.type_refused': 415,
  'upload.not_stored': 503,
};

/** What a page says of an error of the domain; anything else goes on to the error page. */
export function formError(
  thrown: unknown,
  locale: Locale,
): { status: number; form: string | null; fields: FieldError[] } {
  if (!(thrown instanceof DomainError)) throw thrown;
  const words = fill(errors[locale][thrown.code] ?? thrown.code, thrown.params);
  return {
    status: STATUS[thrown.code] ?? 400,
    form: thrown.fields.length > 0 ? null : words,
    fields: thrown.fields,
  };
}

const NAME = 'jn_rating';
const MINUTES = 30;

/** The right to the rating just given: it survives the redirect, opens this one rating, and ends by itself. */
export function ratingCookie(submissionId: string, publicUrl: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${submissionId}; Path=/; Max-Age=${MINUTES * 60}; HttpOnly; SameSite=Lax${secure}`;
}

export function submissionOf(request: Request): string | null {
  const match = /(?:^|;\s*)jn_rating=([0-9a-f-]{36})(?:;|$)/.exec(request.headers.get('cookie') ?? '');
  return match?.[1] ?? null;
}

export function seeOther(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const line of cookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}
