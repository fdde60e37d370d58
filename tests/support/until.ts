import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `holds`, looking every 20 ms; fails after `patience` ms. Never a fixed sleep. */
export async function until(holds: () => Promise<boolean> | boolean, patience = 60_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come true in ${patience} ms: ${holds}`);
    await delay(20);
  }
}
