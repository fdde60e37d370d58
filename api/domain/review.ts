import type { CaseInstance, CaseKind } from './case.ts';
import type { Body } from './directory.ts';
import type { Directory } from './duty.ts';
import type { Matter } from './matter.ts';
import { nextPlaceUp, superiorOf } from './routing-place.ts';
import { leadAt } from './routing-table.ts';

/** What asking again leads to: 复查 after the first answer, 复核 after that, then nothing (信访条例 arts 34–36). */
export const nextInstance = (instance: CaseInstance): 'review' | 'recheck' | null =>
  instance === 'first' ? 'review' : instance === 'review' ? 'recheck' : null;

export interface ReviewQuestion {
  handlerId: string;
  respondentId: string; // as it is today
  watchingId: string | null;
  kind: CaseKind;
  matter: Matter;
  on: string;
}

/**
 * Who looks at it again: the lead of the next place up by that place's table; for a rated service the body that watches it.
 * Never the body complained of, never the one that has answered. Null: nobody in this directory stands above it.
 */
export function reviewerOf(directory: Directory, question: ReviewQuestion): Body | null {
  const handler = directory.bodies.get(question.handlerId);
  const respondent = directory.bodies.get(question.respondentId);
  if (!handler || !respondent) return null;
  const fits = (body: Body | null): body is Body =>
    body !== null && body.id !== handler.id && (body.id !== respondent.id || question.kind === 'service');
  if (question.kind === 'service') {
    const watching = question.watchingId ? (directory.bodies.get(question.watchingId) ?? null) : null;
    if (fits(watching)) return watching;
    const superior = superiorOf(directory, handler, question.on);
    return fits(superior) ? superior : null;
  }
  for (let place = nextPlaceUp(directory, handler.division); place !== null; place = nextPlaceUp(directory, place)) {
    const lead = leadAt(directory, question.matter, place, respondent, question.on).body;
    if (fits(lead)) return lead;
  }
  return null;
}

/** 信访条例 arts 34 and 35: within 30 days of receiving the answer. Counted like a clock, from the day after it. */
export const REVIEW_WINDOW = { length: 30, unit: 'calendar_day' } as const;
