import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../../api/domain/errors.ts';
import { attachmentHeaders } from '../../../../../../api/services/complaints/read-evidence.ts';
import { openEvidence } from '../../../../../../api/services/officials/open-evidence.ts';
import { toSignIn } from '../../../_form.ts';

const ASKS = ['evidence.unscanned', 'evidence.infected', 'evidence.no_copy'];

/** Evidence leaves as an attachment only, whatever it is: nothing of it runs or shows in a page of ours. */
export const GET: APIRoute = async ({ locals, params }) => {
  if (locals.ctx.actor.kind !== 'official') return toSignIn(locals.href, `/officials/cases/${params.number}`);
  try {
    const file = await openEvidence(locals.ctx, params.number ?? '', params.id ?? '');
    return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
  } catch (error) {
    // Not scanned, infected, or no copy: a page says so, and asks what has to be asked.
    if (!(error instanceof DomainError) || !ASKS.includes(error.code)) throw error;
    const location = locals.href(`/officials/cases/${params.number}/evidence/${params.id}/open`);
    return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  }
};
