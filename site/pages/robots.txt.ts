import type { APIRoute } from 'astro';

/** Search engines may read what is public; forms, tracking and officials' pages are nothing for them. */
export const GET: APIRoute = ({ locals }) =>
  new Response(
    [
      'User-agent: *',
      ...['/officials', '/track/', '/complain/', '/rate/', '/api/'].map((path) => `Disallow: ${path}`),
      ...['/officials', '/track/', '/complain/', '/rate/'].map((path) => `Disallow: /en${path}`),
      '',
      `Sitemap: ${locals.ctx.publicUrl}/sitemap.xml`,
      `Sitemap: ${locals.ctx.publicUrl}/sitemap-withdrawn.xml`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  );
