import { saveReplyDraft } from '../../../db/queries/reply-draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { openFile } from './open-file.ts';
import { draftContext } from './read-case.ts';

const LONGEST = 200_000; // characters of JSON: twenty demands answered at length
const FIELDS = /^(answers\.\d{1,2}\.(text|legalGround|outcome|promisedOn)|reason|text|note)$/;

/**
 * Keeps a half-written reply on the server for 30 days, sealed with the key of the case, one per official and case.
 * @throws DomainError auth.required | resource.not_found | request.too_large
 */
export async function saveDraft(ctx: Ctx, number: string, form: Iterable<[string, unknown]>): Promise<{ at: Date }> {
  const { head, key, official } = await openFile(ctx, number);
  if (!key) throw new DomainError('case.erased');
  const values = Object.fromEntries(
    [...form].filter(([name, value]) => FIELDS.test(name) && typeof value === 'string' && value !== ''),
  );
  const plain = JSON.stringify(values);
  if (plain.length > LONGEST) throw new DomainError('request.too_large');
  const at = await saveReplyDraft(ctx.db, {
    owner: official.id,
    caseId: head.id,
    sealed: ctx.keys.seal(key, plain, draftContext(head.id)),
  });
  return { at };
}

/** The same where nothing may go wrong any more: whoever came too late keeps the words. @returns whether they are kept */
export async function keepDraft(ctx: Ctx, number: string, form: Iterable<[string, unknown]>): Promise<boolean> {
  try {
    await saveDraft(ctx, number, form);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
