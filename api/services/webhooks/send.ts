import { createHmac, randomUUID } from 'node:crypto';
import { publicEvents, takeDue, webhookFailed, webhookTook } from '../../../db/queries/webhooks.ts';
import type { OutwardPost } from '../../adapters/ports.ts';
import { WEBHOOK_EVENTS, type WebhookMessage } from '../../contracts/webhook.ts';
import type { Deps } from '../context.ts';
import { secretText } from '../push/authenticate.ts';

const AT_ONCE = 100;
/** Seconds for which nobody else takes a receiver that is being spoken to. */
const HELD = 60;
/** Seconds after which a receiver that has everything is asked for again. */
const IDLE = 15;

/** HMAC-SHA256 of "timestamp.body" in hex: the same as for the gateway of text messages (api/contracts/sms.ts). */
export const webhookSignature = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');

/**
 * Job: tells every receiver whose turn it is what happened since its place, in order and a hundred at a time. Its place moves
 * only when it answers 2xx; anything else, a redirect too, is tried again with growing pauses. @returns how many were taken
 */
export async function sendWebhooks(
  deps: Pick<Deps, 'sql' | 'keys' | 'publicUrl'>,
  post: OutwardPost,
  now: () => Date = () => new Date(),
): Promise<number> {
  let taken = 0;
  for (;;) {
    const hook = await takeDue(deps.sql, HELD);
    if (!hook) return taken;
    const events = await publicEvents(deps.sql, hook, WEBHOOK_EVENTS, AT_ONCE);
    if (events.length === 0) {
      await webhookTook(deps.sql, hook.id, undefined, IDLE);
      continue;
    }
    const message: WebhookMessage = {
      events: events.map(({ id, kind, recordId, at }) => ({
        id,
        event: kind as (typeof WEBHOOK_EVENTS)[number],
        record: recordId,
        at: `${at}Z`,
        url: `${deps.publicUrl}/api/v1/disclosures/${recordId}`,
      })),
    };
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const secret = secretText(deps.keys.unwrap(hook.id, hook.wrapped, hook.keyVersion));
    try {
      const { status } = await post({
        url: hook.url,
        headers: {
          'content-type': 'application/json',
          'jiannuo-delivery': randomUUID(),
          'jiannuo-timestamp': timestamp,
          'jiannuo-signature': `v1=${webhookSignature(secret, timestamp, body)}`,
        },
        body,
      });
      if (status < 200 || status > 299) throw new Error(`it answered ${status}`);
      await webhookTook(deps.sql, hook.id, events.at(-1), events.length === AT_ONCE ? 0 : IDLE);
      taken += events.length;
    } catch (error) {
      await webhookFailed(deps.sql, hook.id, (error as Error).message.slice(0, 200));
    }
  }
}
