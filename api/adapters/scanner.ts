import { once } from 'node:events';
import net from 'node:net';
import type { Readable } from 'node:stream';
import type { Scanner } from './ports.ts';

/** clamd of ClamAV, by address or by its socket. */
export type Clamd = { host: string; port: number } | { path: string };

const CONNECT = 3_000;
const SILENCE = 60_000;

/** One command over one connection; the answer up to its end. */
async function ask(clamd: Clamd, send: (socket: net.Socket) => Promise<void>): Promise<string> {
  const socket = net.connect(clamd);
  socket.setTimeout(CONNECT, () => socket.destroy(new Error('clamd does not answer')));
  try {
    await once(socket, 'connect');
    socket.setTimeout(SILENCE);
    const answer: Buffer[] = [];
    socket.on('data', (chunk) => answer.push(Buffer.from(chunk)));
    const over = once(socket, 'end');
    over.catch(() => {});
    await send(socket);
    await over;
    return Buffer.concat(answer).toString('utf8').replace(/\0+$/, '').trim();
  } finally {
    socket.destroy();
  }
}

async function stream(socket: net.Socket, source: Readable): Promise<void> {
  const write = async (data: Buffer) => {
    if (!socket.write(data)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
    // It answers early where it has seen enough (a limit), and closes.
    if (socket.destroyed) throw new Error('clamd closed the connection');
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of source) {
    const size = Buffer.alloc(4);
    size.writeUInt32BE((chunk as Buffer).length);
    await write(Buffer.concat([size, chunk as Buffer]));
  }
  await write(Buffer.alloc(4));
}

/** The INSTREAM conversation of clamd(8). Whatever is not a clear answer is none: the file stays unscanned. */
export function createScanner(clamd: Clamd): Scanner {
  return {
    async scan(source) {
      let answer: string;
      try {
        answer = await ask(clamd, (socket) => stream(socket, source));
      } catch {
        return null;
      } finally {
        source.destroy();
      }
      if (/^stream: OK$/.test(answer)) return { state: 'clean' };
      const found = /^stream: (.{1,200}) FOUND$/.exec(answer);
      return found?.[1] ? { state: 'infected', signature: found[1] } : null;
    },
    async check() {
      const answer = await ask(clamd, async (socket) => void socket.write('zVERSION\0'));
      if (!/^ClamAV/i.test(answer)) throw new Error(`clamd answers strangely: ${answer.slice(0, 80)}`);
      return answer;
    },
  };
}
