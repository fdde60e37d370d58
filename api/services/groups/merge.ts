import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { endMerge, holdBoth, insertMerge, mergedInto, restoreState } from '../../../db/queries/groups.ts';
import { MergeCase, SplitCase } from '../../contracts/groups.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/official.ts';
import { type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import { rolesFor } from '../complaints/possible.ts';
import type { Ctx } from '../context.ts';
import { otherCase } from './other-case.ts';

/**
 * Merges a case into another about the same body at the same handler: they are dealt with together and answered each by
 * itself. Nobody sees the other's words. Merging wins no time: it goes into the case whose clock ends first, both clocks run
 * on, and each ends by its own answer.
 * @throws DomainError as beginAct; request.invalid {into}
 */
export async function merge(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'merge', MergeCase, raw);
  const { head, official } = act;
  const bad = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'into', code }] });
  const { head: into } = await otherCase(ctx, input.into, 'into', head.id);
  const roles = await rolesFor(ctx, into, 'merge');
  if (into.handlerId !== head.handlerId || !(roles.has('handler') || roles.has('intake'))) throw bad('merge_handler');
  if (into.respondentNowId !== head.respondentNowId) throw bad('merge_respondent');
  if (into.screening !== 'passed' || !['accepted', 'waiting'].includes(into.state)) throw bad('merge_state');
  if (head.dueOn !== null && (into.dueOn === null || into.dueOn > head.dueOn)) throw bad('merge_clock');
  await ctx.db.transaction(async (tx) => {
    const held = await holdBoth(tx, head.id, into.id);
    if (held.find((row) => row.id === into.id)?.state !== into.state) throw new DomainError('case.version_conflict');
    if ((await mergedInto(tx, head.id)).length > 0) throw new DomainError('case.version_conflict');
    const changed = await change(tx, act);
    const at = changed.now;
    await insertMerge(tx, { caseId: head.id, intoId: into.id, stateBefore: head.state, by: official.id, at });
    await told(tx, into.id, 'merge_received', ctx.actor, into.handlerId, at, { from: head.id });
    // Its clocks are left alone: they run on and are counted.
    await conclude(tx, ctx, act, changed, { event: 'merged', payload: { into: into.id }, clocks: null });
  });
  return acted(act);
}

/** Undoes a merge: the case is what it was, with the clocks that have run on. */
export async function split(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act } = await beginAct(ctx, number, 'split', SplitCase, raw);
  const { head, official } = act;
  const state = await ctx.db.transaction(async (tx) => {
    const [held] = await holdBoth(tx, head.id, head.id);
    const was = held ? await endMerge(tx, { caseId: head.id, by: official.id, at: held.now }) : null;
    if (!was) throw new DomainError('resource.not_found');
    const changed = await change(tx, act, { state: was.stateBefore });
    await conclude(tx, ctx, act, changed, { event: 'split', payload: { from: was.intoId }, clocks: null });
    return was.stateBefore;
  });
  return { ...acted(act), state };
}

/** The case into which others were merged is taken back: they stand by themselves again. In the caller's transaction. */
export async function splitAll(tx: Tx, intoId: string, at: Date): Promise<void> {
  for (const { caseId } of await mergedInto(tx, intoId)) {
    const [held] = await holdBoth(tx, caseId, caseId);
    const was = await endMerge(tx, { caseId, by: 'system', at });
    if (!was || held?.state !== 'merged') continue;
    await restoreState(tx, caseId, was.stateBefore);
    await told(tx, caseId, 'split', { kind: 'system' }, null, at, { from: intoId });
  }
}

const told = (
  tx: Tx,
  subjectId: string,
  kind: string,
  actor: Actor,
  bodyId: string | null,
  at: Date,
  payload: Record<string, string>,
) => appendEvent(tx, { subjectKind: 'case', subjectId, kind, actor, bodyId, at, payload });
