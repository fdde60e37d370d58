import { databaseTime } from '../../../db/queries/disclosures.ts';
import { findText, updateText } from '../../../db/queries/judgment-texts.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { ReviewJudgmentText } from '../../contracts/judgment-text.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Replacement } from '../../domain/redaction.ts';
import type { Ctx } from '../context.ts';
import { requireFreshFactor } from '../officials/authorise.ts';
import { DECIDERS } from './confirm.ts';
import { markShown, recordFor, takesText, textChanged } from './record.ts';
import { keyOf, openText, sealText, textOf } from './sealed.ts';

export interface TextReview {
  original: string;
  replacements: Replacement[];
  names: string[];
  keep: string[];
  /** Of the public text as it is shown: what the approval must carry. */
  textSha256: string;
  /** Names that were added and still stand in the public text, for the rules keep them where they name a judge or a lawyer. */
  standing: string[];
}

/**
 * Opens the original beside what the public would read, for who checks it: with a fresh code and a reason, both written down.
 * Where names that were missed or words that are no names come with it, the rules run again and a text that was public is
 * hidden until it is approved as it is now.
 * @throws DomainError auth.step_up | resource.not_found | disclosure.no_text where a record at its end would be changed
 */
export async function reviewText(ctx: Ctx, id: string, input: unknown): Promise<TextReview> {
  const { why, names, keep } = parse(ReviewJudgmentText, input);
  return ctx.db.transaction(async (tx) => {
    const { official, record } = await recordFor(ctx, tx, id, DECIDERS, { lock: true });
    requireFreshFactor(ctx);
    let row = await findText(tx, id);
    if (!row) throw new DomainError('resource.not_found');
    const { now } = await databaseTime(tx);
    const key = await keyOf(ctx, tx, row.keyId);
    let opened = openText(ctx, key, row);
    const lists = { names: names ?? opened.names, keep: keep ?? opened.keep };
    if (!same(lists.names, opened.names) || !same(lists.keep, opened.keep)) {
      if (!takesText(record)) throw new DomainError('disclosure.no_text');
      const approval = { approvedBy: null, approvedAt: null };
      const set = {
        ...sealText(ctx, id, key, opened.original, lists).set,
        ...approval,
        changedBy: official.id,
        changedAt: now,
      };
      await updateText(tx, id, set);
      row = { ...row, ...set };
      opened = openText(ctx, key, row);
      await textChanged(ctx, tx, record, { kind: 'text_changed', at: now, textSha256: set.publicSha256 });
    }
    const subject = { subjectKind: 'judgment_text', subjectId: id, field: 'original' };
    await logAccess(tx, { userId: official.id, ...subject, reason: why });
    await markShown(tx, row, official.id, now);
    const text = textOf(ctx, key, row);
    const standing = opened.names.filter((name) => text.includes(name));
    return { ...opened, standing, textSha256: row.publicSha256.toString('hex') };
  });
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word));
