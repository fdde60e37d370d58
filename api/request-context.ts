import type { IncomingMessage } from 'node:http';
import { createApp } from './app.ts';
import type { Built } from './deps.ts';
import type { Actor } from './domain/official.ts';
import { clientAddress, parseProxies, sourceOf } from './http-security.ts';
import { describeApi } from './routes/document.ts';
import type { Ctx, Locale } from './services/context.ts';

/** Looking up one's own case must go on while everything else waits for connections: it has a few of its own. */
const RESERVED = /^(\/en)?\/track(?=[/?]|$)|^\/api\/v1\/cases\/[^/]+\/lookup$/;

const SESSION = /session_token=/;
/** Whether an official may be behind this request: nothing of it is ever kept. */
export const hasSession = (req: IncomingMessage): boolean =>
  req.headers.cookie !== undefined && SESSION.test(req.headers.cookie);

export interface Contexts {
  /** The context of one request: who asks, in which language, from which source. */
  of(req: IncomingMessage, id: string, locale?: Locale): Promise<Ctx>;
  /** The API with the context of each request in it. */
  fetch(req: IncomingMessage, request: Request, env: unknown): Response | Promise<Response>;
  /** The OpenAPI description of what `fetch` answers. */
  apiDocument(): object;
}

export function createContexts(built: Built, trustedProxies: readonly string[]): Contexts {
  const { deps, reserve } = built;
  const proxies = parseProxies(trustedProxies);
  const contexts = new WeakMap<Request, Promise<Ctx>>();
  const app = createApp((request) => {
    const context = contexts.get(request);
    if (!context) throw new Error('a request without its context');
    return context;
  });

  async function of(req: IncomingMessage, id: string, locale?: Locale): Promise<Ctx> {
    const cookie = hasSession(req) ? (req.headers.cookie ?? null) : null;
    const actor: Actor = (cookie && (await built.signIn.resolve(cookie))) || { kind: 'public' };
    const english = /^en\b/i.test(req.headers['accept-language'] ?? '');
    return {
      ...deps,
      ...(RESERVED.test(req.url ?? '') ? { sql: reserve.sql, db: reserve.db } : {}),
      actor,
      locale: locale ?? (english ? 'en' : 'zh-CN'),
      requestId: id,
      source: deps.keys.mac('source', sourceOf(clientAddress(req, proxies))).toString('base64url'),
    };
  }

  return {
    of,
    apiDocument: () => describeApi(app, deps.publicUrl),
    fetch(req, request, env) {
      const context = of(req, String(req.headers['x-request-id']));
      context.catch(() => {}); // told by the one who awaits it
      contexts.set(request, context);
      return app.fetch(request, env as object);
    },
  };
}
