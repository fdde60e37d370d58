import { fromForm } from '../../contracts/parse.ts';
import { ACTION_FORMS, fieldName } from '../../domain/action-form.ts';
import { legalDate } from '../../domain/calendar.ts';
import type { CaseAction } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type FoundBody, findBodies } from '../directory/find-bodies.ts';
import { ACTS } from './acts.ts';

/** What a form of the case page says: the action, and every field as it was typed. */
export interface ActForm {
  action: CaseAction | 'draft' | null;
  typed: Record<string, string>;
  input: Record<string, unknown>;
}

/** Reads a form of the page: `text-ACTION` is the field `text` of that action, `seen` and `action` are the page's own. */
export function readAct(form: FormData): ActForm {
  const { action, seen: _seen, ...rest } = fromForm(form);
  const name = String(action ?? '');
  const lists = new Set((ACTION_FORMS[name as CaseAction] ?? []).filter((f) => f.kind === 'checks').map((f) => f.name));
  const input = Object.fromEntries(
    Object.entries(rest).map(([control, value]) => {
      const field = fieldName(name, control);
      return [field, lists.has(field) && !Array.isArray(value) ? [value] : value];
    }),
  );
  const typed: Record<string, string> = {};
  for (const [control, value] of form) {
    if (typeof value !== 'string') continue;
    const field = fieldName(name, control);
    typed[field] = lists.has(field) && typed[field] !== undefined ? `${typed[field]}\n${value}` : value;
  }
  const known = typeof action === 'string' && (action === 'draft' || action in ACTS);
  return { action: known ? (action as ActForm['action']) : null, typed, input };
}

/**
 * Does what a form of the case page asks, by the verb that the API of casework has for it.
 * @throws DomainError of the verb; request.malformed where the action is none of ours
 */
export async function act(ctx: Ctx, number: string, form: ActForm): Promise<void> {
  const verb = form.action && form.action !== 'draft' ? ACTS[form.action]?.verb : undefined;
  if (!verb) throw new DomainError('request.malformed');
  const input = { ...form.input };
  for (const field of ACTION_FORMS[form.action as CaseAction] ?? []) {
    if (field.kind !== 'body') continue;
    const words = input[`${field.name}Text`];
    delete input[`${field.name}Text`];
    if (input[field.name] || typeof words !== 'string') continue;
    const meant = await bodyCalled(ctx, words);
    if (meant) input[field.name] = meant;
    // A name that means no body, or several, must not be passed over because the field may be empty.
    else if (field.optional && words.trim())
      throw new DomainError('request.invalid', { fields: [{ path: field.name, code: 'respondent_unknown' }] });
  }
  await verb(ctx, number, input);
}

/** The one body that typed words can only mean; null where there is none or a choice. */
async function bodyCalled(ctx: Ctx, words: string): Promise<string | null> {
  const found = await bodiesCalled(ctx, words);
  const exact = found.filter(({ body, matched }) => (matched ?? body.name) === words.normalize('NFKC').trim());
  return (exact.length === 1 ? exact[0] : found.length === 1 ? found[0] : undefined)?.body.id ?? null;
}

/** Bodies that typed words may mean, for the page without script. */
export async function bodiesCalled(ctx: Ctx, words: string): Promise<FoundBody[]> {
  if (words.trim() === '') return [];
  const found = findBodies(await ctx.directory(), { q: words, near: ctx.place.division, on: legalDate(new Date()) });
  return found.slice(0, 8);
}
