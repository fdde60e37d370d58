import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { openExplanationFile } from '../../../../../../api/services/explanations/explanation-files.ts';
import { toSignIn } from '../../../_form.ts';

/** A file of the body's own explanation, as an attachment only. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/explanations/${params.reference}`);
  const file = await openExplanationFile(locals.ctx, params.reference ?? '', params.id ?? '');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
};
