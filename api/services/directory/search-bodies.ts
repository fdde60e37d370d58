import { databaseTime } from '../../../db/queries/disclosures.ts';
import { BodyQuery } from '../../contracts/directory.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { findBodies } from './find-bodies.ts';
import { type BodyView, bodyView } from './view.ts';

export type FoundBodyView = BodyView & { matched: string | null };

/** Bodies by name and place, best first, page by page. */
export async function searchBodies(
  ctx: Ctx,
  input: unknown,
): Promise<{ items: FoundBodyView[]; nextCursor: string | null }> {
  const { q, division, limit, cursor } = parse(BodyQuery, input);
  const [directory, { today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  if (division && !directory.divisions.has(division)) throw new DomainError('resource.not_found');
  const found = findBodies(directory, { q, division, near: ctx.place.division, on: today });
  const hash = hashQuery('bodies', { q, division });
  let from = 0;
  if (cursor !== undefined) {
    const [last] = readCursor(ctx, hash, cursor);
    from = found.findIndex((f) => f.body.id === last) + 1;
    if (from === 0) throw new DomainError('cursor.invalid');
  }
  const page = found.slice(from, from + limit);
  const last = page.at(-1);
  const more = last !== undefined && found.length > from + limit;
  return {
    items: page.map((f) => ({ ...bodyView(directory, f.body, today), matched: f.matched })),
    nextCursor: more ? signCursor(ctx, hash, [last.body.id]) : null,
  };
}
