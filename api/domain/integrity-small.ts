import { COMPONENT_SAMPLE, type Component } from './integrity.ts';

/**
 * Small numbers about complainants. Fewer than COMPONENT_SAMPLE could show who complained, so they are not told; and a place
 * tells the sum of its bodies and of the places in it, so what is hidden must not come out by subtraction either. Counts of
 * what is public by itself (records, commitments) hide nobody.
 */
export const ABOUT_PEOPLE: readonly Component[] = ['timeliness', 'solved', 'arrears', 'ratings'];

/** A place, or a body in it. `total` of a place: of all below it. Parents come with the cells. */
export interface Cell {
  id: string;
  parent: string | null;
  total: number;
  /** Not to be told for another reason, whatever its total. */
  secret?: boolean;
}

/**
 * Which totals must not be told, `least` being the fewest that may. Wherever a told total is the sum of others, at least two of these are hidden and they add up
 * to `least` or more, or none is; where nothing beside can be hidden, the sum itself is. Zero is told: it shows nobody.
 */
export function hiddenCells(cells: readonly Cell[], least = COMPONENT_SAMPLE): Set<string> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const children = new Map<string, Cell[]>();
  for (const cell of cells) {
    if (cell.parent === null || !byId.has(cell.parent)) continue;
    const list = children.get(cell.parent) ?? [];
    list.push(cell);
    children.set(cell.parent, list);
  }
  const depthOf = (cell: Cell): number => {
    let depth = 0;
    for (let here = byId.get(cell.parent ?? ''); here && depth < 20; here = byId.get(here.parent ?? '')) depth += 1;
    return depth;
  };
  const small = (cell: Cell) => cell.total > 0 && (cell.total < least || cell.secret === true);
  const hidden = new Set(cells.filter(small).map((cell) => cell.id));
  const smallestFirst = (a: Cell, b: Cell) => a.total - b.total || (a.id < b.id ? -1 : 1);

  /** Hides a cell so that it does not come out as the sum of what it holds. */
  function hide(cell: Cell): void {
    hidden.add(cell.id);
    const inside = (children.get(cell.id) ?? []).filter((one) => one.total > 0).sort(smallestFirst);
    const [smallest] = inside;
    if (smallest && !inside.some((one) => hidden.has(one.id))) hide(smallest);
  }

  const sums = [...children.keys()].flatMap((id) => byId.get(id) ?? []);
  for (const node of sums.map((cell) => [depthOf(cell), cell] as const).sort((a, b) => b[0] - a[0])) {
    const [, sum] = node;
    const inside = (children.get(sum.id) ?? []).filter((one) => one.total > 0);
    const away = inside.filter((one) => hidden.has(one.id));
    if (away.length === 0 || hidden.has(sum.id)) continue;
    let total = away.reduce((n, one) => n + one.total, 0);
    let count = away.length;
    // A body before a place: less is lost with it.
    const leaf = (one: Cell) => !children.has(one.id);
    const rest = inside
      .filter((one) => !hidden.has(one.id))
      .sort((a, b) => Number(leaf(b)) - Number(leaf(a)) || smallestFirst(a, b));
    for (const one of rest) {
      if (count > 1 && total >= least) break;
      hide(one);
      count += 1;
      total += one.total;
    }
    if (count < 2 || total < least) hidden.add(sum.id);
  }
  return hidden;
}
