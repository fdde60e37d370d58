import type { APIRoute } from 'astro';
import { stillHere } from '../../../../../api/services/officials/presence.ts';
import { formError } from '../../_form.ts';

/** The sign of a page that stays open; without script only opening the page is one. */
export const POST: APIRoute = async ({ locals, params }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    return Response.json(await stillHere(locals.ctx, params.number ?? ''), { headers });
  } catch (thrown) {
    const error = formError(thrown, locals.locale);
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
};
