import type { Ctx } from '../context.ts';
import { saveDraft } from '../officials/save-draft.ts';
import { fillTemplate } from './fill-template.ts';

/**
 * Without script: adds the chosen template below what is written in the answer to one demand, and keeps all of it as the
 * draft. Nothing chosen keeps the draft as it is.
 * @throws DomainError auth.required | resource.not_found | request.too_large
 */
export async function insertTemplate(ctx: Ctx, number: string, form: FormData, index: number): Promise<void> {
  const values = new Map<string, unknown>(form);
  const chosen = form.get(`template.${index}`);
  if (typeof chosen === 'string' && chosen !== '') {
    const { text } = await fillTemplate(ctx, chosen, number);
    const name = `answers.${index}.text`;
    const before = String(values.get(name) ?? '').trimEnd();
    values.set(name, before ? `${before}\n${text}` : text);
  }
  await saveDraft(ctx, number, values);
}
