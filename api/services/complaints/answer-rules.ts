import { answerRules } from '../../../db/queries/answers.ts';
import type { AnswerRule } from '../../domain/answer-release.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';

/** The rules that hold for a body: its own and those of all bodies above it; a body below cannot undo them. */
export async function answerRulesOf(ctx: Ctx, bodyId: string): Promise<AnswerRule[]> {
  const [rows, directory] = await Promise.all([answerRules(ctx.db), ctx.directory()]);
  return rows.filter((row) => subordinate(directory, row.bodyId, bodyId)).flatMap((row) => row.rules);
}
