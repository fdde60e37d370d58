import type { APIRoute } from 'astro';
import { commitmentTemplate } from '../../../../api/services/commitments/import-by-official.ts';
import { toSignIn } from '../_form.ts';

/** The empty table of commitments. */
export const GET: APIRoute = ({ locals }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, '/officials/commitments/import');
  return new Response(commitmentTemplate(), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="commitments.csv"',
    },
  });
};
