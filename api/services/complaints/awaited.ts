/** Stand-ins until domain/routing.ts and domain/deadline.ts have their functions; this file goes with them. */
import type { Calendar } from '../../domain/calendar.ts';
import type { CaseKind } from '../../domain/case.ts';
import type { ClockRule, PlannedClock } from '../../domain/deadline.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Directory, Routing, RoutingQuestion } from '../../domain/routing.ts';

export function route(question: RoutingQuestion, directory: Directory): Routing {
  const respondent = directory.bodies.get(question.respondentId);
  if (!respondent) throw new DomainError('routing.unknown_respondent');
  const handler =
    [...directory.bodies.values()].find((body) => body.role === 'development_reform' && body.id !== respondent.id) ??
    null;
  return {
    respondent,
    respondentNow: respondent,
    handler,
    accepting: null,
    watching: null,
    supporting: [],
    basis: [],
    steps: [],
  };
}

export const plannedClocks = (
  _kind: CaseKind,
  _rules: readonly ClockRule[],
  _divisions: readonly string[],
  _filedOn: string,
  _calendar: Calendar,
): PlannedClock[] => [];
