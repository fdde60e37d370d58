import type { Tx } from '../../../db/client.ts';
import {
  addClocks,
  type ClockRow,
  changeClock,
  clockCase,
  clocksOf,
  resumeClocks,
  stopClocks,
} from '../../../db/queries/case-clocks.ts';
import { refreshDue } from '../../../db/queries/follow-ups.ts';
import { dueOn, meets, ON_REQUEST, plannedClock, rulesFor } from '../../domain/deadline.ts';
import { divisionChain } from '../../domain/division-code.ts';
import type { Ctx } from '../context.ts';

/**
 * Starts, stops, resumes and ends the clocks of a case by what happened, in the caller's transaction, and keeps the
 * date by which lists sort. `done`: steps that this event fulfils besides those that wait for it.
 */
export async function runClocks(
  tx: Tx,
  ctx: Pick<Ctx, 'calendar' | 'clockRules' | 'directory'>,
  caseId: string,
  event: string,
  today: string,
  done: readonly string[] = [],
): Promise<void> {
  const calendar = await ctx.calendar();
  if (ON_REQUEST.includes(event)) await addRequested(tx, ctx, caseId, event, today);
  const clocks = await clocksOf(tx, caseId);
  for (const clock of clocks) {
    if (clock.endedOn !== null) continue;
    if (clock.startedOn === null && clock.startsOnEvent === event) await start(clock);
    if (clock.startedOn !== null && (meets(clock.stopEvent, event) || done.includes(clock.step))) await end(clock);
  }
  const running = clocks.filter((clock) => clock.startedOn !== null && clock.endedOn === null);
  if (event === 'asked') {
    const free = running.filter((clock) => !clock.stops.some((stop) => stop.to === null));
    await stopClocks(
      tx,
      free.map((clock) => clock.id),
      'waiting_for_material',
      today,
    );
  }
  if (event === 'supplied') await resume(running);
  await refreshDue(tx, caseId);

  async function start(clock: ClockRow): Promise<void> {
    const { date, provisional } = dueOn({ startedOn: today, length: clock.length, unit: clock.unit }, calendar);
    Object.assign(clock, { startedOn: today, dueOn: date });
    await changeClock(tx, clock.id, { startedOn: today, dueOn: date, provisional });
  }
  async function end(clock: ClockRow): Promise<void> {
    await resume([clock]);
    clock.endedOn = today;
    await changeClock(tx, clock.id, { endedOn: today });
  }
  /** The days of waiting do not count: the due date moves by them. */
  async function resume(stopped: ClockRow[]): Promise<void> {
    const waiting = stopped.filter((clock) => clock.stops.some((stop) => stop.to === null));
    await resumeClocks(
      tx,
      waiting.map((clock) => clock.id),
      today,
    );
    for (const clock of waiting) {
      clock.stops = clock.stops.map((stop) => ({ from: stop.from, to: stop.to ?? today }));
      const { date, provisional } = dueOn({ ...clock, startedOn: clock.startedOn ?? today }, calendar);
      clock.dueOn = date;
      await changeClock(tx, clock.id, { dueOn: date, provisional });
    }
  }
}

/** Review and recheck have clocks from the day on which they are asked for, by the rules of that day and of the handler's place. */
async function addRequested(
  tx: Tx,
  ctx: Pick<Ctx, 'calendar' | 'clockRules' | 'directory'>,
  caseId: string,
  event: string,
  today: string,
): Promise<void> {
  const [found, rules, directory, calendar] = await Promise.all([
    clockCase(tx, caseId),
    ctx.clockRules(),
    ctx.directory(),
    ctx.calendar(),
  ]);
  if (!found) return;
  const place = (found.handlerId && directory.bodies.get(found.handlerId)?.division) || found.division;
  const asked = rulesFor(rules, found.kind, divisionChain(place), today, found.channel);
  const made = asked.filter((rule) => rule.startEvent === event).map((rule) => plannedClock(rule, null, calendar));
  await addClocks(tx, caseId, made);
}
