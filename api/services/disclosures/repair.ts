import { removeCorrection } from '../../../db/queries/disclosures.ts';
import { DisclosureRepair } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasClass, repairableFrom } from '../../domain/publication.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure } from './change.ts';

/**
 * 信用修复: the body has put it right, with performance shown and after the minimum of its class; publication ends and
 * the history stays for officials. A lost judgment is not repaired: what was performed is added to it by a correction.
 */
export async function repairDisclosure(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, performed, performedOn, reason } = parse(DisclosureRepair, input);
  await changeDisclosure(ctx, id, version, 'repair', async (record, { now, today }, tx) => {
    const from = repairableFrom(record.kind, record.publicationClass, record.decidedOn ?? today);
    if (!hasClass(record.kind) || (from !== null && from > today)) {
      throw new DomainError('disclosure.repair_too_early', { params: { from: from ?? '' } });
    }
    if (performedOn > today) {
      throw new DomainError('request.invalid', { fields: [{ path: 'performedOn', code: 'date_future' }] });
    }
    await removeCorrection(tx, id);
    return {
      set: { performed, performedOn, endedAt: now },
      event: 'repaired',
      payload: { performedOn },
      reason,
      keepVersion: true,
    };
  });
}
