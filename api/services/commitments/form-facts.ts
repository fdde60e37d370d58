import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { foldName } from '../directory/find-bodies.ts';
import { bad } from './report.ts';

type Form = Record<string, unknown>;

/** The body by any of its names, and the milestones of a text box: what a form says in words. */
export async function readFacts(ctx: Ctx, form: Form): Promise<Form> {
  const { bodyName, milestones, ...rest } = form;
  const facts: Form = { facts: {}, ...rest };
  if (typeof bodyName === 'string') {
    facts.bodyId = await bodyNamed(ctx, bodyName);
    facts.bodyName = bodyName;
  }
  if (typeof milestones === 'string') facts.milestones = splitMilestones(milestones);
  else if (milestones !== undefined) facts.milestones = milestones;
  return facts;
}

export async function bodyNamed(ctx: Ctx, words: string, path = 'bodyName'): Promise<string> {
  const directory = await ctx.directory();
  const name = foldName(words);
  const found = [...directory.bodies.values()].filter(
    (body) => foldName(body.name) === name || directory.namesOf(body.id).some((other) => foldName(other.name) === name),
  );
  const [body] = found;
  if (!body) throw bad(path, 'respondent_unknown');
  if (found.length > 1) throw bad(path, 'body_several');
  return body.id;
}

const LINE = /^(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{8})[\s,;:：，；]+(.+)$/;
const AMOUNT = /^(.+?)[\s,;，；]+([\d,]+(?:\.\d{1,2})?)\s*元$/;

/** "2026年12月31日 第一笔 50000元", a line each. @throws DomainError request.invalid milestone_line */
export function splitMilestones(text: string): { dueOn: string; title: string; amount?: string }[] {
  return text
    .normalize('NFKC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, dueOn, rest] = LINE.exec(line) ?? [];
      if (!dueOn || !rest)
        throw new DomainError('request.invalid', { fields: [{ path: 'milestones', code: 'milestone_line' }] });
      const [, title, amount] = AMOUNT.exec(rest) ?? [];
      return amount && title ? { dueOn, title, amount } : { dueOn, title: rest };
    });
}

/** The same the other way: what stands in the text box. */
export const joinMilestones = (
  milestones: readonly { dueOn: string; title: string; amount: string | null }[],
): string =>
  milestones.map((one) => [one.dueOn, one.title, one.amount && `${one.amount}元`].filter(Boolean).join(' ')).join('\n');
