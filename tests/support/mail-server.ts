import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  url: string;
  port: number;
  mails: { to: string[]; source: string }[];
  stop(): Promise<void>;
}

/** A real SMTP conversation: `refuse` answers RCPT with that status, `silent` greets nobody (a tarpit). */
export async function mailServer(
  options: { refuse?: () => number | null; silent?: boolean; port?: number } = {},
): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, callback) => {
      if (!options.silent) callback();
    },
    onRcptTo: (address, _session, callback) => {
      const status = options.refuse?.() ?? null;
      if (status === null) return callback();
      callback(Object.assign(new Error(`<${address.address}> not now`), { responseCode: status }));
    },
    onData: (stream, session, callback) => {
      let source = '';
      stream.on('data', (chunk: Buffer) => (source += chunk));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map((r) => r.address), source });
        callback();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
