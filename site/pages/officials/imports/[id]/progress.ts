import type { APIRoute } from 'astro';
import { progressOf, readableBatch } from '../../../../../api/services/imports/batch.ts';
import { formError } from '../../_form.ts';

/** How far an import is, for the page that watches it. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    const batch = await readableBatch(locals.ctx, params.id ?? '');
    return Response.json(await progressOf(locals.ctx, batch, url.searchParams.get('of')), { headers });
  } catch (thrown) {
    const error = formError(thrown, locals.locale);
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
};
