import { DivisionQuery } from '../../contracts/directory.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type DivisionView, divisionView } from './view.ts';

/** The places directly below `parent`; the provinces without one. Few enough for one page. */
export async function listDivisions(
  ctx: Ctx,
  input: unknown,
): Promise<{ items: DivisionView[]; nextCursor: string | null }> {
  const { parent } = parse(DivisionQuery, input);
  const directory = await ctx.directory();
  if (parent && !directory.divisions.has(parent)) throw new DomainError('resource.not_found');
  return { items: directory.childrenOf(parent ?? null).map(divisionView), nextCursor: null };
}
