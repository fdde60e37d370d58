import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseCount, hiddenPlaces, placeCells } from '../../api/domain/place-cells.ts';

const LEAST = 10;
const count = (division: string, bodyId: string | null, received: number): CaseCount => ({
  division,
  bodyId,
  received,
});

describe('counts of cases that are not told', () => {
  it('are those of a place with too few, and of one beside it: else the county would tell them', () => {
    const counts = [count('320321', 'a', 60), count('320322', 'b', 4), count('320324', 'c', 12)];
    expect(hiddenPlaces(counts, LEAST).places.sort()).toEqual(['320322', '320324']);
    expect(hiddenPlaces(counts, LEAST).bodies.sort()).toEqual(['b', 'c']);
  });

  it('are those of a body beside a small one, and count what a place has without a body', () => {
    const counts = [count('3203', 'a', 30), count('3203', null, 3), count('3203', 'b', 50)];
    // 83 less 50 less 30 would tell the three.
    expect(hiddenPlaces(counts, LEAST)).toEqual({ places: [], bodies: ['a'] });
  });

  it('are none where nothing is small, and where nothing was filed', () => {
    expect(hiddenPlaces([count('320321', 'a', 10), count('320322', 'b', 10)], LEAST)).toEqual({
      places: [],
      bodies: [],
    });
    expect(hiddenPlaces([count('320321', 'a', 0), count('320322', 'b', 10)], LEAST)).toEqual({
      places: [],
      bodies: [],
    });
    expect(hiddenPlaces([], LEAST)).toEqual({ places: [], bodies: [] });
  });

  it('cannot be worked out by adding and subtracting what is told, whatever the counts', () => {
    const place = fc.constantFrom('32', '3201', '3202', '320101', '320102', '320201', '320202');
    const rows = fc.array(
      fc.record({ division: place, bodyId: fc.option(fc.constantFrom('a', 'b', 'c')), received: fc.nat(40) }),
      {
        maxLength: 14,
      },
    );
    fc.assert(
      fc.property(rows, (raw) => {
        // A body lies in one place.
        const counts = raw.map((row) => ({ ...row, bodyId: row.bodyId && `${row.bodyId}${row.division}` }));
        const cells = placeCells(counts);
        const { places, bodies } = hiddenPlaces(counts, LEAST);
        const isHidden = (id: string) => {
          const [code = '', body] = id.split('/');
          return body === undefined ? places.includes(code) : body === '' || bodies.includes(body);
        };
        // Unknowns: what a place has beside its bodies, and each body. Told cells are equations over them; 0 is told too.
        const leaves = cells.filter((cell) => cell.id.includes('/'));
        const rowOf = (id: string) =>
          leaves.map((leaf) => ((id.includes('/') ? leaf.id === id : leaf.id.startsWith(id)) ? 1 : 0));
        const told = cells.filter((cell) => !isHidden(cell.id) || cell.total === 0).map((cell) => rowOf(cell.id));
        const rank = rankOf(told);
        return cells
          .filter((cell) => cell.total > 0 && cell.total < LEAST)
          .every((cell) => rankOf([...told, rowOf(cell.id)]) === rank + 1);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Rank of a small matrix by elimination. A cell is fixed by what is told where its row adds nothing to the rank. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const head = rows[rank]!;
    for (const [i, row] of rows.entries()) {
      const factor = i === rank ? 0 : (row[column] ?? 0) / (head[column] ?? 1);
      if (factor !== 0) for (const [j, value] of head.entries()) row[j] = (row[j] ?? 0) - factor * value;
    }
    rank += 1;
  }
  return rank;
}
