/** 信用审查 and 结果反馈: what it is asked for, what use was made of it, and how a list of names is read. Pure. */

/**
 * What an official asks for (选拔任用, 评优评先, 职务晋升: 001 二（四）; 绩效考核, 改革试点, 项目投资, 专项资金安排: 000 二（四）;
 * 招标投标, 政府采购, 债务融资: 004 items 4, 7, 9).
 */
export const CHECK_PURPOSES = [
  'award',
  'selection',
  'promotion',
  'appraisal',
  'pilot',
  'investment',
  'funds',
  'tender',
  'procurement',
  'financing',
  'other',
] as const;
export type CheckPurpose = (typeof CHECK_PURPOSES)[number];

/** What came of it: somebody was left out, it was weighed, or it made no difference. */
export const CHECK_USES = ['excluded', 'considered', 'none'] as const;
export type CheckUse = (typeof CHECK_USES)[number];

/** Bodies of one check. */
export const MOST_SUBJECTS = 200;

/** The lines of a list with their place in what was typed, without blank ones and repetitions. */
export function readSubjects(text: string): { line: number; typed: string }[] {
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((raw, i) => {
    const typed = raw
      .normalize('NFKC')
      .replace(/^\s*\d{1,3}[.、)]\s*/, '')
      .trim();
    if (typed === '' || seen.has(typed)) return [];
    seen.add(typed);
    return [{ line: i + 1, typed }];
  });
}

/** XS2026-000001: year and serial. */
export const checkNumber = (year: string, serial: number): string => `XS${year}-${String(serial).padStart(6, '0')}`;

/** The number as issued, from what was typed; null where it is none. */
export function normaliseCheckNumber(typed: string): string | null {
  const parts = /^XS(\d{4})-?(\d{6,9})$/.exec(typed.normalize('NFKC').replace(/\s/g, '').toUpperCase());
  return parts ? `XS${parts[1]}-${parts[2]}` : null;
}
