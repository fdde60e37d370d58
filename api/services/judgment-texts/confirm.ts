import type { Tx } from '../../../db/client.ts';
import { findText, updateText } from '../../../db/queries/judgment-texts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { keyOf, textOf } from './sealed.ts';

/** Who checks a text and approves it. */
export const DECIDERS: readonly OfficialRole[] = ['publisher', 'approver'];

/**
 * Approves the text of a record where it has one, in the transaction that publishes it. The caller says which text was read;
 * it must be the one that stands there now, and that this very person was shown beside the original.
 * @param textSha256 hexadecimal
 * @returns what the event keeps of it
 * From here on the text lies in the clear: it is public. @throws DomainError disclosure.text_not_shown | disclosure.second_person_required for who put the text
 */
export async function confirmText(
  ctx: Pick<Ctx, 'keys'>,
  tx: Tx,
  disclosureId: string,
  by: string,
  textSha256: string | undefined,
  at: Date,
): Promise<{ textSha256?: string }> {
  const row = await findText(tx, disclosureId);
  if (!row && textSha256 === undefined) return {};
  const now = row?.publicSha256.toString('hex');
  if (!row || textSha256 !== now) throw new DomainError('disclosure.text_not_shown');
  if (row.putBy === by) throw new DomainError('disclosure.second_person_required');
  if (row.approvedAt) return { textSha256: now };
  if (row.shownTo !== by || !row.shownSha256?.equals(row.publicSha256)) {
    throw new DomainError('disclosure.text_not_shown');
  }
  const publicText = textOf(ctx, await keyOf(ctx, tx, row.keyId), row);
  await updateText(tx, disclosureId, { approvedBy: by, approvedAt: at, publicText });
  return { textSha256: now };
}
