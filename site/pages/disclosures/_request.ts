import { randomUUID } from 'node:crypto';
import type { APIContext } from 'astro';
import { fromForm } from '../../../api/contracts/parse.ts';
import type { RequestKind } from '../../../api/domain/disclosure-request.ts';
import { DomainError, type FieldError } from '../../../api/domain/errors.ts';
import { normaliseCode } from '../../../api/domain/query-code.ts';
import { issuePass, PASS_SECONDS, readPass } from '../../../api/services/complaints/case-pass.ts';
import { fileRequest } from '../../../api/services/disclosures/rights/file.ts';
import { errors } from '../../text/errors.ts';
import { fill } from '../../text/locale.ts';

type Page = Pick<APIContext, 'locals' | 'cookies' | 'request' | 'params'>;

/** Keeps the code of a filed request for half an hour: for its confirmation, and for looking it up. */
export const REQUEST_COOKIE = 'jn-request';

export function keepCode(page: Page, id: string, code: string): void {
  const { ctx } = page.locals;
  page.cookies.set(REQUEST_COOKIE, issuePass(ctx, { caseId: id, number: id, code: normaliseCode(code) ?? '' }), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.publicUrl.startsWith('https:'),
    maxAge: PASS_SECONDS,
  });
}

/** The code that the cookie keeps for a request about this record; null where there is none. */
export function passOf(page: Page): string | null {
  const pass = readPass(page.locals.ctx, page.cookies.get(REQUEST_COOKIE)?.value);
  return pass && pass.caseId === page.params.id ? pass.code : null;
}

export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

/** What a form of this page shows: what was typed, what is wrong with it. */
export interface RequestForm {
  typed: Record<string, string>;
  submissionId: string;
  fields: readonly FieldError[];
  problem: string | null;
  status: number;
}

const STATUS: Record<string, number> = {
  'request.rate_limited': 429,
  'disclosure.transition_refused': 409,
  'disclosure.version_conflict': 409,
  'disclosure.repair_too_early': 409,
  'submission.payload_differs': 409,
  'case.code_refused': 403,
  'case.transition_refused': 409,
  'upload.too_large': 413,
  'upload.type_refused': 415,
};

/** A refusal of the domain as words of a form; anything else goes on to the error page. */
export function trouble(thrown: unknown, page: Page): Pick<RequestForm, 'fields' | 'problem' | 'status'> {
  if (!(thrown instanceof DomainError) || /^(service|resource|auth)\./.test(thrown.code)) throw thrown;
  const words = fill(errors[page.locals.locale][thrown.code] ?? thrown.code, thrown.params);
  const problem = thrown.fields.length > 0 ? null : words;
  return { fields: thrown.fields, problem, status: STATUS[thrown.code] ?? 400 };
}

/** Takes the form of an objection or a repair; a good one answers with the way to its confirmation. */
export async function requestForm(page: Page, id: string, kind: RequestKind): Promise<RequestForm | Response> {
  const empty: RequestForm = { typed: {}, submissionId: randomUUID(), fields: [], problem: null, status: 200 };
  if (page.request.method !== 'POST') return empty;
  const { 'h-captcha-response': hosted, ...form } = fromForm(await page.request.formData());
  const typed = Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  try {
    const check = hosted === undefined ? {} : { humanCheck: hosted };
    const filed = await fileRequest(page.locals.ctx, id, kind, { ...form, ...check });
    keepCode(page, id, filed.queryCode);
    return seeOther(page.locals.href(`/disclosures/${id}/filed`));
  } catch (thrown) {
    const known = typed.submissionId ?? empty.submissionId;
    return { typed, submissionId: known, ...trouble(thrown, page) };
  }
}
