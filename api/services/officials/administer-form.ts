import type { SignIn } from '../../adapters/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';
import { changeGrant } from './change-grant.ts';
import { createOfficial } from './create-official.ts';
import { disableOfficial } from './disable-official.ts';
import { findBody } from './find-body.ts';
import { resetOfficial } from './reset-official.ts';

/** What is shown once after an action: the one-time password, or only that it was done. */
export type AdministrationAnswer =
  | { kind: 'made' | 'reset'; email: string; password: string }
  | { kind: 'done'; changed: boolean };

/** The forms of the administration page: which verb, and the body by its name. */
export async function administerByForm(
  ctx: Ctx,
  signIn: SignIn,
  form: Record<string, unknown>,
): Promise<AdministrationAnswer> {
  const { action, bodyName, role, officialId } = form;
  const body = async () =>
    findBody(ctx, typeof bodyName === 'string' ? bodyName : '', 'bodyName', await bodiesOf(ctx, ['administrator']));
  switch (action) {
    case 'invite': {
      const grants = bodyName || role ? [{ role, bodyId: await body() }] : [];
      const made = await createOfficial(ctx, signIn, { name: form.name, email: form.email, grants });
      return { kind: 'made', email: made.email, password: made.password };
    }
    case 'grant':
      return { kind: 'done', ...(await changeGrant(ctx, { officialId, role, bodyId: await body(), change: 'grant' })) };
    case 'revoke':
      return {
        kind: 'done',
        ...(await changeGrant(ctx, { officialId, role, bodyId: form.bodyId, change: 'revoke' })),
      };
    case 'disable':
    case 'enable':
      return { kind: 'done', ...(await disableOfficial(ctx, { officialId, disabled: action === 'disable' })) };
    case 'reset':
      return { kind: 'reset', ...(await resetOfficial(ctx, signIn, { officialId })) };
    default:
      throw new DomainError('request.malformed');
  }
}
