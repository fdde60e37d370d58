import type { APIRoute } from 'astro';
import { readCreditCheck } from '../../../../../api/services/credit-checks/read.ts';

/** The answer as a file, with what proves it. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { check, file } = await readCreditCheck(locals.ctx, params.id ?? '');
  return new Response(`${JSON.stringify(file, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${check.number}.json"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
};
