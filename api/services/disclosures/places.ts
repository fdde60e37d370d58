import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';

export interface PlaceChoice {
  code: string;
  name: string;
}

/** Places to narrow a search to: each area of the portal and the places right below it. */
export async function placeChoices(ctx: Ctx): Promise<PlaceChoice[]> {
  const directory = await ctx.directory();
  return ctx.place.area.flatMap((code) => {
    const place = directory.divisions.get(code);
    if (!place) return [];
    return [place, ...directory.childrenOf(code)].map((d) => ({
      code: d.code,
      name: nameOf(directory, d.code) ?? d.name,
    }));
  });
}

/** A place as people say it: a county or district with its city (徐州市丰县), others alone; null where unknown. */
export function nameOf(directory: Directory, code: string | null): string | null {
  const place = code ? directory.divisions.get(code) : undefined;
  if (!place) return null;
  const above = place.code.length === 6 ? directory.divisions.get(place.code.slice(0, 4)) : undefined;
  return above && above.name !== '市辖区' ? `${above.name}${place.name}` : place.name;
}
