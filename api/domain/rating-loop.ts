import { type Rate, rate } from './report.ts';

/**
 * 差评闭环: what follows a bad rating. 国办发〔2019〕51号 三(三): it is contacted within one working day, checked, put right,
 * answered within five and looked at again; the clocks are rules of the place (db/reference/clocks/rules.ts, service.*).
 */
export const LOOP_STEPS = ['contacted', 'verified', 'rectified', 'looked_again'] as const;
export type LoopStep = (typeof LOOP_STEPS)[number];

/** How the rater was reached. `no_contact`: none was left, so the counter itself was looked into. */
export const CONTACT_WAYS = ['phone', 'message', 'in_person', 'not_reached', 'no_contact'] as const;
/** 核实. Unfounded is not set aside: that takes a review of its own. */
export const LOOP_FINDINGS = ['valid', 'partly', 'unfounded'] as const;
export const RECTIFIED = ['done', 'planned'] as const;
/** 回访 by the superior: does what was said to be changed hold? */
export const LOOKS = ['kept', 'not_kept'] as const;
export const OUTCOMES: Readonly<Record<LoopStep, readonly string[]>> = {
  contacted: CONTACT_WAYS,
  verified: LOOP_FINDINGS,
  rectified: RECTIFIED,
  looked_again: LOOKS,
};

/** 申诉复核: the two reasons for which a rating may be set aside; "unpleasant" is none. */
export const REVIEW_REASONS = ['mistaken', 'malicious'] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
export const REVIEW_STATES = ['proposed', 'set_aside', 'refused', 'restored'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * Who may decide on setting aside: never the proposer, and nobody of the rated body as long as a body stands above it.
 * @returns the reason against it, or null
 */
export function reviewRefusal(who: {
  proposer: boolean;
  /** Holds any role for the rated body itself. */
  ofRatedBody: boolean;
  /** Holds the role of a superior over it. */
  above: boolean;
  /** A body stands above the rated one. */
  hasSuperior: boolean;
  /** Approves for the rated body: enough only where nobody stands above it. */
  approver: boolean;
}): 'own_proposal' | 'own_body' | 'role' | null {
  if (who.proposer) return 'own_proposal';
  if (who.hasSuperior) return who.ofRatedBody ? 'own_body' : who.above ? null : 'role';
  return who.above || who.approver ? null : 'role';
}

/** Counts of bad ratings, as one query gives them (db/queries/rating-loop.ts). */
export interface LoopCounts {
  /** All bad ratings, those set aside among them. */
  bad: number;
  setAside: number;
  /** Left a contact: an answer is owed to somebody, whether the rating was set aside or not. */
  realName: number;
  realNameAnswered: number;
  /** Of the real-name ones: not answered, and the clock is over. */
  realNameLate: number;
  /** Not set aside and put right. */
  rectified: number;
  /** Not set aside, not put right, and the clock is over. */
  rectifyLate: number;
}

export interface LoopFigures extends LoopCounts {
  /** Bad and not set aside: unchecked ones count as valid. */
  valid: number;
  /** 实名差评回复率, to be 100 %: part real-name ones answered, total real-name ones. */
  answered: Rate;
  /** 有效差评整改率, to be 100 %: part put right, total valid ones. */
  putRight: Rate;
}

/** The two figures of the loop with numerator, denominator and interval. Pure: whoever shows them passes the counts. */
export function loopFigures(counts: LoopCounts): LoopFigures {
  const valid = counts.bad - counts.setAside;
  return {
    ...counts,
    valid,
    answered: rate(counts.realNameAnswered, counts.realName),
    putRight: rate(counts.rectified, valid),
  };
}
