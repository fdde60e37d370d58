import type { IncomingMessage, ServerResponse } from 'node:http';
import ipaddr from 'ipaddr.js';
import type { ErrorCode } from './domain/errors.ts';

/** For everything that is not a page: nothing may load, run or frame. Pages bring Astro's policy with hashes. */
export const BARE_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function securityHeaders(response: ServerResponse, https: boolean): void {
  response.setHeader('content-security-policy', BARE_CSP);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  if (https) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

/**
 * Whether a state-changing request may come in: from our own pages, or from a program (no Origin, no Sec-Fetch-Site).
 * A browser always sends one of the two with a POST.
 */
export function originAllowed(request: IncomingMessage, publicOrigin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return true;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) return origin === publicOrigin;
  return site === undefined || site === 'same-origin' || site === 'none';
}

const UPLOAD = /\/(uploads|evidence|files)(\/|$)/;
const FORM_LIMIT = 1024 * 1024;
const UPLOAD_LIMIT = 24 * 1024 * 1024; // a file of 20 MB and what surrounds it

/** Why a body is not even read; a form always says how long it is. */
export function bodyRefusal(request: IncomingMessage): ErrorCode | null {
  const upload = UPLOAD.test((request.url ?? '').split('?', 1)[0] ?? '');
  const length = request.headers['content-length'];
  if (length === undefined) return request.headers['transfer-encoding'] && !upload ? 'request.too_large' : null;
  return Number(length) > (upload ? UPLOAD_LIMIT : FORM_LIMIT)
    ? upload
      ? 'upload.too_large'
      : 'request.too_large'
    : null;
}

/** What other sites' pages may read: published records and the directory, never anything that takes or knows a person. */
const OPEN_DATA =
  /^\/api\/v1\/(disclosures|bodies|divisions|matters|routing|openapi\.json)|^\/(feeds|open-data)\/|^\/sitemap/;
export const openData = (request: IncomingMessage, path: string): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && OPEN_DATA.test(path);

/** Four numbers without leading zeros: most addresses are of this form, and need no parser to be what they are. */
const PLAIN_IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const isAddress = (address: string): boolean => PLAIN_IPV4.test(address) || ipaddr.isValid(address);

/** X-Forwarded-For is believed only as far as trusted proxies wrote it, read from the right. */
export function clientAddress(
  request: IncomingMessage,
  trusted: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][],
): string {
  let address = plain(request.socket.remoteAddress ?? '');
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter(Boolean);
  while (hops.length > 0 && isTrusted(address, trusted)) {
    const next = hops.pop() ?? '';
    if (!isAddress(next)) break;
    address = plain(next);
  }
  return address;
}

/** Counting by single IPv6 addresses would count nobody: a household has a /64. */
export function sourceOf(address: string): string {
  if (PLAIN_IPV4.test(address) || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.parse(address);
  return parsed.kind() === 'ipv6' ? parsed.toByteArray().slice(0, 8).join('.') : parsed.toString();
}

/** @throws Error naming the entry that is no address or range */
export function parseProxies(list: readonly string[]): [ipaddr.IPv4 | ipaddr.IPv6, number][] {
  return list.map((entry) => {
    try {
      return entry.includes('/')
        ? ipaddr.parseCIDR(entry)
        : [ipaddr.parse(entry), ipaddr.parse(entry).kind() === 'ipv4' ? 32 : 128];
    } catch {
      throw new Error(`TRUSTED_PROXIES: ${entry} is no address or range`);
    }
  });
}

const plain = (address: string) =>
  PLAIN_IPV4.test(address) || !ipaddr.isValid(address) ? address : ipaddr.process(address).toString();

function isTrusted(address: string, trusted: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]): boolean {
  if (trusted.length === 0) return false;
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return trusted.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match([range, bits]));
}
