import type { Built } from './deps.ts';
import type { Env } from './env.ts';

export interface Jobs {
  stop(): Promise<void>;
}

/** What runs by itself: the outbox and the queue. */
export async function startJobs(_built: Built, _env: Env): Promise<Jobs> {
  return { stop: async () => {} };
}
