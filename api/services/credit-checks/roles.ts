import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial } from '../officials/authorise.ts';

/**
 * Who may ask: those who decide or answer for decisions in their body. Handlers and intake have no award to give; auditors read
 * the events of every check.
 */
export const CHECK_ROLES: readonly OfficialRole[] = ['approver', 'supervisor', 'publisher', 'administrator'];

/** The body in whose name it is asked: the named one, or the first for which there is a grant. @throws DomainError auth.* */
export function askingBody(ctx: Pick<Ctx, 'actor'>, bodyId?: string): string {
  const bodies = requireOfficial(ctx).grants.filter(({ role }) => CHECK_ROLES.includes(role)).map((grant) => grant.bodyId); // biome-ignore format: one thought
  const mine = bodyId ? bodies.find((id) => id === bodyId) : bodies[0];
  if (!mine) throw new DomainError('auth.forbidden');
  return mine;
}
