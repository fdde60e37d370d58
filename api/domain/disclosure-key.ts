import { fold } from './chinese-text.ts';
import type { DisclosureKind } from './disclosure.ts';
import { parseJudgmentNumber } from './judgment-number.ts';

export interface KeyFacts {
  kind: DisclosureKind;
  bodyName: string;
  division: string;
  caseNumber: string | null;
  documentNumber: string | null;
  conduct: string | null;
  decidingBody?: string | null;
  period?: string | null;
  warningLevel?: string | null;
  subjectCode?: string | null;
}

/**
 * What makes two entries one: a judgment by its case number and the body (whether it stands here as a record or as a
 * typical case), a decision by its document number, an enforcement entry without a number by place, body and conduct, a
 * warning or an evaluation without a number by its period. Null where nothing identifies it; each draft is then its own.
 */
export function naturalKey(facts: KeyFacts): string | null {
  const body = fold(facts.bodyName);
  if (facts.kind === 'lost_judgment' || facts.kind === 'typical_case') {
    const number = numberKey(facts.caseNumber);
    return number ? `judgment:${number}:${body}` : null;
  }
  if (facts.kind === 'unperformed_judgment') {
    const number = numberKey(facts.caseNumber);
    return number
      ? `unperformed:${number}:${body}`
      : `unperformed:${facts.division}:${body}:${fold(facts.conduct ?? '')}`;
  }
  // The prefix of dishonesty records is older than the other kinds.
  const prefix = facts.kind === 'dishonesty_record' ? 'dishonesty' : facts.kind;
  const whom = facts.subjectCode ? fold(facts.subjectCode) : body;
  if (facts.documentNumber) return `${prefix}:${fold(facts.documentNumber)}:${whom}`;
  if (!facts.period) return null;
  return `${prefix}:${facts.division}:${whom}:${fold(facts.period)}:${fold(facts.decidingBody ?? '')}:${facts.warningLevel ?? ''}`;
}

function numberKey(text: string | null): string | null {
  if (!text) return null;
  const parsed = parseJudgmentNumber(text);
  return parsed.ok ? parsed.number.key : fold(text);
}

/** A name that the court itself made anonymous (某经济开发区管理委员会) is never a body of the directory. */
export const isAnonymousName = (name: string): boolean => name.includes('某');
