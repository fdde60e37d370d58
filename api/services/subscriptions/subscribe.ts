import { randomBytes, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { insertKey } from '../../../db/queries/disclosure-rights.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { askMail, insertSubscription, subscriptionBy } from '../../../db/queries/subscriptions.ts';
import { parse } from '../../contracts/parse.ts';
import { Subscribe } from '../../contracts/subscription.ts';
import { DomainError } from '../../domain/errors.ts';
import { QUESTIONS_A_DAY } from '../../domain/subscription.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';

const HOUR = 3600; // seconds

/** What the address of a subscription is sealed for: it opens as nothing else. */
export const sealContext = (id: string): string => `subscription/${id}`;
export const tokenHash = (token: string): Buffer => sha256(token);

/**
 * Follows a selection by mail. Nothing is sent but one question until its answer comes out of the mailbox (double opt-in).
 * The answer here is the same whatever is known of the address, so that nobody learns who follows what.
 * @throws DomainError request.invalid | request.rate_limited (of who asks, never of the address)
 */
export async function subscribe(ctx: Ctx, input: unknown): Promise<void> {
  const { email, ...filters } = parse(Subscribe, input);
  await takeLimit(ctx.sql, `subscribe/${ctx.source}`, ctx.limits.filings, HOUR);
  const address = email.toLowerCase();
  if (!(await mayAsk(ctx, address))) return;
  const addressMac = ctx.keys.mac('subscription', `${address}\n${canonicalize(filters)}`);

  const keyId = randomUUID();
  const made = ctx.keys.createKey(keyId);
  const id = randomUUID();
  const token = randomBytes(16).toString('hex');
  const sealed = ctx.keys.seal(made.key, JSON.stringify({ email, token }), sealContext(id));
  await ctx.db.transaction(async (tx) => {
    const known = await subscriptionBy(tx, { addressMac });
    if (known) {
      // Asked again: the question may have been lost. Whoever confirmed already is asked nothing.
      if (!known.confirmed) await askMail(tx, known.id, 'question');
      return;
    }
    await insertKey(tx, { id: keyId, ...made });
    const row = { id, filters, locale: ctx.locale, keyId, sealed, tokenHash: tokenHash(token), addressMac };
    if (!(await insertSubscription(tx, row)))
      throw new DomainError('service.unavailable', { params: { retryAfter: 1 } });
    await askMail(tx, id, 'question');
  });
}

/** A mailbox must not be flooded with questions that somebody else asks for. */
async function mayAsk(ctx: Ctx, address: string): Promise<boolean> {
  const key = `subscription/${ctx.keys.mac('subscription-limit', address).toString('base64url')}`;
  try {
    await takeLimit(ctx.sql, key, QUESTIONS_A_DAY, 24 * HOUR);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'request.rate_limited') return false;
    throw error;
  }
}
