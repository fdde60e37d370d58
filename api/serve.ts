/** What the process does (api/server.ts). Never touches the embedded server, refuses a schema or a secret that it should not run with. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkSchema, checkServer } from '../db/migrate.ts';
import type { Log } from './adapters/ports.ts';
import { type Built, buildDeps } from './deps.ts';
import { type Env, EnvError } from './env.ts';
import { createFront, type SiteHandler } from './front.ts';
import { watchInvalidations } from './invalidations.ts';
import { startJobs } from './jobs.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { checkKeys } from './services/check-keys.ts';

export interface Running {
  url: string;
  built: Built;
  stop(): Promise<void>;
}

export async function serve(env: Env, log: Log = createLog(env.logLevel)): Promise<Running> {
  const built = await buildDeps({ ...env.config, statementTimeout: 30_000 }, log);
  const { sql } = built.pools;
  try {
    await checkServer(sql);
    await checkSchema(sql);
    const wrong = await checkKeys(built.deps);
    if (wrong.length > 0) throw new EnvError(wrong.join('\n'));
  } catch (error) {
    await built.end();
    throw error;
  }
  const metrics = createMetrics();
  // Astro's standalone server must not start: its handler is called from ours.
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const { handler } = (await import(pathToFileURL(path.join(env.dist, 'server', 'entry.mjs')).href)) as {
    handler: SiteHandler;
  };
  const front = createFront({
    built,
    dist: env.dist,
    site: handler,
    trustedProxies: env.trustedProxies,
    metrics,
    deadline: env.requestDeadline,
    mailDir: env.mailDir,
  });
  metrics.watch(sql, () => front.cache, built.deps.evidence);
  const metricsServer = env.metricsPort === null ? null : await metrics.listen(env.metricsPort, env.host);
  const jobs = await startJobs(built, env);
  const stopWatching = watchInvalidations(built.reserve.sql, front.cache, log);
  await new Promise<void>((resolve, reject) => front.server.once('error', reject).listen(env.port, env.host, resolve));
  const address = front.server.address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  log.info({ port }, 'serving');

  let stopping: Promise<void> | null = null;
  return {
    url: `http://${env.host}:${port}`,
    built,
    // What is under way is finished and answered; nothing new comes in.
    stop: () =>
      (stopping ??= (async () => {
        front.drain();
        const drained = new Promise<void>((resolve) => front.server.close(() => resolve()));
        // Those that were answered a moment ago would be kept for ten seconds more.
        const idle = setInterval(() => front.server.closeIdleConnections(), 100);
        const patience = setTimeout(() => front.server.closeAllConnections(), 20_000);
        await drained;
        clearTimeout(patience);
        clearInterval(idle);
        stopWatching();
        metricsServer?.close();
        await jobs.stop();
        await built.end();
      })()),
  };
}
