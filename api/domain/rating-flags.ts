/**
 * Anomalies in the ratings of one service point: explained rules over counts, for a person to look at. A flag takes nothing out of
 * any figure. The limits are ours [local], with the reason beside each; a change of any of them is a new version.
 */
export const FLAG_KINDS = ['burst', 'one_source', 'uniform_praise'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];
/** explained: there is an ordinary reason; watched: nothing to do yet; looked_into: the point was visited or asked. */
export const FLAG_DECISIONS = ['explained', 'watched', 'looked_into'] as const;
export type FlagDecision = (typeof FLAG_DECISIONS)[number];

export const FLAG_RULES = {
  version: 1,
  burst: {
    /** Fewer on a day may well be one full hall. */
    least: 30,
    /** So many times the usual day: market days double or treble a counter, they do not quadruple it. */
    times: 4,
    /** Days looked back for what is usual, and how many of them must have ratings at all. */
    back: 28,
    known: 7,
  },
  oneSource: {
    /** Ratings that were not the first of their device at this point on this day (a keyed mark, no address). */
    least: 10,
    share: 0.5,
  },
  uniformPraise: {
    /** Days together, ending with the day. */
    days: 7,
    least: 40,
    /** Days before them that say how often this point gets the best level, and how many ratings they must hold. */
    back: 84,
    known: 100,
    /** All being of the best level by chance alone must be less likely than this. */
    chance: 0.001,
  },
} as const;

/** Counts of one day at one point; `levels` 1 to 5. */
export interface FlagDay {
  day: string; // legal date
  levels: Readonly<Record<number, number>>;
  repeated: number;
}

/** What a rule saw, as it stands on the card. */
export type FlagNumbers = Readonly<Record<string, number>>;

export interface Flag {
  kind: FlagKind;
  day: string;
  numbers: FlagNumbers;
}

const total = (day: FlagDay): number => Object.values(day.levels).reduce((sum, n) => sum + n, 0);
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** A day with several times the ratings of a usual one. Bad ones are told apart: people at a scandal are a burst too. */
function burst(history: readonly FlagDay[], today: FlagDay): FlagNumbers | null {
  const { least, times, back, known } = FLAG_RULES.burst;
  const count = total(today);
  const before = history.filter((d) => d.day < today.day && d.day >= dayBefore(today.day, back)).map(total);
  const usual = median(before.filter((n) => n > 0));
  if (count < least || before.filter((n) => n > 0).length < known || count < times * usual) return null;
  return {
    count,
    usual,
    times: Math.round((count / usual) * 10) / 10,
    bad: (today.levels[1] ?? 0) + (today.levels[2] ?? 0),
  };
}

/** Half of a day's ratings and more came from devices that had rated there before on that day. */
function oneSource(today: FlagDay): FlagNumbers | null {
  const { least, share } = FLAG_RULES.oneSource;
  const count = total(today);
  if (today.repeated < least || today.repeated < share * count) return null;
  return { count, repeated: today.repeated, percent: Math.round((today.repeated / count) * 100) };
}

/**
 * A week in which nobody gave less than the best level, at a point where that is not usual: the chance of it is share^count, the
 * share being that of the weeks before, drawn a little towards one half so that a spotless past proves nothing.
 */
function uniformPraise(history: readonly FlagDay[], today: FlagDay): FlagNumbers | null {
  const { days, least, back, known, chance } = FLAG_RULES.uniformPraise;
  const first = dayBefore(today.day, days - 1);
  const sum = (rows: readonly FlagDay[]) => ({
    all: rows.reduce((n, d) => n + total(d), 0),
    best: rows.reduce((n, d) => n + (d.levels[5] ?? 0), 0),
  });
  const week = sum(history.filter((d) => d.day >= first && d.day <= today.day));
  const past = sum(history.filter((d) => d.day < first && d.day >= dayBefore(first, back)));
  if (week.all < least || week.best < week.all || past.all < known) return null;
  const share = (past.best + 1) / (past.all + 2);
  const by = share ** week.all;
  if (by >= chance) return null;
  return {
    count: week.all,
    days,
    percent: Math.round(share * 100),
    past: past.all,
    oneIn: Math.min(1e9, Math.round(1 / by)),
  };
}

/** What the rules say of `day`. `history`: days with ratings at this point, `day` among them, in any order. */
export function flagsOf(history: readonly FlagDay[], day: string): Flag[] {
  const today = history.find((d) => d.day === day);
  if (!today) return [];
  const found: [FlagKind, FlagNumbers | null][] = [
    ['burst', burst(history, today)],
    ['one_source', oneSource(today)],
    ['uniform_praise', uniformPraise(history, today)],
  ];
  return found.flatMap(([kind, numbers]) => (numbers ? [{ kind, day, numbers }] : []));
}

/** Days of figures that the rules need before a day. */
export const FLAG_HISTORY = FLAG_RULES.uniformPraise.days + FLAG_RULES.uniformPraise.back;
