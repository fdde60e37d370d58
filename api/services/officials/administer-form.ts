import type { SignIn } from '../../adapters/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';
import { changeGrant } from './change-grant.ts';
import { disableOfficial } from './disable-official.ts';
import { findBody } from './find-body.ts';
import { resetOfficial } from './reset-official.ts';
import { stepUp } from './step-up.ts';

/** What is shown once after an action: the one-time password, or only that it was done. */
export type AdministrationAnswer =
  | { kind: 'reset'; email: string; password: string }
  | { kind: 'done'; changed: boolean };

/** The body of a form: the picked id, or without script the typed name. @throws DomainError request.invalid at `bodyIdText` */
export async function bodyOfForm(ctx: Ctx, form: Record<string, unknown>): Promise<string> {
  if (typeof form.bodyId === 'string') return form.bodyId;
  const typed = typeof form.bodyIdText === 'string' ? form.bodyIdText : '';
  return findBody(ctx, typed, 'bodyIdText', await bodiesOf(ctx, ['administrator']));
}

/** The forms of the pages of administration: which verb, the body, and the code of the authenticator where one was asked. */
export async function administerByForm(
  ctx: Ctx,
  signIn: SignIn,
  cookie: string | null,
  form: Record<string, unknown>,
): Promise<AdministrationAnswer> {
  const { action, role, officialId, code } = form;
  const bodyId = action === 'grant' ? await bodyOfForm(ctx, form) : form.bodyId;
  const fresh = await stepUp(ctx, signIn, cookie, code);
  switch (action) {
    case 'grant':
    case 'revoke':
      return { kind: 'done', ...(await changeGrant(fresh, { officialId, role, bodyId, change: action })) };
    case 'disable':
    case 'enable':
      return { kind: 'done', ...(await disableOfficial(fresh, { officialId, disabled: action === 'disable' })) };
    case 'reset':
      return { kind: 'reset', ...(await resetOfficial(fresh, signIn, { officialId })) };
    default:
      throw new DomainError('request.malformed');
  }
}
