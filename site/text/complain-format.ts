import { complain } from './complain.ts';
import { legalDateText } from './dates.ts';
import { fill, type Locale } from './locale.ts';

/** 1.5 MB, 320 KB. */
export function bytesText(bytes: number): string {
  const kb = bytes / 1024;
  return kb >= 1024 ? `${(kb / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(kb))} KB`;
}

interface Clock {
  step: string;
  length: number;
  unit: string;
  starts: string;
  due: string | null;
  basis: string;
}

/** "2026年12月5日前：决定是否受理", or "受理之后 10 个工作日内：…" where the clock starts later. */
export function clockText(clock: Clock, locale: Locale): string {
  const t = complain[locale];
  const step = t.clockSteps[clock.step] ?? clock.step;
  if (clock.due) return fill(t.dueBy, { date: legalDateText(clock.due, locale), step });
  return fill(t.dueAfter, {
    starts: t.starts[clock.starts] ?? clock.starts,
    length: clock.length,
    unit: t.unit[clock.unit] ?? clock.unit,
    step,
  });
}
