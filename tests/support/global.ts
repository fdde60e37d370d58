import { startCluster } from './cluster.ts';

/** Starts the cluster and its template once, so that test files only clone; stops what it started. */
export default async function setup(): Promise<() => Promise<void>> {
  const { embedded } = await startCluster();
  return async () => {
    if (!embedded.adopted) await embedded.stop();
  };
}
