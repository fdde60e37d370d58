import net, { type AddressInfo } from 'node:net';

export interface TcpProxy {
  port: number;
  /** Connections that were cut so far. */
  cuts(): number;
  stop(): Promise<void>;
}

export interface TcpProxyOptions {
  port: number;
  /** Whether this answer is lost, and the line with it: what it tells was done, the client never hears so. */
  loses(answer: Buffer): boolean;
  /**
   * Whether the line dies without a word with this question: from then on nothing is handed on in either direction, and
   * the connection stays open.
   */
  dies(question: Buffer): boolean;
}

/** Stands between a client and a server of the same machine. */
export async function tcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  let cuts = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(options.port, '127.0.0.1');
    let dead = false;
    open.add(client).add(upstream);
    const end = () => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
      open.delete(upstream);
    };
    for (const socket of [client, upstream]) socket.on('error', end).on('close', end);
    client.on('data', (chunk: Buffer) => {
      if (!dead && options.dies(chunk)) {
        dead = true;
        cuts += 1;
      }
      if (!dead) upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (dead) return;
      if (options.loses(chunk)) {
        cuts += 1;
        end();
      } else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cuts: () => cuts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
