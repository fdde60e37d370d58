/**
 * node:http in front of everything: request id, security headers, origin check, admission, deadline, page cache; then static
 * files, Hono (API, feeds) or Astro (pages). Only this file knows that there are three of them.
 */
import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { readCookie } from './adapters/session-cookie.ts';
import { isUnavailable } from './adapters/unavailable.ts';
import type { Built } from './deps.ts';
import { Flights } from './flights.ts';
import { bodyRefusal, openData, originAllowed, securityHeaders } from './http-security.ts';
import type { Metrics } from './metrics.ts';
import { PageCache, sendPage } from './page-cache.ts';
import { pageKey } from './page-key.ts';
import { recordPage } from './page-recorder.ts';
import { createPlaces } from './places.ts';
import { answerProblem } from './plain-problem.ts';
import { createRatingLane } from './rating-lane.ts';
import { createContexts, hasSession } from './request-context.ts';
import type { Locale } from './services/context.ts';
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
  /** Pages and API calls under way at once; whoever comes on top hears 503 at once instead of waiting in vain. */
  capacity?: number;
  mailDir: string | null;
}

export interface Front {
  server: http.Server;
  cache: PageCache;
  /** From now on /readyz says no and every answer ends its connection. */
  drain(): void;
}

// The reference page of the API is a page like others.
const API = /^\/(api\/(?!docs(\/|$))|feeds\/|open-data\/.)|^\/sitemap[\w-]*\.xml$/;
const UPLOAD_PATIENCE = 300_000;

