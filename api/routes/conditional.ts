import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Env } from './router.ts';

/** Open data is for everybody's programs; browsers ask again each time and mostly hear 304. */
export function openToAll(c: Context<Env>): void {
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', 'etag, link, repr-digest, content-range');
  c.header('cache-control', 'public, max-age=0, must-revalidate');
  c.header('vary', 'accept-encoding');
}

/** A strong ETag of a text. */
export const tagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/** Sets the ETag of `text` (or `tag`), and answers 304 where the asker has it; null: it does not. */
export function fresh(c: Context<Env>, text: string | null, tag = tagOf(text ?? '')): Response | null {
  c.header('etag', tag);
  const known = c.req.header('if-none-match');
  if (known === undefined) return null;
  const same = known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  return same ? c.body(null, 304) : null;
}

/**
 * Whatever answers JSON to GET and says nothing of keeping it gets a strong ETag and is asked again each time: a new route
 * cannot forget it. Streams, and answers that are nobody else's (no-store), are left as they are.
 */
export async function conditional(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  await next();
  const { headers, status } = c.res;
  const control = headers.get('cache-control');
  const json = /^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? '');
  if (c.req.method !== 'GET' || status !== 200 || !json || headers.has('etag') || control?.includes('no-store')) return;
  const text = await c.res.clone().text();
  c.header('etag', tagOf(text));
  if (control === null) c.header('cache-control', 'max-age=0, must-revalidate');
  const unchanged = fresh(c, text);
  if (unchanged) c.res = unchanged;
}

export type Span = { part: 'all' } | { part: 'none' } | { part: 'some'; start: number; end: number };

/** One range of bytes as RFC 9110 has it; several at once, and a range of another state (If-Range), get the whole file. */
export function spanOf(c: Context<Env>, tag: string, length: number): Span {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range') ?? '');
  const condition = c.req.header('if-range');
  if (!asked || (condition !== undefined && condition !== tag)) return { part: 'all' };
  const [, from = '', to = ''] = asked;
  if (from === '' && to === '') return { part: 'all' };
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  if (from !== '' && to !== '' && Number(from) > Number(to)) return { part: 'all' };
  return start >= length || end < start ? { part: 'none' } : { part: 'some', start, end };
}
