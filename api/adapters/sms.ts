import { createHmac } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DeliveryRefused } from '../domain/delivery.ts';
import type { Sms, SmsGateway } from './ports.ts';

export interface SmsOptions {
  /** Where the messages are posted; null where there is no gateway. */
  url: string | null;
  secret: string | null;
  /** Demonstration: messages are written here and sent to nobody. */
  folder: string | null;
  /** Milliseconds for one message, its answer included. */
  patience?: number;
  now?: () => Date;
}

/** Answers that are not about this message: waiting, busy, too early, and every refusal of our own account. */
const RETRIED = new Set([401, 402, 403, 404, 405, 407, 408, 421, 423, 425, 429]);

/**
 * The gateway's side is ours to define, so that a place writes ten lines before the provider that it has: the contract is
 * at /open-data/sms-gateway and in api/contracts/sms.ts; tests/support/sms-gateway.ts is a receiver.
 */
export function createSms(options: SmsOptions): SmsGateway {
  if (options.folder) return fileGateway(options.folder);
  const { url, secret, patience = 10_000, now = () => new Date() } = options;
  if (!url || !secret) {
    return {
      send: async () => {
        throw new Error('no gateway for text messages is configured (SMS_GATEWAY_URL)');
      },
    };
  }
  return {
    async send(sms) {
      const body = JSON.stringify({ ...sms, sentAt: now().toISOString() });
      const timestamp = String(Math.floor(now().getTime() / 1000));
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual', // a redirect would carry a number to wherever it points
        signal: AbortSignal.timeout(patience),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': sms.id,
          'jiannuo-timestamp': timestamp,
          'jiannuo-signature': `v1=${signature(secret, timestamp, body)}`,
        },
        body,
      }).catch((error: unknown) => {
        throw new Error(`the gateway could not be reached: ${reason(error)}`);
      });
      await answer.body?.cancel().catch(() => {});
      if (answer.ok) return;
      if (answer.status >= 400 && answer.status < 500 && !RETRIED.has(answer.status)) {
        throw new DeliveryRefused(`sms_${answer.status}`);
      }
      throw new Error(`the gateway answered ${answer.status}`);
    },
  };
}

/** HMAC-SHA256 of "timestamp.body", in hex. */
export const signature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

const reason = (error: unknown): string => {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  return name === 'TimeoutError' ? 'it did not answer in time' : (cause?.code ?? name ?? 'unknown');
};

function fileGateway(folder: string): SmsGateway {
  return {
    async send(sms) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const at = new Date().toISOString();
      const file = path.join(folder, `${at.replace(/[:.]/g, '-')}-${sms.id}.sms`);
      await writeFile(`${file}.part`, JSON.stringify({ ...sms, sentAt: at } satisfies Sms & { sentAt: string }), {
        mode: 0o600,
      });
      await rename(`${file}.part`, file);
    },
  };
}
