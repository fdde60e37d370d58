/** How much of everything there is. */
export interface FullCounts {
  records: number;
  commitments: number;
  cases: number;
  ratings: number;
  /** Of the bad ratings, the newest so many are dealt with step by step; were there more, those before are answered and closed. */
  loops: number;
}

export const FULL: FullCounts = { records: 500, commitments: 200, cases: 2_000, ratings: 1_000_000, loops: 4_000 };
/** Ratings are given over two years, cases and promises lie within them. */
export const DAYS = 730;
/** Of so many ratings one is bad, by and large. */
export const BAD_SHARE = 0.004;

/** A smaller one with everything in it, for tests. */
export const scaled = (scale: number): FullCounts => ({
  records: Math.ceil(FULL.records * scale),
  commitments: Math.ceil(FULL.commitments * scale),
  cases: Math.ceil(FULL.cases * scale),
  ratings: Math.ceil(FULL.ratings * scale),
  loops: Math.ceil(FULL.loops * scale),
});
