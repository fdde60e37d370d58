import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOutwardPost, isPublicAddress } from '../../api/adapters/outward-post.ts';

let server: http.Server;
let port = 0;
const heard: { url: string; host: string; body: string }[] = [];
beforeAll(async () => {
  server = http.createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    heard.push({ url: req.url ?? '', host: req.headers.host ?? '', body });
    if (req.url === '/silent') return;
    if (req.url === '/away') res.writeHead(302, { location: `http://127.0.0.1:${port}/elsewhere` }).end();
    else if (req.url === '/long') res.end('诺'.repeat(1000));
    else if (req.url === '/stalls') res.write('a');
    else res.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A resolver that says something else each time. */
const saying = (...answers: string[][]) => {
  let n = 0;
  const lookup = async () => {
    const addresses = answers[Math.min(n++, answers.length - 1)] ?? [];
    return addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { lookup: lookup as never, asked: () => n };
};
const ask = (url: string, options = {}, most = 0) =>
  createOutwardPost(options)({ url, headers: { 'x-test': '1' }, body: '{"a":"诺"}', most });
const post = (url: string, options = {}) => ask(url, options).then(({ status }) => status);

it.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::1', false],
  ['not an address', false],
])('%s is of the open internet: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open);
});

describe('a message to an address that somebody chose', () => {
  it('is refused where it is not https, holds a password, or is or leads to a private address', async () => {
    await expect(post('http://example.org/')).rejects.toThrow('only https');
    await expect(post('https://user:word@example.org/')).rejects.toThrow('password');
    for (const name of ['127.0.0.1', '[::1]', '169.254.169.254', '[::ffff:7f00:1]', '2130706433', '0x7f.1']) {
      await expect(post(`https://${name}:${port}/`)).rejects.toThrow('public address');
    }
    const { lookup } = saying(['10.0.0.5']);
    await expect(post('https://inside.example/', { lookup })).rejects.toThrow('public address');
    // One private address among public ones is enough.
    const mixed = saying(['93.184.216.34', '10.0.0.5']);
    await expect(post('https://mixed.example/', { lookup: mixed.lookup })).rejects.toThrow('public address');
    await expect(post('https://none.example/', { lookup: saying([]).lookup })).rejects.toThrow('public address');
  });

  it('goes to the address that was looked at, though the name means another a moment later', async () => {
    const before = heard.length;
    const { lookup, asked } = saying(['127.0.0.1'], ['10.9.9.9']);
    expect(await post(`http://rebind.example:${port}/hook`, { lookup, trusted: ['rebind.example'] })).toBe(204);
    expect(asked()).toBe(1);
    expect(heard.slice(before)).toEqual([{ url: '/hook', host: `rebind.example:${port}`, body: '{"a":"诺"}' }]);
  });

  it('follows no redirect, and waits no longer than it was told', async () => {
    const before = heard.length;
    const options = { lookup: saying(['127.0.0.1']).lookup, trusted: ['here.example'], patience: 300 };
    expect(await post(`http://here.example:${port}/away`, options)).toBe(302);
    expect(heard.slice(before).map((one) => one.url)).toEqual(['/away']);
    await expect(post(`http://here.example:${port}/silent`, options)).rejects.toThrow('no answer in time');
  });

  it('reads of the answer what it was told to, no more and no longer', async () => {
    const options = { lookup: saying(['127.0.0.1']).lookup, trusted: ['here.example'], patience: 300 };
    expect(await ask(`http://here.example:${port}/long`, options)).toEqual({ status: 200, text: '' });
    expect(await ask(`http://here.example:${port}/long`, options, 3000)).toEqual({
      status: 200,
      text: '诺'.repeat(1000),
    });
    await expect(ask(`http://here.example:${port}/long`, options, 2999)).rejects.toThrow('too long');
    await expect(ask(`http://here.example:${port}/stalls`, options, 2999)).rejects.toThrow('no answer in time');
  });
});
