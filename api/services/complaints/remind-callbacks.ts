import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { dueCallbacks, markReminded } from '../../../db/queries/resolution.ts';
import type { Deps } from '../context.ts';

const BATCH = 100;

/** Reminds, once, whoever was asked after closing and has said nothing. Runs daily (task remind:callbacks). */
export async function remindCallbacks(deps: Pick<Deps, 'db'>): Promise<number> {
  let reminded = 0;
  for (;;) {
    const count = await deps.db.transaction(async (tx) => {
      const due = await dueCallbacks(tx, BATCH);
      for (const { id, caseId, now, today } of due) {
        await markReminded(tx, id, today);
        const event = { subjectKind: 'case', subjectId: caseId, kind: 'callback_reminded' } as const;
        await appendEvent(tx, { ...event, actor: { kind: 'system' }, at: now, payload: {} });
        await enqueue(tx, 'notice.case', { caseId, template: 'case.callback_reminder' });
      }
      return due.length;
    });
    reminded += count;
    if (count < BATCH) return reminded;
  }
}
