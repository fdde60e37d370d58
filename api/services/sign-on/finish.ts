import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { lockOfficial } from '../../../db/queries/official-lock.ts';
import { bindAccount, boundOfficial, officialByEmail, takeOnce, unbindAccount } from '../../../db/queries/sign-on.ts';
import type { SignIn } from '../../adapters/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { requireFreshFactor, requireOfficial } from '../officials/authorise.ts';
import { callbackOf, hashed, type Kept, type SignOnDoor } from './door.ts';

export interface SignedOn {
  next: 'in' | 'code' | 'enrol' | 'bound';
  to: string;
  english: boolean;
  cookies: string[];
}

/**
 * The provider's answer: it must belong to a question of this very browser, asked not ten minutes ago and answered once.
 * Nobody becomes an official by it: an account is bound, or its verified address is that of an official.
 * @throws DomainError auth.provider_refused | auth.provider_unavailable | auth.not_bound
 */
export async function finishSignOn(
  ctx: Ctx,
  door: SignOnDoor,
  signIn: Pick<SignIn, 'enterProved'>,
  answer: { query: string; browser: string | null },
): Promise<SignedOn> {
  const state = new URLSearchParams(answer.query).get('state') ?? '';
  const taken = state ? await takeOnce(ctx.db, `sso/${hashed(state)}`) : null;
  const kept = taken ? (JSON.parse(taken) as Kept) : null;
  if (!kept || !answer.browser || hashed(answer.browser) !== kept.browser)
    throw new DomainError('auth.provider_refused');
  const { nonce, verifier, to, english } = kept;
  const callback = new URL(`${callbackOf(ctx.publicUrl)}?${answer.query}`);
  const proved = await door.provider.finish(callback, { state, nonce, verifier });
  if (kept.binds) {
    if (requireOfficial(ctx).id !== kept.binds) throw new DomainError('auth.provider_refused');
    await bind(ctx, kept.binds, proved.account);
    return { next: 'bound', to: '/officials/account', english, cookies: [] };
  }
  const userId = await officialOf(ctx, door, proved);
  return { ...(await signIn.enterProved(userId, proved)), to, english };
}

async function officialOf(
  ctx: Ctx,
  door: SignOnDoor,
  proved: { account: string; email: string | null },
): Promise<string> {
  const bound = await boundOfficial(ctx.db, proved.account);
  if (bound) return bound.id;
  if (door.match !== 'email' || !proved.email) throw new DomainError('auth.not_bound');
  const named = await officialByEmail(ctx.db, proved.email.normalize('NFKC').trim().toLowerCase());
  if (!named || named.disabled) throw new DomainError('auth.not_bound');
  await bind(ctx, named.id, proved.account);
  return named.id;
}

async function bind(ctx: Ctx, userId: string, account: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await changed(tx, userId, 'sign_on_bound', async () => {
      // Bound to somebody else, or the official to another account: never silently changed.
      if (!(await bindAccount(tx, userId, account))) throw new DomainError('auth.not_bound');
    });
  });
}

/** Takes the binding away again. @throws DomainError auth.required | auth.step_up */
export async function unbind(ctx: Ctx): Promise<void> {
  const { id } = requireOfficial(ctx);
  requireFreshFactor(ctx);
  await ctx.db.transaction((tx) => changed(tx, id, 'sign_on_unbound', () => unbindAccount(tx, id)));
}

async function changed(tx: Tx, userId: string, kind: string, change: () => Promise<unknown>): Promise<void> {
  const held = await lockOfficial(tx, userId);
  if (!held) throw new DomainError('auth.not_bound');
  await change();
  const actor: Actor = { kind: 'official', id: userId, name: held.name, grants: [] };
  await appendEvent(tx, { subjectKind: 'official', subjectId: userId, kind, actor, at: held.now, payload: {} });
}
