import { createHmac, timingSafeEqual } from 'node:crypto';

/** One cookie of a Cookie header, decoded; null where absent or unreadable. */
export function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/** A value with its signature, as the library signs. */
export const sign = (value: string, secret: string): string =>
  `${value}.${createHmac('sha256', secret).update(value).digest('base64')}`;

/** The value of a cookie signed as the library signs (value.base64 HMAC-SHA256); null where the signature is not ours. */
export function unsign(signed: string | null, secret: string): string | null {
  const at = signed?.lastIndexOf('.') ?? -1;
  if (!signed || at < 1) return null;
  const value = signed.slice(0, at);
  const expected = createHmac('sha256', secret).update(value).digest();
  const given = Buffer.from(signed.slice(at + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

/** A Cookie header that holds one cookie of the given one, so that the library sees nothing else. */
export function onlyCookie(header: string | null, name: string): Headers {
  const value = readCookie(header, name);
  return new Headers(value === null ? {} : { cookie: `${name}=${encodeURIComponent(value)}` });
}

/** The value set for `name` among Set-Cookie lines. */
export function setCookieValue(lines: readonly string[], name: string): string | null {
  for (const line of lines) {
    const value = readCookie(line.split(';', 1)[0] ?? null, name);
    if (value) return value;
  }
  return null;
}
