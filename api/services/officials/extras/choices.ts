import type { CaseHead } from '../../../../db/queries/case-file.ts';
import { caseActions } from '../../../../site/text/case-actions.ts';
import { releasable } from '../../../domain/explanation.ts';
import type { Locale } from '../../context.ts';
import type { PromiseView } from './answers.ts';
import type { ExplanationsView } from './consulted.ts';

export type Choice = { value: string; label: string; hint?: string };

/** Options of the forms of this file's topics, which come with the case: promises, bodies, explanations, what may go along. */
export function answerChoices(
  head: Pick<CaseHead, 'respondentId' | 'respondentNowId' | 'handlerId' | 'released' | 'assignments' | 'opinions'>,
  topics: {
    promises: readonly PromiseView[];
    explanations: readonly ExplanationsView[];
    demandOf: (answerId: string) => string;
  },
  locale: Locale,
  name: (id: string | null) => string | null,
): Record<string, Choice[]> {
  const t = caseActions[locale];
  const open = new Set(head.opinions.filter((opinion) => opinion.open).map((opinion) => opinion.bodyId));
  const accused = [head.respondentId, head.respondentNowId, head.handlerId];
  const supporting = head.assignments
    .filter((row) => row.role === 'supporting' && !row.to && !open.has(row.bodyId) && !accused.includes(row.bodyId))
    .map((row) => row.bodyId);
  return {
    'report_performance.answerId': topics.promises
      .filter((promise) => ['open', 'overdue', 'denied'].includes(promise.state))
      .map(({ answerId, promisedOn }) => ({ value: answerId, label: `${topics.demandOf(answerId)} · ${promisedOn}` })),
    'ask_opinion.bodyIds': [...new Set(supporting)].map((id) => ({ value: id, label: name(id) ?? '—' })),
    'ask_explanation.release': releasable([head.respondentId, head.respondentNowId], head.released).map((field) => ({
      value: field,
      label: t.options['ask_explanation.release']?.[field] ?? field,
    })),
    'share_explanation.explanationId': topics.explanations
      .filter((explanation) => explanation.text !== null && !explanation.shared)
      .map(({ id, reference, givenOn }) => ({ value: id, label: `${reference} · ${givenOn}` })),
  };
}
