import { demandsOf } from '../../../db/queries/cases.ts';
import { insertReply, membersLeft, replyOf, takeItem } from '../../../db/queries/groups.ts';
import { GroupReply, type GroupReplyResult } from '../../contracts/groups.ts';
import { DomainError } from '../../domain/errors.ts';
import { REPLY_BATCH } from '../../domain/group.ts';
import { answer } from '../complaints/answer.ts';
import { beginAct, seal } from '../complaints/official-act.ts';
import type { Ctx } from '../context.ts';
import { openFile } from '../officials/open-file.ts';

interface ReplyWords {
  outcome: 'accepted' | 'partly' | 'not';
  text: string;
  legalGround?: string | undefined;
  promisedOn?: string | undefined;
}
const replyContext = (caseId: string, id: string): string => `case/${caseId}/group-reply/${id}`;
class Before extends Error {}

/**
 * One reply to every member of a group: cases merged into this one, and those of the mass complaint that it leads. Each gets
 * it as an answer of its own, sealed with its own key, with its own event, clocks and (where an administrator wants it) its own
 * release. A member is answered by a reply at most once; what a go did not reach, or refused, is tried when the id is sent again.
 * @throws DomainError as beginAct; request.invalid; submission.payload_differs where the id belongs to another group
 */
export async function replyToMany(ctx: Ctx, number: string, raw: unknown): Promise<GroupReplyResult> {
  const { act, input } = await beginAct(ctx, number, 'reply_group', GroupReply, raw);
  const { head, key, official } = act;
  const replyId = input.replyId.toLowerCase();
  let words: ReplyWords;
  const known = await replyOf(ctx.sql, replyId);
  if (known) {
    if (known.leadId !== head.id || known.writtenBy !== official.id)
      throw new DomainError('submission.payload_differs');
    words = JSON.parse(ctx.keys.open(key, known.sealed, replyContext(head.id, replyId)).toString('utf8'));
  } else {
    words = given(input, head.today);
    const sealed = seal(ctx, key, words, replyContext(head.id, replyId));
    const row = { id: replyId, leadId: head.id, sealed, writtenBy: official.id, bodyId: head.handlerId ?? '' };
    const made = await ctx.db.transaction((tx) => insertReply(tx, row));
    // The same form, sent twice at once: the other one is at work with the same id.
    if (!made) return replyToMany(ctx, number, { replyId });
  }
  const members = await membersLeft(ctx.sql, head.id, replyId);
  const open = members.filter((member) => !member.done);
  const items: GroupReplyResult['items'] = members
    .filter((member) => member.done)
    .map((member) => ({ number: member.number, result: 'before', code: null, reason: null }));
  for (const member of open.slice(0, REPLY_BATCH)) items.push(await one(ctx, replyId, member, words));
  return { replyId, items, left: Math.max(0, open.length - REPLY_BATCH) };
}

function given(input: Partial<ReplyWords>, today: string): ReplyWords {
  const { outcome, text, legalGround, promisedOn } = input;
  const fields = (['outcome', 'text'] as const)
    .filter((path) => input[path] === undefined)
    .map((path) => ({ path, code: 'required' }));
  if (promisedOn && promisedOn < today) fields.push({ path: 'promisedOn' as never, code: 'date_past' });
  if (fields.length > 0 || !outcome || !text) throw new DomainError('request.invalid', { fields });
  return { outcome, text, legalGround, promisedOn };
}

/** One member, in a transaction of its own: whatever happens to it happens to no other. */
async function one(
  ctx: Ctx,
  replyId: string,
  member: { id: string; number: string },
  words: ReplyWords,
): Promise<GroupReplyResult['items'][number]> {
  const said = { number: member.number, code: null, reason: null };
  try {
    const { head } = await openFile(ctx, member.number);
    const demands = await demandsOf(ctx.db, member.id);
    const answers = demands.map((demand) => ({ demandId: demand.id, ...present(words) }));
    const done = await answer(ctx, member.number, { version: head.version, answers }, async (tx) => {
      if (!(await takeItem(tx, replyId, member.id))) throw new Before();
    });
    return { ...said, result: done.proposed ? 'proposed' : 'answered' };
  } catch (error) {
    if (error instanceof Before) return { ...said, result: 'before' };
    if (!(error instanceof DomainError) || error.code.startsWith('service.')) throw error;
    return { ...said, result: 'refused', code: error.code, reason: String(error.params.reason ?? '') || null };
  }
}

const present = (words: ReplyWords): Record<string, unknown> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
