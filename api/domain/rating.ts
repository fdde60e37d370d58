/** 好差评: levels and indicators (GB/T 39734-2020, GB/T 39735-2020 as described in domain.md). */
export const RATING_LEVELS = [5, 4, 3, 2, 1] as const; // 非常满意 … 非常不满意; 2 and 1 are 差评
export type RatingLevel = (typeof RATING_LEVELS)[number];
export const isBadRating = (level: RatingLevel): boolean => level <= 2;

export const RATING_CHANNELS = ['offline', 'online'] as const;
export type RatingChannel = (typeof RATING_CHANNELS)[number];
export const OFFLINE_INDICATORS = ['efficiency', 'competence', 'attitude'] as const;
export const ONLINE_INDICATORS = ['efficiency', 'accuracy', 'convenience', 'platform'] as const;
export const INDICATORS = ['efficiency', 'competence', 'attitude', 'accuracy', 'convenience', 'platform'] as const;
export type Indicator = (typeof INDICATORS)[number];
export const indicatorsOf = (channel: RatingChannel): readonly Indicator[] =>
  channel === 'offline' ? OFFLINE_INDICATORS : ONLINE_INDICATORS;

export const SERVICE_POINT_KINDS = ['hall', 'window', 'item', 'online'] as const;
export type ServicePointKind = (typeof SERVICE_POINT_KINDS)[number];

/** What the figures keep by day and level: all ratings, and of how many the rest is true. */
export const RATING_MEASURES = ['given', 'set_aside', 'repeated', ...INDICATORS] as const;
export const RATING_SCOPES = ['point', 'item', 'body', 'place'] as const;
export type RatingScope = (typeof RATING_SCOPES)[number];

/** A rate is not shown for fewer ratings: counts are. */
export const MINIMUM_SAMPLE = 30;

export interface RatingSummary {
  total: number;
  /** 非常满意, 满意, 基本满意: the satisfied of 好差评. */
  satisfied: number;
  levels: { level: RatingLevel; count: number }[];
  /** Share of the satisfied with its 95 % Wilson interval; null below the minimum sample. */
  rate: { value: number; low: number; high: number } | null;
}

export function summarise(counts: ReadonlyMap<number, number>): RatingSummary {
  const levels = RATING_LEVELS.map((level) => ({ level, count: counts.get(level) ?? 0 }));
  const total = levels.reduce((sum, l) => sum + l.count, 0);
  const satisfied = levels.filter((l) => !isBadRating(l.level)).reduce((sum, l) => sum + l.count, 0);
  return { total, satisfied, levels, rate: total < MINIMUM_SAMPLE ? null : wilson(satisfied, total) };
}

/** Wilson score interval of a proportion, z = 1.96. */
export function wilson(part: number, total: number): { value: number; low: number; high: number } {
  const z2 = 1.96 ** 2;
  const p = part / total;
  const centre = (p + z2 / (2 * total)) / (1 + z2 / total);
  const half = (1.96 * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total))) / (1 + z2 / total);
  return { value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
