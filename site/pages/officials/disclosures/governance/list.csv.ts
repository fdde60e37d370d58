import type { APIRoute } from 'astro';
import { governanceCsv } from '../../../../../api/services/disclosures/governance.ts';

/** The list that the page shows, as a file. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { name, csv } = await governanceCsv(locals.ctx, Object.fromEntries(url.searchParams));
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
