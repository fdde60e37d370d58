import { appendEvent } from '../../../db/queries/events.ts';
import { lockOfficial } from '../../../db/queries/official-lock.ts';
import { setRecoveryCodes } from '../../../db/queries/sign-in.ts';
import { isBound } from '../../../db/queries/sign-on.ts';
import type { SignIn } from '../../adapters/ports.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireFreshFactor, requireOfficial } from './authorise.ts';

/** What an official sees of the own account. */
export async function readAccount(ctx: Ctx) {
  const official = requireOfficial(ctx);
  return { name: official.name, grants: official.grants, bound: await isBound(ctx.db, official.id) };
}

/** New recovery codes, shown once; the former ones are void. @throws DomainError auth.required | auth.step_up */
export async function renewRecoveryCodes(
  ctx: Ctx,
  signIn: Pick<SignIn, 'newRecoveryCodes'>,
): Promise<{ codes: string[] }> {
  const { id } = requireOfficial(ctx);
  requireFreshFactor(ctx);
  const { sealed, shown } = await signIn.newRecoveryCodes();
  await ctx.db.transaction(async (tx) => {
    const held = await lockOfficial(tx, id);
    if (!held || !(await setRecoveryCodes(tx, id, sealed))) throw new DomainError('auth.required');
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: id,
      kind: 'recovery_codes_made',
      actor: ctx.actor,
      at: held.now,
      payload: {},
    });
  });
  return { codes: shown };
}
