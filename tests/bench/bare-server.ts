/** The yardstick of page.cached.ratio: node:http sending fixed bytes and headers. Reads {headers, body} (base64) from stdin. */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const { headers, body } = (await json(process.stdin)) as { headers: Record<string, string>; body: string };
const bytes = Buffer.from(body, 'base64');
const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
