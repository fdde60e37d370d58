import { bodyNamed } from '../commitments/form-facts.ts';
import type { Ctx } from '../context.ts';
import { makeHandover } from './make.ts';
import { answerHandover, signHandover } from './sign.ts';

type Form = Record<string, unknown>;

/** A new list from the page: bodies by their names. */
export async function handoverByForm(ctx: Ctx, form: Form): Promise<{ id: string }> {
  const { bodyName, incomingName, ...rest } = form;
  const body = typeof bodyName === 'string' ? await bodyNamed(ctx, bodyName) : undefined;
  const incoming = typeof incomingName === 'string' ? await bodyNamed(ctx, incomingName, 'incomingName') : undefined;
  return makeHandover(ctx, { ...rest, body, ...(incoming ? { incoming } : {}) });
}

/** An answer to a line, or the signature under the list: the button says which. */
export function answerByForm(ctx: Ctx, id: string, form: Form): Promise<void> {
  if (form.answer === 'sign') return signHandover(ctx, id);
  const { reason, ...rest } = form;
  return answerHandover(ctx, id, form.answer === 'contested' ? form : rest);
}
