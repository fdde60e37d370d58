import type { APIRoute } from 'astro';
import { saveDraft } from '../../../../../api/services/officials/save-draft.ts';
import { formError } from '../../_form.ts';

/** Where the editor of a reply saves by itself; the button of the page without script posts to the page. */
export const POST: APIRoute = async ({ locals, params, request }) => {
  const headers = { 'cache-control': 'no-store' };
  try {
    const { at } = await saveDraft(locals.ctx, params.number ?? '', await request.formData());
    return Response.json({ at }, { headers });
  } catch (thrown) {
    const error = formError(thrown, locals.locale);
    return Response.json({ code: error.code }, { status: error.status, headers });
  }
};
