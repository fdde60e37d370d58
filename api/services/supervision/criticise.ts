import { randomUUID } from 'node:crypto';
import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { insertSupervisionNotice } from '../../../db/queries/supervision.ts';
import { CriticiseBody } from '../../contracts/resolution.ts';
import { normaliseNumber } from '../../domain/case-number.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Act, type Acted, acted, beginAct, change, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { openFile } from '../officials/open-file.ts';
import { superiorBody } from './superior-act.ts';

/**
 * 通报: a notice about the handling body, in the superior's own new words, on this case and others of the same body. How
 * many cases it rests on is counted, never typed. It stays among officials; publishing is a decision of its own.
 */
export async function criticise(ctx: Ctx, number: string, raw: unknown): Promise<Acted> {
  const { act, input } = await beginAct(ctx, number, 'criticise', CriticiseBody, raw);
  const { handlerId } = act.head;
  if (!handlerId) throw new DomainError('resource.not_found');
  const byBodyId = await superiorBody(ctx, act);
  const others = await sameHandler(ctx, act, input.others);
  await ctx.db.transaction(async (tx) => {
    const changed = await change(tx, act);
    const id = randomUUID();
    const { title, text: words } = input;
    const row = { id, byBodyId, bodyId: handlerId, title, words, issuedBy: act.official.id, issuedAt: changed.now };
    await insertSupervisionNotice(tx, row, [act.head.id, ...others]);
    const payload = { notice: id, body: handlerId, cases: others.length + 1 };
    for (const subjectId of others) {
      if (!(await holdCase(tx, subjectId))) continue;
      const event = { subjectKind: 'case', kind: 'criticised', actor: ctx.actor, bodyId: byBodyId } as const;
      await appendEvent(tx, { ...event, subjectId, at: changed.now, payload });
    }
    await conclude(tx, ctx, act, changed, { event: 'criticised', payload, clocks: null, bodyId: byBodyId });
  });
  return acted(act);
}

/** Other cases that the same body has, in the order in which they are locked. */
async function sameHandler(ctx: Ctx, act: Act, numbers: readonly string[]): Promise<string[]> {
  const ids = new Set<string>();
  for (const typed of new Set(numbers)) {
    const found = await openFile(ctx, normaliseNumber(typed) ?? typed).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'resource.not_found') return null;
      throw error;
    });
    if (found?.head.handlerId !== act.head.handlerId)
      throw new DomainError('request.invalid', { fields: [{ path: 'others', code: 'case_of_body' }] });
    if (found.head.id !== act.head.id) ids.add(found.head.id);
  }
  return [...ids].sort();
}
