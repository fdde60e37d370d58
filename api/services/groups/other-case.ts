import { normaliseNumber } from '../../domain/case-number.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type OpenFile, openFile } from '../officials/open-file.ts';

/** A number as it is stored, or an alias of it, from what was typed. */
export const typedNumber = (typed: string): string =>
  normaliseNumber(typed) ?? typed.normalize('NFKC').trim().toUpperCase();

/**
 * The second case of an act, where the official may see it; one that is not there and one that is not theirs are one answer.
 * @throws DomainError request.invalid {path: case_unknown}
 */
export async function otherCase(ctx: Ctx, typed: string, path: string, notId: string): Promise<OpenFile> {
  const bad = (code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  const opened = await openFile(ctx, typedNumber(typed)).catch((error: unknown) => {
    throw error instanceof DomainError && error.code === 'resource.not_found' ? bad('case_unknown') : error;
  });
  if (opened.head.id === notId) throw bad('case_same');
  return opened;
}
