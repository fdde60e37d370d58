import { holdCase } from '../../../db/queries/cases.ts';
import { insertLink, memberCount, removeLinks } from '../../../db/queries/groups.ts';
import { LinkCases, UnlinkCases } from '../../contracts/groups.ts';
import { DomainError } from '../../domain/errors.ts';
import { MOST_MEMBERS } from '../../domain/group.ts';
import { beginAct, conclude } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { otherCase } from './other-case.ts';

/**
 * Says of two cases that they are alike, or takes another into the mass complaint that this one leads. Officials alone see it;
 * nothing of either case changes.
 * @throws DomainError as beginAct; request.invalid {other}
 */
export async function link(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'link', LinkCases, raw);
  const { head, official } = act;
  const bad = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'other', code }] });
  const { head: other } = await otherCase(ctx, input.other, 'other', head.id);
  if (input.kind === 'member') {
    if (other.handlerId !== head.handlerId) throw bad('merge_handler');
    if (other.respondentNowId !== head.respondentNowId) throw bad('merge_respondent');
  }
  // Two that are alike are linked once, whichever was open.
  const [caseId, otherId] = input.kind === 'member' || head.id < other.id ? [head.id, other.id] : [other.id, head.id];
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, head.id);
    if (!held) throw new DomainError('resource.not_found');
    if (input.kind === 'member' && (await memberCount(tx, head.id)) >= MOST_MEMBERS) throw bad('members_full');
    if (!(await insertLink(tx, { kind: input.kind, caseId, otherId, by: official.id, at: held.now })))
      throw bad('linked_before');
    const payload = { kind: input.kind, other: other.id };
    await conclude(tx, ctx, act, held, { event: 'linked', payload, clocks: null, template: null });
  });
  return { number: head.number };
}

/** Takes the link away again. */
export async function unlink(ctx: Ctx, number: string, raw: unknown): Promise<{ number: string }> {
  const { act, input } = await beginAct(ctx, number, 'unlink', UnlinkCases, raw);
  const { head, official } = act;
  const { head: other } = await otherCase(ctx, input.other, 'other', head.id);
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, head.id);
    const removed = held ? await removeLinks(tx, head.id, other.id, { by: official.id, at: held.now }) : [];
    if (!held || removed.length === 0) throw new DomainError('resource.not_found');
    const payload = { kind: removed[0]?.kind ?? '', other: other.id };
    await conclude(tx, ctx, act, held, { event: 'unlinked', payload, clocks: null, template: null });
  });
  return { number: head.number };
}
