import type { CaseExtras } from '../../../../db/queries/case-extras.ts';
import { type ExplanationQuestion, explanationContext } from '../../complaints/ask-explanation.ts';
import { opinionContext } from '../../complaints/ask-opinion.ts';
import type { Open } from './answers.ts';

export type ConsultedState = 'open' | 'overdue' | 'given';

/** Derived on the day of asking. */
export const consultedState = (row: { dueOn: string; givenOn: string | null }, today: string): ConsultedState =>
  row.givenOn !== null ? 'given' : today > row.dueOn ? 'overdue' : 'open';

interface Consulted {
  id: string;
  body: string | null;
  askedAt: Date;
  dueOn: string;
  givenOn: string | null;
  state: ConsultedState;
  question: string;
  text: string | null;
}
export type OpinionsView = Consulted[];
export interface ExplanationsView extends Consulted {
  reference: string;
  /** What went along with the question. */
  released: string[];
  shared: boolean;
}

const opener =
  (open: Open) =>
  (base64: string | null, context: string): { text?: string } | null =>
    base64 === null ? null : (open(Buffer.from(base64, 'base64'), context) as { text?: string });

/** Opinions of supporting bodies, for the officials of the case; they are in no view of the complainant. */
export function opinionViews(
  extras: CaseExtras,
  caseId: string,
  today: string,
  open: Open,
  name: (id: string | null) => string | null,
): OpinionsView {
  const read = opener(open);
  return extras.opinions.map((row) => {
    const context = opinionContext(caseId, row.id);
    return {
      id: row.id,
      body: name(row.bodyId),
      askedAt: new Date(row.askedAt),
      dueOn: row.dueOn,
      givenOn: row.givenOn,
      state: consultedState(row, today),
      question: read(row.question, context)?.text ?? '',
      text: read(row.opinion, `${context}/given`)?.text ?? null,
    };
  });
}

/** Written explanations of the body complained of, for the officials of the case. */
export function explanationViews(
  extras: CaseExtras,
  caseId: string,
  today: string,
  open: Open,
  name: (id: string | null) => string | null,
): ExplanationsView[] {
  const read = opener(open);
  return extras.explanations.map((row) => {
    const context = explanationContext(caseId, row.id);
    return {
      id: row.id,
      reference: row.reference,
      body: name(row.bodyId),
      askedAt: new Date(row.askedAt),
      dueOn: row.dueOn,
      givenOn: row.givenOn,
      state: consultedState(row, today),
      released: row.released,
      question: (read(row.question, context) as ExplanationQuestion | null)?.text ?? '',
      text: read(row.answer, `${context}/given`)?.text ?? null,
      shared: row.shared,
    };
  });
}
