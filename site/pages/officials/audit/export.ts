import type { APIRoute } from 'astro';
import { DomainError } from '../../../../api/domain/errors.ts';
import { exportAudit } from '../../../../api/services/audit/export.ts';
import { formError } from '../_form.ts';

/** A POST, because it is recorded: following a link takes nothing away. */
export const POST: APIRoute = async ({ locals, url }) => {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  try {
    const filters = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
    return new Response(await exportAudit(locals.ctx, filters), {
      headers: {
        ...headers,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="audit.csv"',
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, form } = formError(error, locals.locale);
    return new Response(form, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
  }
};
