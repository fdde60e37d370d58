import { randomUUID } from 'node:crypto';
import { appraisalByLink, insertAnswer, useLink } from '../../../db/queries/appraisals.ts';
import { findKey } from '../../../db/queries/disclosure-rights.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import type { Question } from '../../domain/appraisal.ts';
import { DomainError, type FieldError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { tokenHash, wordsContext } from './link.ts';

const HOUR = 3600; // seconds
const MOST_WORDS = 2000;

export interface OpenAppraisal {
  title: string;
  place: string;
  body: string;
  closesOn: string;
  questions: Question[];
}

async function found(ctx: Ctx, token: string) {
  await takeLimit(ctx.sql, `appraisal/${ctx.source}`, ctx.limits.lookups, HOUR);
  const row = /^1[\w-]{43}$/.test(token) ? await appraisalByLink(ctx.sql, tokenHash(token)) : null;
  if (!row) throw new DomainError('resource.not_found');
  return row;
}

/** What the link opens. @throws DomainError resource.not_found where it was used, or time is over | request.rate_limited */
export async function openLink(ctx: Ctx, token: string): Promise<OpenAppraisal> {
  const [row, directory] = await Promise.all([found(ctx, token), ctx.directory()]);
  return {
    title: row.title,
    place: directory.divisions.get(row.division)?.name ?? row.division,
    body: directory.bodies.get(row.bodyId)?.name ?? '',
    closesOn: row.closesOn,
    questions: row.questions,
  };
}

/**
 * Takes the answer and uses the link up, both or neither. The answer says nothing of the link and has no time; it writes no
 * event, which would have one. @throws DomainError resource.not_found | request.invalid
 */
export async function answerAppraisal(
  ctx: Ctx,
  token: string,
  typed: Readonly<Record<string, unknown>>,
): Promise<void> {
  const row = await found(ctx, token);
  const fields: FieldError[] = [];
  const levels: Record<string, number> = {};
  const words: string[] = [];
  for (const { id, kind, text } of row.questions) {
    const given = String(typed[id] ?? '').trim();
    if (kind === 'words') {
      if (given.length > MOST_WORDS) fields.push({ path: id, code: 'too_big', params: { maximum: MOST_WORDS } });
      if (given) words.push(`${text}\n${given}`);
    } else if (/^[1-5]$/.test(given)) levels[id] = Number(given);
    else if (given !== 'none') fields.push({ path: id, code: 'required', params: {} });
  }
  if (fields.length > 0) throw new DomainError('request.invalid', { fields });
  await ctx.db.transaction(async (tx) => {
    if (!(await useLink(tx, tokenHash(token)))) throw new DomainError('resource.not_found');
    const key = words.length > 0 ? await findKey(tx, row.keyId) : null;
    const sealedWords = key?.wrapped
      ? ctx.keys.seal(ctx.keys.unwrap(row.keyId, key.wrapped, key.version), words.join('\n\n'), wordsContext(row.id))
      : null;
    await insertAnswer(tx, {
      id: randomUUID(),
      appraisalId: row.id,
      questionsVersion: row.questionsVersion,
      levels,
      sealedWords,
    });
  });
}
