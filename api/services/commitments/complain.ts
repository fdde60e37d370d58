import { findCommitment } from '../../../db/queries/commitments.ts';
import { commitmentPages } from '../../../site/text/commitments.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { fill } from '../../../site/text/locale.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import type { Ctx } from '../context.ts';
import { UUID } from '../uuid.ts';

const findPublic = async (ctx: Ctx, id: string) => {
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  return row && commitmentVisibleTo({ kind: 'public' }, row) === 'public' ? row : null;
};

export interface ComplaintStart {
  /** A story to begin with, in the reader's language; it is the complainant's to change. */
  story: string;
  /** Answers to the later questions of the form. */
  fields: { commitmentId: string; respondentId: string; matter: string; kind: string } & Record<string, string>;
}

/**
 * "This was not kept": what a public commitment answers of the complaint form. Who owes it now is complained of; where it passed
 * on it is an old debt, a payment is arrears. Null where there is no such public commitment.
 */
export async function complaintFrom(ctx: Ctx, id: string): Promise<ComplaintStart | null> {
  const row = await findPublic(ctx, id);
  if (!row) return null;
  const { bodies } = await ctx.directory();
  const t = commitmentPages[ctx.locale];
  const document = row.documentNumber ?? row.facts.contractNumber ?? null;
  const kind = row.kind === 'payment' ? 'arrears' : row.owedById === row.bodyId ? 'promise' : 'old_debt';
  const due = row.nextDueOn ?? row.dueOn;
  const said = fill(t.story, {
    date: legalDateText(row.madeOn, ctx.locale),
    body: row.bodyName,
    title: row.title,
    number: document ? `（${document}）` : '',
    text: row.text.slice(0, 2000),
  });
  const late = due ? fill(t.storyDue, { date: legalDateText(due, ctx.locale) }) : t.storyNever;
  const promised = `${row.title}\n${row.text}`.slice(0, 2000);
  return {
    story: `${said}\n${late}`,
    fields: {
      commitmentId: row.id,
      respondentId: bodies.has(row.owedById) ? row.owedById : row.bodyId,
      matter: row.matter,
      kind,
      promised,
      promisedOn: kind === 'arrears' ? (due ?? row.madeOn) : row.madeOn,
      ...(document ? { promiseDocument: document } : {}),
      ...(row.amount ? { amount: row.amount } : {}),
    },
  };
}

/** The commitment that a filing keeps as its beginning: public, and of the body complained of; null for any other. */
export async function commitmentBehind(
  ctx: Ctx,
  complaint: { commitmentId?: string | undefined; respondentId: string },
): Promise<string | null> {
  const row = await findPublic(ctx, complaint.commitmentId?.toLowerCase() ?? '');
  return row && [row.bodyId, row.owedById].includes(complaint.respondentId) ? row.id : null;
}
