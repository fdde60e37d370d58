import { appendEvent } from '../../../db/queries/events.ts';
import { resetSecondFactor, setPassword } from '../../../db/queries/officials.ts';
import type { SignIn } from '../../adapters/ports.ts';
import { ResetOfficial } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { holdOfficial } from './administer.ts';
import { requireFreshFactor } from './authorise.ts';

/** For a lost telephone or a forgotten password: a new one-time password, enrolment anew, every session ended. */
export async function resetOfficial(
  ctx: Ctx,
  signIn: Pick<SignIn, 'hashPassword' | 'oneTimePassword'>,
  input: unknown,
): Promise<{ email: string; password: string }> {
  const { officialId } = parse(ResetOfficial, input);
  if (ctx.actor.kind === 'official' && ctx.actor.id === officialId) throw new DomainError('auth.forbidden');
  requireFreshFactor(ctx);
  const password = signIn.oneTimePassword();
  const hash = await signIn.hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    const official = await holdOfficial(ctx, tx, officialId);
    await resetSecondFactor(tx, officialId);
    await setPassword(tx, officialId, hash);
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: officialId,
      kind: 'reset',
      actor: ctx.actor,
      at: official.now,
      payload: {},
    });
    return { email: official.email, password };
  });
}
