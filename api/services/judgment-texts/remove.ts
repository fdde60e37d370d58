import { databaseTime } from '../../../db/queries/disclosures.ts';
import { eraseKey, findText, removeTextRow } from '../../../db/queries/judgment-texts.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { DECIDERS } from './confirm.ts';
import { recordFor, textChanged } from './record.ts';

/** Takes the text away, at once and by one person: its original is erased with its key, the record stays as it is. */
export async function removeText(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { record } = await recordFor(ctx, tx, id, DECIDERS, { lock: true });
    const row = await findText(tx, id);
    if (!row) throw new DomainError('resource.not_found');
    const { now } = await databaseTime(tx);
    await removeTextRow(tx, id);
    await eraseKey(tx, row.keyId, now);
    await textChanged(ctx, tx, record, { kind: 'text_removed', at: now, textSha256: null });
  });
}
