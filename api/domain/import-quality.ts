/**
 * Assertions on a whole file, after its rows were judged one by one: what no single row shows (a column that is suddenly
 * empty, a list of which most is gone). A file that fails one is not applied; each reason names what was found and what was allowed.
 */
export interface ImportProfile {
  rows: number;
  refused: number;
  /** Good rows in which a field has a value. */
  filled: Record<string, number>;
  futureDates: number;
  twice: number;
  /** Names of bodies, and how many of them the directory does not have; counted where the caller can ask it. */
  bodies: number;
  unknownBodies: number;
  anonymous: number;
  newestOn: string | null;
  oldestOn: string | null;
}

export const QUALITY_CODES = [
  'no_rows',
  'refused_share',
  'future_dates',
  'duplicates_share',
  'unknown_bodies',
  'fill_drop',
  'count_drop',
] as const;
export interface QualityReason {
  code: (typeof QUALITY_CODES)[number];
  /** The column, where it is about one. */
  field?: string;
  /** Shares from 0 to 1, or rows for count_drop. */
  found: number;
  allowed: number;
}

/** Below so many rows a share says nothing. */
export const MINIMUM_SAMPLE = 20;
/** Of this portal, not of any law: an operator who knows better names the code when importing. */
const MOST_REFUSED = 0.2;
const MOST_FUTURE = 0.02;
const MOST_TWICE = 0.1;
const MOST_UNKNOWN = 0.5;
const MOST_FILL_DROP = 0.3;
const LEAST_OF_LAST = 0.2;

export const emptyProfile = (): ImportProfile => ({
  rows: 0,
  refused: 0,
  filled: {},
  futureDates: 0,
  twice: 0,
  bodies: 0,
  unknownBodies: 0,
  anonymous: 0,
  newestOn: null,
  oldestOn: null,
});

interface Noted {
  facts: object & { decidedOn: string | null };
  bodyKind: string | null;
}

/** Counts a row into the profile. */
export function noteRow(profile: ImportProfile, entry: Noted | null, faults: readonly { code: string }[]): void {
  profile.rows += 1;
  if (!entry) {
    profile.refused += 1;
    for (const { code } of faults) {
      if (code === 'date_future') profile.futureDates += 1;
      if (code === 'twice_in_file') profile.twice += 1;
    }
    return;
  }
  const { filled } = profile;
  const facts = entry.facts as Record<string, unknown>;
  for (const field in facts) if (facts[field] != null) filled[field] = (filled[field] ?? 0) + 1;
  if (entry.bodyKind === null) profile.anonymous += 1;
  const on = entry.facts.decidedOn;
  if (on && (profile.newestOn === null || on > profile.newestOn)) profile.newestOn = on;
  if (on && (profile.oldestOn === null || on < profile.oldestOn)) profile.oldestOn = on;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Share of good rows in which a field has a value. */
export const fillRate = (profile: ImportProfile, field: string): number =>
  share(profile.filled[field] ?? 0, profile.rows - profile.refused);

/** Several parts of one delivery as one. Bodies are counted in each part by itself: their sum says nothing and is left at 0. */
export function mergeProfiles(parts: readonly ImportProfile[]): ImportProfile | null {
  if (parts.length === 0) return null;
  const whole = emptyProfile();
  for (const part of parts) {
    for (const count of ['rows', 'refused', 'futureDates', 'twice', 'anonymous'] as const) whole[count] += part[count];
    for (const [field, n] of Object.entries(part.filled)) whole.filled[field] = (whole.filled[field] ?? 0) + n;
  }
  return whole;
}

/** How a push differs from a file: it comes in requests, and a delivery ends without a word. */
export interface Delivery {
  /** Rows of the delivery so far, this request with them. */
  rows: number;
  /** The most that one request may hold: more than that is never missed in the first one. */
  most: number;
}

/**
 * What is wrong with a file as a whole, worst first; `last` is the file of the same kind that was imported before it. A request
 * of a delivery is judged by itself, but for its count.
 */
export function judgeQuality(
  profile: ImportProfile,
  last: ImportProfile | null,
  delivery: Delivery = { rows: profile.rows, most: Number.POSITIVE_INFINITY },
): QualityReason[] {
  if (profile.rows === profile.refused) return [{ code: 'no_rows', found: 0, allowed: 1 }];
  const reasons: QualityReason[] = [];
  const hold = (code: QualityReason['code'], found: number, allowed: number, field?: string) => {
    // Shares are quotients: what is equal on paper may differ in the last bit.
    if (found > allowed + 1e-9) reasons.push({ code, found, allowed, ...(field ? { field } : {}) });
  };
  const least = last ? LEAST_OF_LAST * Math.min(last.rows, delivery.most) : 0;
  if (last && last.rows >= 5 * MINIMUM_SAMPLE && delivery.rows < least) {
    reasons.push({ code: 'count_drop', found: delivery.rows, allowed: Math.ceil(least) });
  }
  if (profile.rows < MINIMUM_SAMPLE) return reasons;
  hold('refused_share', share(profile.refused, profile.rows), MOST_REFUSED);
  hold('future_dates', share(profile.futureDates, profile.rows), MOST_FUTURE);
  hold('duplicates_share', share(profile.twice, profile.rows), MOST_TWICE);
  if (profile.bodies >= MINIMUM_SAMPLE) {
    hold('unknown_bodies', share(profile.unknownBodies, profile.bodies), MOST_UNKNOWN);
  }
  if (last && last.rows - last.refused >= MINIMUM_SAMPLE) {
    for (const field of Object.keys(last.filled).sort()) {
      hold('fill_drop', fillRate(last, field) - fillRate(profile, field), MOST_FILL_DROP, field);
    }
  }
  return reasons;
}
