import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { openCommitmentFile } from '../../../../../../api/services/commitments/files.ts';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { toSignIn } from '../../../_form.ts';

/** Evidence leaves as an attachment only, whatever it is. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/commitments/${params.id}`);
  const file = await openCommitmentFile(locals.ctx, params.id ?? '', params.file ?? '');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
};
