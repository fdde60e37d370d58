/** Geometry of the line of milestones, in units of its view box: so narrow that words in it are read on a phone. */
export const WIDTH = 360;
const MARGIN = 16;

export interface Dot {
  x: number;
  /** Number of the milestone in the table. */
  n: number;
  state: 'done' | 'late' | 'open' | 'overdue';
}

/** Milestones spread by their dates; those of near dates stand at least a dot apart. `today` null: outside the line. */
export function milestoneLine(
  milestones: readonly { dueOn: string; doneOn: string | null }[],
  today: string,
): { dots: Dot[]; today: number | null } {
  const days = milestones.map((one) => Date.parse(one.dueOn));
  const first = Math.min(...days);
  const span = Math.max(...days) - first;
  const inner = WIDTH - 2 * MARGIN;
  const at = (day: number) => MARGIN + (span === 0 ? inner / 2 : ((day - first) / span) * inner);
  const apart = Math.min(28, inner / Math.max(1, milestones.length - 1));
  const xs = days.map(at);
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i] ?? 0, (xs[i - 1] ?? 0) + apart);
  const over = Math.max(0, (xs.at(-1) ?? 0) - (WIDTH - MARGIN));
  const dots = milestones.map((one, i): Dot => {
    const state = one.doneOn ? (one.doneOn > one.dueOn ? 'late' : 'done') : today > one.dueOn ? 'overdue' : 'open';
    return { x: Math.max(MARGIN, (xs[i] ?? 0) - over), n: i + 1, state };
  });
  const now = Date.parse(today);
  return { dots, today: now >= first && now <= first + span && span > 0 ? at(now) - over : null };
}
