import { confirmSubscription, removeSubscriptions, subscriptionBy } from '../../../db/queries/subscriptions.ts';
import { SubscriptionToken } from '../../contracts/subscription.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { tokenHash } from './subscribe.ts';

export interface Followed {
  filters: Record<string, string>;
  confirmed: boolean;
}

/** What the links of a mail are about; never the address. @throws DomainError resource.not_found */
export async function openSubscription(ctx: Ctx, token: string): Promise<Followed> {
  const row = await byToken(ctx, token);
  const filters = Object.entries(row.filters).map(([name, value]) => [name, String(value)]);
  return { filters: Object.fromEntries(filters), confirmed: row.confirmed };
}

/** The answer to the question came out of the mailbox. A second click changes nothing. */
export async function confirm(ctx: Ctx, token: string): Promise<void> {
  const row = await byToken(ctx, token);
  await confirmSubscription(ctx.db, row.id);
}

/** Ends a subscription and forgets the address, by one click or by the mail program itself (RFC 8058). Twice is no fault. */
export async function leave(ctx: Ctx, token: string): Promise<void> {
  const row = await byToken(ctx, token).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'resource.not_found') return null;
    throw error;
  });
  if (row) await ctx.db.transaction((tx) => removeSubscriptions(tx, { id: row.id }));
}

async function byToken(ctx: Ctx, token: string) {
  const row = SubscriptionToken.safeParse(token).success
    ? await subscriptionBy(ctx.db, { tokenHash: tokenHash(token) })
    : null;
  if (!row) throw new DomainError('resource.not_found');
  return row;
}
