import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPlaces, type Places } from '../../api/places.ts';
import { until } from '../support/until.ts';

let places: Places;
let server: http.Server;
let port: number;
let gate: PromiseWithResolvers<void>;
let sockets: net.Socket[];
beforeEach(async () => {
  places = createPlaces(2);
  gate = Promise.withResolvers();
  sockets = [];
  server = http.createServer(async (req, res) => {
    if (!(await places.enter(req, res))) return void res.writeHead(503).end();
    if (req.method === 'POST') await once(req.resume(), 'end').catch(() => {}); // cut off
    if (req.url === '/wait') await gate.promise;
    res.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  gate.resolve();
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  server.close();
});

const status = async (method: string, path: string, body?: string) =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body === undefined ? {} : { body }) })).status;
/** A request whose body stops after its first byte. */
function drip(): { socket: net.Socket; answer: () => string } {
  let answer = '';
  const socket = net.connect(port, '127.0.0.1', () =>
    socket.write('POST /wait HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\nx'),
  );
  socket.on('data', (chunk) => (answer += String(chunk))).on('error', () => {});
  sockets.push(socket);
  return { socket, answer: () => answer };
}

test('bodies on their way in refuse nobody, are limited themselves, and count once they are there', async () => {
  const slow = Array.from({ length: 8 }, drip);
  await until(() => places.taken === 8);
  expect(await status('GET', '/')).toBe(200);
  expect(await status('POST', '/', 'a short body')).toBe(200);
  const ninth = drip();
  await until(() => ninth.answer().startsWith('HTTP/1.1 503'));

  for (const { socket } of slow.slice(0, 2)) socket.write('123456789');
  await until(async () => (await status('GET', '/')) === 503); // both places are taken now
  expect(await status('POST', '/', 'a short body')).toBe(503);
  gate.resolve();
  await until(() => slow.slice(0, 2).every(({ answer }) => answer().startsWith('HTTP/1.1 200')));
  await until(() => places.taken === 6);
  expect(await status('GET', '/')).toBe(200);
  for (const { socket } of slow) socket.destroy();
  await until(() => places.taken === 0);
});

test('what is worked on is limited, and a place is free again when its answer is out', async () => {
  const waiting = [status('GET', '/wait'), status('POST', '/wait', 'whole')];
  await until(() => places.taken === 2);
  expect(await status('GET', '/')).toBe(503);
  gate.resolve();
  expect(await Promise.all(waiting)).toEqual([200, 200]);
  await until(() => places.taken === 0);
  expect(await status('GET', '/')).toBe(200);
});
