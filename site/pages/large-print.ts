import type { APIRoute } from 'astro';

/** A wish of the reader, kept for a year; `to` stays on this site. */
export const GET: APIRoute = ({ url }) => {
  const on = url.searchParams.get('on') === '1';
  const to = url.searchParams.get('to') ?? '/';
  const safe = /^\/(?![/\\])[^\r\n\\]*$/.test(to) ? to : '/';
  const cookie = `large-print=${on ? '1' : ''}; Path=/; Max-Age=${on ? 31_536_000 : 0}; SameSite=Lax; HttpOnly`;
  return new Response(null, {
    status: 303,
    headers: { location: safe, 'set-cookie': cookie, 'cache-control': 'no-store' },
  });
};
