/** ratings.per-second below HTTP: `rate()` as often as it goes. Reads a Config with codes and seconds; prints 0, then figures. */
import '../../db/mend-driver.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { json } from 'node:stream/consumers';
import type { Config } from '../../api/deps.ts';

const { buildDeps } = await import('../../api/deps.ts');
const { rate } = await import('../../api/services/ratings/rate.ts');
const { ratingForm } = await import('./rating-bench.ts');

const config = (await json(process.stdin)) as Omit<Config, 'masterKeys'> & {
  masterKey: string;
  codes: string[];
  seconds: number;
};
const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };
const { deps } = await buildDeps(
  { ...config, masterKeys: new Map([[1, Buffer.from(config.masterKey, 'base64')]]) },
  quiet,
);
const ctx = { ...deps, actor: { kind: 'public' } as const, locale: 'zh-CN' as const, requestId: randomUUID() };
console.log(0);
let done = 0;
const began = performance.now();
const cpu = process.cpuUsage();
const end = began + config.seconds * 1000;
await Promise.all(
  Array.from({ length: 256 }, async () => {
    while (performance.now() < end) {
      await rate({ ...ctx, source: randomBytes(8).toString('hex') }, ratingForm(config.codes));
      done += 1;
    }
  }),
);
const used = process.cpuUsage(cpu);
console.log(
  JSON.stringify({ done, seconds: (performance.now() - began) / 1000, cpu: (used.user + used.system) / 1e6 }),
);
process.exit(0);
