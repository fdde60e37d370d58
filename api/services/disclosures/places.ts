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

/** Places of the portal that are called so, with or without 省, 市, 县, 区 at the end. */
export async function placesNamed(ctx: Ctx, typed: string): Promise<PlaceChoice[]> {
  const name = typed.trim();
  if ([...name].length < 2) return [];
  const directory = await ctx.directory();
  const bare = (text: string) => ([...text].length > 2 ? text.replace(/[省市县区镇乡]$/u, '') : text);
  return [...directory.divisions.values()]
    .filter((d) => ctx.place.area.some((code) => d.code.startsWith(code)) && [d.name, bare(d.name)].includes(name))
    .slice(0, 3)
    .map((d) => ({ code: d.code, name: nameOf(directory, d.code) ?? d.name }));
}
