import { databaseTime, lockDisclosure } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { findDestination, messageHeads, tellAgain } from '../../../db/queries/sharing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { known, requireSharer } from './authorise.ts';

/**
 * Sends again what was refused, as the record stands now: the fault was the destination's, or lay in data beside the record. A
 * correction of the record does the same by itself. @throws DomainError auth.* | resource.not_found | request.invalid
 */
export async function sendAgain(ctx: Ctx, code: string, number: number): Promise<void> {
  const bodyId = await requireSharer(ctx);
  await ctx.db.transaction(async (tx) => {
    const destination = known(await findDestination(tx, code, { lock: true }));
    const [found] = Number.isSafeInteger(number) ? await messageHeads(tx, [number]) : [];
    if (!found || found.destinationId !== destination.id) throw new DomainError('resource.not_found');
    await lockDisclosure(tx, found.record);
    const [now] = await messageHeads(tx, [number]);
    if (now?.state !== 'rejected') {
      throw new DomainError('request.invalid', { fields: [{ path: 'number', code: 'message_settled' }] });
    }
    await tellAgain(tx, destination.id, found.record);
    const { now: at } = await databaseTime(tx);
    await appendEvent(tx, {
      subjectKind: 'sharing',
      subjectId: destination.id,
      kind: 'share_again',
      actor: ctx.actor,
      bodyId,
      at,
      payload: { destination: code, number },
    });
  });
}
