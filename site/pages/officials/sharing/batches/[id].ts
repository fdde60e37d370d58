import type { APIRoute } from 'astro';
import { readBatch } from '../../../../../api/services/sharing/batch.ts';

/** The messages of a batch, or with `?file=manifest` its manifest, as they are downloaded. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { name, file, manifest } = await readBatch(locals.ctx, params.id ?? '');
  const asked = url.searchParams.get('file') === 'manifest';
  const body = asked ? `${JSON.stringify(manifest, null, 2)}\n` : file;
  const called = asked ? name.replace(/ndjson$/, 'manifest.json') : name;
  return new Response(body, {
    headers: {
      'content-type': `${asked ? 'application/json' : 'application/x-ndjson'}; charset=utf-8`,
      'content-disposition': `attachment; filename="${called}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
