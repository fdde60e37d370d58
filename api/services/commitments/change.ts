import type { Tx } from '../../../db/client.ts';
import {
  type CommitmentRow,
  commitmentAuthors,
  decisionsOf,
  findCommitment,
  insertCommitmentVersion,
  milestonesOf,
  type NewCommitment,
  updateCommitment,
} from '../../../db/queries/commitments.ts';
import { databaseTime, findDisclosure } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { commitmentEnded } from '../../../db/queries/open-data-endings.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { commitmentVisibleTo, nextDue, PUBLIC_STATES } from '../../domain/commitment.ts';
import {
  type CommitmentAction,
  type CommitmentLife,
  checkCommitmentAction,
} from '../../domain/commitment-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { settledDay } from '../payments/schedule.ts';
import { UUID } from '../uuid.ts';
import { contentOfRow } from './facts.ts';

/** Steps after which what is open in money may be another. */
const MONEY: ReadonlySet<CommitmentAction> = new Set([
  'pay',
  'take_back',
  'report',
  'approve_changed',
  'approve_corrected',
]);
const ENDED: readonly string[] = ['honoured', 'broken', 'withdrawn'];

/** Who wrote it, who proposed what is open, and who published the record that a proposal of breach rests on. */
export async function commitmentLife(tx: Tx | Ctx['db'], id: string): Promise<CommitmentLife> {
  const [authors, decisions] = await Promise.all([commitmentAuthors(tx, id), decisionsOf(tx, id)]);
  const open = decisions.find((one) => one.state === 'proposed');
  const record = open?.disclosureId ? await findDisclosure(tx, open.disclosureId) : null;
  return {
    authors,
    proposer: open?.proposedBy ?? null,
    determiners: record?.publisherId ? [record.publisherId] : [],
  };
}

/** Cached pages that show a commitment. */
export const commitmentTags = (row: Pick<CommitmentRow, 'id' | 'bodyId' | 'owedById'>): string[] => [
  'commitments',
  `commitment:${row.id}`,
  ...new Set([`body:${row.bodyId}`, `body:${row.owedById}`]),
];

export interface CommitmentChange {
  set?: Partial<NewCommitment>;
  event: string;
  payload?: EventPayload;
  /** Why, in words: kept with the version. */
  reason?: string;
  /** A version is kept where facts changed or the commitment became public. */
  keepVersion?: boolean;
}
export interface Moment {
  now: Date;
  today: string;
}

/**
 * One step of the life: authorise, check the state, then one transaction with the row (conditional on the version that the
 * caller saw; null: whatever it is now), the event, the kept version and the cached pages. `next_due_on` follows the dates.
 * @throws DomainError resource.not_found, commitment.version_conflict and those of checkCommitmentAction
 */
export async function changeCommitment(
  ctx: Ctx,
  id: string,
  version: number | null,
  action: CommitmentAction,
  plan: (row: CommitmentRow, time: Moment, tx: Tx) => CommitmentChange | Promise<CommitmentChange>,
): Promise<CommitmentRow> {
  const reaches = await reachesOf(ctx);
  return ctx.db.transaction(async (tx) => {
    const row = UUID.test(id) ? await findCommitment(tx, id, { lock: true }) : null;
    const seen = row ? commitmentVisibleTo(ctx.actor, row, reaches) : 'none';
    if (!row || seen === 'none' || seen === 'tombstone') {
      throw new DomainError(ctx.actor.kind === 'public' ? 'auth.required' : 'resource.not_found');
    }
    const state = checkCommitmentAction(ctx.actor, action, row, await commitmentLife(tx, id), reaches);
    const time = await databaseTime(tx);
    const change = await plan(row, time, tx);
    const milestones = await milestonesOf(tx, id);
    const facts = { ...row, ...change.set };
    if (MONEY.has(action)) facts.settledOn = await settledDay(tx, id, facts, milestones, time.today);
    const after = await updateCommitment(tx, id, version ?? row.version, {
      state,
      ...change.set,
      settledOn: facts.settledOn,
      nextDueOn: nextDue(facts, milestones),
      ...(ENDED.includes(state) && !row.endedAt ? { endedAt: time.now } : {}),
    });
    if (!after) throw new DomainError('commitment.version_conflict');
    await appendEvent(tx, {
      subjectKind: 'commitment',
      subjectId: id,
      kind: change.event,
      actor: ctx.actor,
      bodyId: after.owedById,
      at: time.now,
      payload: { version: after.version, state: after.state, action, ...change.payload },
    });
    if (change.keepVersion) {
      await insertCommitmentVersion(tx, {
        commitmentId: id,
        version: after.version,
        content: contentOfRow(after, milestones),
        reason: change.reason ?? '',
        changedBy: nameOf(ctx.actor),
        changedAt: time.now,
      });
    }
    if (PUBLIC_STATES.includes(row.state) && !PUBLIC_STATES.includes(after.state)) await commitmentEnded(tx, id);
    const open = [row, after].some((one) => PUBLIC_STATES.includes(one.state));
    if (open) await invalidate(tx, [...new Set([...commitmentTags(row), ...commitmentTags(after)])]);
    return after;
  });
}
