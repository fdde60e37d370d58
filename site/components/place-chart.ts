import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** Geometry of the charts of a place, in units of their view box. */
// So narrow that words in it are still read on a phone, without scrolling.
export const WIDTH = 400;
export const HEIGHT = 160;

export interface YearBar {
  x: number;
  width: number;
  middle: number;
  /** All records, and the part that says a body broke faith, from the bottom. */
  all: { y: number; height: number };
  broken: { y: number; height: number };
  label: string;
}
export interface Tick {
  y: number;
  value: number;
}

/** A bar for each year from the first to the last; years without records stay empty. */
export function yearBars(years: readonly { year: number; published: number; broken: number }[]): {
  bars: YearBar[];
  ticks: Tick[];
} {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const x = scaleBand<number>().domain(all).range([0, WIDTH]).padding(0.3);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...years.map((one) => one.published))])
    .nice(4)
    .range([HEIGHT, 0]);
  const bars = all.map((year) => {
    const { published = 0, broken = 0 } = years.find((one) => one.year === year) ?? {};
    const left = x(year) ?? 0;
    const from = (n: number) => ({ y: y(n), height: HEIGHT - y(n) });
    return {
      x: left,
      width: x.bandwidth(),
      middle: left + x.bandwidth() / 2,
      all: from(published),
      broken: from(broken),
      label: String(year),
    };
  });
  const ticks = y
    .ticks(4)
    .filter(Number.isInteger)
    .map((value) => ({ y: y(value), value }));
  return { bars, ticks };
}

/** A line of shares from 0 to 1 month by month; a month without a share (null) breaks it. */
export function shareLine(shares: readonly (number | null)[]): {
  path: string;
  dots: { x: number; y: number; i: number }[];
  ticks: Tick[];
  xOf: (i: number) => number;
} {
  const x = scaleLinear()
    .domain([0, Math.max(1, shares.length - 1)])
    .range([16, WIDTH - 16]);
  const y = scaleLinear().domain([0, 1]).range([HEIGHT, 0]);
  const points = shares.map((share, i) => ({ x: x(i), y: y(share ?? 0), i, known: share !== null }));
  const draw = line<(typeof points)[number]>()
    .defined((point) => point.known)
    .x((point) => point.x)
    .y((point) => point.y);
  return {
    path: draw(points) ?? '',
    dots: points.filter((point) => point.known).map(({ x, y, i }) => ({ x, y, i })),
    ticks: [0, 0.5, 1].map((value) => ({ y: y(value), value })),
    xOf: (i) => x(i),
  };
}
