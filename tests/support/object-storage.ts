import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { S3Place } from '../../api/adapters/s3-client.ts';

interface S3Server {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

/** An object storage on this machine with these buckets; `place` is the first of them. */
export async function objectStorage(
  ...buckets: [string, ...string[]]
): Promise<{ place: S3Place; folder: string; stop(): Promise<void> }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'jiannuo-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: buckets.map((name) => ({ name })),
  });
  const { port } = await server.run();
  const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  return {
    place: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: buckets[0], ...keys, pathStyle: true },
    folder,
    async stop() {
      await server.close();
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}
