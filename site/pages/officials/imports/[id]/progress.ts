import type { APIRoute } from 'astro';
import { readableBatch } from '../../../../../api/services/imports/batch.ts';
import { formError } from '../../_form.ts';

/** How far an import is, for the page that watches it. */
export const GET: APIRoute = async ({ locals, params }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    const { state, cursorRow, rowsTotal } = await readableBatch(locals.ctx, params.id ?? '');
    return Response.json({ state, done: cursorRow, total: rowsTotal }, { headers });
  } catch (thrown) {
    const error = formError(thrown, locals.locale);
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
};
