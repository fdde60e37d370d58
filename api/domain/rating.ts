/** 好差评: levels and indicators (GB/T 39734-2020, GB/T 39735-2020 as described in domain.md). */
export const RATING_LEVELS = [5, 4, 3, 2, 1] as const; // 非常满意 … 非常不满意; 2 and 1 are 差评
export type RatingLevel = (typeof RATING_LEVELS)[number];
export const isBadRating = (level: RatingLevel): boolean => level <= 2;

export const RATING_CHANNELS = ['offline', 'online'] as const;
export const OFFLINE_INDICATORS = ['efficiency', 'competence', 'attitude'] as const;
export const ONLINE_INDICATORS = ['efficiency', 'accuracy', 'convenience', 'platform'] as const;
export const SERVICE_POINT_KINDS = ['hall', 'window', 'item', 'online'] as const;
