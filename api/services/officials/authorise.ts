import { DomainError } from '../../domain/errors.ts';
import type { Actor, OfficialRole } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';

export type Official = Extract<Actor, { kind: 'official' }>;

/** @throws DomainError auth.required */
export function requireOfficial(ctx: Pick<Ctx, 'actor'>): Official {
  if (ctx.actor.kind !== 'official') throw new DomainError('auth.required');
  return ctx.actor;
}

/**
 * The official gave a code of the authenticator a moment ago: a session left open on a desk must not read a person or hand
 * out roles. Commands act as the system. @throws DomainError auth.required | auth.step_up
 */
export function requireFreshFactor(ctx: Pick<Ctx, 'actor' | 'stepUpSeconds'>): void {
  if (ctx.actor.kind === 'system') return;
  if (!isFresh(ctx)) throw new DomainError('auth.step_up');
}

/** Whether requireFreshFactor would pass: a page asks for the code where it would not. */
export function isFresh(ctx: Pick<Ctx, 'actor' | 'stepUpSeconds'>): boolean {
  const age = requireOfficial(ctx).factorAge;
  return age !== undefined && age <= ctx.stepUpSeconds;
}

/**
 * Whether `below` is `above` itself or subordinate to it: named so by its superior body, or under the government of a
 * place in or above which it lies. A department reaches only what names it as its superior: departments of two places
 * are not each other's subordinates (条块: the place's government leads, the line only guides).
 */
export function subordinate(directory: Directory, above: string, below: string): boolean {
  let here: string | null = below;
  for (let depth = 0; here !== null && depth < 8; depth++) {
    if (here === above) return true;
    here = directory.bodies.get(here)?.parent ?? null;
  }
  const superior = directory.bodies.get(above);
  const lower = directory.bodies.get(below);
  if (!superior || !lower) return false;
  const governs =
    superior.kind === 'government' || superior.kind === 'township_government' || superior.kind === 'subdistrict_office';
  // Courts and party organs stand in a place, but under no government.
  if (!governs || lower.kind === 'court' || lower.kind === 'party_organ') return false;
  if (lower.division === superior.division) return lower.kind !== superior.kind && lower.kind !== 'government';
  return lower.division.startsWith(superior.division);
}

/**
 * The actor holds one of `roles` for the body or for one above it. `bodyId` null: for any body at all.
 * @throws DomainError auth.required | auth.forbidden
 */
export async function requireRole(
  ctx: Pick<Ctx, 'actor' | 'directory'>,
  roles: readonly OfficialRole[],
  bodyId: string | null,
): Promise<Official> {
  const official = requireOfficial(ctx);
  const held = official.grants.filter((grant) => roles.includes(grant.role));
  if (held.length > 0) {
    if (bodyId === null) return official;
    const directory = await ctx.directory();
    if (held.some((grant) => subordinate(directory, grant.bodyId, bodyId))) return official;
  }
  throw new DomainError('auth.forbidden');
}

/** Whether the actor would pass requireRole: for what a page offers. */
export async function hasRole(
  ctx: Pick<Ctx, 'actor' | 'directory'>,
  roles: readonly OfficialRole[],
  bodyId: string | null,
): Promise<boolean> {
  try {
    await requireRole(ctx, roles, bodyId);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** The roles that the actor holds for a body or for one above it. */
export async function rolesFor(ctx: Pick<Ctx, 'actor' | 'directory'>, bodyId: string): Promise<OfficialRole[]> {
  const { grants } = requireOfficial(ctx);
  const directory = await ctx.directory();
  return [...new Set(grants.filter((one) => subordinate(directory, one.bodyId, bodyId)).map((one) => one.role))];
}

/** All bodies that the actor's grants of `roles` reach: the granted bodies and what is subordinate to them. */
export async function bodiesOf(
  ctx: Pick<Ctx, 'actor' | 'directory'>,
  roles: readonly OfficialRole[],
): Promise<ReadonlySet<string>> {
  const official = requireOfficial(ctx);
  const directory = await ctx.directory();
  const reached = new Set<string>();
  for (const grant of official.grants) {
    if (roles.includes(grant.role)) for (const id of reach(directory, grant.bodyId)) reached.add(id);
  }
  return reached;
}

// A directory never changes in place (it is loaded anew), so what a body reaches is kept with it.
const reaches = new WeakMap<Directory, Map<string, readonly string[]>>();

function reach(directory: Directory, above: string): readonly string[] {
  const known = reaches.get(directory) ?? new Map<string, readonly string[]>();
  reaches.set(directory, known);
  let ids = known.get(above);
  if (!ids) {
    ids = [...new Set([above, ...directory.bodies.keys()])].filter((below) => subordinate(directory, above, below));
    known.set(above, ids);
  }
  return ids;
}
