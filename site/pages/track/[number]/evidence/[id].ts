import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../api/domain/errors.ts';
import { openOwnEvidence } from '../../../../../api/services/complaints/own-evidence.ts';
import { attachmentHeaders } from '../../../../../api/services/complaints/read-evidence.ts';
import { ownCase } from '../../_own.ts';

/** The complainant's own file, as an attachment only. */
export const GET: APIRoute = async (page) => {
  const { locals, params } = page;
  const own = await ownCase(page);
  if (!own) {
    const headers = { location: locals.href(`/track/${params.number ?? ''}`), 'cache-control': 'no-store' };
    return new Response(null, { status: 303, headers });
  }
  try {
    const file = await openOwnEvidence(locals.ctx, own, params.id ?? '');
    return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'resource.not_found') return new Response(null, { status: 404 });
    if (error instanceof DomainError && error.code === 'evidence.infected') return new Response(null, { status: 403 });
    throw error;
  }
};
