import type { APIRoute } from 'astro';
import { channel } from '../../../../api/contracts/intake.ts';
import { parse } from '../../../../api/contracts/parse.ts';
import { exchangeFile, exportResults } from '../../../../api/services/intake/export.ts';

/** The results of a channel as a file: the same format as the import. */
export const GET: APIRoute = async ({ locals, url }) => {
  const wanted = parse(channel, url.searchParams.get('channel') ?? undefined);
  const cursor = url.searchParams.get('cursor')?.trim() || undefined;
  const file = exchangeFile(await exportResults(locals.ctx, { channel: wanted, cursor }));
  return new Response(file, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="results-${wanted}.jsonl"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
