import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { findBody } from '../officials/find-body.ts';
import { editTemplate, makeTemplate, retireTemplate } from './save-template.ts';
import { TEMPLATE_EDITORS } from './templates.ts';

/** The forms of the pages of templates: which verb, and the body by its name. `id` null: a new one. */
export async function saveTemplateByForm(
  ctx: Ctx,
  id: string | null,
  form: Record<string, unknown>,
): Promise<{ id: string }> {
  const { action, bodyName, version, title, kind, text } = form;
  if (id === null) {
    const mine = await bodiesOf(ctx, TEMPLATE_EDITORS);
    if (mine.size === 0) throw new DomainError('auth.forbidden');
    const bodyId = await findBody(ctx, typeof bodyName === 'string' ? bodyName : '', 'bodyName', mine);
    return makeTemplate(ctx, { bodyId, title, kind: kind ?? null, text });
  }
  if (action === 'retire') return retireTemplate(ctx, id, { version });
  return editTemplate(ctx, id, { version, title, kind: kind ?? null, text });
}
