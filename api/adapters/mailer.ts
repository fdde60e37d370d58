import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import { DeliveryRefused, mailboxGone } from '../domain/delivery.ts';
import type { Mail, Mailer } from './ports.ts';

export interface MailerOptions {
  /** smtp://user:password@host:port or smtps://…; null where MAIL_DIR is used. */
  smtpUrl: string | null;
  /** Demonstration: mails are written here and sent to nobody. */
  mailDir: string | null;
  from: string;
  /** Milliseconds for one mail from connecting to its acceptance: a tarpit must not hold a worker. */
  patience?: number;
}

const ADDRESS = /^[^\s<>(),;:"[\]\\@]{1,64}@[^\s<>(),;:"[\]\\@]{1,255}$/;

export function createMailer(options: MailerOptions): Mailer {
  const patience = options.patience ?? 30_000;
  if (options.mailDir) return fileMailer(options.mailDir, options.from);
  if (!options.smtpUrl) return { send: unconfigured, verify: unconfigured };
  const { smtpUrl } = options;
  const open = () =>
    createTransport(smtpUrl, {
      connectionTimeout: Math.min(10_000, patience),
      greetingTimeout: Math.min(10_000, patience),
      socketTimeout: Math.min(20_000, patience),
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);

  /** Every timeout of the library is per step: this one is for the whole conversation. */
  async function within(work: (transport: Transporter) => Promise<unknown>): Promise<void> {
    const transport = open();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`the mail server did not finish in ${patience} ms`)), patience);
    });
    const sending = work(transport);
    sending.catch(() => {}); // it may fail after it was given up
    try {
      await Promise.race([sending, late]);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  }

  return {
    send: (mail) =>
      within((transport) => transport.sendMail(message(mail, options.from))).catch((error: unknown) => {
        throw refusal(error) ?? error;
      }),
    verify: () => within((transport) => transport.verify()),
  };
}

/** Only an answer to RCPT TO speaks of the mailbox; a sender, a password or a text that is refused is our own trouble. */
function refusal(error: unknown): DeliveryRefused | null {
  const { command, responseCode, response } = error as { command?: string; responseCode?: number; response?: string };
  if (command !== 'RCPT TO' || !responseCode || !mailboxGone(responseCode, response ?? '')) return null;
  return new DeliveryRefused(`smtp_${responseCode}`);
}

/** @throws Error where the address could smuggle a second one or a header */
function message(mail: Mail, from: string): SendMailOptions {
  if (!ADDRESS.test(mail.to)) throw new Error('the address of a recipient is not one address');
  return {
    from: { name: '践诺 Jiannuo', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    text: mail.text,
    // The same notice sent again after a crash is recognised by mail servers as the same mail.
    ...(mail.id ? { messageId: `<${mail.id}@${from.split('@')[1]}>` } : {}),
    headers: { 'auto-submitted': 'auto-generated', ...mail.headers },
    textEncoding: 'base64',
  };
}

function fileMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { message: source } = await transport.sendMail(message(mail, from));
      const stamp = new Date().toISOString().replace(/[:.]/g, '-');
      const file = path.join(folder, `${stamp}-${mail.id ?? Math.random().toString(36).slice(2)}.eml`);
      await writeFile(`${file}.part`, source as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    verify: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    },
  };
}

async function unconfigured(): Promise<never> {
  throw new Error('no mail server is configured (SMTP_URL)');
}
