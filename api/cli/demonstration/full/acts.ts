import { DomainError } from '../../../domain/errors.ts';
import type { World } from './world.ts';

/** Something that somebody did at some time to one thing (a case, a record, a promise). */
export interface Act {
  at: Date;
  /** Two acts on the same subject never run beside each other. */
  subject: string;
  run(): Promise<unknown>;
}

const TOGETHER = 8;
const SPAN = 3 * 3_600_000;

/** Working hours of a day so many days ago (UTC+8), by numbers that the caller draws. */
export function moment(base: Date, daysAgo: number, at: number): Date {
  const instant = new Date(base.getTime() - daysAgo * 86_400_000);
  const seconds = Math.floor(at * 8 * 3600);
  instant.setUTCHours(1, 0, seconds, 0);
  return instant;
}

/** The legal date so many days ago (negative: ahead), as `moment` has it. */
export const dayAgo = (base: Date, daysAgo: number): string => legalDay(moment(base, daysAgo, 0));

/** The legal date of an instant. */
export const legalDay = (instant: Date): string =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * Carries acts out in the order of their times, some of one moment together, and notes how far it came: a run that was cut off
 * goes on there. What its last group had done already is refused by the verbs, and passed over.
 */
export async function carryOut(world: World, part: string, what: string, acts: readonly Act[]): Promise<void> {
  const ordered = acts
    .map((act, i) => ({ act, i }))
    .sort((a, b) => a.act.at.getTime() - b.act.at.getTime() || a.i - b.i);
  let done = world.done(part);
  let resumed = done > 0;
  if (done >= ordered.length) return;
  world.progress.begin(what, ordered.length, done);
  while (done < ordered.length) {
    const group: Act[] = [];
    const subjects = new Set<string>();
    for (let i = done; i < ordered.length && group.length < TOGETHER; i++) {
      const { act } = ordered[i]!;
      const first = group[0] ?? act;
      if (subjects.has(act.subject) || act.at.getTime() - first.at.getTime() > SPAN) break;
      subjects.add(act.subject);
      group.push(act);
    }
    await world.at(group.at(-1)!.at);
    const again = resumed;
    await Promise.all(
      group.map(async (act) => {
        try {
          await act.run();
        } catch (error) {
          if (!(again && error instanceof DomainError)) throw error;
        }
      }),
    );
    resumed = false;
    done += group.length;
    await world.note(part, done);
    world.progress.step(done);
  }
  world.progress.end();
}
