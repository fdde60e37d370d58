import type { SignIn } from '../../adapters/ports.ts';
import type { Ctx } from '../context.ts';
import { bodyOfForm } from '../officials/administer-form.ts';
import { stepUp } from '../officials/step-up.ts';
import { invite } from './invite.ts';

/** The form of the page: one role, the body picked or typed, the code where one was asked. */
export async function inviteByForm(
  ctx: Ctx,
  signIn: Pick<SignIn, 'stepUp'>,
  cookie: string | null,
  form: Record<string, unknown>,
): Promise<{ email: string }> {
  const bodyId = await bodyOfForm(ctx, form);
  const fresh = await stepUp(ctx, signIn, cookie, form.code);
  return invite(fresh, { name: form.name, email: form.email, grants: [{ role: form.role, bodyId }] });
}
