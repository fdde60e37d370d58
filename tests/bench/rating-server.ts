/**
 * The server of ratings.per-second: the real front, and the job that folds figures, without pages. Reads a Config as JSON from
 * stdin, prints its port.
 */
import '../../db/mend-driver.ts';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type { Config } from '../../api/deps.ts';

const { buildDeps } = await import('../../api/deps.ts');
const { createFront } = await import('../../api/front.ts');
const { createMetrics } = await import('../../api/metrics.ts');
const { foldRatings } = await import('../../db/queries/rating-figures.ts');

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
  trustedProxies: ['127.0.0.1'],
  metrics: createMetrics(),
  mailDir: null,
});
const fold = async () => {
  const began = Date.now();
  while ((await foldRatings(built.deps.sql)) > 0);
  setTimeout(fold, Math.max(1000, Math.min(10_000, (Date.now() - began) * 50))); // as api/jobs.ts
};
void fold();
front.server.listen(0, '127.0.0.1', () => {
  const address = front.server.address();
  console.log(typeof address === 'object' && address ? address.port : 0);
});
process.once('SIGTERM', () => process.exit(0)); // so that a profile is written