export function createFront(options: FrontOptions): Front {
  const { built, metrics } = options;
  const { deps } = built;
  const cache = new PageCache();
  const flights = new Flights();
  const files = loadStatic(options.dist);
  const contexts = createContexts(built, options.trustedProxies);
  const origin = new URL(deps.publicUrl).origin;
  const https = origin.startsWith('https:');
  const deadline = options.deadline ?? 10_000;
  const places = createPlaces(options.capacity ?? 256);
  let draining = false;

  const api = getRequestListener(
    (request, env) => contexts.fetch((env as { incoming: IncomingMessage }).incoming, request, env),
    { overrideGlobalObjects: false, hostname: new URL(deps.publicUrl).host },
  );

  const rateAtOnce = createRatingLane(contexts);

  const isGet = (req: IncomingMessage) => req.method === 'GET' || req.method === 'HEAD';
  const wantsLargePrint = (req: IncomingMessage) =>
    req.headers.cookie !== undefined && readCookie(req.headers.cookie, 'large-print') === '1';

  /** Null where the page must be made for this request alone. */
  const keyOf = (req: IncomingMessage) =>
    isGet(req) && !hasSession(req) ? pageKey(req.url ?? '/', wantsLargePrint(req)) : null;

  function kept(req: IncomingMessage, res: ServerResponse, key: string | null): boolean {
    const page = key === null ? null : cache.get(key, Date.now());
    if (page) sendPage(page, req, res);
    return page !== null;
  }

  async function page(req: IncomingMessage, res: ServerResponse, id: string, key: string | null): Promise<void> {
    const flight = key === null ? null : flights.board(key);
    if (flight instanceof Promise) {
      await flight;
      if (res.headersSent || kept(req, res, key)) return;
    } else if (flight) {
      res.once('close', flight.land);
    }
    const address = req.url ?? '/';
    const english = /^\/en(?=[/?]|$)/.test(address);
    const path = (english ? address.slice(3) : address).replace(/^(?!\/)/, '/');
    const locale: Locale = english ? 'en' : 'zh-CN';
    const turn = cache.turn;
    const ctx = await contexts.of(req, id, locale);
    if (res.headersSent) return;
    recordPage(req, res, (source) => {
      if (key === null) return null;
      flights.kept(key);
      return cache.put(key, source, Date.now(), turn);
    });
    req.url = path;
    const locals = {
      ctx,
      locale,
      path,
      href: (to: string) => (english && to.startsWith('/') ? `/en${to === '/' ? '' : to}` : to),
      otherLanguage: english ? path : `/en${path === '/' ? '' : path}`,
      largePrint: wantsLargePrint(req),
      signIn: built.signIn,
      sso: built.sso,
      mailDir: options.mailDir,
      apiDocument: contexts.apiDocument,
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
  }

  function fail(req: IncomingMessage, res: ServerResponse, id: string, error: unknown): void {
    deps.log.error({ requestId: id, err: error instanceof Error ? error.stack : String(error) }, 'request failed');
    if (!res.headersSent) answerProblem(req, res, 'service.internal');
    else res.destroy();
  }

  async function health(path: string, res: ServerResponse): Promise<void> {
    res.setHeader('content-type', 'text/plain; charset=utf-8');
    res.setHeader('cache-control', 'no-store');
    if (path === '/healthz') return void res.end('ok\n');
    let ready = !draining;
    if (ready) {
      const late = new Promise<never>((_, reject) => setTimeout(reject, 2_000, new Error('late')).unref());
      ready = await Promise.race([deps.sql`select 1`, late]).then(
        () => true,
        () => false,
      );
    }
    if (!res.headersSent) res.writeHead(ready ? 200 : 503).end(ready ? 'ready\n' : 'not ready\n');
  }

  async function dynamic(req: IncomingMessage, res: ServerResponse, id: string, path: string, key: string | null) {
    // Astro would redirect to an address with fewer slashes, and `//host` is another site's address.
    if (/\/\/|\\/.test(path)) return answerProblem(req, res, 'resource.not_found');
    const refusal = originAllowed(req, origin) ? bodyRefusal(req) : 'request.origin_refused';
    if (refusal) return answerProblem(req, res, refusal);
    if (!(await places.enter(req, res))) return answerProblem(req, res, 'service.unavailable', { retryAfter: 2 });
    if (res.headersSent) return;
    if (!API.test(path)) return page(req, res, id, key);
    if (openData(req, path)) res.setHeader('access-control-allow-origin', '*');
    if (!(await rateAtOnce(req, res, id, path))) await api(req, res);
  }

  /** The fast way: a page that is kept goes out before anything else is asked; its headers are whole already. */
  function receive(req: IncomingMessage, res: ServerResponse): void {
    const started = performance.now();
    const key = keyOf(req);
    if (draining) res.shouldKeepAlive = false;
    if (kept(req, res, key)) metrics.cached((performance.now() - started) / 1000);
    else void handle(req, res, key, started);
  }

  async function handle(req: IncomingMessage, res: ServerResponse, key: string | null, started: number): Promise<void> {
    const id = randomUUID();
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    req.headers['x-request-id'] = id; // ours replaces whatever the client sent
    securityHeaders(res, https);
    res.setHeader('x-request-id', id);
    const file = isGet(req) ? files.get(path) : undefined;
    const kind = file ? 'static' : API.test(path) ? 'api' : /^\/(health|ready)z$/.test(path) ? 'health' : 'page';
    const timer = setTimeout(
      () => {
        if (res.headersSent) return;
        res.shouldKeepAlive = false; // whatever still answers later must not hit the next request
        answerProblem(req, res, 'service.unavailable', { retryAfter: 5 });
      },
      // A body on its way in may take as long as the line of its sender needs; `requestTimeout` ends it.
      req.method === 'POST' && Number(req.headers['content-length'] ?? 0) > 262_144 ? UPLOAD_PATIENCE : deadline,
    );
    res.once('close', () => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      metrics.request(kind, res.statusCode, seconds);
      const level = res.statusCode >= 500 ? 'warn' : req.method === 'POST' ? 'info' : 'debug';
      const line = { requestId: id, method: req.method, path: masked(path), status: res.statusCode, seconds };
      deps.log[level](line, 'request');
    });
    try {
      if (file) file(req, res);
      else if (kind === 'health') await health(path, res);
      else await dynamic(req, res, id, path, key);
    } catch (error) {
      if (isUnavailable(error) && !res.headersSent) answerProblem(req, res, 'service.unavailable', { retryAfter: 5 });
      else fail(req, res, id, error);
    }
  }

  const server = http.createServer(
    { requestTimeout: UPLOAD_PATIENCE, headersTimeout: 15_000, keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
    receive,
  );
  metrics.underWay(() => places.taken);
  return {
    server,
    cache,
    drain: () => {
      draining = true;
    },
  };
}

/** The path alone is logged, and of it nothing that names a case, a point or a file: queries may hold anything. */
const masked = (path: string) =>
  path.replace(/\/[^/]*\d[^/]*(?=\/|$)/g, (part) => (/^\/v\d$/.test(part) ? part : '/:id'));
