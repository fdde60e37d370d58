import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../../db/client.ts';
import {
  findKey,
  insertKey,
  insertRequest,
  type RequestRow,
  requestBySubmission,
} from '../../../../db/queries/disclosure-rights.ts';
import { databaseTime, findDisclosure, lockDisclosure } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { takeLimit } from '../../../../db/queries/limits.ts';
import { enqueue } from '../../../../db/queries/outbox.ts';
import { FileObjection, FileRepair } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import { legalDate } from '../../../domain/calendar.ts';
import { visibleTo } from '../../../domain/disclosure.ts';
import { DECIDE_STEP, type RequestKind, type RequestScreening } from '../../../domain/disclosure-request.ts';
import { DomainError } from '../../../domain/errors.ts';
import { disclosureRule, dueBy, hasClass, placeChain, repairableFrom } from '../../../domain/publication.ts';
import { groupCode, queryCode } from '../../../domain/query-code.ts';
import type { Ctx } from '../../context.ts';
import { sha256 } from '../../digest.ts';
import { UUID } from '../../uuid.ts';
import { changeDisclosure, lifeFacts } from '../change.ts';
import { requestContext } from './sealed-for.ts';

const WINDOW = 3600; // seconds
const codeOf = (ctx: Ctx, submissionId: string, version: number): string =>
  queryCode(ctx.keys.mac('disclosure-request', submissionId, version));
/** What the proof of work of a form is bound to, as for a complaint. */
export const requestPurpose = (submissionId: string): string => sha256(submissionId).toString('hex');

export interface FiledRequest {
  created: boolean;
  /** In groups of four; opens the request, and only its hash is stored. */
  queryCode: string;
  screening: RequestScreening;
  filedOn: string; // legal date
  /** Until when it is decided, and what that rests on. */
  due: string | null;
  basis: string | null;
}

/**
 * 异议申诉 or 信用修复 on the page of a record: exactly once per submission id. Whoever passed the human check flags the
 * record at once, so does an official of the body with a session; another filing is held until somebody has looked at it.
 * @throws DomainError request.invalid | request.rate_limited | resource.not_found | resource.gone |
 *   disclosure.transition_refused | disclosure.repair_too_early
 */
export async function fileRequest(ctx: Ctx, id: string, kind: RequestKind, raw: unknown): Promise<FiledRequest> {
  const input = kind === 'objection' ? parse(FileObjection, raw) : parse(FileRepair, raw);
  const submissionHash = sha256(input.submissionId);
  const known = await requestBySubmission(ctx.db, submissionHash);
  if (known) return again(ctx, known, { id, kind, submissionId: input.submissionId });

  const bodyId = await speaksFor(ctx, id, input.party);
  const check = bodyId ? 'passed' : await ctx.humanCheck.verify(input.humanCheck, requestPurpose(input.submissionId));
  const screening = check === 'passed' ? 'passed' : 'held';
  await takeLimit(ctx.sql, `disclosure-request/${ctx.source}`, ctx.limits.filings, WINDOW);

  const keyId = randomUUID();
  const made = ctx.keys.createKey(keyId);
  const requestId = randomUUID();
  const seal = (part: 'words' | 'contact', plain: object) =>
    ctx.keys.seal(made.key, JSON.stringify(plain), requestContext(requestId, part));
  const { name, phone, email, reasons, evidence } = input;
  const performedOn = 'performedOn' in input ? input.performedOn : undefined;
  const code = codeOf(ctx, input.submissionId, made.version);
  const row = {
    id: requestId,
    disclosureId: id,
    kind,
    party: input.party,
    bodyId,
    screening,
    submissionHash,
    codeHash: sha256(code),
    keyId,
    sealedWords: seal('words', { reasons, evidence, performedOn }),
    sealedContact: seal('contact', { name, phone, email }),
    locale: ctx.locale,
    filedBy: ctx.actor.kind === 'official' ? ctx.actor.id : null,
  } as const;
  const payload = { request: requestId, kind, party: input.party, screening };
  const event = kind === 'objection' ? 'objection_filed' : 'repair_asked';

  const store = async (): Promise<Date> => {
    if (screening === 'passed') return marked();
    return ctx.db.transaction(async (tx) => {
      const record = UUID.test(id) ? await lockDisclosure(tx, id) : null;
      const seen = record ? visibleTo({ kind: 'public' }, record) : 'none';
      if (seen === 'tombstone') throw new DomainError('resource.gone');
      if (!record || seen !== 'public') throw new DomainError('resource.not_found');
      const { now, today } = await databaseTime(tx);
      if (kind === 'repair') await refuseEarly(ctx, record, today);
      await insertKey(tx, { id: keyId, ...made });
      await insertRequest(tx, { ...row, filedAt: now });
      const subject = { subjectKind: 'disclosure' as const, subjectId: id, bodyId: record.publisherId };
      await appendEvent(tx, { ...subject, kind: event, actor: ctx.actor, at: now, payload });
      await tell(tx, kind, record.publisherId);
      return now;
    });
  };
  const marked = async (): Promise<Date> => {
    let filedAt = new Date(0);
    await changeDisclosure(ctx, id, null, kind === 'objection' ? 'object' : 'ask_repair', async (record, time, tx) => {
      filedAt = time.now;
      if (kind === 'repair') await refuseEarly(ctx, record, time.today);
      await insertKey(tx, { id: keyId, ...made });
      await insertRequest(tx, { ...row, filedAt, markedAt: kind === 'objection' ? filedAt : null });
      await tell(tx, kind, record.publisherId);
      return { set: {}, event, payload };
    });
    return filedAt;
  };
  try {
    return { created: true, ...(await answer(ctx, { kind, screening, filedAt: await store() }, code)) };
  } catch (error) {
    // Sent twice at once: the other one was first.
    const twin = isTwin(error) ? await requestBySubmission(ctx.db, submissionHash) : null;
    if (!twin) throw error;
    return again(ctx, twin, { id, kind, submissionId: input.submissionId });
  }
}

