import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { openEvidence } from '../../../../../../api/services/officials/open-evidence.ts';
import { toSignIn } from '../../../_form.ts';

/** Evidence leaves as an attachment only, whatever it is: nothing of it runs or shows in a page of ours. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/cases/${params.number}`);
  const file = await openEvidence(locals.ctx, params.number ?? '', params.id ?? '');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
};
