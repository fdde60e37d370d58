/** 府院联动: where a dispute goes to court, and what came of it there. */
export const COURT_STAGES = ['before', 'during', 'after'] as const; // 诉前、诉中、诉后
export type CourtStage = (typeof COURT_STAGES)[number];

export const COURT_OUTCOMES = [
  'mediating', // 诉前: mediation runs
  'mediated',
  'not_mediated',
  'sued', // 诉中: taken in by the court
  'pending',
  'withdrawn',
  'settled',
  'for_complainant', // 诉后: judgment in effect
  'partly',
  'for_body',
  'performed',
  'enforcing',
] as const;
export type CourtOutcome = (typeof COURT_OUTCOMES)[number];

const OF_STAGE: Record<CourtStage, readonly CourtOutcome[]> = {
  before: ['mediating', 'mediated', 'not_mediated'],
  during: ['sued', 'pending', 'withdrawn', 'settled'],
  after: ['for_complainant', 'partly', 'for_body', 'performed', 'enforcing'],
};

export const fitsStage = (stage: CourtStage, outcome: CourtOutcome): boolean => OF_STAGE[stage].includes(outcome);
/** Before a court has taken a case in, it has no number. */
export const hasCourtNumber = (stage: CourtStage): boolean => stage !== 'before';

/** The newest entry of each stage, in the order of the stages. `entries` oldest first. */
export function currentStages<E extends { stage: CourtStage }>(entries: readonly E[]): E[] {
  return COURT_STAGES.flatMap((stage) => entries.filter((entry) => entry.stage === stage).slice(-1));
}
