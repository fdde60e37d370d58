import { type ExplanationHead, explanationsOf, explanationsOwed } from '../../../db/queries/explanations.ts';
import type { ExplanationView } from '../../contracts/explanation.ts';
import { legalDate } from '../../domain/calendar.ts';
import { type ExplanationQuestion, explanationContext } from '../complaints/ask-explanation.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { EXPLAINERS, openExplanation } from './open-explanation.ts';

type Listed = Omit<ExplanationView, 'question' | 'demands' | 'story' | 'text' | 'files'>;

/** What the official's bodies were asked to explain, open requests first. @throws DomainError auth.required */
export async function listExplanations(ctx: Ctx): Promise<Listed[]> {
  requireOfficial(ctx);
  const bodies = [...(await bodiesOf(ctx, EXPLAINERS))];
  if (bodies.length === 0) return [];
  const [rows, directory] = await Promise.all([explanationsOf(ctx.sql, bodies), ctx.directory()]);
  return rows.map((row) => listed(row, (id) => bodyName(directory, id, ctx.locale)));
}

/** How many explanations the official's bodies owe: for the link that leads there. */
export async function countExplanations(ctx: Ctx): Promise<number> {
  const bodies = ctx.actor.kind === 'official' ? [...(await bodiesOf(ctx, EXPLAINERS))] : [];
  return bodies.length === 0 ? 0 : explanationsOwed(ctx.sql, bodies);
}

/** One request with what was released, and what was answered. Every field is named: nothing else of the case is here. */
export async function readExplanation(ctx: Ctx, reference: string): Promise<ExplanationView> {
  const { row, key } = await openExplanation(ctx, reference);
  const directory = await ctx.directory();
  const open = <T>(sealed: Buffer, context: string): T =>
    JSON.parse(ctx.keys.open(key, sealed, context).toString('utf8')) as T;
  const context = explanationContext(row.caseId, row.id);
  const question = open<ExplanationQuestion>(row.sealedQuestion, context);
  const answer = row.sealedAnswer ? open<{ text: string }>(row.sealedAnswer, `${context}/given`) : null;
  return {
    ...listed(row, (id) => bodyName(directory, id, ctx.locale)),
    question: question.text,
    demands: question.demands ?? [],
    story: question.story ?? null,
    text: answer?.text ?? null,
    files: row.files.map((file) => ({
      id: file.id,
      name: open<{ name: string }>(Buffer.from(file.sealedName, 'base64'), `evidence/${file.id}/name`).name,
      bytes: file.bytes,
      mediaType: file.mediaType,
    })),
  };
}

function listed(row: ExplanationHead, name: (id: string) => string): Listed {
  const { reference, dueOn, givenOn, open, today } = row;
  const state = givenOn !== null ? 'given' : !open ? 'ended' : today > dueOn ? 'overdue' : 'open';
  return {
    reference,
    body: name(row.bodyId),
    askedBy: name(row.askerId),
    askedOn: legalDate(row.askedAt),
    dueOn,
    givenOn,
    state,
    late: givenOn !== null && givenOn > dueOn,
  };
}
