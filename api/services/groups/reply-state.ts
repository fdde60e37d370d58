import { membersLeft, replyOf } from '../../../db/queries/groups.ts';
import { refusal } from '../../domain/case-life.ts';
import { DomainError } from '../../domain/errors.ts';
import { officialFacts, rolesFor } from '../complaints/possible.ts';
import type { Ctx } from '../context.ts';
import { openFile } from '../officials/open-file.ts';

/** Members whose reason is looked up, one by one; further ones are counted only. */
const EXPLAINED = 50;

export interface ReplyState {
  replyId: string;
  done: string[];
  /** Not reached yet; `reason`: why the answer is not possible now, null where it is only a matter of going on. */
  open: { number: string; reason: string | null }[];
}

/** How far a group reply has come, for the page after it was sent. @throws DomainError resource.not_found */
export async function replyState(ctx: Ctx, number: string, replyId: string): Promise<ReplyState> {
  const { head } = await openFile(ctx, number);
  const known = /^[0-9a-f-]{36}$/i.test(replyId) ? await replyOf(ctx.sql, replyId) : null;
  if (!known || known.leadId !== head.id) throw new DomainError('resource.not_found');
  const members = await membersLeft(ctx.sql, head.id, replyId);
  const open: ReplyState['open'] = [];
  for (const { number: other, done } of members) {
    if (done) continue;
    open.push({ number: other, reason: open.length < EXPLAINED ? await why(ctx, other) : null });
  }
  return { replyId, done: members.filter((member) => member.done).map((member) => member.number), open };
}

async function why(ctx: Ctx, number: string): Promise<string | null> {
  try {
    const { head } = await openFile(ctx, number);
    const who = { side: 'official', roles: await rolesFor(ctx, head, 'answer') } as const;
    return refusal('answer', await officialFacts(ctx, head), who);
  } catch (error) {
    if (error instanceof DomainError) return 'role';
    throw error;
  }
}
