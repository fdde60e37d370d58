import net from 'node:net';

const listens = (port: number, host: string): Promise<number | null> =>
  new Promise((resolve) => {
    const server = net.createServer().on('error', () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });

/** The first of `wanted` … `wanted + 20` that is free, otherwise any. */
export async function freePort(wanted: number, host: string): Promise<number> {
  for (let port = wanted; port < wanted + 20 && port < 65_536; port += 1) {
    if (await listens(port, host)) return port;
  }
  const any = await listens(0, host);
  if (any === null) throw new Error(`no free port on ${host}`);
  return any;
}
