import type { APIRoute } from 'astro';
import { DomainError } from '../../../../../api/domain/errors.ts';
import { importTemplate } from '../../../../../api/services/imports/template.ts';

/** A table to fill in. It holds nothing but names of columns: whoever asks may have it. */
export const GET: APIRoute = async ({ locals, params }) => {
  const template = await importTemplate(params.file ?? '', locals.locale);
  if (!template) throw new DomainError('resource.not_found');
  return new Response(Buffer.from(template.body), {
    headers: {
      'content-type': template.mediaType,
      'content-disposition': `attachment; filename="${template.fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
