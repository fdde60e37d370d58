import { insertStage, stagesOf } from '../../../db/queries/payments.ts';
import { parse } from '../../contracts/parse.ts';
import { EnterStage } from '../../contracts/payment.ts';
import { PPP_STAGES } from '../../domain/commitment-kinds.ts';
import { changeCommitment } from '../commitments/change.ts';
import { bad } from '../commitments/report.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';

/**
 * A project enters its next stage, with the post that answers for it from then on: 项目责任回溯 goes along these rows. Stages
 * can be passed over (a project that began before the portal), never gone back. @throws DomainError request.invalid
 */
export async function enterStage(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, words, ...entry } = parse(EnterStage, input);
  await changeCommitment(ctx, id, version, 'enter_stage', async (row, { now, today }, tx) => {
    if (row.kind !== 'ppp_project') throw bad('stage', 'no_project');
    if (entry.enteredOn > today) throw bad('enteredOn', 'date_future');
    const last = (await stagesOf(tx, id)).at(-1);
    if (last && PPP_STAGES.indexOf(entry.stage) <= PPP_STAGES.indexOf(last.stage)) throw bad('stage', 'stage_back');
    if (last && entry.enteredOn < last.enteredOn) throw bad('enteredOn', 'date_past');
    const by = { writtenBy: nameOf(ctx.actor), writtenAt: now };
    await insertStage(tx, { ...entry, words: words ?? null, commitmentId: id, ...by });
    const { department, post } = entry;
    return {
      set: { department, post, facts: { ...row.facts, stage: entry.stage, [`${entry.stage}Post`]: post } },
      event: 'stage_entered',
      payload: { stage: entry.stage, enteredOn: entry.enteredOn },
      reason: entry.document,
      keepVersion: true,
    };
  });
}
