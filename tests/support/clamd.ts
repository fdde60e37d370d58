import { once } from 'node:events';
import net from 'node:net';

/** The test file of EICAR, cut in two so that no scanner takes this source for it. */
export const EICAR = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'}`;

export interface ReferenceClamd {
  port: number;
  /** What it was sent, one entry a file. */
  seen: Buffer[];
  /** `error`: answers that it could not look; `silent`: never answers. */
  mood: 'well' | 'error' | 'silent';
  stop(): Promise<void>;
}

/** A server that speaks the INSTREAM protocol of clamd(8) strictly, and knows one signature. */
export async function referenceClamd(): Promise<ReferenceClamd> {
  const state: ReferenceClamd = { port: 0, seen: [], mood: 'well', stop: async () => {} };
  const server = net.createServer((socket) => {
    let held: Buffer = Buffer.alloc(0);
    let inside = false;
    const file: Buffer[] = [];
    const say = (words: string): void => {
      if (state.mood !== 'silent') socket.end(`${words}\0`);
    };
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      if (!inside) {
        const end = held.indexOf(0);
        if (end < 0) return;
        const command = held.subarray(0, end).toString();
        held = held.subarray(end + 1);
        if (command === 'zVERSION') return say('ClamAV 1.4.2/27500/Sat Nov 21 08:00:00 2026');
        if (command !== 'zINSTREAM') return say('UNKNOWN COMMAND');
        inside = true;
      }
      while (held.length >= 4) {
        const size = held.readUInt32BE();
        if (size === 0) {
          const all = Buffer.concat(file);
          state.seen.push(all);
          if (state.mood === 'error') return say('INSTREAM size limit exceeded. ERROR');
          return say(all.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');
        }
        if (held.length < 4 + size) return;
        file.push(held.subarray(4, 4 + size));
        held = held.subarray(4 + size);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.port = (server.address() as net.AddressInfo).port;
  state.stop = async () => {
    server.close();
    await once(server, 'close');
  };
  return state;
}
