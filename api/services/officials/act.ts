import { fromForm } from '../../contracts/parse.ts';
import { legalDate } from '../../domain/calendar.ts';
import type { CaseAction } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import { accept } from '../complaints/accept.ts';
import { answer } from '../complaints/answer.ts';
import { ask } from '../complaints/ask.ts';
import { close } from '../complaints/close.ts';
import { note } from '../complaints/note.ts';
import { refuse } from '../complaints/refuse.ts';
import { returnCase } from '../complaints/return.ts';
import { screen } from '../complaints/screen.ts';
import { transfer } from '../complaints/transfer.ts';
import { write } from '../complaints/write.ts';
import type { Ctx } from '../context.ts';
import { type FoundBody, findBodies } from '../directory/find-bodies.ts';

type Verb = (ctx: Ctx, number: string, input: unknown) => Promise<unknown>;

const VERBS: Partial<Record<CaseAction, Verb>> = {
  screen,
  accept,
  refuse,
  ask,
  answer,
  transfer,
  return: returnCase,
  close,
  note,
  message: write,
};

/** What a form of the case page says: the action, and every field as it was typed. */
export interface ActForm {
  action: CaseAction | 'draft' | null;
  typed: Record<string, string>;
  input: Record<string, unknown>;
}

/** Reads a form of the page: `text-ACTION` is the text of that action, `seen` and `action` are the page's own. */
export function readAct(form: FormData): ActForm {
  const fields = fromForm(form);
  const { action, seen: _seen, ...rest } = fields;
  const input = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name === `text-${action}` ? 'text' : name, value]),
  );
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') typed[name === `text-${action}` ? 'text' : name] = value;
  }
  const known = typeof action === 'string' && (action === 'draft' || action in VERBS);
  return { action: known ? (action as ActForm['action']) : null, typed, input };
}

/**
 * Does what a form of the case page asks, by the verb that the API of casework has for it.
 * @throws DomainError of the verb; request.malformed where the action is none of ours
 */
export async function act(ctx: Ctx, number: string, form: ActForm): Promise<void> {
  const verb = form.action && form.action !== 'draft' ? VERBS[form.action] : undefined;
  if (!verb) throw new DomainError('request.malformed');
  const { toBodyIdText: words, ...input } = form.input;
  if (form.action === 'transfer' && !input.toBodyId && typeof words === 'string') {
    const found = await bodiesCalled(ctx, words);
    const exact = found.filter(({ body, matched }) => (matched ?? body.name) === words.normalize('NFKC').trim());
    const meant = exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined;
    if (meant) input.toBodyId = meant.body.id;
  }
  await verb(ctx, number, input);
}

/** Bodies that typed words may mean, for the page without script. */
export async function bodiesCalled(ctx: Ctx, words: string): Promise<FoundBody[]> {
  if (words.trim() === '') return [];
  const found = findBodies(await ctx.directory(), { q: words, near: ctx.place.division, on: legalDate(new Date()) });
  return found.slice(0, 8);
}
