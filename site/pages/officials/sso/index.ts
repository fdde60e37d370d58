import type { APIRoute } from 'astro';
import { DomainError } from '../../../../api/domain/errors.ts';
import { beginSignOn } from '../../../../api/services/sign-on/begin.ts';
import { afterSignIn, answerWith } from '../_form.ts';

/** A link, not a form: the policy of our pages lets forms lead to ourselves only. It changes nothing but a cookie. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { ctx, sso, href } = locals;
  if (!sso) throw new DomainError('resource.not_found');
  const input = { to: afterSignIn(url.searchParams.get('to')), ticket: url.searchParams.get('bind') };
  try {
    const { url: provider, cookies } = await beginSignOn(ctx, sso, input);
    return answerWith(provider, cookies);
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('auth.')) throw error;
    return answerWith(href(`/officials/sign-in?sso=${error.code}`), []);
  }
};
