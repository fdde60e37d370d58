import type { Body } from './directory.ts';
import { countyKind, parentOf } from './division-code.ts';
import type { Directory, RoutingStep } from './duty.ts';

/** Rules 1 and 2 of routing: which body it is today, and in which place it is handled. */

export const existsOn = (body: Body, on: string): boolean =>
  (body.validFrom === null || body.validFrom <= on) && (body.validTo === null || body.validTo > on);

/** Rule 1: the body that a merged, renamed or abolished body has become by `on`; says so in `steps`. */
export function successorOn(directory: Directory, body: Body, on: string, steps: RoutingStep[] = []): Body {
  let here = body;
  for (const seen = new Set<string>(); !existsOn(here, on) && !seen.has(here.id); ) {
    seen.add(here.id);
    const next = directory.successionsFrom(here.id).find((s) => s.on <= on);
    const successor = next && directory.bodies.get(next.successor);
    if (!next || !successor) {
      steps.push({ code: 'respondent_ended', params: { name: here.name, on: here.validTo ?? '' } });
      break;
    }
    steps.push({
      code: 'successor',
      params: { former: here.name, name: successor.name, on: next.on, certainty: next.certainty, basis: next.basis },
    });
    here = successor;
  }
  return here;
}

/** The place above; a place that the directory does not know is passed over. */
export function nextPlaceUp(directory: Directory, place: string): string | null {
  for (let up = parentOf(place); up !== null; up = parentOf(up)) if (directory.divisions.has(up)) return up;
  return null;
}

/** The government of a place, or the committee of an area that has no government. */
export const governmentOf = (directory: Directory, place: string, on?: string): Body | null =>
  directory
    .bodiesIn(place)
    .find(
      (b) =>
        b.role === 'government' &&
        (b.kind === 'government' || b.kind === 'zone_committee') &&
        (on === undefined || existsOn(b, on)),
    ) ?? null;

export interface Level {
  /** Where it is handled by the table of that place; null: see `government`, or nothing is above. */
  place: string | null;
  /** Handled by this government, whatever the matter. */
  government: Body | null;
  step: RoutingStep | null;
}

const BELOW_COUNTY = new Set(['township_government', 'subdistrict_office', 'grassroots']);

/** Rule 2. */
export function placeOfHandling(directory: Directory, body: Body): Level {
  const placeName = (code: string | null) => (code && directory.divisions.get(code)?.name) || code || '';
  const own = governmentOf(directory, body.division);
  const zone = body.kind === 'zone_committee';
  if (BELOW_COUNTY.has(body.kind) || (body.division.length === 9 && !zone)) {
    const county = body.division.slice(0, 6);
    const government = county === body.division && own?.id === body.id ? null : governmentOf(directory, county);
    const step: RoutingStep = { code: 'level_township', params: { name: body.name, county: government?.name ?? '' } };
    if (government) return { place: null, government, step };
    return { place: nextPlaceUp(directory, `${county}000`), government: null, step: null };
  }
  if (zone) {
    // A committee that stands for a place of its own (320576) is handled above that place; one that a place has set up
    // inside itself (无锡经济开发区, code 3202) by that place. Both are one level above the committee.
    const isPlace = own?.id === body.id || (body.division.length === 6 && countyKind(body.division) === 'zone');
    const place = isPlace || body.division.length === 9 ? nextPlaceUp(directory, body.division) : body.division;
    return {
      place,
      government: null,
      step: { code: 'level_zone', params: { name: body.name, place: placeName(place) } },
    };
  }
  if (body.kind === 'government') {
    const place = nextPlaceUp(directory, body.division);
    return {
      place,
      government: null,
      step: place
        ? { code: 'level_government', params: { name: body.name, place: placeName(place) } }
        : { code: 'top_government', params: { name: body.name } },
    };
  }
  return {
    place: body.division,
    government: null,
    step: { code: 'level_own', params: { name: body.name, place: placeName(body.division) } },
  };
}

/** Who stands over a body: its own superior, else the government of its place, else the government above. */
export function superiorOf(directory: Directory, body: Body, on: string): Body | null {
  const parent = body.parent ? directory.bodies.get(body.parent) : null;
  if (parent) return successorOn(directory, parent, on);
  for (let place: string | null = body.division; place !== null; place = nextPlaceUp(directory, place)) {
    const government = governmentOf(directory, place, on);
    if (government && government.id !== body.id) return government;
  }
  return null;
}
