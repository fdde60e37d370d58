import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';

/** Search engines may read what is public; forms, tracking and officials' pages are nothing for them. */
export const GET: APIRoute = ({ locals, request }) => {
  const text = [
    'User-agent: *',
    ...['/officials', '/track/', '/complain/', '/rate/', '/subscribe/', '/api/'].map((path) => `Disallow: ${path}`),
    ...['/officials', '/track/', '/complain/', '/rate/', '/subscribe/'].map((path) => `Disallow: /en${path}`),
    '',
    // What was taken off lately is named too, so that engines drop it sooner.
    ...['sitemap', 'sitemap-withdrawn'].map((name) => `Sitemap: ${locals.ctx.publicUrl}/${name}.xml`),
    '',
  ].join('\n');
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600', etag };
  const same = request.headers
    .get('if-none-match')
    ?.replaceAll('W/', '')
    .split(/\s*,\s*/)
    .includes(etag);
  return same ? new Response(null, { status: 304, headers }) : new Response(text, { headers });
};
