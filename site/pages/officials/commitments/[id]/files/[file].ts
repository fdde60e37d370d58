import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../../api/domain/errors.ts';
import { openCommitmentFile } from '../../../../../../api/services/commitments/files.ts';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { seeOther } from '../../../../disclosures/_request.ts';
import { toSignIn } from '../../../_form.ts';

const ASKS = ['evidence.unscanned', 'evidence.infected'];

/** Evidence leaves as an attachment only, whatever it is. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { id = '', file = '' } = params;
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/commitments/${id}`);
  try {
    const opened = await openCommitmentFile(locals.ctx, id, file);
    return new Response(Readable.toWeb(opened.stream) as ReadableStream, { headers: attachmentHeaders(opened) });
  } catch (error) {
    // Not scanned or infected: a page says so, and asks what has to be asked.
    if (!(error instanceof DomainError) || !ASKS.includes(error.code)) throw error;
    return seeOther(locals.href(`/officials/commitments/${id}/files/${file}/open`));
  }
};
