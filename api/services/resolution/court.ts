import { randomUUID } from 'node:crypto';
import { insertCourt } from '../../../db/queries/resolution.ts';
import { RecordCourt } from '../../contracts/resolution.ts';
import { type Acted, acted, beginAct, change, commitment, conclude, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { notAfter } from './dates.ts';

/** 府院联动: the dispute is before, in or after court. Every entry stays; the newest of a stage holds. */
export async function court(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'court', RecordCourt, raw);
  const { stage, outcome, onDate, number: courtNumber, text } = input;
  notAfter(act.head.today, onDate, 'onDate');
  const { id: caseId, handlerId } = act.head;
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const words = { ...(courtNumber ? { number: courtNumber } : {}), ...(text ? { text } : {}) };
    const sealed = seal(ctx, act.key, words, `case/${caseId}/court/${id}`);
    const by = { bodyId: handlerId ?? '', userId: act.official.id, at: changed.now };
    await insertCourt(tx, { id, caseId, stage, outcome, onDate, sealed, ...by });
    const payload = { court: id, stage, outcome, onDate, commitment: commitment(act.key, JSON.stringify(words)) };
    await conclude(tx, ctx, act, changed, { event: 'court_recorded', payload, clocks: null });
  });
  return acted(act);
}
