import type { APIContext } from 'astro';
import { DomainError, type FieldError } from '../../../api/domain/errors.ts';
import { makeCaseSession, readCaseSession } from '../../../api/services/complaints/case-session.ts';
import { type OwnCase, openCase, openSession } from '../../../api/services/complaints/open-case.ts';
import { errors } from '../../text/errors.ts';
import { fill } from '../../text/locale.ts';

type Page = Pick<APIContext, 'locals' | 'request' | 'params'>;

/** What a page says of a refusal: the status, a sentence for the whole form, and bad fields. */
export interface Trouble {
  status: number;
  form: string | null;
  fields: FieldError[];
  /** The case was erased: when and why, where it is known. */
  erased?: Record<string, string | number>;
}

const STATUS: Record<string, number> = {
  'case.code_refused': 403,
  'case.transition_refused': 409,
  'request.rate_limited': 429,
  'resource.gone': 410,
  'case.erased': 410,
  'resource.not_found': 404,
  'upload.too_large': 413,
  'upload.type_refused': 415,
};

/** A refusal of the domain as words; anything else goes on to the error page. */
export function troubleOf(thrown: unknown, page: Page): Trouble {
  if (!(thrown instanceof DomainError) || thrown.code.startsWith('service.')) throw thrown;
  const { locale } = page.locals;
  const form = thrown.fields.length > 0 ? null : fill(errors[locale][thrown.code] ?? thrown.code, thrown.params);
  const erased = thrown.code === 'case.erased' ? { erased: thrown.params } : {};
  return { status: STATUS[thrown.code] ?? 400, form, fields: thrown.fields, ...erased };
}

/** The case that the cookie of this device opens, where it is the one of the address. */
export const ownCase = (page: Page): Promise<OwnCase | null> =>
  openSession(
    page.locals.ctx,
    readCaseSession(page.locals.ctx, page.request.headers.get('cookie')),
    page.params.number,
  );

/** After a good form: on with GET, and the cookie lasts another half hour. */
export function goOn(page: Page, own: OwnCase, query = ''): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: page.locals.href(`/track/${own.number}${query}`),
      'cache-control': 'no-store',
      'set-cookie': makeCaseSession(page.locals.ctx, own.caseId),
    },
  });
}

export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const openWith = (page: Page, number: string, form: FormData): Promise<OwnCase> =>
  openCase(page.locals.ctx, number, textOf(form, 'queryCode'));
