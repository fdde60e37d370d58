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

/** What is wrong with a file as a whole, worst first; `last` is the file of the same kind that was imported before it. */
export function judgeQuality(profile: ImportProfile, last: ImportProfile | null): QualityReason[] {
  if (profile.rows === profile.refused) return [{ code: 'no_rows', found: 0, allowed: 1 }];
  const reasons: QualityReason[] = [];
  const hold = (code: QualityReason['code'], found: number, allowed: number, field?: string) => {
    // Shares are quotients: what is equal on paper may differ in the last bit.
    if (found > allowed + 1e-9) reasons.push({ code, found, allowed, ...(field ? { field } : {}) });
  };
  if (last && last.rows >= 5 * MINIMUM_SAMPLE && profile.rows < LEAST_OF_LAST * last.rows) {
    reasons.push({ code: 'count_drop', found: profile.rows, allowed: Math.ceil(LEAST_OF_LAST * last.rows) });
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
