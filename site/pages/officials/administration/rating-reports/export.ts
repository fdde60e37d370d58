import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../api/domain/errors.ts';
import { exportReport } from '../../../../../api/services/ratings/reports/export.ts';
import { formError } from '../../_form.ts';

/** A day of the report as a file. */
export const GET: APIRoute = async ({ locals, url }) => {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  try {
    const file = await exportReport(locals.ctx, Object.fromEntries(url.searchParams));
    return new Response(Readable.toWeb(Readable.from(file.body)) as ReadableStream, {
      headers: {
        ...headers,
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="${file.name}"`,
      },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { status, form } = formError(error, locals.locale);
    return new Response(form, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } });
  }
};
