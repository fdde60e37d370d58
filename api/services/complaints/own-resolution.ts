import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { OwnResolution } from '../../contracts/resolution.ts';
import { nextInstance, reviewerOf } from '../../domain/review.ts';
import type { Ctx } from '../context.ts';
import { resolutionView } from '../officials/extras/resolution.ts';
import { reviewUntil } from './ask-review.ts';
import { type OwnParts, ownSubjectFiles } from './own-demands.ts';

const orNull = (text: string): string | null => text || null;

/** How the dispute stands, as the complainant may see it: every field is named here. */
export async function ownResolution(ctx: Ctx, head: CaseHead, own: OwnParts): Promise<OwnResolution> {
  const view = resolutionView(head, own.extras.resolution, own.open, own.name);
  const debt = view.debts.at(-1);
  return {
    orders: view.orders.map(({ by, issuedOn, dueOn, reading, shown, entries }) => ({
      by,
      issuedOn,
      dueOn,
      reading,
      text: shown ? orNull(entries.find((entry) => entry.kind === 'ordered')?.text ?? '') : null,
    })),
    settlements: view.settlements.map(({ id, reading, parties, text, signedOn, total, late, instalments }) => ({
      reading,
      parties,
      text,
      signedOn,
      total,
      late,
      files: ownSubjectFiles(own, id),
      instalments: instalments.map((one) => ({
        id: one.id,
        amount: one.amount,
        dueOn: one.dueOn,
        paidOn: one.paidOn,
        received: one.received,
        reading: one.reading,
      })),
    })),
    court: view.court.map(({ stage, outcome, onDate, number, text }) => ({
      stage,
      outcome,
      on: onDate,
      number: orNull(number),
      text: orNull(text),
    })),
    debt: debt
      ? {
          fact: debt.fact,
          change: debt.change,
          changedOn: debt.changedOn,
          changeText: orNull(debt.changeText),
          successor: debt.successor,
          successorText: debt.successorText,
          on: debt.on,
        }
      : null,
    determinations: view.determinations
      .filter(({ approved }) => approved === true)
      .map(({ id, finding, documentNumber, determinedOn, text, body }) => ({
        finding,
        documentNumber,
        determinedOn,
        text,
        files: ownSubjectFiles(own, id),
        body,
      })),
    deeds: view.deeds.map(({ doneOn, text, body }) => ({ on: doneOn, text, body })),
    words: view.words,
    callback: view.callback,
    review: await review(ctx, head, own.name),
  };
}

/** Offered where an answer was given and the complainant has not said that it is solved. */
async function review(
  ctx: Ctx,
  head: CaseHead,
  name: (id: string | null) => string | null,
): Promise<OwnResolution['review']> {
  const next = nextInstance(head.instance);
  if (!next || (head.state !== 'answered' && head.state !== 'closed')) return null;
  const { handlerId, respondentNowId: respondentId, watchingId, kind, matter, today: on } = head;
  const question = { respondentId, watchingId, kind, matter, on };
  const to = handlerId ? reviewerOf(await ctx.directory(), { handlerId, ...question }) : null;
  const until = await reviewUntil(ctx, head.answeredAt);
  return { next, by: name(to?.id ?? null), until, over: until !== null && on > until };
}
