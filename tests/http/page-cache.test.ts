import { describe, expect, test } from 'vitest';
import { Flights } from '../../api/flights.ts';
import { PageCache } from '../../api/page-cache.ts';
import { pageKey } from '../../api/page-key.ts';

const page = (text: string, tags: string[] = [], maxAge = 300) => ({
  body: Buffer.from(text),
  headers: { 'content-type': 'text/html' },
  tags,
  maxAge,
});

describe('the page cache', () => {
  test('keeps within its bytes and lets the least recently used go first', () => {
    const cache = new PageCache(30_000);
    const big = (n: number) => page(String(n).repeat(6_000));
    cache.put('a', big(1), 0);
    cache.put('b', big(2), 0);
    cache.get('a', 1);
    for (const key of ['c', 'd']) cache.put(key, big(3), 1);
    expect(cache.size.bytes).toBeLessThanOrEqual(30_000);
    expect(cache.get('b', 2)).toBeNull();
    expect(cache.get('d', 2)).not.toBeNull();
  });

  test('refuses a page larger than itself and still answers with it', () => {
    const cache = new PageCache(1_000);
    expect(cache.put('a', page('x'.repeat(5_000)), 0).forms.identity.body).toHaveLength(5_000);
    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  test('forgets by time and by tag, and counts its bytes right', () => {
    const cache = new PageCache();
    cache.put('a', page('a', ['home'], 10), 0);
    cache.put('b', page('b', ['body:1', 'home']), 0);
    cache.put('c', page('c', ['body:2']), 0);
    expect(cache.get('a', 10_000)).toBeNull();
    cache.invalidate(['home']);
    expect(cache.get('b', 1)).toBeNull();
    expect(cache.get('c', 1)).not.toBeNull();
    cache.invalidate(['*']);
    expect(cache.size).toEqual({ pages: 0, bytes: 0 });
  });

  test('does not keep a page that was begun before one of its tags changed', () => {
    const cache = new PageCache();
    const { turn } = cache;
    cache.invalidate(['disclosures']);
    cache.put('old', page('old', ['disclosures']), 0, turn);
    cache.put('other', page('other', ['policies']), 0, turn);
    cache.put('new', page('new', ['disclosures']), 0);
    expect([cache.get('old', 1), cache.get('other', 1), cache.get('new', 1)].map(Boolean)).toEqual([false, true, true]);
  });
});

describe('the name of a kept page', () => {
  test('puts parameters in one order, ignores what messengers add, and knows no unknown one', () => {
    expect(pageKey('/disclosures?q=a&kind=b', false)).toBe(pageKey('/disclosures?kind=b&q=a', false));
    expect(pageKey('/about?utm_source=x&from=timeline', false)).toBe(pageKey('/about', false));
    expect(pageKey('/about?code=secret', false)).toBeNull();
    expect(pageKey(`/disclosures?q=${'x'.repeat(2_000)}`, false)).toBeNull();
    expect(pageKey('/about', true)).not.toBe(pageKey('/about', false));
    expect(pageKey('/en/about', false)).not.toBe(pageKey('/about', false));
  });
});

test('one request makes a page that was kept before, the others wait for it', async () => {
  const flights = new Flights();
  expect(flights.board('form')).toBeNull();
  flights.kept('home');
  const first = flights.board('home');
  const second = flights.board('home');
  expect(second).toBeInstanceOf(Promise);
  (first as { land: () => void }).land();
  await second;
  expect(flights.board('home')).toHaveProperty('land');
});
