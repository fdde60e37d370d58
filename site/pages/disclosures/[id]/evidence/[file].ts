import { Readable } from 'node:stream';
import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../api/domain/errors.ts';
import { attachmentHeaders } from '../../../../../api/services/complaints/read-evidence.ts';
import { openOwnRequestFile } from '../../../../../api/services/disclosures/rights/files.ts';
import { passOf, seeOther } from '../../_request.ts';

const STATUS: Record<string, number> = { 'resource.not_found': 404, 'resource.gone': 410, 'evidence.infected': 403 };

/** The filer's own file, as an attachment only. */
export const GET: APIRoute = async (page) => {
  const { locals, params } = page;
  const code = passOf(page);
  if (!code) return seeOther(locals.href(`/disclosures/${params.id ?? ''}/track`));
  try {
    const file = await openOwnRequestFile(locals.ctx, code, params.file ?? '');
    return new Response(Readable.toWeb(file.stream) as ReadableStream, { headers: attachmentHeaders(file) });
  } catch (error) {
    const status = error instanceof DomainError ? STATUS[error.code] : undefined;
    if (status === undefined) throw error;
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  }
};
