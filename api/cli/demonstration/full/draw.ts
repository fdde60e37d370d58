import { createHash } from 'node:crypto';
import { numbers } from '../ratings.ts';

/** Numbers of one thing of the demonstration: the same in every database, whatever was drawn before. */
export interface Draw {
  /** From 0 (in) to 1 (out). */
  next(): number;
  /** From `low` to `high`, both in. */
  int(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the keys by its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

export function draw(name: string): Draw {
  const next = numbers(createHash('sha256').update(`full ${name}`).digest().readInt32LE(0));
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (list) => list[int(0, list.length - 1)]!,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries<number>(weights) as [K, number][];
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        at -= weight;
        if (at < 0) return key;
      }
      return entries.at(-1)![0];
    },
  };
}

export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all));
