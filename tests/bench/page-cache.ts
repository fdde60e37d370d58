import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import autocannon from 'autocannon';
import { startSite } from '../support/site.ts';
import { type Figure, figure, median } from './figure.ts';

const ROUNDS = 5;
const SECONDS = 3;
const ACCEPT = { 'accept-encoding': 'br' };

/** Requests per second of a cached page over those of a bare node:http server sending the same bytes, each on one core. */
async function cachedPageRatio(): Promise<number> {
  const site = await startSite();
  const url = `${site.url}/about`;
  // Filled by the first request, confirmed by the second.
  await fetch(url, { headers: ACCEPT });
  const { headers, body } = await raw(url);
  const bare = await startBare(headers, body);
  pin(site.pid, 0);
  pin(bare.pid, 0);
  pin(process.pid, 1);
  try {
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await rate(url);
      const yardstick = await rate(bare.url);
      if (round > 0) ratios.push(ours / yardstick); // the first round warms both
    }
    return median(ratios);
  } finally {
    pin(process.pid, null);
    bare.stop();
    await site.stop();
  }
}

/** The answer as it is on the wire: fetch() would decompress it. */
async function raw(url: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(url, { headers: ACCEPT }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const headers: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers)) {
          if (typeof value === 'string' && !['date', 'connection', 'keep-alive'].includes(name)) headers[name] = value;
        }
        resolve({ headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function startBare(headers: Record<string, string>, body: Buffer) {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'bare-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ headers, body: body.toString('base64') }));
  const port = await new Promise<string>((resolve) =>
    child.stdout.once('data', (line: Buffer) => resolve(String(line).trim())),
  );
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, stop: () => child.kill() };
}

/** Binds a process to one core where the machine can; without taskset both servers float alike. */
function pin(pid: number, core: number | null): void {
  spawnSync('taskset', ['-a', '-c', '-p', core === null ? '0-63' : String(core), String(pid)], { stdio: 'ignore' });
}

async function rate(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 16, duration: SECONDS, headers: ACCEPT });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

export const figures: Figure[] = [
  figure({ name: 'page.cached.ratio', unit: 'ratio', goal: { atLeast: 0.7 }, run: cachedPageRatio }),
];
