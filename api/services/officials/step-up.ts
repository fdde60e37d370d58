import type { SignIn } from '../../adapters/ports.ts';
import { CodeForm } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial } from './authorise.ts';

/**
 * The authenticator's code that came with a form, where one did; from then on the context's actor is fresh. A code works once, so a
 * form that is sent again asks anew. @throws DomainError auth.required | auth.locked | request.invalid at `code`
 */
export async function stepUp(
  ctx: Ctx,
  signIn: Pick<SignIn, 'stepUp'>,
  cookie: string | null,
  code: unknown,
): Promise<Ctx> {
  const actor = requireOfficial(ctx);
  if (code === undefined || code === '') return ctx;
  try {
    await signIn.stepUp({ source: ctx.source, cookie }, parse(CodeForm, { code }));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'auth.failed') throw error;
    throw new DomainError('request.invalid', { fields: [{ path: 'code', code: 'code_refused' }] });
  }
  // In place: a form that is shown again after another mistake need not ask once more.
  actor.factorAge = 0;
  return ctx;
}
