import { type Rate, rate } from './report.ts';

/** 群众代表评议: a panel, a questionnaire, one link each, results with the response rate. */
export const APPRAISAL_STATES = ['draft', 'open', 'closed', 'published'] as const;
export type AppraisalState = (typeof APPRAISAL_STATES)[number];
export const SECTORS = [
  'deputy',
  'committee',
  'enterprise',
  'resident',
  'expert',
  'media',
  'association',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];
export const QUESTION_KINDS = ['scale', 'words'] as const;

export interface Question {
  id: string; // q1, q2 …
  kind: (typeof QUESTION_KINDS)[number];
  text: string;
}
/** 5 is the best; the levels of 好差评. */
export const LEVELS = [5, 4, 3, 2, 1] as const;
/** Fewer people asked than this make no panel, fewer answers no result. */
export const LEAST_PANEL = 10;
export const LEAST_ANSWERS = 10;
export const MOST_PANEL = 1000;
/** Days before the end on which whoever has not answered is reminded, once. */
export const REMIND_DAYS = 3;

export interface QuestionResult {
  id: string;
  /** Answers by level, 5 first. */
  counts: number[];
  answered: number;
  mean: number | null; // two decimals
  /** Levels 3 to 5 of all answers to it. */
  satisfied: Rate;
}
export interface AppraisalResults {
  answers: number;
  questions: QuestionResult[];
}

/** @returns null where too few answered for anything to be told but how many that were */
export function resultsOf(
  questions: readonly Question[],
  answers: readonly Readonly<Record<string, number>>[],
): AppraisalResults | null {
  if (answers.length < LEAST_ANSWERS) return null;
  const results = questions
    .filter((question) => question.kind === 'scale')
    .map(({ id }): QuestionResult => {
      const given = answers.flatMap((answer) => answer[id] ?? []);
      const counts = LEVELS.map((level) => given.filter((one) => one === level).length);
      const sum = given.reduce((a, b) => a + b, 0);
      return {
        id,
        counts,
        answered: given.length,
        mean: given.length === 0 ? null : Math.round((100 * sum) / given.length) / 100,
        satisfied: rate(given.filter((level) => level >= 3).length, given.length),
      };
    });
  return { answers: answers.length, questions: results };
}
