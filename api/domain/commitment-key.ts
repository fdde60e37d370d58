import { fold } from './chinese-text.ts';
import type { CommitmentFacts } from './commitment.ts';

/**
 * What makes two entries one: kind, body, document and title. Null without a document number: each draft is then its own, and a
 * table that is imported twice is found by its title and day.
 */
export function commitmentKey(
  facts: Pick<CommitmentFacts, 'kind' | 'bodyId' | 'documentNumber' | 'title' | 'madeOn' | 'facts'>,
): string {
  const number = facts.documentNumber ?? facts.facts.contractNumber ?? facts.madeOn;
  return `${facts.kind}:${facts.bodyId}:${fold(number)}:${fold(facts.title)}`;
}
