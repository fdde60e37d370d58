import type { CaseHead } from '../../../db/queries/case-file.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { caseKinds, matterNames } from '../../../site/text/field.ts';
import { fillTemplate as fillWords, type Placeholder } from '../../domain/answer-template.ts';
import { legalDate } from '../../domain/calendar.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { openFile } from '../officials/open-file.ts';
import { inherits, readTemplate } from './templates.ts';

/** A template with the values of a case, as it is put into an answer. @throws DomainError auth.required | resource.not_found */
export async function fillTemplate(ctx: Ctx, id: string, number: string): Promise<{ title: string; text: string }> {
  const [template, { head }] = await Promise.all([readTemplate(ctx, id), openFile(ctx, number)]);
  const directory = await ctx.directory();
  if (template.retired || !head.handlerId || !inherits(directory, template.bodyId, head.handlerId))
    throw new DomainError('resource.not_found');
  return { title: template.title, text: fillWords(template.text, await valuesOf(ctx, head)) };
}

/** In Chinese, as official answers are written, whatever language the official reads the page in. */
async function valuesOf(ctx: Ctx, head: CaseHead): Promise<Partial<Record<Placeholder, string | null>>> {
  const directory = await ctx.directory();
  const name = (id: string | null) => (id ? bodyName(directory, id, 'zh-CN') : null);
  const day = (date: string | null) => (date ? legalDateText(date, 'zh-CN') : null);
  return {
    案号: head.number,
    类型: caseKinds['zh-CN'][head.kind],
    领域: matterNames['zh-CN'][head.matter],
    被反映单位: name(head.respondentNowId),
    承办单位: name(head.handlerId),
    提交日期: day(legalDate(head.filedAt)),
    受理日期: day(head.acceptedAt ? legalDate(head.acceptedAt) : null),
    办理期限: day(head.dueOn),
    今日: day(head.today),
  };
}
