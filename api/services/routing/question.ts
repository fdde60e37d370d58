import { CASE_KINDS, type CaseKind } from '../../domain/case.ts';
import type { MatterEntry } from '../../domain/duty.ts';
import type { Ctx } from '../context.ts';
import { type FoundBodyView, searchBodies } from '../directory/search-bodies.ts';
import { rankMatters, type SuggestedMatter } from '../directory/suggest-matters.ts';
import { askRouting, type RoutingAnswer } from './ask.ts';

/** What a person typed on /responsibilities, read with patience: nothing here is refused. */
export interface Typed {
  respondent?: string | undefined;
  respondentText?: string | undefined;
  text?: string | undefined;
  matter?: string | undefined;
  kind?: string | undefined;
}
export interface Question {
  kind: CaseKind;
  respondent: FoundBodyView | null;
  /** Several bodies have such a name. */
  candidates: FoundBodyView[];
  nothingFound: boolean;
  matter: MatterEntry | null;
  /** The matter was guessed from the words. */
  guess: SuggestedMatter | null;
  answer: RoutingAnswer | null;
}

const MANY = 8;

export async function readQuestion(ctx: Ctx, typed: Typed): Promise<Question> {
  const directory = await ctx.directory();
  const kind = CASE_KINDS.find((k) => k === typed.kind) ?? 'promise';
  const text = typed.text?.trim().slice(0, 5000) ?? '';
  const [best] = text ? rankMatters(directory.matters, text) : [];
  const chosen = directory.matters.find((m) => m.code === typed.matter);
  const guess = !chosen && best ? best : null;
  const matter = chosen ?? directory.matters.find((m) => m.code === guess?.code) ?? null;

  const { respondent, candidates, nothingFound } = await readRespondent(ctx, typed);
  const answer =
    respondent && matter ? await askRouting(ctx, { respondent: respondent.id, matter: matter.code, kind }) : null;
  return { kind, respondent, candidates, nothingFound, matter, guess, answer };
}

async function readRespondent(ctx: Ctx, typed: Typed) {
  const none = { respondent: null, candidates: [], nothingFound: false };
  const directory = await ctx.directory();
  const body = typed.respondent ? directory.bodies.get(typed.respondent) : undefined;
  if (body) {
    const { items } = await searchBodies(ctx, { q: body.name, division: body.division, limit: 20 });
    return { ...none, respondent: items.find((i) => i.id === body.id) ?? null };
  }
  const q = typed.respondentText?.trim().slice(0, 100);
  if (!q) return { ...none, nothingFound: Boolean(typed.respondent) };
  const { items } = await searchBodies(ctx, { q, limit: MANY });
  const exact = items.filter((i) => i.name === q || i.shortName === q);
  // Only what nobody could mean otherwise is taken without asking.
  if (exact.length === 1 && exact[0]?.exists) return { ...none, respondent: exact[0] };
  if (items.length === 1) return { ...none, respondent: items[0] ?? null };
  return { ...none, candidates: items, nothingFound: items.length === 0 };
}
