import { createHash } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EXAMPLES } from './examples.ts';
import { createRouter, type Env } from './router.ts';

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
  gateway: 'What the portal itself calls (webhooks of the description)',
  disclosures: 'Public records as JSON, CSV and Atom',
  commitments: 'What government promised, and what came of it, as JSON, CSV and Atom',
  'open-data': 'Whole sets and what changed, as files with checksums',
};

interface Operation {
  operationId: string;
  tags?: string[];
  responses: Record<string, { description?: string; content?: Record<string, { schema: object; example?: unknown }> }>;
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
  // For search engines.
  for (const path of Object.keys(document.paths ?? {})) if (path.startsWith('/sitemap')) delete document.paths?.[path];
  const used = new Set<string>();
  for (const item of [...Object.values(document.paths ?? {}), ...Object.values(document.webhooks ?? {})]) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      for (const tag of operation.tags ?? []) used.add(tag);
      const example = EXAMPLES[operation.operationId];
      for (const media of Object.values(operation.responses[200]?.content ?? {})) if (example) media.example = example;
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

const matches = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '').split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);

/** `/api/v1/openapi.json`; it describes `app`, so it is mounted last. site/pages/api/docs.astro reads the same document. */
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
  return router;
}
