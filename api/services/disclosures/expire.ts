import { databaseTime, listOverdue } from '../../../db/queries/disclosures.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx, Deps } from '../context.ts';
import { changeDisclosure } from './change.ts';

/**
 * Ends publication where its last day has passed (信用修复管理办法: it ends by itself at the maximum). Run by api/jobs.ts
 * every hour and after each start, as the system; small steps, so that a stop loses nothing.
 * @returns how many ended
 */
export async function expireDisclosures(deps: Deps): Promise<number> {
  const ctx: Ctx = { ...deps, actor: { kind: 'system' }, locale: 'zh-CN', requestId: 'job:expire', source: '' };
  const { today } = await databaseTime(ctx.db);
  let ended = 0;
  for (;;) {
    const due = await listOverdue(ctx.db, today, 100);
    if (due.length === 0) return ended;
    let progress = 0;
    for (const record of due) {
      try {
        await changeDisclosure(ctx, record.id, record.version, 'expire', () => ({
          set: {},
          event: 'expired',
        }));
        progress += 1;
      } catch (error) {
        // An official changed it meanwhile: the next run sees it as it is then.
        if (!(error instanceof DomainError)) throw error;
      }
    }
    ended += progress;
    if (progress === 0) return ended;
  }
}
