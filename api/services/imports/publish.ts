import {
  advancePublication,
  endPublication,
  inReviewAfter,
  orphanedPublications,
  releasePublication,
  startPublication,
  takePublication,
} from '../../../db/queries/import-publication.ts';
import { batchStates } from '../../../db/queries/imports.ts';
import { findOfficial, grantsOf } from '../../../db/queries/officials.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/official.ts';
import type { Ctx, Deps } from '../context.ts';
import { approveDisclosure } from '../disclosures/approve.ts';
import { requireRole } from '../officials/authorise.ts';
import { approveImport, publishable } from './apply.ts';
import { IMPORT_READERS, readableBatch } from './batch.ts';

/** Records that one request publishes by itself; more are a job's, and ask for a second word. */
export const AT_ONCE = 200;
/** Records between two looks at whether it was cancelled. */
const PORTION = 20;
const HELD = 120; // seconds

/**
 * A second person publishes what a batch brought: a few records at once, more by a job that goes on by itself. The press says
 * that records were looked at.
 * @returns how many are public already; null: a job is at it
 * @throws DomainError auth.* | request.invalid | import.second_person_required | import.state_refused where a job is at it
 */
export async function publishImport(ctx: Ctx, id: string, looked: boolean): Promise<number | null> {
  const { official, batch } = await publishable(ctx, id);
  const left = (await batchStates(ctx.db, batch.id)).in_review ?? 0;
  if (left <= AT_ONCE) return approveImport(ctx, id);
  if (!looked) throw new DomainError('request.invalid', { fields: [{ path: 'looked', code: 'look_first' }] });
  if (!(await startPublication(ctx.sql, id, official.id, left)))
    throw new DomainError('import.state_refused', { params: { state: 'publishing' } });
  await enqueue(ctx.db, 'import.publish', { batchId: id });
  return null;
}

/** Whoever may publish ends it; what is public stays so. @throws DomainError auth.* | import.state_refused where none runs */
export async function cancelPublication(ctx: Ctx, id: string): Promise<void> {
  const batch = await readableBatch(ctx, id);
  await requireRole(ctx, IMPORT_READERS, batch.publisherId);
  if (!(await endPublication(ctx.sql, id, 'cancelled')))
    throw new DomainError('import.state_refused', { params: { state: batch.state } });
}

/** Who pressed, with the roles of now: nobody publishes on after the role was taken. */
async function actorNow(deps: Pick<Deps, 'db'>, id: string): Promise<Actor | null> {
  const [official, grants] = await Promise.all([findOfficial(deps.db, { id }), grantsOf(deps.db, id)]);
  return official && !official.disabledAt ? { kind: 'official', id, name: official.name, grants } : null;
}

/**
 * Job: publishes on from the cursor, each record by the verb and the rules of a single one. What asks for a look of its own
 * (a text that must be read first, an attachment that is missing, a record that the same person wrote) is kept back.
 */
export async function runPublication(deps: Deps, batchId: string): Promise<void> {
  const order = await takePublication(deps.sql, batchId, HELD);
  if (!order) return;
  let { cursor } = order;
  try {
    for (;;) {
      const actor = await actorNow(deps, order.by);
      if (!actor) return void (await endPublication(deps.sql, batchId, 'stopped', 'auth.required'));
      const ctx: Ctx = { ...deps, actor, locale: 'zh-CN', requestId: 'job:publish', source: '' };
      const rows = await inReviewAfter(deps.sql, batchId, cursor, PORTION);
      const last = rows.at(-1);
      if (!last) return void (await endPublication(deps.sql, batchId, 'done'));
      let keptBack = 0;
      for (const { id, version } of rows) {
        const how = await approveOne(ctx, id, version);
        if (how === 'forbidden') return void (await endPublication(deps.sql, batchId, 'stopped', 'auth.forbidden'));
        if (how === 'kept_back') keptBack += 1;
      }
      cursor = last.id;
      if (!(await advancePublication(deps.sql, batchId, { cursor, keptBack, held: HELD }))) return;
    }
  } catch (error) {
    await releasePublication(deps.sql, batchId).catch(() => {}); // the queue tries again
    throw error;
  }
}

async function approveOne(ctx: Ctx, id: string, version: number): Promise<'published' | 'kept_back' | 'forbidden'> {
  try {
    await approveDisclosure(ctx, id, { version });
    return 'published';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    switch (error.code) {
      case 'service.unavailable':
      case 'service.internal':
        throw error;
      case 'auth.forbidden':
      case 'auth.required':
      case 'resource.not_found': // not seen any more
        return 'forbidden';
      case 'disclosure.version_conflict': // somebody decided this one meanwhile
      case 'disclosure.transition_refused':
        return 'published';
      default:
        return 'kept_back';
    }
  }
}

/** Job: takes up what a process left when it ended. */
export async function resumePublications(deps: Deps): Promise<void> {
  for (const id of await orphanedPublications(deps.sql)) await runPublication(deps, id);
}
