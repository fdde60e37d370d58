import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { fieldErrors } from '../contracts/parse.ts';
import { DomainError } from '../domain/errors.ts';
import type { Ctx } from '../services/context.ts';
import type { PushClient } from '../services/push/authenticate.ts';

/** What every handler finds: the context of the request, made by api/app.ts. */
export interface Env {
  Variables: { ctx: Ctx; pushClient?: PushClient };
}

/**
 * Who may call a route. `public`: anybody; `code`: whoever holds the query code or submission id in the body;
 * `official`: a signed-in official, what exactly is decided by the service; `key`: a sender that signs each request.
 */
export const ACCESS = ['public', 'code', 'official', 'key'] as const;
export type Access = (typeof ACCESS)[number];

/** Route configuration with its declared access; the test of routes fails on one that has none. */
export type DeclaredRoute = RouteConfig & { 'x-access': Access };

/** A router whose bad input becomes request.invalid with fields. */
export function createRouter(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return;
      // The query is strings only; the body has been parsed already where there was one.
      const value =
        result.target === 'json'
          ? (c.req as unknown as { bodyCache?: { parsedBody?: unknown } }).bodyCache?.parsedBody
          : {};
      throw new DomainError('request.invalid', { fields: fieldErrors(result.error, value) });
    },
  });
}
