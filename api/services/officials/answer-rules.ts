import { randomUUID } from 'node:crypto';
import { answerRules, setAnswerRules } from '../../../db/queries/answers.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { databaseNow } from '../../../db/queries/officials.ts';
import { SetAnswerRules } from '../../contracts/answers.ts';
import { parse } from '../../contracts/parse.ts';
import { type AnswerRule, orderedRules } from '../../domain/answer-release.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireRole, subordinate } from './authorise.ts';
import { bodyName } from './inbox.ts';

export interface BodyAnswerRules {
  bodyId: string;
  body: string;
  version: number; // 0: none of its own yet
  rules: AnswerRule[];
  /** What bodies above have named; it holds here too. */
  inherited: { body: string; rules: AnswerRule[] }[];
}

/** The rules of the bodies that the administrator's grants name, and of those below that have some. @throws DomainError auth.* */
export async function listAnswerRules(ctx: Ctx): Promise<BodyAnswerRules[]> {
  const official = await requireRole(ctx, ['administrator'], null);
  const [rows, directory, reached] = await Promise.all([
    answerRules(ctx.db),
    ctx.directory(),
    bodiesOf(ctx, ['administrator']),
  ]);
  const granted = official.grants.filter((grant) => grant.role === 'administrator').map((grant) => grant.bodyId);
  const ids = [...new Set([...granted, ...rows.map((row) => row.bodyId).filter((id) => reached.has(id))])];
  const name = (id: string) => bodyName(directory, id, ctx.locale);
  return ids.map((bodyId) => {
    const own = rows.find((row) => row.bodyId === bodyId);
    return {
      bodyId,
      body: name(bodyId),
      version: own?.version ?? 0,
      rules: own?.rules ?? [],
      inherited: rows
        .filter((row) => row.bodyId !== bodyId && row.rules.length > 0 && subordinate(directory, row.bodyId, bodyId))
        .map((row) => ({ body: name(row.bodyId), rules: row.rules })),
    };
  });
}

/**
 * Names the answers of a body (and of all below it) that an approver releases. Answers that wait already wait on.
 * @throws DomainError auth.* | request.invalid | setting.version_conflict
 */
export async function changeAnswerRules(ctx: Ctx, raw: unknown): Promise<{ version: number }> {
  const input = parse(SetAnswerRules, raw);
  const { bodyId, version } = input;
  const official = await requireRole(ctx, ['administrator'], bodyId);
  if (!(await ctx.directory()).bodies.has(bodyId))
    throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'respondent_unknown' }] });
  const rules = orderedRules(input.rules);
  await ctx.db.transaction(async (tx) => {
    const before = (await answerRules(tx)).find((row) => row.bodyId === bodyId);
    const id = before?.id ?? randomUUID();
    if (
      (before?.version ?? 0) !== version ||
      !(await setAnswerRules(tx, { id, bodyId, version, rules, by: official.id }))
    )
      throw new DomainError('setting.version_conflict');
    const coded = (list: readonly AnswerRule[]) => list.map((rule) => `${rule.kind ?? '*'}/${rule.outcome ?? '*'}`);
    await appendEvent(tx, {
      subjectKind: 'setting',
      subjectId: id,
      kind: 'answer_rules_set',
      actor: ctx.actor,
      bodyId,
      at: await databaseNow(tx),
      payload: { version: version + 1, before: coded(before?.rules ?? []), after: coded(rules) },
    });
  });
  return { version: version + 1 };
}
