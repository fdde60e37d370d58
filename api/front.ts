/**
 * node:http in front of everything: request id, security headers, origin check, deadline, page cache; then static files,
 * Hono (API, feeds) or Astro (pages). Only this file knows that there are three of them.
 */
import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { readCookie } from './adapters/session-cookie.ts';
import { isUnavailable } from './adapters/unavailable.ts';
import { createApp } from './app.ts';
import type { Built } from './deps.ts';
import type { Actor } from './domain/official.ts';
import { clientAddress, originAllowed, parseProxies, securityHeaders, sourceOf } from './http-security.ts';
import type { Metrics } from './metrics.ts';
import { PageCache, sendPage } from './page-cache.ts';
import { recordPage } from './page-recorder.ts';
import { answerProblem } from './plain-problem.ts';
import { describeApi } from './routes/document.ts';
import type { Ctx, Locale } from './services/context.ts';
import { loadStatic } from './static-files.ts';

/** The handler that `astro build` makes (adapter node, mode middleware). */
export type SiteHandler = (
  req: IncomingMessage,
  res: ServerResponse,
  next: (error?: unknown) => void,
  locals: object,
) => void;

export interface FrontOptions {
  built: Built;
  dist: string;
  site: SiteHandler;
  trustedProxies: readonly string[];
  metrics: Metrics;
  /** Milliseconds after which a request that has not been answered becomes 503. */
  deadline?: number;
  mailDir: string | null;
}

export interface Front {
  server: http.Server;
  cache: PageCache;
}

const API = /^\/(api\/(?!docs$)|feeds\/)|^\/sitemap[\w-]*\.xml$/;
const UPLOAD = /^\/api\/v1\/uploads$|\/evidence$/;

