import net, { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  port: number;
  mails: { to: string[]; source: string }[];
  /** Conversations that began. */
  connections(): number;
  stop(): Promise<void>;
}

export interface MailServerOptions {
  /** Answers RCPT with that status. */
  refuse?: (address: string) => number | null;
  /** Answers the end of DATA with that status. */
  refuseData?: () => number | null;
  /** Greets nobody (a tarpit). */
  silent?: boolean;
  /** Ends the connection in the middle of DATA. */
  dropInData?: () => boolean;
  /** Takes the mail and ends the connection before saying so. */
  loseAnswer?: () => boolean;
  /** Offers STARTTLS, with a certificate that nobody knows. */
  tls?: boolean;
  port?: number;
}

/** A real SMTP conversation. */
export async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  let begun = 0;
  const sockets = new Map<string, net.Socket>();
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: options.tls ? ['AUTH'] : ['STARTTLS', 'AUTH'],
    onConnect: (_session, callback) => {
      begun += 1;
      if (!options.silent) callback();
    },
    onRcptTo: (address, _session, callback) => {
      const status = options.refuse?.(address.address) ?? null;
      if (status === null) return callback();
      callback(Object.assign(new Error(`<${address.address}> not now`), { responseCode: status }));
    },
    onData: (stream, session, callback) => {
      const drop = () => sockets.get(`${session.remoteAddress}:${session.remotePort}`)?.destroy();
      let source = '';
      const dropping = options.dropInData?.() ?? false;
      stream.on('data', (chunk: Buffer) => {
        source += chunk;
        if (dropping) drop();
      });
      stream.on('end', () => {
        if (dropping) return;
        const status = options.refuseData?.() ?? null;
        if (status !== null) return callback(Object.assign(new Error('not this'), { responseCode: status }));
        mails.push({ to: session.envelope.rcptTo.map((r) => r.address), source });
        if (options.loseAnswer?.()) return drop();
        callback();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: net.Socket) => {
    sockets.set(`${socket.remoteAddress}:${socket.remotePort}`, socket);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    connections: () => begun,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that offers STARTTLS and then answers 454 to it; what a client says after that is kept. */
export async function refusingTls(): Promise<{ url: string; heard: string[]; stop(): Promise<void> }> {
  const heard: string[] = [];
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      for (const line of String(chunk).split('\r\n').filter(Boolean)) {
        heard.push(line);
        if (/^EHLO/i.test(line)) socket.write('250-here\r\n250 STARTTLS\r\n');
        else if (/^STARTTLS/i.test(line)) socket.write('454 TLS not available\r\n');
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    heard,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
