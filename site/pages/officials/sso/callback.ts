import type { APIRoute } from 'astro';
import { DomainError } from '../../../../api/domain/errors.ts';
import { signOnCookie } from '../../../../api/services/sign-on/door.ts';
import { finishSignOn } from '../../../../api/services/sign-on/finish.ts';
import { afterSignIn, answerWith } from '../_form.ts';

const STEPS = { in: '', bound: '', code: '/officials/sign-in-code', enrol: '/officials/enrol' } as const;

/** The provider sends the browser back here; its answer counts once, and in the browser that asked. */
export const GET: APIRoute = async ({ locals, url, cookies }) => {
  const { ctx, sso, signIn } = locals;
  if (!sso) throw new DomainError('resource.not_found');
  const name = signOnCookie(ctx.publicUrl);
  const done = `${name}=; Max-Age=0; Path=/; HttpOnly${ctx.publicUrl.startsWith('https:') ? '; Secure' : ''}; SameSite=Lax`;
  const browser = cookies.get(name)?.value ?? null;
  try {
    const signed = await finishSignOn(ctx, sso, signIn, { query: url.searchParams.toString(), browser });
    const to = signed.next === 'bound' ? '/officials/account?done=bound' : afterSignIn(signed.to);
    const step = STEPS[signed.next];
    const next = step ? `${step}?to=${encodeURIComponent(to)}` : to;
    return answerWith(`${signed.english ? '/en' : ''}${next}`, [...signed.cookies, done]);
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('auth.')) throw error;
    const language = browser?.startsWith('en.') ? '/en' : '';
    return answerWith(`${language}/officials/sign-in?sso=${error.code}`, [done]);
  }
};
