import { databaseTime } from '../../../db/queries/disclosures.ts';
import { findText } from '../../../db/queries/judgment-texts.ts';
import { ApproveJudgmentText } from '../../contracts/judgment-text.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { confirmText, DECIDERS } from './confirm.ts';
import { recordFor, textChanged } from './record.ts';

/**
 * A second person approves a text that was put beside a record which is public already; a text that comes with a record in
 * review is approved with it (services/disclosures/approve.ts).
 * @throws DomainError as confirmText; disclosure.transition_refused for a record that is not public
 */
export async function approveText(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { textSha256 } = parse(ApproveJudgmentText, input);
  await ctx.db.transaction(async (tx) => {
    const { official, record } = await recordFor(ctx, tx, id, DECIDERS, { lock: true });
    if (record.state !== 'published') throw new DomainError('disclosure.transition_refused');
    const row = await findText(tx, id);
    if (!row) throw new DomainError('resource.not_found');
    const { now } = await databaseTime(tx);
    await confirmText(ctx, tx, id, official.id, textSha256, now);
    await textChanged(ctx, tx, record, { kind: 'text_approved', at: now, textSha256: row.publicSha256 });
  });
}
