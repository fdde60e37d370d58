import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMPONENT_SAMPLE,
  COMPONENTS,
  DEFAULT_WEIGHTS,
  type Inputs,
  rankScores,
  score,
  WEIGHT_SUM,
} from '../../api/domain/integrity.ts';
import { type Cell, hiddenCells } from '../../api/domain/integrity-small.ts';

const inputs = (some: Partial<Inputs>): Inputs => ({
  timeliness: null,
  solved: null,
  commitments: null,
  records: null,
  arrears: null,
  ratings: null,
  ...some,
});

describe('the score', () => {
  it('is the weighted mean of the shares: 80 of 100 at 20 and 30 of 60 at 25 and 9 of 10 at 20 make 71.54', () => {
    const made = score(
      inputs({
        timeliness: { part: 80, total: 100 },
        solved: { part: 30, total: 60 },
        commitments: { part: 9, total: 10 },
      }),
      DEFAULT_WEIGHTS,
    );
    // (20·0.8 + 25·0.5 + 20·0.9) / 65 = 46.5 / 65
    expect(made.score).toBe(71.54);
    expect(made).toMatchObject({ sample: 170, weight: 65, ranked: true });
    expect(made.low).toBeLessThan(71.54);
    expect(made.high).toBeGreaterThan(71.54);
    // No component is as sure as all together.
    expect((made.high ?? 0) - (made.low ?? 0)).toBeLessThan(25);
  });

  it('of one component alone has that component’s Wilson interval', () => {
    const only = {
      ...DEFAULT_WEIGHTS,
      timeliness: WEIGHT_SUM,
      solved: 0,
      commitments: 0,
      records: 0,
      arrears: 0,
      ratings: 0,
    };
    const made = score(inputs({ timeliness: { part: 8, total: 10 } }), only);
    expect(made).toMatchObject({ score: 80, low: 49.02, high: 94.33, ranked: false });
  });

  it('leaves out what has too few, and is none where what is left weighs less than half', () => {
    const made = score(
      inputs({ timeliness: { part: 80, total: 100 }, solved: { part: 9, total: COMPONENT_SAMPLE - 1 } }),
      DEFAULT_WEIGHTS,
    );
    expect(made).toMatchObject({ score: null, low: null, high: null, weight: 20, ranked: false });
    expect(made.components.filter((one) => one.counted).map((one) => one.component)).toEqual(['timeliness']);
  });

  it('lies between 0 and 100 inside its interval, whatever the counts', () => {
    const input = fc.option(
      fc.nat(100_000).chain((total) => fc.record({ part: fc.nat(total), total: fc.constant(total) })),
    );
    const all = fc.record(Object.fromEntries(COMPONENTS.map((one) => [one, input]))) as fc.Arbitrary<Inputs>;
    fc.assert(
      fc.property(all, (some) => {
        const made = score(some, DEFAULT_WEIGHTS);
        if (made.score === null) return made.weight < 50;
        const { low, high } = made as { low: number; high: number };
        return 0 <= low && low <= made.score && made.score <= high && high <= 100;
      }),
    );
  });

  it('ranks by the lower end of the interval, and not where data are few', () => {
    const row = (low: number | null, ranked: boolean) => ({ figure: { low, ranked } });
    expect(rankScores([row(40, true), row(90, false), row(60, true), row(60, true)]).map((one) => one.rank)).toEqual([
      1,
      1,
      3,
      null,
    ]);
  });
});

describe('what is hidden', () => {
  const cell = (id: string, parent: string | null, total: number): Cell => ({ id, parent, total });

  it('is what has fewer than ten, and beside a single one the next smallest', () => {
    const cells = [cell('p', null, 63), cell('a', 'p', 3), cell('b', 'p', 20), cell('c', 'p', 40), cell('d', 'p', 0)];
    expect([...hiddenCells(cells)].sort()).toEqual(['a', 'b']);
  });

  it('is the sum itself where nothing beside could be hidden', () => {
    expect([...hiddenCells([cell('p', null, 9), cell('a', 'p', 9)])].sort()).toEqual(['a', 'p']);
  });

  it('goes down into a place that is hidden beside: else its bodies would tell it', () => {
    const cells = [cell('p', null, 65), cell('a', 'p', 5), cell('q', 'p', 60), cell('x', 'q', 25), cell('y', 'q', 35)];
    expect([...hiddenCells(cells)].sort()).toEqual(['a', 'q', 'x']);
  });

  it('never comes out by subtraction: over all trees, what is told fixes no hidden total below ten', () => {
    // Two levels of places with bodies in each.
    const leafs = fc.array(fc.nat(30), { maxLength: 5 });
    fc.assert(
      fc.property(leafs, fc.array(leafs, { maxLength: 4 }), (own, places) => {
        const cells: Cell[] = own.map((total, i) => cell(`o${i}`, 'p', total));
        places.forEach((bodies, i) => {
          cells.push(...bodies.map((total, j) => cell(`b${i}.${j}`, `q${i}`, total)));
          cells.push(
            cell(
              `q${i}`,
              'p',
              bodies.reduce((a, b) => a + b, 0),
            ),
          );
        });
        const top = cells.filter((one) => one.parent === 'p').reduce((n, one) => n + one.total, 0);
        cells.push(cell('p', null, top));
        const hidden = hiddenCells(cells);
        // Every told sum leaves either nothing or at least two unknown leaves of ten together, seen from its leaves.
        const leavesOf = (id: string): Cell[] => {
          const inside = cells.filter((one) => one.parent === id);
          return inside.length === 0 ? cells.filter((one) => one.id === id) : inside.flatMap((one) => leavesOf(one.id));
        };
        const unknown = (id: string): Cell[] => {
          const inside = cells.filter((one) => one.parent === id && one.total > 0);
          return inside.flatMap((one) =>
            !hidden.has(one.id) ? [] : cells.some((c) => c.parent === one.id) ? unknown(one.id) : [one],
          );
        };
        for (const sum of cells) {
          if (hidden.has(sum.id) || leavesOf(sum.id)[0] === sum) continue;
          const left = unknown(sum.id);
          if (left.length === 0) {
            if (cells.some((one) => one.parent === sum.id && hidden.has(one.id))) return false;
            continue;
          }
          if (left.length === 1 || left.reduce((n, one) => n + one.total, 0) < COMPONENT_SAMPLE) return false;
        }
        return cells.every((one) => one.total === 0 || one.total >= COMPONENT_SAMPLE || hidden.has(one.id));
      }),
      { numRuns: 2000 },
    );
  });
});
