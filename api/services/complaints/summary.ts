import { casework } from '../../../site/text/casework.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { fill } from '../../../site/text/locale.ts';
import type { OwnClock } from '../../contracts/casework.ts';
import type { CaseState, Screening, Verdict } from '../../domain/case.ts';
import type { Locale } from '../context.ts';

/** The sentence on top of a case: who has it, what comes next, by when, what the complainant must do. */
export function summary(
  facts: {
    state: CaseState;
    screening: Screening;
    handler: string | null;
    verdict: Verdict | null;
    clock: OwnClock | null;
    screenedBy: string;
  },
  locale: Locale,
): string {
  const t = casework[locale];
  const { state, screening, clock, verdict } = facts;
  const params = {
    handler: facts.handler ?? t.nobody,
    date: legalDateText(clock?.dueOn ?? facts.screenedBy, locale),
    days: clock?.overdue ?? 0,
    unit: t.units[clock?.unit === 'working_day' ? 'working_day' : 'calendar_day'] ?? '',
    verdict: t.verdicts[verdict ?? ''] ?? '',
  };
  const say = (key: string) => fill(t.summary[key] ?? t.summary[state] ?? '', params);
  if (screening === 'rejected' && state === 'filed') return say('rejected');
  if (screening === 'held' && state === 'filed')
    return fill(t.summary.held ?? '', { date: legalDateText(facts.screenedBy, locale) });
  if (state === 'filed' || state === 'accepted') {
    if (!clock?.dueOn) return say(`${state}_open`);
    if (clock.state === 'overdue') return say(`${state}_late`);
    if (state === 'filed') return say(clock.step === 'accept' ? 'filed' : 'filed_reply');
    return say(clock.step === 'review' || clock.step === 'recheck' ? `accepted_${clock.step}` : 'accepted');
  }
  return say((state === 'answered' || state === 'closed') && verdict ? `${state}_judged` : state);
}
