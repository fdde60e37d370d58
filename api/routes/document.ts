import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DomainError } from '../domain/errors.ts';
import { createRouter, type Env } from './router.ts';

const require = createRequire(import.meta.url);
const INFO = `The open interface of a Jiannuo (践诺) portal: who answers for a matter, filing and following a case, rating a service,
public records. Public reads need no key, carry strong ETags and may be fetched from other sites.

**The query code.** Whoever files gets a case number and a query code of 24 characters (120 bits). The code opens the
case and travels in the request body only, never in an address.

**Filing twice is safe.** The \`submissionId\` (UUID version 4, a secret of the filer) makes a retry return the first
answer. The same id with other content is refused with 409.

**Errors** are RFC 9457 problem details with a stable \`code\`; \`fields\` names each bad field. Texts follow
\`Accept-Language\` (Chinese or English).

**Lists** answer \`{ "items": [...], "nextCursor": … }\`; a cursor belongs to the question it came from.`;

const TAGS: Record<string, string> = {
  directory: 'Divisions, matters, bodies with their former names and short forms',
  routing: 'Who answers for a matter, by which clause, until when',
  cases: 'Filing a complaint, and following it with number and query code',
  ratings: 'Rating a service by the code at the counter',
  disclosures: 'Public records as JSON, CSV and Atom',
};

interface Operation {
  tags?: string[];
  responses: Record<string, unknown>;
}

/** The OpenAPI 3.1 description of all that is mounted on `app`. */
export function describeApi(app: OpenAPIHono<Env>, publicUrl: string): object {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Jiannuo API',
      version: '1.0.0',
      description: INFO,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    // On one's own machine the address is of no use to others: relative to the document.
    servers: [{ url: /\/\/(localhost|127\.)/.test(publicUrl) ? '/' : publicUrl }],
    security: [],
  });
  delete document.paths?.['/sitemap.xml']; // for search engines
  const used = new Set<string>();
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      for (const tag of operation.tags ?? []) used.add(tag);
      // What takes no input refuses only what is no request at all.
      if (!Object.keys(operation.responses).some((status) => status.startsWith('4'))) {
        operation.responses['4XX'] = {
          description: 'Refused, with a problem that says why',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
      }
    }
  }
  document.tags = [...used].map((name) => ({ name, description: TAGS[name] ?? name }));
  return document;
}

/** The reference page has a policy of its own: its script and style come from here, nothing from elsewhere. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>数据接口 API - 践诺 Jiannuo</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<noscript><p>The reference needs a script. The description itself: <a href="/api/v1/openapi.json">openapi.json</a></p></noscript>
<div id="reference"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
});
`;

interface Asset {
  type: string;
  plain: Buffer;
  packed: Buffer;
  etag: string;
}
const assets = new Map<string, Asset>();

function asset(name: string): Asset | undefined {
  const known = assets.get(name);
  if (known) return known;
  const types: Record<string, string> = {
    'swagger-ui.css': 'text/css; charset=utf-8',
    'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
    'start.js': 'text/javascript; charset=utf-8',
  };
  const type = types[name];
  if (!type) return undefined;
  const plain = name === 'start.js' ? Buffer.from(START) : readFileSync(require.resolve(`swagger-ui-dist/${name}`));
  const packed = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  const made = {
    type,
    plain,
    packed,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 27)}"`,
  };
  assets.set(name, made);
  return made;
}

const matches = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);

/** `/api/v1/openapi.json` and the reference page at `/api/docs`; they describe `app`, so they are mounted last. */
export function documentRoutes(app: OpenAPIHono<Env>): OpenAPIHono<Env> {
  const router = createRouter();
  let made: { body: string; etag: string; url: string } | undefined;

  router.get('/api/v1/openapi.json', (c) => {
    const url = c.var.ctx.publicUrl;
    if (made?.url !== url) {
      const body = JSON.stringify(describeApi(app, url));
      made = { body, url, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
    }
    c.header('etag', made.etag);
    c.header('access-control-allow-origin', '*');
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    if (matches(c, made.etag)) return c.body(null, 304);
    return c.body(made.body, 200, { 'content-type': 'application/json; charset=utf-8' });
  });

  router.get('/api/docs', (c) => {
    c.header('content-security-policy', DOCS_CSP);
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    return c.html(PAGE);
  });

  router.get('/api/docs/:file', (c) => {
    const found = asset(c.req.param('file'));
    if (!found) throw new DomainError('resource.not_found');
    c.header('etag', found.etag);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', 'public, max-age=0, must-revalidate');
    if (matches(c, found.etag)) return c.body(null, 304);
    const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    c.header('content-type', found.type);
    if (packed) c.header('content-encoding', 'br');
    return c.body(new Uint8Array(packed ? found.packed : found.plain));
  });
  return router;
}
