import http from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Site, startSite } from '../support/site.ts';

let site: Site;
let asset: string;
beforeAll(async () => {
  site = await startSite();
  const home = await (await fetch(site.url)).text();
  asset = /\/assets\/[^"]+\.css/.exec(home)?.[0] ?? '';
  expect(asset).not.toBe('');
});
afterAll(() => site?.stop());

/** As it is on the wire: fetch() would tidy addresses and hide headers. */
function raw(path: string, options: http.RequestOptions = {}, body?: string) {
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const request = http.request(site.url, { path, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const ROUTES: [string, number][] = [
  ['/', 200],
  ['/en/', 200],
  ['/help', 200],
  ['/officials', 303],
  ['/officials/sign-in', 200],
  ['/no-such-page', 404],
  ['/en/no-such-page', 404],
  ['/api/v1/matters', 200],
  ['/api/v1/no-such-route', 404],
  ['/api/v1/bodies/nonsense', 400],
  ['/icon.svg', 200],
  ['/healthz', 200],
  ['/readyz', 200],
  ['//evil.example/%2e%2e', 404],
  ['/en//evil.example', 404],
  ['/\\evil.example', 404],
  ['/%', 400],
  ['/..%2f..%2fetc%2fpasswd', 404],
];

describe('security headers', () => {
  test.each(ROUTES)('stand on %s, answered twice (%i)', async (path, status) => {
    for (let round = 0; round < 2; round += 1) {
      const answer = await raw(path, { headers: { accept: 'text/html' } });
      if (status !== 400) expect(answer.status).toBe(status);
      else expect([400, 404]).toContain(answer.status);
      const { headers } = answer;
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['content-security-policy']).toMatch(/default-src '(self|none)'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['cdn-cache-control']).toBeUndefined();
      expect(headers['cache-tag']).toBeUndefined();
    }
  });

  test('nothing but open data may be read by pages of other sites', async () => {
    const origin = { headers: { origin: 'https://elsewhere.example' } };
    for (const [path] of ROUTES) {
      const { headers } = await raw(path, origin);
      const open = /^\/api\/v1\/(matters|bodies)/.test(path);
      expect(headers['access-control-allow-origin'], path).toBe(open ? '*' : undefined);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test('files with a hash in their name are kept for a year, and compressed where the reader can', async () => {
    const plain = await raw(asset);
    const packed = await raw(asset, { headers: { 'accept-encoding': 'br' } });
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(packed.headers['content-encoding']).toBe('br');
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
  });
});

describe('a page that is kept', () => {
  test('has a strong ETag for each encoding and answers 304 to whoever has it', async () => {
    const plain = await raw('/about');
    const packed = await raw('/about', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(plain.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(packed.headers['content-encoding']).toBe('br');
    const again = await raw('/about', { headers: { 'if-none-match': String(plain.headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
    expect(again.headers['content-security-policy']).toBeDefined();
  });

  test('HEAD tells the length and sends nothing', async () => {
    const got = await raw('/about');
    const head = await raw('/about', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    expect(head.body).toBe('');
  });

  test('differs by language and print size, and is not given to a session', async () => {
    const [chinese, english] = [await raw('/about'), await raw('/en/about')];
    expect(english.headers.etag).not.toBe(chinese.headers.etag);
    const large = await raw('/about', { headers: { cookie: 'large-print=1' } });
    expect(large.headers.etag).not.toBe(chinese.headers.etag);
    expect(large.body).toContain('data-print="large"');
    expect((await raw('/about')).body).not.toContain('data-print="large"');
    const session = await raw('/about', { headers: { cookie: 'jiannuo.session_token=whatever' } });
    expect(session.status).toBe(200);
    expect(session.headers['x-request-id']).toBeDefined(); // made anew
  });

  test('goes within a second when something that it shows has changed', async () => {
    const before = await raw('/', { headers: { accept: 'text/html' } });
    const kept = await raw('/');
    expect(kept.headers['x-request-id']).toBe(before.headers['x-request-id']); // both from memory or made once
    await site.database.sql`insert into cache_invalidation (tags) values (${['home']})`;
    const until = Date.now() + 1_000;
    let made = false;
    while (!made && Date.now() < until) made = (await raw('/')).headers['x-request-id'] !== undefined;
    expect(made).toBe(true);
  });

  test('an unknown parameter is answered but kept under no name', async () => {
    const first = await raw('/about?x=1');
    const second = await raw('/about?x=1');
    expect(first.status).toBe(200);
    expect(second.headers['x-request-id']).toBeDefined();
    expect((await raw('/about?utm_source=mail')).headers['x-request-id']).toBeUndefined();
  });
});

describe('a state-changing request', () => {
  const post = (headers: http.OutgoingHttpHeaders, path = '/officials/sign-in') =>
    raw(
      path,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } },
      'email=a',
    );

  test('comes in from our own pages and from programs', async () => {
    expect((await post({ origin: site.url })).status).not.toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-origin', origin: site.url })).status).not.toBe(403);
    expect((await post({})).status).not.toBe(403);
  });

  test('is refused from pages of other sites, on pages and in the API', async () => {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      expect((await post(headers)).status).toBe(403);
      const api = await post({ ...headers, 'content-type': 'application/json' }, '/api/v1/cases');
      expect(api.status).toBe(403);
      expect(JSON.parse(api.body)).toMatchObject({ code: 'request.origin_refused', status: 403 });
    }
  });

  test('is refused unread where it is larger than any form', async () => {
    const answer = await raw(
      '/officials/sign-in',
      { method: 'POST', headers: { 'content-length': 5_000_000 } },
      undefined,
    );
    expect(answer.status).toBe(413);
  });
});

test('figures are on a port of their own only', async () => {
  expect((await raw('/metrics')).status).toBe(404);
  const text = await (await fetch(site.metricsUrl)).text();
  for (const name of [
    'jiannuo_request_seconds_bucket',
    'jiannuo_outbox_age_seconds',
    'jiannuo_filings_held',
    'jiannuo_database_connections',
    'jiannuo_page_cache_bytes',
    'jiannuo_requests_under_way',
  ]) {
    expect(text).toContain(name);
  }
});

test('logs carry a request id and no query, address or case number', async () => {
  const answer = await raw('/officials/sign-in?next=secret-query', {
    method: 'POST',
    headers: { cookie: 'a=secret-cookie' },
  });
  const id = String(answer.headers['x-request-id']);
  await expect.poll(() => site.output()).toContain(id);
  expect(site.output()).not.toMatch(/secret-query|secret-cookie|127\.0\.0\.1/);
});

test('over https everything says that it stays https', async () => {
  const secure = await startSite({ env: { PUBLIC_URL: 'https://jiannuo.test' } });
  try {
    for (const path of ['/', '/no-such-page', '/api/v1/matters', '/icon.svg', '/healthz']) {
      const { headers } = await fetch(`${secure.url}${path}`);
      expect(headers.get('strict-transport-security'), path).toContain('max-age=31536000');
    }
    const foreign = await fetch(`${secure.url}/officials/sign-in`, { method: 'POST', headers: { origin: secure.url } });
    expect(foreign.status).toBe(403); // the address that people type is the only origin
  } finally {
    await secure.stop();
  }
});
