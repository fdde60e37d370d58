import { ANSWER_OUTCOMES, type CaseKind } from './case.ts';

/** Which answers a second person releases (复核签发). Null: of every kind, with every outcome. */
export interface AnswerRule {
  kind: CaseKind | null;
  outcome: (typeof ANSWER_OUTCOMES)[number] | null;
}

/** States of an answer that waits for its release. */
export const PROPOSAL_STATES = ['pending', 'released', 'returned', 'replaced'] as const;
export const ATTACHMENT_PURPOSES = ['answer', 'performance', 'explanation', 'settlement', 'determination'] as const;

const matches = (rule: AnswerRule, kind: CaseKind, outcomes: readonly string[]): boolean =>
  (rule.kind === null || rule.kind === kind) && (rule.outcome === null || outcomes.includes(rule.outcome));

/** An answer to several demands is one letter: one outcome that needs an approver holds all of it back. */
export const needsRelease = (rules: readonly AnswerRule[], kind: CaseKind, outcomes: readonly string[]): boolean =>
  rules.some((rule) => matches(rule, kind, outcomes));

/** Each rule once, in the order of the tuples: so that two versions can be compared. */
export function orderedRules(rules: readonly AnswerRule[]): AnswerRule[] {
  const rank = (rule: AnswerRule) => `${rule.kind ?? ''} ${rule.outcome ? ANSWER_OUTCOMES.indexOf(rule.outcome) : ''}`;
  const known = new Map(rules.map((rule) => [rank(rule), { kind: rule.kind, outcome: rule.outcome }]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule);
}
