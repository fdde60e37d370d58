import { markDueSoon, markUnanswered } from '../../../db/queries/commitment-jobs.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import type { Deps } from '../context.ts';

/**
 * Thirty days before a date: one notice to the officials of the body that owes it, once for each date. The mark and the notice
 * are one transaction. Supervisors hear of registered promises that a body did not answer in time. Run by api/jobs.ts daily. @returns how many commitments were warned of
 */
export const warnOfCommitments = (deps: Pick<Deps, 'db'>): Promise<number> =>
  deps.db.transaction(async (tx) => {
    const { today } = await databaseTime(tx);
    const due = await markDueSoon(tx, today);
    for (const bodyId of new Set(due.map((one) => one.owedById))) {
      await enqueue(tx, 'notice.body', { bodyId, template: 'commitment.due' });
    }
    for (const bodyId of new Set(await markUnanswered(tx, today))) {
      await enqueue(tx, 'notice.body', { bodyId, template: 'commitment.unanswered' });
    }
    return due.length;
  });
