import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errors, fieldErrors } from '../../site/text/errors.ts';
import { fill } from '../../site/text/locale.ts';
import { isUnavailable } from '../adapters/unavailable.ts';
import { DomainError } from '../domain/errors.ts';
import type { Ctx } from '../services/context.ts';
import { STATUS } from './errors.ts';
import type { Env } from './router.ts';

/** RFC 9457 problem details, as every error of the API is answered. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem');

const content = { 'application/problem+json': { schema: Problem } };
const WORDS: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Sign-in is required',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict with the present state',
  410: 'No longer published',
  413: 'Too large',
  415: 'Type not accepted',
  422: 'Understood, but refused',
  429: 'Too many requests',
  503: 'Busy: try again later',
};

/** Error responses of a route for its OpenAPI description: `problems(400, 404)`. */
export function problems<const S extends number>(...statuses: S[]) {
  return Object.fromEntries(statuses.map((s) => [s, { description: WORDS[s] ?? 'Error', content }])) as {
    [K in S]: { description: string; content: typeof content };
  };
}

/** Any error as an answer; what is not a DomainError is logged and told nothing of. */
export function answerError(error: Error, c: Context<Env>): Response {
  const { status, headers, body } = problemOf(error, c.get('ctx'));
  return new Response(body, { status, headers });
}

/** The same, for whoever answers without the router. */
export function problemOf(
  error: Error,
  ctx: Pick<Ctx, 'log' | 'locale' | 'requestId'> | undefined,
): { status: number; headers: Record<string, string>; body: string } {
  const known =
    error instanceof DomainError
      ? error
      : error instanceof SyntaxError || error instanceof HTTPException
        ? new DomainError('request.malformed')
        : isUnavailable(error)
          ? new DomainError('service.unavailable', { params: { retryAfter: 5 } })
          : new DomainError('service.internal');
  if (known.code === 'service.internal') {
    ctx?.log.error({ requestId: ctx.requestId, err: error.stack ?? error.message }, 'request failed');
  }
  const locale = ctx?.locale ?? 'zh-CN';
  const status = STATUS[known.code];
  const body: z.infer<typeof Problem> = {
    type: `urn:jiannuo:error:${known.code}`,
    title: fill(errors[locale][known.code] ?? known.code, known.params),
    status,
    code: known.code,
  };
  if (Object.keys(known.params).length > 0) body.params = known.params;
  if (known.fields.length > 0) {
    body.fields = known.fields.map((f) => ({
      path: f.path,
      code: f.code,
      message: fill(fieldErrors[locale][f.code] ?? f.code, f.params ?? {}),
    }));
  }
  if (ctx) body.requestId = ctx.requestId;
  const headers: Record<string, string> = {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  };
  if (known.params.retryAfter !== undefined) headers['retry-after'] = String(known.params.retryAfter);
  return { status, headers, body: JSON.stringify(body) };
}
