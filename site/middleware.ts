import { defineMiddleware } from 'astro:middleware';
import { isUnavailable } from '../api/adapters/unavailable.ts';
import { DomainError } from '../api/domain/errors.ts';
import { STATUS } from '../api/routes/errors.ts';

/** What a page throws becomes a page: sign-in where it is wanted, otherwise /500 with the sentence of the code. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals } = context;
  try {
    const response = await next();
    return response.status === 404 && response.body === null ? await problem('resource.not_found') : response;
  } catch (error) {
    if (error instanceof DomainError) {
      if (error.code === 'auth.required' && context.request.method === 'GET') {
        return context.redirect(locals.href(`/officials/sign-in?to=${encodeURIComponent(locals.path)}`), 303);
      }
      if (error.code !== 'service.internal') return problem(error.code, error.params);
    }
    if (isUnavailable(error)) return problem('service.unavailable', { retryAfter: 5 });
    locals.ctx.log.error(
      { requestId: locals.ctx.requestId, err: error instanceof Error ? error.stack : String(error) },
      'page failed',
    );
    return problem('service.internal');
  }

  async function problem(code: keyof typeof STATUS, params: Record<string, string | number> = {}): Promise<Response> {
    locals.problem = { code, params };
    const status = STATUS[code];
    const page = await context.rewrite(status === 404 ? '/404' : status === 503 ? '/503' : '/500');
    const headers = new Headers(page.headers);
    headers.set('cache-control', 'no-store');
    headers.delete('cdn-cache-control');
    if (params.retryAfter !== undefined) headers.set('retry-after', String(params.retryAfter));
    return new Response(page.body, { status, headers });
  }
});
