import { Logger, parseCrontab, type Runner, run } from 'graphile-worker';
import type { Log } from './ports.ts';

export interface QueueOptions {
  databaseUrl: string;
  /** Payloads are what was enqueued and, from the outbox, its `outboxId`. */
  tasks: Readonly<Record<string, (payload: Record<string, unknown>) => Promise<void>>>;
  /** Lines like "0 * * * * task". */
  crontab: string;
  concurrency: number;
  log: Log;
}

/**
 * The queue (graphile-worker), started again with growing pauses where the database drops it. `stop` lets running tasks end.
 */
export function startQueue(options: QueueOptions): { stop(): Promise<void> } {
  const { log } = options;
  const parsedCronItems = parseCrontab(options.crontab); // wrong lines fail here, at start
  const taskList = Object.fromEntries(
    Object.entries(options.tasks).map(([name, task]) => [
      name,
      (payload: unknown) => task((payload ?? {}) as Record<string, unknown>),
    ]),
  );
  // Job errors are told by the tasks themselves; here is only what the queue has to say of itself.
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' && !message.startsWith('Failed task')) log.warn({ queue: message.slice(0, 300) }, 'queue');
  });
  let stopping = false;
  let runner: Runner | null = null;
  let wake: () => void = () => {};

  const alive = (async () => {
    for (let pause = 500; !stopping; pause = Math.min(pause * 2, 15_000)) {
      const began = Date.now();
      try {
        runner = await run({
          connectionString: options.databaseUrl,
          maxPoolSize: options.concurrency + 2,
          concurrency: options.concurrency,
          noHandleSignals: true,
          pollInterval: 2_000,
          taskList,
          parsedCronItems,
          logger,
        });
        if (stopping) await runner.stop();
        await runner.promise;
      } catch (error) {
        if (!stopping) log.warn({ err: String(error) }, 'the queue stopped and starts again');
      }
      runner = null;
      if (Date.now() - began > 60_000) pause = 500;
      if (!stopping) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  })();

  return {
    async stop() {
      stopping = true;
      wake();
      await runner?.stop().catch(() => {});
      await alive;
    },
  };
}
