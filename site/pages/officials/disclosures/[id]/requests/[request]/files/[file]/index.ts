import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../../../../../api/domain/errors.ts';
import { attachmentHeaders } from '../../../../../../../../../api/services/complaints/read-evidence.ts';
import { openRequestFile } from '../../../../../../../../../api/services/disclosures/rights/files.ts';
import { seeOther } from '../../../../../../../disclosures/_request.ts';
import { toSignIn } from '../../../../../../_form.ts';

const ASKS = ['evidence.unscanned', 'evidence.infected', 'evidence.no_copy'];

/** A file of an objection or a repair, for those who decide: as an attachment only, whatever it is. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { id = '', request = '', file = '' } = params;
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/disclosures/${id}`);
  try {
    const opened = await openRequestFile(locals.ctx, id, request, file);
    return new Response(Readable.toWeb(opened.stream) as ReadableStream, { headers: attachmentHeaders(opened) });
  } catch (error) {
    // Not scanned, infected, or no copy: a page says so, and asks what has to be asked.
    if (!(error instanceof DomainError) || !ASKS.includes(error.code)) throw error;
    return seeOther(locals.href(`/officials/disclosures/${id}/requests/${request}/files/${file}/open`));
  }
};
