import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import {
  findCommitmentKeys,
  insertCommitment,
  insertCommitmentVersion,
  type NewCommitment,
  putCommitmentSources,
  putMilestones,
} from '../../../db/queries/commitments.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { CommitmentDraft } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { type CommitmentFacts, type MilestoneFacts, nextDue } from '../../domain/commitment.ts';
import { commitmentKey } from '../../domain/commitment-key.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { requireRole } from '../officials/authorise.ts';
import { commitmentFacts, contentOf, draftMilestones, milestoneRows, sourcesOfContent } from './facts.ts';

/** Who owes on a day what a body promised: the body, or the last of its successors by then. */
export function owedBy(directory: Directory, bodyId: string, today: string): string {
  const met = new Set([bodyId]);
  for (const id of met) for (const one of directory.successionsFrom(id)) if (one.on <= today) met.add(one.successor);
  return [...met].at(-1) ?? bodyId;
}

/** Begins a commitment in the name of a body for which the author, or a body above it, is publisher. Seen by officials only. */
export async function draftCommitment(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const draft = parse(CommitmentDraft, input);
  const directory = await ctx.directory();
  const facts = commitmentFacts(directory, draft);
  const { today } = await databaseTime(ctx.db);
  const owedById = owedBy(directory, facts.bodyId, today);
  await requireRole(ctx, ['publisher'], owedById);
  return ctx.db.transaction((tx) => storeCommitment(tx, ctx.actor, facts, draftMilestones(draft), { owedById }));
}

/** Writes the row, its milestones, first version, sources and event. @throws DomainError request.invalid already_recorded */
export async function storeCommitment(
  tx: Tx,
  actor: Actor,
  facts: CommitmentFacts,
  milestones: readonly MilestoneFacts[],
  more: Pick<NewCommitment, 'owedById'> & Partial<NewCommitment> & { event?: string; key?: string },
): Promise<{ id: string }> {
  const { event = 'drafted', key: given, ...set } = more;
  const id = set.id ?? randomUUID();
  const key = given ?? commitmentKey(facts);
  if ((await findCommitmentKeys(tx, [key])).length > 0) {
    throw new DomainError('request.invalid', { fields: [{ path: 'title', code: 'already_recorded' }] });
  }
  const { now } = await databaseTime(tx);
  const by = nameOf(actor);
  const rows = milestoneRows(id, milestones);
  const state = set.state ?? 'draft';
  await insertCommitment(tx, {
    ...facts,
    id,
    state,
    naturalKey: key,
    nextDueOn: nextDue(
      facts,
      rows.map((one) => ({ ...one, doneOn: null })),
    ),
    createdBy: by,
    createdAt: now,
    ...set,
  });
  await putMilestones(tx, id, rows);
  const content = contentOf(facts, milestones);
  await insertCommitmentVersion(tx, {
    commitmentId: id,
    version: 1,
    content,
    reason: '',
    changedBy: by,
    changedAt: now,
  });
  await putCommitmentSources(tx, sourcesOfContent(id, content, by, now));
  await appendEvent(tx, {
    subjectKind: 'commitment',
    subjectId: id,
    kind: event,
    actor,
    bodyId: set.owedById,
    at: now,
    payload: { version: 1, state, kind: facts.kind },
  });
  return { id };
}
