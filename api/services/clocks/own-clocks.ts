import type { CaseExtras } from '../../../db/queries/case-extras.ts';
import { sealedOf } from '../../../db/queries/case-extras.ts';
import type { CaseClock } from '../../../db/queries/case-file.ts';
import type { OwnClock, OwnFollowUp } from '../../contracts/casework.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { clockState, WINDOW_STEPS } from '../../domain/deadline.ts';
import { followUpState, SHOWN_TO_COMPLAINANT } from '../../domain/follow-up.ts';
import type { Locale } from '../context.ts';
import { extensionContext } from './extension-words.ts';

/** Clocks and dates of a case as its complainant sees them. */
export interface OwnClockReader {
  caseId: string;
  today: string;
  calendar: Calendar;
  locale: Locale;
  open(sealed: Buffer, context: string): Record<string, string>;
}

/** The clock that presses stands first, then those that run, then what is done or has not begun. */
export function ownClocks(clocks: readonly CaseClock[], reader: OwnClockReader): OwnClock[] {
  const order = ['overdue', 'due_soon', 'running', 'stopped', 'met', 'not_started'];
  return clocks
    .map((clock) => ownClock(clock, reader))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'));
}

function ownClock(clock: CaseClock, { caseId, today, calendar, locale, open }: OwnClockReader): OwnClock {
  const { step, length, unit, startedOn, stops } = clock;
  const approved = clock.extensions.filter((x) => x.approved);
  const extension = approved.reduce((sum, x) => sum + x.days, 0);
  // A right that was not used ends by itself.
  const lapsed = WINDOW_STEPS.includes(step) && clock.dueOn !== null && today > clock.dueOn;
  const endedOn = clock.endedOn ?? (lapsed ? clock.dueOn : null);
  const reading = clockState({ startedOn, endedOn, length, unit, stops, extension }, today, calendar);
  return {
    step,
    state: reading.state,
    length,
    unit,
    starts: clock.startsOnEvent,
    startedOn,
    dueOn: reading.dueOn,
    endedOn,
    used: reading.used,
    left: reading.left,
    stopped: reading.stopped,
    overdue: reading.overdue,
    provisional: reading.provisional,
    basis: (locale === 'en' ? clock.basisEn : null) ?? clock.basis,
    certainty: clock.certainty,
    onExpiry: clock.onExpiry,
    stops: stops.map(({ from, to }) => ({ from, to })),
    extensions: approved.map(({ id, days, decidedOn, from, to, reason }) => ({
      days,
      on: decidedOn,
      from,
      to,
      reason: reason ? (open(sealedOf(reason), extensionContext(caseId, id, 'reason')).text ?? null) : null,
    })),
  };
}

/** What was promised or set, open dates first; what is internal between bodies is left out. */
export function ownFollowUps(followUps: CaseExtras['followUps'], today: string, locale: Locale): OwnFollowUp[] {
  return followUps
    .filter((followUp) => SHOWN_TO_COMPLAINANT.includes(followUp.kind))
    .map((followUp) => ({
      kind: followUp.kind,
      state: followUpState(followUp, today),
      startedOn: followUp.startedOn,
      dueOn: followUp.dueOn,
      endedOn: followUp.endedOn,
      basis: (locale === 'en' ? followUp.basisEn : null) ?? followUp.basis,
      certainty: followUp.certainty,
    }))
    .sort((a, b) => Number(a.endedOn !== null) - Number(b.endedOn !== null) || a.dueOn.localeCompare(b.dueOn));
}