/** The publisher's side hears of it; records of the portal itself have nobody to tell but the list. */
async function tell(tx: Tx, kind: RequestKind, bodyId: string | null): Promise<void> {
  if (bodyId) await enqueue(tx, 'notice.body', { bodyId, template: `disclosure.${kind}` });
}

function isTwin(error: unknown): boolean {
  const fault = error as { code?: string; cause?: { code?: string } } | null;
  return fault?.code === '23505' || fault?.cause?.code === '23505';
}

/** The body for which the signed-in official speaks; null for everybody else, whose word is all there is. */
async function speaksFor(ctx: Ctx, id: string, party: string): Promise<string | null> {
  if (ctx.actor.kind !== 'official' || party !== 'body') return null;
  const { grants } = ctx.actor;
  const record = UUID.test(id) ? await findDisclosure(ctx.db, id) : null;
  const { subjects = [] } = record ? await lifeFacts(ctx, ctx.db, record) : {};
  return subjects.find((body) => grants.some((grant) => grant.bodyId === body)) ?? null;
}

type Repairable = Parameters<typeof repairableFrom>;
/** Repair only where the kind has classes, and after the minimum of its class (信用修复管理办法 [report]). */
export async function refuseEarly(
  ctx: Pick<Ctx, 'clockRules' | 'place'>,
  record: { kind: Repairable[0]; publicationClass: Repairable[1]; decidedOn: string | null },
  today: string,
): Promise<void> {
  const { kind, publicationClass, decidedOn } = record;
  const chain = placeChain(ctx.place.division);
  const from = repairableFrom(kind, publicationClass, decidedOn ?? today, await ctx.clockRules(), chain);
  if (!hasClass(kind) || (from !== null && from > today)) {
    throw new DomainError('disclosure.repair_too_early', { params: { from: from ?? '' } });
  }
}

/** The form was sent before: the same code again. */
async function again(
  ctx: Ctx,
  known: RequestRow,
  asked: { id: string; kind: RequestKind; submissionId: string },
): Promise<FiledRequest> {
  if (known.disclosureId !== asked.id || known.kind !== asked.kind) throw new DomainError('submission.payload_differs');
  const codes = ctx.keys.versions.map((version) => codeOf(ctx, asked.submissionId, version));
  const code = codes.find((one) => sha256(one).equals(known.codeHash));
  // The key behind it was retired: nobody retries a form after so long.
  if (!code || !(await findKey(ctx.db, known.keyId))) throw new DomainError('resource.gone');
  return { created: false, ...(await answer(ctx, known, code)) };
}

async function answer(
  ctx: Ctx,
  request: { kind: RequestKind; screening: RequestScreening; filedAt: Date },
  code: string,
): Promise<Omit<FiledRequest, 'created'>> {
  const clock = await decidedBy(ctx, request);
  return { queryCode: groupCode(code), screening: request.screening, ...clock };
}

/** The clock of a request: derived from its day of filing each time, so that a new holiday notice moves it. */
export async function decidedBy(
  ctx: Pick<Ctx, 'clockRules' | 'calendar' | 'place' | 'locale'>,
  request: { kind: RequestKind; filedAt: Date },
  step = DECIDE_STEP[request.kind],
): Promise<{ filedOn: string; due: string | null; basis: string | null }> {
  const [rules, calendar] = await Promise.all([ctx.clockRules(), ctx.calendar()]);
  const filedOn = legalDate(request.filedAt);
  const rule = disclosureRule(rules, step, filedOn, placeChain(ctx.place.division));
  const basis = ctx.locale === 'en' ? (rule?.basisEn ?? rule?.basis) : rule?.basis;
  return { filedOn, due: dueBy(rule, filedOn, calendar), basis: basis ?? null };
}
