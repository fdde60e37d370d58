import { divisionChain } from './division-code.ts';
import { type Cell, hiddenCells } from './integrity-small.ts';

/** Cases about one body, in the place that it lies in; null: about a body that the directory does not have. */
export interface CaseCount {
  division: string;
  bodyId: string | null;
  received: number;
}

/** What hangs on what: the state, its places, the bodies in each, and what a place has beside the bodies that are told. */
export function placeCells(counts: readonly CaseCount[]): Cell[] {
  const totals = new Map<string, number>();
  const parents = new Map<string, string | null>();
  const add = (id: string, parent: string | null, n: number) => {
    totals.set(id, (totals.get(id) ?? 0) + n);
    parents.set(id, parent);
  };
  for (const { division, bodyId, received } of counts) {
    const chain = divisionChain(division); // the place itself first
    add(`${division}/${bodyId ?? ''}`, division, received);
    for (const [i, code] of chain.entries()) add(code, chain[i + 1] ?? null, received);
  }
  return [...totals].map(([id, total]) => ({ id, parent: parents.get(id) ?? null, total }));
}

/**
 * Places and bodies whose counts of cases are not told: below `least` they could show who complained, and so could the count of a
 * place less those of its parts. The credit files of bodies and the pages of places are told by the one list.
 */
export function hiddenPlaces(counts: readonly CaseCount[], least: number): { places: string[]; bodies: string[] } {
  const hidden = [...hiddenCells(placeCells(counts), least)];
  const bodies = hidden.flatMap((id) => id.split('/')[1] ?? []).filter((id) => id !== '');
  return { places: hidden.filter((id) => !id.includes('/')), bodies: [...new Set(bodies)] };
}
