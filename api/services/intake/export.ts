import { sealedOf } from '../../../db/queries/case-extras.ts';
import { type IntakeRow, intakeChanges } from '../../../db/queries/intake.ts';
import type { ExchangeResult } from '../../contracts/intake.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';

const PAGE = 500;
const ROLES: readonly OfficialRole[] = ['intake'];

/**
 * What became of the cases of a channel that the official's bodies entered, since a cursor: the lines of the exchange file.
 * Nothing of the person is in them: the sender has that.
 * @throws DomainError auth.required | auth.forbidden | cursor.invalid
 */
export async function exportResults(
  ctx: Ctx,
  input: { channel: 'hotline' | 'petition'; cursor?: string | undefined },
): Promise<{ items: ExchangeResult[]; cursor: string | null; more: boolean }> {
  await requireRole(ctx, ROLES, null);
  const bodies = [...(await bodiesOf(ctx, ROLES))];
  // The cursor outlives the official who got it: it belongs to the channel.
  const hash = hashQuery('intake', { channel: input.channel });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const rows = await intakeChanges(ctx.sql, { channel: input.channel, bodies, after, limit: PAGE + 1 });
  const page = rows.slice(0, PAGE);
  const directory = await ctx.directory();
  const name = (id: string) => bodyName(directory, id, 'zh-CN');
  const last = page.at(-1);
  return {
    items: page.map((row) => resultOf(ctx, row, name)),
    cursor: last ? signCursor(ctx, hash, [last.changedAt, last.id]) : (input.cursor ?? null),
    more: rows.length > PAGE,
  };
}

function resultOf(ctx: Ctx, row: IntakeRow, name: (id: string) => string): ExchangeResult {
  const key = row.wrapped ? ctx.keys.unwrap(row.keyId, row.wrapped, row.keyVersion) : null;
  const open = (sealed: string, context: string): Record<string, string> =>
    key ? JSON.parse(ctx.keys.open(key, sealedOf(sealed), context).toString('utf8')) : {};
  return {
    type: 'result',
    channel: row.channel,
    externalNumber: row.externalNumber,
    number: row.number,
    state: row.state,
    respondent: name(row.respondentId),
    handler: row.handlerId ? name(row.handlerId) : null,
    filedOn: row.filedOn,
    acceptedOn: row.acceptedOn,
    answeredOn: row.answeredOn,
    closedOn: row.closedOn,
    dueOn: row.dueOn,
    refusal: row.refusalReason,
    demands: row.demands.map((demand) => ({
      position: demand.position,
      text: open(demand.sealed, `case/${row.id}/demand/${demand.position}`).text ?? '',
      answers: row.answers
        .filter((answer) => answer.demandId === demand.id)
        .map((answer) => {
          const words = open(answer.sealed, `case/${row.id}/answer/${answer.id}`);
          return {
            round: answer.round,
            outcome: answer.outcome,
            text: words.text ?? '',
            legalGround: words.legalGround ?? null,
            promisedOn: answer.promisedOn,
            body: name(answer.bodyId),
            on: answer.on,
          };
        }),
    })),
  };
}

/** The export as a file: a result a line, and the cursor for the next time last. */
export const exchangeFile = (result: { items: ExchangeResult[]; cursor: string | null }): string =>
  [...result.items, ...(result.cursor ? [{ type: 'cursor', cursor: result.cursor }] : [])]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
