import { spawn, spawnSync } from 'node:child_process';
import { request } from 'node:http';
import path from 'node:path';
import autocannon from 'autocannon';
import { median } from './figure.ts';

const ROUNDS = 5;
const SECONDS = 3;

/**
 * Requests per second of a page over those of a bare node:http server sending the same bytes, each on one core, turn by turn in
 * one run: the median of the ratios.
 */
export async function pageRatio(site: { url: string; pid: number }, address: string, sent: Record<string, string>) {
  const url = `${site.url}${address}`;
  const { headers, body } = await raw(url, sent);
  const bare = await startBare(headers, body);
  pin(site.pid, 0);
  pin(bare.pid, 0);
  pin(process.pid, 1);
  try {
    const ratios: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const ours = await rate(url, sent);
      const yardstick = await rate(bare.url, sent);
      if (round > 0) ratios.push(ours / yardstick); // the first round warms both
      if (process.env.BENCH_VERBOSE) console.error({ ours, yardstick, ratio: ours / yardstick, bytes: body.length });
    }
    return median(ratios);
  } finally {
    pin(process.pid, null);
    bare.stop();
  }
}

/** The answer as it is on the wire: fetch() would decompress it. */
async function raw(
  url: string,
  sent: Record<string, string>,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: sent }, (response) => {
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

async function rate(url: string, headers: Record<string, string>): Promise<number> {
  const result = await autocannon({ url, connections: 16, duration: SECONDS, headers });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
  return result.requests.total / result.duration;
}
