import { type CaseExtras, sealedOf } from '../../../../db/queries/case-extras.ts';
import type { CaseClock, CaseExtension } from '../../../../db/queries/case-file.ts';
import type { OwnClock, OwnFollowUp } from '../../../contracts/casework.ts';
import { WINDOW_STEPS } from '../../../domain/deadline.ts';
import { followUpState } from '../../../domain/follow-up.ts';
import { type DaysLeft, daysLeft } from '../../../domain/running-clock.ts';
import { extensionContext } from '../../clocks/extension-words.ts';
import { type OwnClockReader, ownClocks } from '../../clocks/own-clocks.ts';

/** An extension as officials read it, whatever became of it. */
export interface ExtensionView extends Omit<CaseExtension, 'reason' | 'decision'> {
  reason: string | null;
  decision: string | null;
}

/** A clock as the complainant sees it, with what only officials see. */
export interface ClockView extends Omit<OwnClock, 'extensions'> {
  /** Days left of a clock that runs, as the inbox shows them. */
  days: DaysLeft | null;
  approved: OwnClock['extensions'];
  extensions: ExtensionView[];
  /** Further days of extension that the rule allows. */
  extendable: number;
}
export type FollowUpView = OwnFollowUp & { subjectId: string; body: string | null };

export function clockViews(clocks: readonly CaseClock[], reader: OwnClockReader): ClockView[] {
  return ownClocks(clocks, reader).map(({ extensions: approved, ...own }) => {
    const clock = clocks.find((c) => c.step === own.step);
    const given = approved.reduce((sum, extension) => sum + extension.days, 0);
    const runs = own.dueOn !== null && own.endedOn === null && own.state !== 'stopped';
    const pressing = runs && own.dueOn !== null && !WINDOW_STEPS.includes(own.step);
    return {
      ...own,
      approved,
      days: pressing && own.dueOn ? daysLeft(reader.today, own.dueOn, own.unit, reader.calendar) : null,
      extensions: (clock?.extensions ?? []).map((extension) => {
        const words = (part: 'reason' | 'decision'): string | null => {
          const sealed = extension[part];
          if (!sealed) return null;
          return reader.open(sealedOf(sealed), extensionContext(reader.caseId, extension.id, part)).text ?? null;
        };
        return { ...extension, reason: words('reason'), decision: words('decision') };
      }),
      extendable: runs && own.state !== 'overdue' ? Math.max(0, (clock?.maxExtension ?? 0) - given) : 0,
    };
  });
}

export const followUpViews = (
  followUps: CaseExtras['followUps'],
  today: string,
  name: (id: string | null) => string | null,
): FollowUpView[] =>
  followUps.map((followUp) => ({
    kind: followUp.kind,
    state: followUpState(followUp, today),
    startedOn: followUp.startedOn,
    dueOn: followUp.dueOn,
    endedOn: followUp.endedOn,
    basis: followUp.basis,
    certainty: followUp.certainty,
    subjectId: followUp.subjectId,
    body: name(followUp.forBodyId),
  }));
