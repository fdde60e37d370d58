import type { Tx } from '../../../db/client.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import {
  answerItem,
  findHandover,
  type HandoverItemRow,
  type HandoverRow,
  handoverItems,
  signHandoverRow,
} from '../../../db/queries/handover.ts';
import { AnswerHandover } from '../../contracts/handover.ts';
import { parse } from '../../contracts/parse.ts';
import { COMMITMENT_READERS, holdsFor, SAME } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { UUID } from '../uuid.ts';
import { TAKING_OVER } from './roles.ts';

/** Both sides and those above them see a list. @throws DomainError resource.not_found */
export async function seenHandover(ctx: Ctx, tx: Tx | Ctx['db'], id: string, lock = false): Promise<HandoverRow> {
  const row = UUID.test(id) ? await findHandover(tx, id, { lock }) : null;
  const reaches = await reachesOf(ctx);
  if (!row || !holdsFor(ctx.actor, COMMITMENT_READERS, [row.bodyId, row.incomingId], reaches)) {
    throw new DomainError(ctx.actor.kind === 'official' ? 'resource.not_found' : 'auth.required');
  }
  return row;
}

/** Whether the actor speaks for the incoming side: of that very body, and not the one who made the list. */
export const takesOver = (ctx: Ctx, row: HandoverRow): boolean =>
  holdsFor(ctx.actor, TAKING_OVER, [row.incomingId], SAME) && nameOf(ctx.actor) !== row.madeBy;

async function taken(
  ctx: Ctx,
  id: string,
  act: (row: HandoverRow, items: HandoverItemRow[], now: Date, tx: Tx) => Promise<void>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await seenHandover(ctx, tx, id, true);
    if (!holdsFor(ctx.actor, TAKING_OVER, [row.incomingId], SAME)) throw new DomainError('auth.forbidden');
    if (nameOf(ctx.actor) === row.madeBy) throw new DomainError('commitment.second_person_required');
    if (row.signedAt) {
      throw new DomainError('commitment.transition_refused', { params: { action: 'sign', state: 'signed' } });
    }
    const { now } = await databaseTime(tx);
    await act(row, await handoverItems(tx, id), now, tx);
  });
}

/** The incoming side confirms a line, or contests it with a reason; until the list is signed it can say otherwise. */
export async function answerHandover(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const answer = parse(AnswerHandover, input);
  await taken(ctx, id, async (row, items, now, tx) => {
    const item = items.find((one) => one.position === answer.position);
    if (!item) throw new DomainError('request.invalid', { fields: [{ path: 'position', code: 'invalid_value' }] });
    const by = { answeredBy: nameOf(ctx.actor), answeredAt: now };
    const reason = answer.answer === 'contested' ? answer.reason : null;
    await answerItem(tx, id, item.position, { state: answer.answer, reason, ...by });
    await appendEvent(tx, {
      subjectKind: 'handover',
      subjectId: id,
      kind: answer.answer,
      actor: ctx.actor,
      bodyId: row.incomingId,
      at: now,
      payload: { position: item.position, kind: item.kind, subject: item.subjectId },
    });
  });
}

/**
 * Signs the list off. Every line was confirmed or contested; each commitment of it keeps an event that it was handed over, and
 * what was contested is owed all the same (domain.md "Who handles" 1). @throws DomainError request.invalid handover_open
 */
export async function signHandover(ctx: Ctx, id: string): Promise<void> {
  await taken(ctx, id, async (row, items, now, tx) => {
    if (items.some((one) => one.state === 'open')) {
      throw new DomainError('request.invalid', { fields: [{ path: 'lines', code: 'handover_open' }] });
    }
    await signHandoverRow(tx, id, nameOf(ctx.actor), now);
    const contested = items.filter((one) => one.state === 'contested').length;
    await appendEvent(tx, {
      subjectKind: 'handover',
      subjectId: id,
      kind: 'signed',
      actor: ctx.actor,
      bodyId: row.incomingId,
      at: now,
      payload: { lines: items.length, contested, sha256: row.sha256.toString('hex') },
    });
    for (const item of items.filter((one) => one.kind === 'commitment')) {
      await appendEvent(tx, {
        subjectKind: 'commitment',
        subjectId: item.subjectId,
        kind: 'handed_over',
        actor: ctx.actor,
        bodyId: row.incomingId,
        at: now,
        payload: { handover: id, answer: item.state },
      });
    }
  });
}
