/** One measured figure. `goal` is a bound: at least (ratios) or at most (times, bytes). */
export interface Figure {
  name: string;
  unit: string;
  goal: number;
  goalText: string;
  met: (value: number) => boolean;
  /** Too long for the plain run: only by --only NAME or --all. */
  long: boolean;
  run: () => Promise<number>;
}

export function figure(f: {
  name: string;
  unit: string;
  goal: { atLeast: number } | { atMost: number };
  long?: boolean;
  run: () => Promise<number>;
}): Figure {
  const least = 'atLeast' in f.goal;
  const bound = 'atLeast' in f.goal ? f.goal.atLeast : f.goal.atMost;
  return {
    name: f.name,
    unit: f.unit,
    goal: bound,
    goalText: `${least ? '≥' : '≤'} ${bound}`,
    met: (value) => (least ? value >= bound : value <= bound),
    long: f.long ?? false,
    run: f.run,
  };
}

/** The middle of the values (upper of the two where the count is even). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which `share` (0…1) of the values lie, nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
