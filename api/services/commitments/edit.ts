import {
  findCommitmentKeys,
  milestonesOf,
  putCommitmentSources,
  putMilestones,
} from '../../../db/queries/commitments.ts';
import { CommitmentDraft, CommitmentStep } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { commitmentKey } from '../../domain/commitment-key.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { changeCommitment } from './change.ts';
import { owedBy } from './draft.ts';
import {
  changedFacts,
  commitmentFacts,
  contentOf,
  contentOfRow,
  draftMilestones,
  milestoneRows,
  sourcesOfContent,
} from './facts.ts';
import { bad } from './report.ts';

/** Rewrites a draft; the version before is kept. Who edits becomes an author, so the approver is still another person. */
export async function editCommitment(ctx: Ctx, id: string, step: unknown, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, step);
  const draft = parse(CommitmentDraft, input);
  const directory = await ctx.directory();
  const facts = commitmentFacts(directory, draft);
  const milestones = draftMilestones(draft);
  await changeCommitment(ctx, id, version, 'edit', async (row, { now, today }, tx) => {
    const content = contentOf(facts, milestones);
    const changed = changedFacts(contentOfRow(row, await milestonesOf(tx, id)), content);
    await putMilestones(tx, id, milestoneRows(id, milestones));
    await putCommitmentSources(tx, sourcesOfContent(id, content, nameOf(ctx.actor), now, changed));
    // A registered promise keeps the key that its registration has.
    const naturalKey = row.naturalKey.startsWith('registered:') ? row.naturalKey : commitmentKey(facts);
    if ((await findCommitmentKeys(tx, [naturalKey])).some((other) => other.id !== id))
      throw bad('title', 'already_recorded');
    return {
      set: { ...facts, naturalKey, owedById: owedBy(directory, facts.bodyId, today) },
      event: 'drafted',
      payload: { fields: changed },
      keepVersion: true,
    };
  });
}