export function createFront(options: FrontOptions): Front {
  const { built, metrics } = options;
  const { deps } = built;
  const cache = new PageCache();
  const files = loadStatic(options.dist);
  const proxies = parseProxies(options.trustedProxies);
  const origin = new URL(deps.publicUrl).origin;
  const https = origin.startsWith('https:');
  const deadline = options.deadline ?? 15_000;

  async function context(
    request: { cookie: string | null; acceptsEnglish: boolean; id: string; address: string },
    locale?: Locale,
  ): Promise<Ctx> {
    const official = request.cookie?.includes('session_token') ? await built.signIn.resolve(request.cookie) : null;
    const actor: Actor = official ?? { kind: 'public' };
    return {
      ...deps,
      actor,
      locale: locale ?? (request.acceptsEnglish ? 'en' : 'zh-CN'),
      requestId: request.id,
      source: deps.keys.mac('source', sourceOf(request.address)).toString('base64url'),
    };
  }

  const facts = new WeakMap<Request, Parameters<typeof context>[0]>();
  const app = createApp((request) => {
    const known = facts.get(request);
    if (!known) throw new Error('request without its facts');
    return context(known);
  });
  const describe = (req: IncomingMessage, id: string) => ({
    cookie: req.headers.cookie ?? null,
    acceptsEnglish: /^en\b/i.test(String(req.headers['accept-language'] ?? '')),
    id,
    address: clientAddress(req, proxies),
  });
  const api = getRequestListener(
    (request, env) => {
      const { incoming } = env as { incoming: IncomingMessage };
      facts.set(request, describe(incoming, String(incoming.headers['x-request-id'])));
      return app.fetch(request, env);
    },
    { overrideGlobalObjects: false, hostname: new URL(deps.publicUrl).host },
  );

  async function page(req: IncomingMessage, res: ServerResponse, id: string): Promise<string> {
    const address = req.url ?? '/';
    const english = /^\/en(?=[/?]|$)/.test(address);
    const path = (english ? address.slice(3) : address).replace(/^(?!\/)/, '/');
    const locale: Locale = english ? 'en' : 'zh-CN';
    const cookie = req.headers.cookie ?? null;
    const largePrint = readCookie(cookie, 'large-print') === '1';
    const cacheable = (req.method === 'GET' || req.method === 'HEAD') && !/session_token=/.test(cookie ?? '');
    const key = cacheable ? cacheKey(address, largePrint) : null;
    const ctx = await context(describe(req, id), locale);
    const href = (to: string) => (english && to.startsWith('/') ? `/en${to === '/' ? '' : to}` : to);
    recordPage(req, res, (source) => (key ? cache.put(key, source, Date.now()) : null));
    req.url = path;
    const locals = {
      ctx,
      locale,
      path,
      href,
      otherLanguage: english ? path : `/en${path === '/' ? '' : path}`,
      largePrint,
      signIn: built.signIn,
      mailDir: options.mailDir,
      apiDocument: () => describeApi(app, deps.publicUrl),
    };
    // Without a route Astro calls next: the page of 404 is a page like others.
    options.site(
      req,
      res,
      (error) => {
        if (error || req.url === '/404') return fail(req, res, id, error);
        req.url = '/404';
        req.method = 'GET';
        options.site(req, res, (again) => fail(req, res, id, again), locals);
      },
      locals,
    );
    return 'page';
  }

  /** The fast way: a page that is kept goes out before anything else is asked; its headers are whole already. */
  function kept(req: IncomingMessage, res: ServerResponse): boolean {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const { cookie } = req.headers;
    if (cookie && /session_token=/.test(cookie)) return false;
    const key = cacheKey(req.url ?? '/', cookie !== undefined && readCookie(cookie, 'large-print') === '1');
    const page = key === null ? null : cache.get(key, Date.now());
    if (page) sendPage(page, req, res);
    return page !== null;
  }

  function fail(req: IncomingMessage, res: ServerResponse, id: string, error: unknown): void {
    deps.log.error({ requestId: id, err: error instanceof Error ? error.stack : String(error) }, 'request failed');
    if (!res.headersSent) answerProblem(req, res, 'service.internal');
    else res.destroy();
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const started = performance.now();
    if (kept(req, res)) {
      metrics.cached((performance.now() - started) / 1000);
      return;
    }
    const id = randomUUID();
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    let kind = 'other';
    req.headers['x-request-id'] = id; // ours replaces whatever the client sent
    securityHeaders(res, https);
    res.setHeader('x-request-id', id);
    const timer = setTimeout(
      () => {
        if (!res.headersSent) answerProblem(req, res, 'service.unavailable', { retryAfter: 5 });
      },
      UPLOAD.test(path) ? 300_000 : deadline,
    );
    res.on('close', () => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      metrics.request(kind, res.statusCode, seconds);
      // The path alone: queries and fragments may hold what nobody should log.
      deps.log.debug(
        {
          requestId: id,
          method: req.method,
          path: path.replace(/JN\d[\w-]*/gi, ':number'),
          status: res.statusCode,
          seconds,
        },
        'request',
      );
    });
    try {
      if (path === '/healthz') return void res.setHeader('content-type', 'text/plain').end('ok\n');
      if (path === '/readyz') {
        await deps.sql`select 1`;
        return void res.setHeader('content-type', 'text/plain').end('ready\n');
      }
      if (!originAllowed(req, origin)) return answerProblem(req, res, 'request.origin_refused');
      if (req.method === 'GET' || req.method === 'HEAD') {
        const file = files.get(path);
        if (file) {
          kind = 'static';
          return file(req, res);
        }
      }
      if (API.test(path)) {
        kind = 'api';
        await api(req, res);
        return;
      }
      kind = await page(req, res, id);
    } catch (error) {
      if (isUnavailable(error) && !res.headersSent) answerProblem(req, res, 'service.unavailable', { retryAfter: 5 });
      else fail(req, res, id, error);
    }
  }

  const server = http.createServer(
    { requestTimeout: 300_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 },
    (req, res) => {
      void handle(req, res);
    },
  );
  return { server, cache };
}

/** Names of query parameters that change a public page; a request with others is answered, but not kept. */
const QUERY = new Set([
  'q',
  'kind',
  'division',
  'matter',
  'body',
  'year',
  'outcome',
  'limit',
  'cursor',
  'respondent',
  'place',
  'parent',
  'to',
  'sort',
]);

function cacheKey(address: string, largePrint: boolean): string | null {
  const mark = largePrint ? '+' : ' ';
  const at = address.indexOf('?');
  if (at < 0) return mark + address;
  if (address.length > 1024) return null;
  const query = new URLSearchParams(address.slice(at + 1));
  for (const name of query.keys()) if (!QUERY.has(name)) return null;
  query.sort();
  return `${mark}${address.slice(0, at)}?${query}`;
}
