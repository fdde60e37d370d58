/**
 * A receiver of the gateway contract (api/contracts/sms.ts): what a place writes before the provider that it has. It checks
 * the signature and its age, takes each id once, and can be told to fail.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SmsMessage } from '../../api/contracts/sms.ts';

export interface SmsGatewayServer {
  url: string;
  port: number;
  /** Messages in the order in which they were taken, each once. */
  taken: SmsMessage[];
  /** Every request with the status that it got. */
  requests: { id: string; status: number }[];
  stop(): Promise<void>;
}

export interface SmsGatewayOptions {
  secret: string;
  /** The status of the next answer; null: as the contract says. 'silence' and 'drop' answer nothing. */
  fail?: (message: SmsMessage) => number | 'silence' | 'drop' | null;
  /** Loses the answer to a message that it has taken: the portal must send again, and nobody gets it twice. */
  loseAnswer?: () => boolean;
  port?: number;
  /** Seconds that a signature may be old. */
  window?: number;
}

export async function smsGateway(options: SmsGatewayOptions): Promise<SmsGatewayServer> {
  const taken: SmsMessage[] = [];
  const requests: SmsGatewayServer['requests'] = [];
  const known = new Map<string, string>();

  const server = http.createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const end = (status: number, id = '') => {
      requests.push({ id, status });
      res.writeHead(status, status === 302 ? { location: 'http://127.0.0.1:1/elsewhere' } : {}).end('{}');
    };
    if (!signed(req, body)) return end(401);
    const read = SmsMessage.safeParse(JSON.parse(body));
    if (!read.success || read.data.id !== req.headers['idempotency-key']) return end(400);
    const message = read.data;
    const failure = options.fail?.(message) ?? null;
    if (failure === 'silence') return requests.push({ id: message.id, status: 0 });
    if (failure === 'drop') return req.socket.destroy();
    if (failure !== null) return end(failure, message.id);
    const content = JSON.stringify([message.to, message.text]);
    if (known.has(message.id)) return end(known.get(message.id) === content ? 200 : 409, message.id);
    known.set(message.id, content);
    taken.push(message);
    if (options.loseAnswer?.()) {
      requests.push({ id: message.id, status: 0 });
      return req.socket.destroy();
    }
    return end(202, message.id);
  });

  function signed(req: http.IncomingMessage, body: string): boolean {
    const timestamp = String(req.headers['jiannuo-timestamp'] ?? '');
    const [version, hex = ''] = String(req.headers['jiannuo-signature'] ?? '').split('=');
    if (version !== 'v1' || Math.abs(Date.now() / 1000 - Number(timestamp)) > (options.window ?? 300)) return false;
    const right = createHmac('sha256', options.secret).update(`${timestamp}.${body}`).digest();
    const given = Buffer.from(hex, 'hex');
    return given.length === right.length && timingSafeEqual(given, right);
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/messages`,
    port,
    taken,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
