import { allClockRules, wholeCalendar } from '../../../db/queries/clocks.ts';
import { legalToday } from '../../../db/queries/filing.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import {
  type ChangeRow,
  changeRow,
  type MovedClock,
  moveChange,
  type OpenClock,
  openClocks,
  putMoved,
  setProvisional,
} from '../../../db/queries/settings.ts';
import type { Calendar, CountedDate } from '../../domain/calendar.ts';
import type { CaseChannel, CaseKind } from '../../domain/case.ts';
import { type ClockRule, type ClockUnit, dueOn, rulesFor } from '../../domain/deadline.ts';
import { divisionChain } from '../../domain/division-code.ts';
import { calendarWith, type ProposedCalendar, type ProposedRule, rulesWith } from '../../domain/proposed-setting.ts';
import type { Deps } from '../context.ts';

const PAGE = 5000;
/** A page that waits for the count must not wait long: what takes longer is left to the queue. */
const PATIENCE = 1500; // ms
const FIRST = '00000000-0000-0000-0000-000000000000';

export type PlanDeps = Pick<Deps, 'sql' | 'db'>;

/** How a clock would stand under a change. `overdue`: it is so today, and the change leaves it as it is. */
export interface Foreseen {
  rule: ClockRule | null;
  due: CountedDate | null;
  overdue: boolean;
}
/** Null where the change does not touch the clock. */
export type Foresee = (clock: OpenClock) => Foreseen | null;

/**
 * A changed rule holds for clocks that begin from then on and for those that run and are not overdue: a delay that happened is
 * not made undone by a longer rule, nor made worse by a shorter one. A holiday notice is another thing: it says what was a
 * working day, and recounts whatever is open. Rules and calendar are read from the database, not from a process's memory: a
 * change is counted by what holds now.
 */
export async function foresee(deps: PlanDeps, change: ChangeRow): Promise<Foresee> {
  const [rules, calendar, today] = await Promise.all([
    allClockRules(deps.db),
    wholeCalendar(deps.db),
    legalToday(deps.sql),
  ]);
  if (change.kind === 'calendar') {
    const coming = calendarWith(calendar, change.proposed as ProposedCalendar);
    const due = counter(coming);
    return (clock) => (clock.startedOn ? { rule: null, due: due(clock, clock), overdue: false } : null);
  }
  const proposed = change.proposed as ProposedRule;
  const coming = rulesWith(rules, proposed);
  const due = counter(calendar);
  const winners = new Map<string, ClockRule | null>();
  const winner = (clock: OpenClock): ClockRule | null => {
    const key = [clock.kind, clock.channel, clock.division].join('/');
    let found = winners.get(key);
    if (found === undefined) {
      const chain = clock.division ? divisionChain(clock.division) : [];
      const asked = rulesFor(coming, clock.kind as CaseKind, chain, today, clock.channel as CaseChannel);
      found = asked.find((rule) => rule.step === proposed.step) ?? null;
      winners.set(key, found);
    }
    return found;
  };
  return (clock) => {
    const rule = winner(clock);
    // A rule that comes in reaches the clocks of its place; one that ends, those that were counted by it.
    const touched = proposed.rule ? rule?.id === proposed.rule.id : clock.ruleId === proposed.ends;
    if (!touched || !rule || rule.id === clock.ruleId) return null;
    if (isOverdue(clock, today, calendar)) return { rule: null, due: null, overdue: true };
    return { rule, due: clock.startedOn ? due(clock, rule) : null, overdue: false };
  };
}

/** By the rule that it has. One that stands still (waiting for the complainant) is not made overdue by waiting. */
function isOverdue(clock: OpenClock, today: string, calendar: Calendar): boolean {
  const { startedOn, length, extension, stops } = clock;
  if (startedOn === null || clock.dueOn === null || clock.dueOn >= today) return false;
  const counted = { startedOn, length, unit: clock.unit as ClockUnit, extension, stops };
  return !stops.some((stop) => stop.to === null) || dueOn(counted, calendar, today).date < today;
}

/** Many clocks began on the same day with the same length: each such date is counted once. */
function counter(calendar: Calendar): (clock: OpenClock, by: { length: number; unit: string }) => CountedDate {
  const known = new Map<string, CountedDate>();
  return (clock, { length, unit }) => {
    const counted = { startedOn: clock.startedOn ?? '', length, unit: unit as ClockUnit };
    const all = { ...counted, extension: clock.extension, stops: clock.stops };
    const key = JSON.stringify(all);
    const due = known.get(key) ?? dueOn(all, calendar);
    known.set(key, due);
    return due;
  };
}

/**
 * Looks at every open clock that the change may touch and writes down those that move. Can be run again at any time: what
 * it finds is the same or newer. `until`: gives up after so many milliseconds. @returns whether it came to the end
 */
export async function scan(deps: PlanDeps, change: ChangeRow, until = Number.POSITIVE_INFINITY): Promise<boolean> {
  const began = performance.now();
  const see = await foresee(deps, change);
  const proposed = change.proposed as ProposedRule;
  const of = change.kind === 'calendar' ? null : { step: proposed.step, kind: proposed.caseKind };
  let looked = 0;
  for (let after = FIRST, more = true; more; ) {
    const page = await openClocks(deps.sql, after, PAGE, of);
    looked += page.length;
    const moved: MovedClock[] = [];
    const fixed: { id: string; provisional: boolean }[] = [];
    for (const clock of page) {
      const seen = see(clock);
      if (!seen) continue;
      const { overdue } = seen;
      const newDue = overdue ? clock.dueOn : (seen.due?.date ?? null);
      if (seen.rule || newDue !== clock.dueOn || overdue)
        moved.push({ clockId: clock.id, caseId: clock.caseId, step: clock.step, oldDue: clock.dueOn, newDue, overdue });
      else if (seen.due && seen.due.provisional !== clock.provisional)
        fixed.push({ id: clock.id, provisional: seen.due.provisional });
    }
    await putMoved(deps.sql, change.id, moved);
    if (change.state === 'applying') {
      for (const is of [true, false])
        await setProvisional(
          deps.sql,
          fixed.filter((f) => f.provisional === is).map((f) => f.id),
          is,
        );
    }
    after = page.at(-1)?.id ?? after;
    more = page.length === PAGE;
    if (more && performance.now() - began > until) return false;
  }
  if (change.state === 'counting')
    await moveChange(deps.db, change.id, 'counting', { state: 'proposed', clocks: looked });
  return true;
}

/** Counts at once where it is quick, else leaves it to the queue (task clocks.plan). */
export async function planSoon(deps: PlanDeps, id: string): Promise<void> {
  const change = await changeRow(deps.db, id);
  if (!change) return;
  if (!(await scan(deps, change, PATIENCE))) await enqueue(deps.db, 'clocks.plan', { changeId: id });
}

/** The queue's part of it. */
export async function planChange(deps: PlanDeps, id: string): Promise<void> {
  const change = await changeRow(deps.db, id);
  if (change?.state === 'counting') await scan(deps, change);
}
