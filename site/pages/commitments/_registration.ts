import type { APIContext } from 'astro';
import { normaliseCode } from '../../../api/domain/query-code.ts';
import { issuePass, PASS_SECONDS, readPass } from '../../../api/services/complaints/case-pass.ts';

type Page = Pick<APIContext, 'locals' | 'cookies'>;
const COOKIE = 'jn-promise';

/** Keeps the code of a registered promise for half an hour: for its confirmation, its documents, and looking it up. */
export function keepCode(page: Page, id: string, number: string, code: string): void {
  const { ctx } = page.locals;
  page.cookies.set(COOKIE, issuePass(ctx, { caseId: id, number, code: normaliseCode(code) ?? '' }), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.publicUrl.startsWith('https:'),
    maxAge: PASS_SECONDS,
  });
}
export const codeOf = (page: Page): string | null =>
  readPass(page.locals.ctx, page.cookies.get(COOKIE)?.value)?.code ?? null;
