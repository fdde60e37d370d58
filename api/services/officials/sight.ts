import { bodiesWith, SIGHT_ROLES, SIGHTS, type Sight, type SightHead } from '../../domain/sight.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';

/** The bodies through which the signed-in official has a sight of cases: what a list of them asks for. @throws DomainError auth.required */
export const seeingFor = (ctx: Pick<Ctx, 'actor' | 'directory'>, sight: Sight): Promise<ReadonlySet<string>> =>
  bodiesOf(ctx, SIGHT_ROLES[sight]);

/** How the signed-in official sees a case, the widest sight of several; null: not at all. @throws DomainError auth.required */
export async function sightOf(ctx: Pick<Ctx, 'actor' | 'directory'>, head: SightHead): Promise<Sight | null> {
  for (const sight of SIGHTS) {
    const bodies = bodiesWith(sight, head);
    if (bodies.length === 0) continue;
    const reached = await seeingFor(ctx, sight);
    if (bodies.some((id) => reached.has(id))) return sight;
  }
  return null;
}
