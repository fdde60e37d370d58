import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { makeBatch } from './batch.ts';
import { hurryDelivery } from './endpoint.ts';
import { readReceipts } from './receipts.ts';
import { sendAgain } from './resend.ts';

export type SharingDone =
  | { done: 'made'; number: number; messages: number }
  | { done: 'nothing' }
  | { done: 'again' }
  | { done: 'hurried' }
  | { done: 'receipts'; report: Awaited<ReturnType<typeof readReceipts>> };

/** One act from the page of the queue: the button says which. `file`: the text of an uploaded file of receipts. */
export async function sharingByForm(
  ctx: Ctx,
  form: Record<string, unknown>,
  file: string | null,
): Promise<SharingDone> {
  const code = String(form.destination ?? '');
  if (file !== null) return { done: 'receipts', report: await readReceipts(ctx, code, file) };
  if (form.action === 'again') {
    await sendAgain(ctx, code, Number(form.number));
    return { done: 'again' };
  }
  if (form.action === 'hurry') {
    await hurryDelivery(ctx, code);
    return { done: 'hurried' };
  }
  if (form.action !== 'send') {
    throw new DomainError('request.invalid', { fields: [{ path: 'action', code: 'invalid_value' }] });
  }
  const made = await makeBatch(ctx, code);
  return made ? { done: 'made', number: made.number, messages: made.messages } : { done: 'nothing' };
}
