import { wilson } from './rating.ts';
import { RANKING_SAMPLE } from './report.ts';

/**
 * The integrity monitor (政务诚信监测评价, 国发〔2016〕76号 六（一）): one open formula over counts that are published beside it. Whoever
 * has the counts and the weights can compute every score again (site/public/integrity-recompute.mjs does, without this code).
 */
export const COMPONENTS = ['timeliness', 'solved', 'commitments', 'records', 'arrears', 'ratings'] as const;
export type Component = (typeof COMPONENTS)[number];

/** Whom a figure is about. */
export const FIGURE_KINDS = ['place', 'body'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/**
 * Versions of the formula, the newest first. A figure keeps the version it was made with; whoever changes a line of `score` or
 * what is counted adds a version here and says in site/text/integrity.ts what is new.
 */
export const FORMULA_VERSIONS = [{ version: '1', since: '2026-11-21' }] as const;
export const FORMULA_VERSION: string = FORMULA_VERSIONS[0].version;

/** Whole numbers that add up to WEIGHT_SUM; 0 leaves a component out. */
export type Weights = Readonly<Record<Component, number>>;
export const WEIGHT_SUM = 100;
/** Until an operator decides: what the complainant says weighs most [local]. */
export const DEFAULT_WEIGHTS: Weights = {
  timeliness: 20,
  solved: 25,
  commitments: 20,
  records: 15,
  arrears: 10,
  ratings: 10,
};

/** Below this many a component is not counted; about complainants it is not even told (integrity-small.ts). */
export const COMPONENT_SAMPLE = 10;
/** A score needs components of at least this weight, and a rank this many observations as well. */
export const LEAST_WEIGHT = 50;
export const RANK_SAMPLE = RANKING_SAMPLE;

/** Counts of one component as they are public; null: too few to be told. */
export interface Input {
  part: number;
  total: number;
}
export type Inputs = Readonly<Record<Component, Input | null>>;

export interface ComponentFigure {
  component: Component;
  weight: number;
  /** Null: not told. */
  part: number | null;
  total: number | null;
  /** From 0 to 1 with the 95 % Wilson interval; null where nothing is counted. */
  value: number | null;
  low: number | null;
  high: number | null;
  counted: boolean;
}
export interface Score {
  components: ComponentFigure[];
  /** 0 to 100 with two decimals; null: too little data. */
  score: number | null;
  low: number | null;
  high: number | null;
  /** Observations behind the components that count. */
  sample: number;
  /** Sum of their weights. */
  weight: number;
  /** Whether it may be placed among others. */
  ranked: boolean;
}

const twoDecimals = (share: number): number => Math.round(share * 10_000) / 100;

/**
 * The weighted mean of the shares of all components that have enough data, weights scaled to them. Its interval is made of
 * theirs (MOVER, Zou and Donner 2008): below the mean by √Σ(w·(value−low))², above by √Σ(w·(high−value))². Components are
 * added in the order of COMPONENTS, so that another program comes to the same last digit.
 */
export function score(inputs: Inputs, weights: Weights): Score {
  const components = COMPONENTS.map((component): ComponentFigure => {
    const input = inputs[component];
    const weight = weights[component];
    const share = input && input.total > 0 ? wilson(input.part, input.total) : { value: null, low: null, high: null };
    const counted = weight > 0 && input !== null && input.total >= COMPONENT_SAMPLE;
    return { component, weight, part: input?.part ?? null, total: input?.total ?? null, ...share, counted };
  });
  let weight = 0;
  let sample = 0;
  for (const one of components) {
    if (!one.counted) continue;
    weight += one.weight;
    sample += one.total ?? 0;
  }
  if (weight < LEAST_WEIGHT) return { components, score: null, low: null, high: null, sample, weight, ranked: false };
  let mean = 0;
  let below = 0;
  let above = 0;
  for (const { counted, weight: own, value, low, high } of components) {
    if (!counted || value === null || low === null || high === null) continue;
    const w = own / weight;
    mean += w * value;
    below += (w * (value - low)) ** 2;
    above += (w * (high - value)) ** 2;
  }
  return {
    components,
    score: twoDecimals(mean),
    low: twoDecimals(Math.max(0, mean - Math.sqrt(below))),
    high: twoDecimals(Math.min(1, mean + Math.sqrt(above))),
    sample,
    weight,
    ranked: sample >= RANK_SAMPLE,
  };
}

/**
 * By the lower end of the interval, so that few data cannot win by luck; equal ends share a place. What cannot be ranked
 * follows in the order given.
 */
export function rankScores<T extends { figure: Pick<Score, 'low' | 'ranked'> }>(
  rows: readonly T[],
): (T & { rank: number | null })[] {
  const low = (row: T) => row.figure.low ?? 0;
  const placed = rows.filter((row) => row.figure.ranked).sort((a, b) => low(b) - low(a));
  return [
    ...placed.map((row) => ({ ...row, rank: placed.findIndex((other) => low(other) === low(row)) + 1 })),
    ...rows.filter((row) => !row.figure.ranked).map((row) => ({ ...row, rank: null })),
  ];
}
