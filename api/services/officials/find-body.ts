import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';

/**
 * The body that typed words mean: an id, or any name it is known by. Among several, the one within `reach` (where given).
 * @throws DomainError request.invalid at `path`
 */
export async function findBody(
  ctx: Pick<Ctx, 'directory'>,
  typed: string,
  path: string,
  reach?: ReadonlySet<string>,
): Promise<string> {
  const directory = await ctx.directory();
  const wanted = typed.normalize('NFKC').replace(/\s/g, '');
  if (directory.bodies.has(wanted)) return wanted;
  const known = [...directory.bodies.values()].filter((body) =>
    [body.name, body.nameEn, ...directory.namesOf(body.id).map((name) => name.name)].some(
      (name) => name?.normalize('NFKC').replace(/\s/g, '') === wanted,
    ),
  );
  const within = reach ? known.filter((body) => reach.has(body.id)) : known;
  if (within.length === 1 && within[0]) return within[0].id;
  throw new DomainError('request.invalid', {
    fields: [{ path, code: within.length > 1 ? 'body_ambiguous' : 'body_unknown' }],
  });
}
