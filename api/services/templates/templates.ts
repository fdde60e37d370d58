import { allTemplates, type TemplateRow, templateById } from '../../../db/queries/templates.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial, subordinate } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';

/** Who words the templates of a body; everybody who answers for it or below it may use them. */
export const TEMPLATE_EDITORS: readonly OfficialRole[] = ['approver', 'administrator'];
const USERS: readonly OfficialRole[] = ['handler', 'approver', 'supervisor', 'administrator'];

export interface TemplateView extends TemplateRow {
  body: string;
  /** The official may change it. */
  mine: boolean;
}

/** Whether a template of `owner` is one of `body`: its own, or one of a body above it. */
export const inherits = (directory: Directory, owner: string, body: string): boolean =>
  subordinate(directory, owner, body);

/** Templates of the official's bodies and of those above them. @throws DomainError auth.required */
export async function listTemplates(ctx: Ctx): Promise<TemplateView[]> {
  requireOfficial(ctx);
  const [rows, directory, used, edited] = await Promise.all([
    allTemplates(ctx.db),
    ctx.directory(),
    bodiesOf(ctx, USERS),
    bodiesOf(ctx, TEMPLATE_EDITORS),
  ]);
  return rows
    .filter((row) => used.has(row.bodyId) || [...used].some((id) => inherits(directory, row.bodyId, id)))
    .map((row) => ({ ...row, body: bodyName(directory, row.bodyId, ctx.locale), mine: edited.has(row.bodyId) }));
}

/** One template for whoever may use it. @throws DomainError auth.required | resource.not_found */
export async function readTemplate(ctx: Ctx, id: string): Promise<TemplateView> {
  requireOfficial(ctx);
  const row = /^[0-9a-f-]{36}$/i.test(id) ? await templateById(ctx.db, id) : null;
  if (!row) throw new DomainError('resource.not_found');
  const [directory, used, edited] = await Promise.all([
    ctx.directory(),
    bodiesOf(ctx, USERS),
    bodiesOf(ctx, TEMPLATE_EDITORS),
  ]);
  if (!used.has(row.bodyId) && ![...used].some((body) => inherits(directory, row.bodyId, body)))
    throw new DomainError('resource.not_found');
  return { ...row, body: bodyName(directory, row.bodyId, ctx.locale), mine: edited.has(row.bodyId) };
}
