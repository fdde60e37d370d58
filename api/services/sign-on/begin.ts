import { randomBytes } from 'node:crypto';
import { keepOnce, takeOnce } from '../../../db/queries/sign-on.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireFreshFactor, requireOfficial } from '../officials/authorise.ts';
import { callbackOf, hashed, type Kept, PATIENCE, type SignOnDoor, signOnCookie } from './door.ts';

/**
 * Leads the browser to the provider. `ticket` (from prepareBinding) makes it a binding; a link alone cannot start one.
 * @throws DomainError auth.provider_unavailable | auth.provider_refused
 */
export async function beginSignOn(
  ctx: Ctx,
  door: SignOnDoor,
  input: { to: string; ticket: string | null },
): Promise<{ url: string; cookies: string[] }> {
  const binds = input.ticket ? await takeOnce(ctx.db, `bind/${hashed(input.ticket)}`) : null;
  if (input.ticket && (!binds || binds !== requireOfficial(ctx).id)) throw new DomainError('auth.provider_refused');
  const { url, checks } = await door.provider.begin(callbackOf(ctx.publicUrl));
  // The language stands before the secret: what fails on the way back is said in it.
  const browser = `${ctx.locale === 'en' ? 'en' : 'zh'}.${randomBytes(24).toString('base64url')}`;
  const kept: Kept = {
    nonce: checks.nonce,
    verifier: checks.verifier,
    browser: hashed(browser),
    to: input.to,
    english: ctx.locale === 'en',
    binds,
  };
  await keepOnce(ctx.db, `sso/${hashed(checks.state)}`, JSON.stringify(kept), PATIENCE);
  const secure = ctx.publicUrl.startsWith('https:') ? '; Secure' : '';
  const line = `${signOnCookie(ctx.publicUrl)}=${browser}; Max-Age=${PATIENCE}; Path=/; HttpOnly${secure}; SameSite=Lax`;
  return { url, cookies: [line] };
}

/** A signed-in official asks to bind an account: the ticket for the link that leads to the provider. @throws auth.required | auth.step_up */
export async function prepareBinding(ctx: Ctx): Promise<{ ticket: string }> {
  const official = requireOfficial(ctx);
  requireFreshFactor(ctx);
  const ticket = randomBytes(24).toString('base64url');
  await keepOnce(ctx.db, `bind/${hashed(ticket)}`, official.id, PATIENCE);
  return { ticket };
}
