import type { z } from 'zod';
import type { AnswerCase } from '../../contracts/casework.ts';
import { DomainError, type FieldError } from '../../domain/errors.ts';

type Given = z.output<typeof AnswerCase>['answers'];
/** The answer to one demand, as it is kept while it waits and as it is sent. */
export interface AnswerWords {
  demandId: string;
  outcome: Given[number]['outcome'];
  text: string;
  legalGround?: string | undefined;
  promisedOn?: string | undefined;
}

/**
 * One answer for every demand, in the order of the demands.
 * @throws DomainError case.demands_unanswered | request.invalid
 */
export function answersOf(
  given: Given,
  demands: readonly { id: string; position: number }[],
  today: string,
): AnswerWords[] {
  const byDemand = new Map(given.map((a, i) => [a.demandId.toLowerCase(), { ...a, i }]));
  const missing: FieldError[] = demands
    .filter((demand) => !byDemand.has(demand.id))
    .map((demand) => ({ path: `answers.${demand.position - 1}.text`, code: 'required' }));
  if (missing.length > 0) throw new DomainError('case.demands_unanswered', { fields: missing });
  const wrong: FieldError[] = [...byDemand.values()].flatMap((a) => [
    ...(demands.some((d) => d.id === a.demandId.toLowerCase())
      ? []
      : [{ path: `answers.${a.i}.demandId`, code: 'invalid_value' }]),
    ...(a.promisedOn && a.promisedOn < today ? [{ path: `answers.${a.i}.promisedOn`, code: 'date_past' }] : []),
  ]);
  if (byDemand.size !== given.length) wrong.push({ path: 'answers', code: 'invalid_value' });
  if (wrong.length > 0) throw new DomainError('request.invalid', { fields: wrong });
  return demands.map((demand) => {
    const { i: _, ...words } = byDemand.get(demand.id)!;
    return { ...words, demandId: demand.id };
  });
}
