import { randomUUID } from 'node:crypto';
import { appendEvent } from '../../../db/queries/events.ts';
import { databaseNow, insertGrants, insertOfficial } from '../../../db/queries/officials.ts';
import type { NewSecondFactor, SignIn } from '../../adapters/ports.ts';
import { NewOfficial } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { checkNewPassword } from '../../domain/password.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator, requireBodies } from './administer.ts';
import { requireFreshFactor } from './authorise.ts';

export interface CreatedOfficial {
  id: string;
  email: string;
  /** Shown once: nothing keeps it. */
  password: string;
  /** Null where the official enrols at the first sign-in. */
  secondFactor: NewSecondFactor['shown'] | null;
}

/**
 * Makes an official. Without `options.password` a one-time password is made; the official replaces it and enrols an
 * authenticator at the first sign-in. With `enrolled` the second factor is made now and returned (commands, demonstration).
 */
export async function createOfficial(
  ctx: Ctx,
  signIn: Pick<SignIn, 'hashPassword' | 'newSecondFactor' | 'oneTimePassword'>,
  input: unknown,
  options: { password?: string; enrolled?: boolean } = {},
): Promise<CreatedOfficial> {
  const official = parse(NewOfficial, input);
  await requireAdministrator(ctx, official.grants);
  requireFreshFactor(ctx);
  await requireBodies(ctx, official.grants);
  if (options.password !== undefined) checkNewPassword(options.password);
  const password = options.password ?? signIn.oneTimePassword();
  const passwordHash = await signIn.hashPassword(password);
  const secondFactor = options.enrolled ? await signIn.newSecondFactor(official.email) : null;
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const made = await insertOfficial(tx, {
      id,
      name: official.name,
      email: official.email,
      passwordHash,
      secondFactor: secondFactor?.sealed ?? null,
    });
    if (!made) throw new DomainError('request.invalid', { fields: [{ path: 'email', code: 'email_taken' }] });
    const by = ctx.actor.kind === 'official' ? ctx.actor.id : null;
    await insertGrants(tx, id, official.grants, by);
    const now = await databaseNow(tx);
    await appendEvent(tx, {
      subjectKind: 'official',
      subjectId: id,
      kind: 'created',
      actor: ctx.actor,
      at: now,
      payload: { enrolled: secondFactor !== null, grants: official.grants.map((g) => `${g.role}/${g.bodyId}`) },
    });
  });
  return { id, email: official.email, password, secondFactor: secondFactor?.shown ?? null };
}
