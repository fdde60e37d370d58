import { databaseTime } from '../../../db/queries/disclosures.ts';
import { divisionChain } from '../../domain/division-code.ts';
import type { Ctx } from '../context.ts';
import { type BodyView, bodyView, type DivisionView, divisionView } from './view.ts';

export interface PlaceView {
  here: DivisionView | null;
  /** From the province down to here. */
  chain: DivisionView[];
  /** Places right below; at the top those that have bodies. */
  children: DivisionView[];
  bodies: BodyView[];
}

/** One step of looking for a body by place. An unknown code is the top. */
export async function browsePlace(ctx: Ctx, code: string | null): Promise<PlaceView> {
  const [directory, { today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  const here = code ? directory.divisions.get(code) : undefined;
  if (!here) {
    const provinces = new Set([...directory.bodies.values()].map((b) => b.division.slice(0, 2)));
    const children = directory.childrenOf(null).filter((d) => provinces.has(d.code));
    return { here: null, chain: [], children: children.map(divisionView), bodies: [] };
  }
  return {
    here: divisionView(here),
    chain: divisionChain(here.code)
      .reverse()
      .flatMap((c) => directory.divisions.get(c) ?? [])
      .map(divisionView),
    children: directory.childrenOf(here.code).map(divisionView),
    bodies: directory.bodiesIn(here.code).map((b) => bodyView(directory, b, today)),
  };
}
