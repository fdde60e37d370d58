import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { openDocument } from '../../../../../../api/services/disclosures/deposit.ts';
import { toSignIn } from '../../../_form.ts';

/** A deposited document leaves as an attachment only, whatever it is. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/disclosures/${params.id}`);
  const file = await openDocument(locals.ctx, params.id ?? '', params.file ?? '');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
};
