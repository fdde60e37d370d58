import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../api/domain/errors.ts';
import { faultsCsv } from '../../../../../api/services/imports/faults-csv.ts';
import { formError } from '../../_form.ts';

/** The rows that were refused, as a table to be worked through. */
export const GET: APIRoute = async ({ locals, params }) => {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  try {
    return new Response(await faultsCsv(locals.ctx, params.id ?? ''), {
      headers: {
        ...headers,
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="import-report.csv"',
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, form } = formError(error, locals.locale);
    return new Response(form, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
  }
};
