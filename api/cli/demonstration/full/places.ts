import type { Body, BodyRole } from '../../../domain/directory.ts';
import type { Directory } from '../../../domain/routing.ts';
import type { Draw } from './draw.ts';

/** The fictional province as the parts ask for it. */
export interface Places {
  province: Body;
  cities: readonly string[];
  /** A place, the first city more often than the others. */
  somewhere(draw: Draw): string;
  /** A body with one of these roles in some place; `township`: that of a township. */
  someBody(draw: Draw, roles: readonly (BodyRole | 'township')[]): Body;
  bodyOf(division: string, role: BodyRole): Body | null;
  children(division: string): readonly string[];
  nameOf(division: string): string;
  englishOf(division: string): string;
  /** The city in which a place lies; the first one for the province. */
  cityOf(division: string): string;
}

const FIRST = '9901';

export function placesOf(directory: Directory): Places {
  const codes = [...directory.divisions.keys()].filter((code) => code.startsWith('99')).sort();
  const cities = codes.filter((code) => code.length === 4);
  const below = new Map<string, string[]>();
  for (const code of codes) {
    const parent = code.length === 9 ? code.slice(0, 6) : code.slice(0, -2);
    if (parent) below.set(parent, [...(below.get(parent) ?? []), code]);
  }
  const bodyOf = (division: string, role: BodyRole): Body | null =>
    [...directory.bodiesIn(division)]
      .filter((body) => body.role === role && !body.validTo)
      .sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null;
  const province = bodyOf('99', 'government');
  if (!province) throw new Error('the fictional province has no government');
  const children = (division: string) => below.get(division) ?? [];
  const city = (draw: Draw) => (draw.chance(0.28) ? FIRST : draw.pick(cities));
  const someBody: Places['someBody'] = (draw, roles) => {
    const role = draw.pick(roles);
    for (let tries = 0; tries < 20; tries++) {
      const here = city(draw);
      const county = draw.pick(children(here));
      const division =
        role === 'township'
          ? draw.pick(children(county))
          : draw.chance(0.04)
            ? '99'
            : draw.chance(0.52)
              ? here
              : county;
      const body = bodyOf(division, role === 'township' ? 'government' : role);
      // A whole province is complained of in none of these.
      if (body && body.id !== province.id) return body;
    }
    throw new Error(`the fictional province has no ${role}`);
  };
  return {
    province,
    cities,
    somewhere: city,
    someBody,
    bodyOf,
    children,
    nameOf: (division) => directory.divisions.get(division)?.name ?? division,
    englishOf: (division) => directory.divisions.get(division)?.nameEn ?? division,
    cityOf: (division) => (division.length >= 4 ? division.slice(0, 4) : FIRST),
  };
}
