import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { DayClass, Rate } from '../../../api/domain/report.ts';

/** Geometry of the charts of a report, in units of their view box. Figures come from api/domain/report.ts. */
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  middle: number;
  cases: number;
}

export function bars(
  classes: readonly DayClass[],
  width: number,
  height: number,
): { bars: Bar[]; ticks: { y: number; value: number }[] } {
  const x = scaleBand<number>()
    .domain(classes.map((_, i) => i))
    .range([0, width])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...classes.map((one) => one.cases))])
    .nice(4)
    .range([height, 0]);
  return {
    bars: classes.map((one, i) => ({
      x: x(i) ?? 0,
      y: y(one.cases),
      width: x.bandwidth(),
      height: height - y(one.cases),
      middle: (x(i) ?? 0) + x.bandwidth() / 2,
      cases: one.cases,
    })),
    ticks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: y(value), value })),
  };
}

export interface Interval {
  y: number;
  dot: number;
  /** Path from the low to the high end, with a stroke across each. */
  path: string;
}

/** One line a body: the rate as a dot on its interval, from 0 to 1 over the width. */
export function intervals(
  rates: readonly Rate[],
  width: number,
  row: number,
): { rows: Interval[]; ticks: { x: number; value: number }[] } {
  const x = scaleLinear().domain([0, 1]).range([0, width]);
  const draw = line();
  return {
    rows: rates.map((rate, i) => {
      const y = row * (i + 0.5);
      const [low, high] = [x(rate.low ?? 0), x(rate.high ?? 0)];
      const parts: [number, number][][] = [
        [
          [low, y],
          [high, y],
        ],
        [
          [low, y - 5],
          [low, y + 5],
        ],
        [
          [high, y - 5],
          [high, y + 5],
        ],
      ];
      return { y, dot: x(rate.value ?? 0), path: parts.map((part) => draw(part)).join('') };
    }),
    ticks: x.ticks(5).map((value) => ({ x: x(value), value })),
  };
}
