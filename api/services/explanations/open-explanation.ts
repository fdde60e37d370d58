import { type ExplanationFile, explanationFile } from '../../../db/queries/explanations.ts';
import { DomainError } from '../../domain/errors.ts';
import { EXPLANATION_REFERENCE } from '../../domain/explanation.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, type Official, requireOfficial } from '../officials/authorise.ts';

/** Who speaks for the body complained of. */
export const EXPLAINERS: readonly OfficialRole[] = ['intake', 'handler'];

export interface OpenExplanation {
  official: Official;
  row: ExplanationFile;
  key: Buffer;
}

/**
 * A request by its own number, for the officials of the body that was asked. The case behind it is not opened: what it is,
 * who filed it and what else is in it stay unknown here.
 * @throws DomainError auth.required | resource.not_found | case.erased
 */
export async function openExplanation(ctx: Ctx, reference: string): Promise<OpenExplanation> {
  const official = requireOfficial(ctx);
  const typed = reference.trim().toUpperCase();
  const row = EXPLANATION_REFERENCE.test(typed) ? await explanationFile(ctx.sql, typed) : null;
  if (!row || !(await bodiesOf(ctx, EXPLAINERS)).has(row.bodyId)) throw new DomainError('resource.not_found');
  if (!row.wrapped) throw new DomainError('case.erased');
  return { official, row, key: ctx.keys.unwrap(row.keyId, row.wrapped, row.keyVersion) };
}
