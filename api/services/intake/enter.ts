import { randomUUID } from 'node:crypto';
import { intakeOf, numberTaken } from '../../../db/queries/intake.ts';
import { Complaint } from '../../contracts/complaint.ts';
import { ExchangeCase } from '../../contracts/intake.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { file } from '../complaints/file.ts';
import type { Ctx } from '../context.ts';
import { findBodies } from '../directory/find-bodies.ts';

export interface Entered {
  number: string;
  /** Null: the case was here already. It is shown once, to whoever entered the case. */
  queryCode: string | null;
  created: boolean;
}

/** How a number of the other side is kept, and found again however it is typed. */
export const externalKey = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase();

/**
 * The body for which an official enters cases: the one that is named, or the first for which there is a grant.
 * @throws DomainError auth.required | auth.forbidden
 */
export function intakeBody(ctx: Pick<Ctx, 'actor'>, bodyId?: string): string {
  const { actor } = ctx;
  if (actor.kind === 'system' && bodyId) return bodyId;
  if (actor.kind !== 'official') throw new DomainError('auth.required');
  const bodies = actor.grants.filter((grant) => grant.role === 'intake').map((grant) => grant.bodyId);
  const mine = bodyId ? bodies.find((id) => id === bodyId) : bodies[0];
  if (!mine) throw new DomainError('auth.forbidden');
  return mine;
}

/** A line of the exchange file as a filing: same contract, same routing, same transaction. `check`: nothing is written. */
export function planEntry(ctx: Ctx, raw: unknown): Promise<{ line: ExchangeCase; complaint: Complaint }> {
  const line = parse(ExchangeCase, raw);
  const given = { ...line.complaint };
  const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  for (const name of ['submissionId', 'humanCheck', 'evidence'])
    if (name in given) throw bad(`complaint.${name}`, 'unrecognized_keys');
  return (async () => {
    if (given.respondentId === undefined) given.respondentId = await named(ctx, line.respondent ?? '');
    try {
      return { line, complaint: parse(Complaint, { ...given, submissionId: randomUUID() }) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError(error.code, {
        fields: error.fields.map((field) => ({ ...field, path: `complaint.${field.path}` })),
      });
    }
  })();
}

async function named(ctx: Ctx, name: string): Promise<string> {
  const bad = () =>
    new DomainError('request.invalid', { fields: [{ path: 'respondent', code: 'respondent_unknown' }] });
  const words = name.normalize('NFKC').trim();
  if (words === '') throw bad();
  const on = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const found = findBodies(await ctx.directory(), { q: words, near: ctx.place.division, on });
  const exact = found.filter(({ body, matched }) => (matched ?? body.name) === words);
  const only = exact.length === 1 ? exact[0] : undefined;
  if (!only) throw bad();
  return only.body.id;
}

/**
 * Files a case of another channel: once per channel and number, however often it is entered. Its number opens it here too.
 * @throws DomainError auth.required | auth.forbidden | request.invalid | what file() throws
 */
export async function enter(ctx: Ctx, raw: unknown, bodyId?: string): Promise<Entered> {
  const body = intakeBody(ctx, bodyId);
  const { line, complaint } = await planEntry(ctx, raw);
  const { channel } = line;
  const externalNumber = externalKey(line.externalNumber);
  const entered = async () => {
    const known = await intakeOf(ctx.sql, channel, externalNumber);
    return known ? { number: known.number, queryCode: null, created: false } : null;
  };
  // Asked in this order: a number that is taken may be taken by this very entry, filed by another a moment ago.
  const taken = await numberTaken(ctx.sql, externalNumber);
  const known = await entered();
  if (known) return known;
  const refused = () =>
    new DomainError('request.invalid', { fields: [{ path: 'externalNumber', code: 'number_taken' }] });
  if (taken) throw refused();
  try {
    const { answer } = await file(ctx, complaint, { channel, parsed: true, intake: { externalNumber, bodyId: body } });
    return { number: answer.number, queryCode: answer.queryCode, created: true };
  } catch (error) {
    // Somebody entered it at the same moment: theirs is the case.
    if ((error as { code?: string }).code !== '23505') throw error;
    const other = await entered();
    if (!other) throw refused();
    return other;
  }
}
