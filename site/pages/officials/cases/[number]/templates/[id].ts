import type { APIRoute } from 'astro';
import { fillTemplate } from '../../../../../../api/services/templates/fill-template.ts';
import { formError } from '../../../_form.ts';

/** A template with the values of this case, for the editor with script. */
export const GET: APIRoute = async ({ locals, params }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    return Response.json(await fillTemplate(locals.ctx, params.id ?? '', params.number ?? ''), { headers });
  } catch (thrown) {
    const error = formError(thrown, locals.locale);
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
};
