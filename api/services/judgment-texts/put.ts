import { databaseTime } from '../../../db/queries/disclosures.ts';
import { eraseKey, findText, putTextRow } from '../../../db/queries/judgment-texts.ts';
import { PutJudgmentText } from '../../contracts/judgment-text.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { recordFor, takesText, textChanged } from './record.ts';
import { keyOf, newKey, openLists, sealOriginal, sealText } from './sealed.ts';

/**
 * Puts the text of a judgment beside its record, or another in its place: anonymised by the rules, the original sealed. Nobody
 * outside reads it before a second person has approved it. A text that is public already is hidden at once, for what is wrong
 * in it may be somebody's name. Names that persons added to the former text are kept, its original is erased with its key.
 * @throws DomainError disclosure.no_text for kinds without a court and for records at their end
 */
export async function putText(ctx: Ctx, id: string, input: unknown): Promise<{ textSha256: string; changes: boolean }> {
  const asked = parse(PutJudgmentText, input);
  return ctx.db.transaction(async (tx) => {
    const { official, record } = await recordFor(ctx, tx, id, ['publisher'], { lock: true });
    if (!takesText(record)) throw new DomainError('disclosure.no_text');
    const { now } = await databaseTime(tx);
    const before = await findText(tx, id);
    const known = before ? openLists(ctx, await keyOf(ctx, tx, before.keyId), before) : { names: [], keep: [] };
    const lists = { names: [...new Set([...known.names, ...asked.names])], keep: known.keep };
    const { id: keyId, key } = await newKey(ctx, tx);
    const { set, text } = sealText(ctx, id, key, asked.text, lists);
    const sealedOriginal = sealOriginal(ctx, id, key, asked.text);
    await putTextRow(tx, { disclosureId: id, keyId, sealedOriginal, ...set, putBy: official.id, putAt: now });
    if (before) await eraseKey(tx, before.keyId, now);
    await textChanged(ctx, tx, record, { kind: 'text_put', at: now, textSha256: set.publicSha256 });
    return { textSha256: set.publicSha256.toString('hex'), changes: text !== asked.text };
  });
}
