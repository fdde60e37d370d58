/**
 * The server of filing.ratio: the real front (request ids, headers, origin check, deadline, contract, service), without
 * pages and without the jobs that follow a filing later. Reads a Config as JSON from stdin, prints its port.
 */
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { buildDeps, type Config } from '../../api/deps.ts';
import { createFront } from '../../api/front.ts';
import { createMetrics } from '../../api/metrics.ts';

const config = (await json(process.stdin)) as Omit<Config, 'masterKeys'> & { masterKey: string };
const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };
const built = await buildDeps(
  { ...config, masterKeys: new Map([[1, Buffer.from(config.masterKey, 'base64')]]) },
  quiet,
);
const front = createFront({
  built,
  dist: path.dirname(config.evidenceDir), // nothing to serve there
  site: (_req, res) => void res.writeHead(404).end(),
  trustedProxies: [],
  metrics: createMetrics(),
  mailDir: null,
});
front.server.listen(0, '127.0.0.1', () => {
  const address = front.server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
