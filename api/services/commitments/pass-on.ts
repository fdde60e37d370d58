import { owedIds, owingBodies } from '../../../db/queries/commitment-jobs.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx, Deps } from '../context.ts';
import { changeCommitment } from './change.ts';
import { owedBy } from './draft.ts';

const BATCH = 200;

/**
 * Promises follow the body: where a succession has taken effect, what the predecessor owed is owed by the successor from now
 * on, with an event for each (优化营商环境条例 art. 31: reorganisation is no excuse). Run by api/jobs.ts; a second run finds
 * nothing. @returns how many passed on
 */
export async function passOnCommitments(deps: Deps): Promise<number> {
  const ctx: Ctx = { ...deps, actor: { kind: 'system' }, locale: 'zh-CN', requestId: 'job:pass-on', source: '' };
  const [{ today }, directory, bodies] = await Promise.all([
    databaseTime(ctx.db),
    ctx.directory(),
    owingBodies(ctx.db),
  ]);
  let passed = 0;
  for (const from of bodies) {
    const to = owedBy(directory, from, today);
    if (to === from) continue;
    let moved = 0;
    for (let ids = await owedIds(ctx.db, from, BATCH); ids.length > 0; ids = await owedIds(ctx.db, from, BATCH)) {
      let progress = 0;
      for (const id of ids) {
        try {
          await changeCommitment(ctx, id, null, 'pass_on', () => ({
            set: { owedById: to },
            event: 'passed_on',
            payload: { from, to },
          }));
          progress += 1;
        } catch (error) {
          // An official changed it meanwhile: the next run sees it as it is then.
          if (!(error instanceof DomainError)) throw error;
        }
      }
      moved += progress;
      if (progress === 0) break;
    }
    if (moved > 0) await enqueue(ctx.db, 'notice.body', { bodyId: to, template: 'commitment.passed_on' });
    passed += moved;
  }
  return passed;
}
