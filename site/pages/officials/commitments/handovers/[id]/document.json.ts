import type { APIRoute } from 'astro';
import { handoverDocument } from '../../../../../../api/services/handovers/read.ts';
import { toSignIn } from '../../../_form.ts';

/** The list byte for byte as it is kept: whoever has it can compute the hash that stands on the paper. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official')
    return toSignIn(locals.href, `/officials/commitments/handovers/${params.id}`);
  return new Response(await handoverDocument(locals.ctx, params.id ?? ''), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="handover-${params.id}.json"`,
      'cache-control': 'no-store',
    },
  });
};
