import { divisionChain, within } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';

/**
 * Places whose settings the administrator may change: those of the governments (and of the lead credit authorities, which
 * run the portal for them) for which he holds the role, with all that lies in them.
 */
export async function governedPlaces(ctx: Pick<Ctx, 'actor' | 'directory'>): Promise<string[]> {
  const official = await requireRole(ctx, ['administrator'], null);
  const directory = await ctx.directory();
  const places = official.grants.flatMap((grant) => {
    const body = grant.role === 'administrator' ? directory.bodies.get(grant.bodyId) : undefined;
    return body && (body.kind === 'government' || body.role === 'development_reform') ? [body.division] : [];
  });
  return [...new Set(places)].sort();
}

/** @throws DomainError auth.required | auth.forbidden */
export async function requirePlace(ctx: Pick<Ctx, 'actor' | 'directory'>, division: string): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  const places = await governedPlaces(ctx);
  if (!places.some((place) => within(division, place))) throw new DomainError('auth.forbidden');
}

/** The calendar is one for the whole portal: an administrator of the place that runs it, or of one above. */
export async function requirePortal(ctx: Pick<Ctx, 'actor' | 'directory' | 'place'>): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  const places = await governedPlaces(ctx);
  const chain = divisionChain(ctx.place.division);
  if (!places.some((place) => chain.includes(place))) throw new DomainError('auth.forbidden');
}

/** Who changes a setting, as its rows and events keep it. */
export const editorOf = (ctx: Pick<Ctx, 'actor'>): string => (ctx.actor.kind === 'official' ? ctx.actor.id : 'system');
