import {
  type AskedOpinion,
  opinionByNumber,
  opinionFile,
  opinionsOf,
  opinionsOwed,
} from '../../../db/queries/opinions.ts';
import type { OpinionView } from '../../contracts/opinion.ts';
import { legalDate } from '../../domain/calendar.ts';
import { DomainError } from '../../domain/errors.ts';
import { askedOnly } from '../../domain/sight.ts';
import { opinionContext } from '../complaints/ask-opinion.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { seeingFor, sightOf } from '../officials/sight.ts';

type Listed = Omit<OpinionView, 'question' | 'story' | 'demands' | 'text'>;

/** What the official's bodies were asked for an opinion on, open requests first. @throws DomainError auth.required */
export async function listOpinions(ctx: Ctx): Promise<Listed[]> {
  requireOfficial(ctx);
  const bodies = [...(await seeingFor(ctx, 'asked'))];
  if (bodies.length === 0) return [];
  const [rows, directory] = await Promise.all([opinionsOf(ctx.sql, bodies), ctx.directory()]);
  return rows.map((row) => listed(row, (id) => bodyName(directory, id, ctx.locale)));
}

export async function countOpinions(ctx: Ctx): Promise<number> {
  const bodies = ctx.actor.kind === 'official' ? [...(await bodiesOf(ctx, ['intake', 'handler']))] : [];
  return bodies.length === 0 ? 0 : opinionsOwed(ctx.sql, bodies);
}

/** Where an official of a supporting body comes by the number of the case: the request to that body. */
export async function opinionOn(ctx: Ctx, number: string): Promise<string | null> {
  if (ctx.actor.kind !== 'official') return null;
  return opinionByNumber(ctx.sql, number, [...(await seeingFor(ctx, 'asked'))]);
}

/**
 * What a supporting body needs of a case to say what it thinks: the question, the narrative, the demands. Not who asks,
 * not the evidence, not the answers, notes or other opinions: every field is named.
 * @throws DomainError auth.required | resource.not_found | case.erased
 */
export async function readOpinion(ctx: Ctx, id: string): Promise<OpinionView> {
  requireOfficial(ctx);
  const row = /^[0-9a-f-]{36}$/i.test(id) ? await opinionFile(ctx.sql, id) : null;
  if (!row || !(await sightOf(ctx, askedOnly(row.bodyId)))) throw new DomainError('resource.not_found');
  if (!row.wrapped) throw new DomainError('case.erased');
  const key = ctx.keys.unwrap(row.keyId, row.wrapped, row.keyVersion);
  const open = (sealed: Buffer, context: string): Record<string, string> =>
    JSON.parse(ctx.keys.open(key, sealed, context).toString('utf8'));
  const { caseId } = row;
  const context = opinionContext(caseId, row.id);
  const part = (source: string, position: number) =>
    row.parts.find((p) => p.source === source && p.position === position);
  const story = part('narrative', 0);
  const told = story ? open(Buffer.from(story.sealed, 'base64'), `case/${caseId}/narrative`) : {};
  const directory = await ctx.directory();
  return {
    ...listed(row, (body) => bodyName(directory, body, ctx.locale)),
    question: open(row.sealedQuestion, context).text ?? '',
    story: told.story ?? told.words ?? '',
    demands: row.parts
      .filter((p) => p.source === 'demand')
      .map((p) => open(Buffer.from(p.sealed, 'base64'), `case/${caseId}/demand/${p.position}`).text ?? ''),
    text: row.sealedOpinion ? (open(row.sealedOpinion, `${context}/given`).text ?? '') : null,
  };
}

function listed(row: AskedOpinion, name: (id: string) => string): Listed {
  const { id, number, kind, matter, dueOn, givenOn, today, state } = row;
  const waits = state === 'accepted' || state === 'waiting';
  return {
    id,
    number,
    kind,
    matter,
    body: name(row.bodyId),
    askedBy: name(row.leadId),
    askedOn: legalDate(row.askedAt),
    dueOn,
    givenOn,
    state: givenOn !== null ? 'given' : !waits ? 'ended' : today > dueOn ? 'overdue' : 'open',
    late: givenOn !== null && givenOn > dueOn,
  };
}
