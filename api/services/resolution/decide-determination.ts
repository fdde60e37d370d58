import { sendSubjectFiles } from '../../../db/queries/answers.ts';
import { decideDetermination, waitingDetermination } from '../../../db/queries/resolution.ts';
import { DecideDetermination } from '../../contracts/resolution.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Acted, acted, beginAct, change, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';

/**
 * Another person than the one who proposed it approves the determination or sends it back; the database holds them apart too.
 * @throws DomainError case.second_person_required
 */
export async function decideProposed(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'decide_determination', DecideDetermination, raw);
  const approved = input.decision === 'approved';
  const { id: caseId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const proposed = await waitingDetermination(tx, caseId);
    if (!proposed) throw new DomainError('case.version_conflict');
    if (proposed.proposedBy === act.official.id) throw new DomainError('case.second_person_required');
    const context = `case/${caseId}/determination/${proposed.id}/remark`;
    const sealedRemark = input.text ? seal(ctx, act.key, { text: input.text }, context) : null;
    const by = { decidedBy: act.official.id, decidedAt: changed.now };
    await decideDetermination(tx, proposed.id, { approved, ...by, sealedRemark });
    if (approved) await sendSubjectFiles(tx, proposed.id);
    const payload = { determination: proposed.id, finding: proposed.finding, determinedOn: proposed.determinedOn };
    const event = approved ? 'determined' : 'determination_returned';
    await conclude(tx, ctx, act, changed, { event, payload, clocks: null });
  });
  return acted(act);
}
