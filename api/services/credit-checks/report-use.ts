import { reportUse } from '../../../db/queries/credit-checks.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { CreditCheckUse } from '../../contracts/credit-check.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { readCreditCheck } from './read.ts';

/**
 * 结果反馈: what came of a check, with its reason, once. @throws DomainError auth.* | resource.not_found | request.invalid |
 * setting.version_conflict where it was reported already
 */
export async function reportCreditUse(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { check } = await readCreditCheck(ctx, id);
  const { use, words } = parse(CreditCheckUse, input);
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const reported = await reportUse(tx, check.id, { use, words, by: nameOf(ctx.actor), at: now });
    if (!reported) throw new DomainError('setting.version_conflict');
    await appendEvent(tx, {
      subjectKind: 'credit_check',
      subjectId: check.id,
      kind: 'credit_use_reported',
      actor: ctx.actor,
      bodyId: check.bodyId,
      at: now,
      payload: { number: check.number, use },
    });
  });
}
