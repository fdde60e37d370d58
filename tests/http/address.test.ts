import type { IncomingMessage } from 'node:http';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bodyRefusal,
  clientAddress,
  openData,
  originAllowed,
  parseProxies,
  sourceOf,
} from '../../api/http-security.ts';

const request = (remoteAddress: string, headers: Record<string, string> = {}, method = 'GET', url = '/') =>
  ({ socket: { remoteAddress }, headers, method, url }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  const proxies = parseProxies(['10.0.0.0/8', '::1']);

  test('is the socket’s where no proxy is trusted, whatever a header says', () => {
    const forged = request('203.0.113.9', { 'x-forwarded-for': '198.51.100.1' });
    expect(clientAddress(forged, [])).toBe('203.0.113.9');
    expect(clientAddress(forged, proxies)).toBe('203.0.113.9');
  });

  test('is what the last trusted proxy saw; what the client wrote before it is not believed', () => {
    const through = (list: string, from = '10.1.1.1') =>
      clientAddress(request(from, { 'x-forwarded-for': list }), proxies);
    expect(through('198.51.100.1')).toBe('198.51.100.1');
    expect(through('1.2.3.4, 198.51.100.1')).toBe('198.51.100.1');
    expect(through('1.2.3.4, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1');
    expect(through('198.51.100.1', '::ffff:10.1.1.1')).toBe('198.51.100.1');
    expect(through('nonsense')).toBe('10.1.1.1');
  });

  test('is read alike with the short way and without it', () => {
    for (const [address, as] of [
      ['203.0.113.9', '203.0.113.9'],
      ['::ffff:203.0.113.9', '203.0.113.9'],
      ['0313.0.0113.9', '203.0.75.9'],
      ['203.0.113.256', '203.0.113.256'],
      ['203.0.113.9.', '203.0.113.9.'],
    ] as const)
      expect(sourceOf(clientAddress(request(address), proxies))).toBe(as);
  });

  test('never throws, whatever the header holds', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        clientAddress(request('10.1.1.1', { 'x-forwarded-for': header }), proxies);
      }),
    );
  });

  test('counts a household with its own /64 as one source, and two as two', () => {
    expect(sourceOf('2001:db8:1:2::1')).toBe(sourceOf('2001:db8:1:2:ffff::9'));
    expect(sourceOf('2001:db8:1:2::1')).not.toBe(sourceOf('2001:db8:1:3::1'));
  });

  test('a proxy that is no address is named at start', () => {
    expect(() => parseProxies(['10.0.0.0/8', 'proxy.local'])).toThrow('TRUSTED_PROXIES: proxy.local');
  });
});

test('only a browser of our own pages, or a program, changes anything', () => {
  const post = (headers: Record<string, string>) =>
    originAllowed(request('::1', headers, 'POST'), 'https://jiannuo.test');
  expect(post({ origin: 'https://jiannuo.test' })).toBe(true);
  expect(post({})).toBe(true);
  expect(post({ 'sec-fetch-site': 'none' })).toBe(true);
  for (const origin of [
    'null',
    'http://jiannuo.test',
    'https://jiannuo.test.evil.example',
    'https://jiannuo.test:8443',
  ])
    expect(post({ origin })).toBe(false);
  expect(post({ 'sec-fetch-site': 'cross-site' })).toBe(false);
  expect(originAllowed(request('::1', { origin: 'https://evil.example' }), 'https://jiannuo.test')).toBe(true); // reads
});

test('bodies are measured before they are read', () => {
  const post = (url: string, headers: Record<string, string>) => bodyRefusal(request('::1', headers, 'POST', url));
  expect(post('/track', { 'content-length': '2000' })).toBeNull();
  expect(post('/track', { 'content-length': '2000000' })).toBe('request.too_large');
  expect(post('/track', { 'transfer-encoding': 'chunked' })).toBe('request.too_large');
  expect(post('/api/v1/uploads', { 'transfer-encoding': 'chunked' })).toBeNull();
  expect(post('/api/v1/uploads', { 'content-length': '20971520' })).toBeNull();
  expect(post('/api/v1/uploads', { 'content-length': '40000000' })).toBe('upload.too_large');
});

test('open data is what is published, and only for reading', () => {
  const open = (method: string, path: string) => openData(request('::1', {}, method, path), path);
  expect(open('GET', '/api/v1/disclosures')).toBe(true);
  expect(open('GET', '/feeds/disclosures.atom')).toBe(true);
  expect(open('POST', '/api/v1/cases')).toBe(false);
  expect(open('GET', '/api/v1/human-check')).toBe(false);
  expect(open('POST', '/api/v1/ratings')).toBe(false);
});
