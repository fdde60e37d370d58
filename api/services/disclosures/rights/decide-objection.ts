import type { Tx } from '../../../../db/client.ts';
import {
  correctedSince,
  findRequest,
  otherFlagged,
  type RequestRow,
  updateRequest,
} from '../../../../db/queries/disclosure-rights.ts';
import { DecideObjection, DecideWithdrawn, MarkObjection } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import type { RequestKind, RequestOutcome } from '../../../domain/disclosure-request.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { changeDisclosure, nameOf } from '../change.ts';
import { tellFiler } from '../tell.ts';
import { refuseEarly } from './file.ts';

/** The request of the record that is to be decided; anything else is not there. */
async function waiting(tx: Tx, disclosureId: string, id: string, kind: RequestKind): Promise<RequestRow> {
  const request = await findRequest(tx, id);
  if (!request || request.disclosureId !== disclosureId || request.kind !== kind) {
    throw new DomainError('resource.not_found');
  }
  if (request.outcome) throw new DomainError('disclosure.version_conflict');
  return request;
}

async function close(
  tx: Tx,
  ctx: Ctx,
  request: RequestRow,
  outcome: RequestOutcome,
  publicWords: string,
  now: Date,
): Promise<void> {
  const screening = outcome === 'dismissed' ? 'rejected' : request.screening;
  const set = { outcome, screening, publicWords, decidedBy: nameOf(ctx.actor), decidedAt: now };
  if (!(await updateRequest(tx, request.id, set))) throw new DomainError('disclosure.version_conflict');
  await tellFiler(tx, request.id, 'request.decided');
}

/** An official has looked at a held objection: the record carries the flag from now on. */
export async function markObjection(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const input = parse(MarkObjection, raw);
  await changeDisclosure(ctx, id, input.version, 'mark_objection', async (_record, { now }, tx) => {
    const request = await waiting(tx, id, input.request, 'objection');
    await updateRequest(tx, request.id, { screening: 'passed', markedAt: now });
    return { set: {}, event: 'objection_marked', payload: { request: request.id } };
  });
}

/** An official has looked at a held request for repair. @throws DomainError disclosure.repair_too_early */
export async function takeRepair(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const input = parse(MarkObjection, raw);
  await changeDisclosure(ctx, id, input.version, 'take_repair', async (record, { today }, tx) => {
    await refuseEarly(ctx, record, today);
    const request = await waiting(tx, id, input.request, 'repair');
    await updateRequest(tx, request.id, { screening: 'passed' });
    return { set: {}, event: 'repair_taken', payload: { request: request.id } };
  });
}

/** Nothing to decide: no reason is given, or nobody with an interest gave it. The filer is told why. */
export async function dismissRequest(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const input = parse(DecideObjection, raw);
  await changeDisclosure(ctx, id, input.version, 'dismiss_request', async (_record, { now }, tx) => {
    const request = await findRequest(tx, input.request);
    const open = await waiting(tx, id, input.request, request?.kind ?? 'objection');
    // A repair that was taken is refused with a reason, not dismissed.
    if (open.kind === 'repair' && open.screening === 'passed') throw new DomainError('resource.not_found');
    await close(tx, ctx, open, 'dismissed', input.publicWords, now);
    const flag = await stillFlagged(tx, open);
    return { set: flag, event: 'request_dismissed', payload: { request: open.id }, reason: input.publicWords };
  });
}

/** The record stands as it is. */
export const upholdRecord = (ctx: Ctx, id: string, raw: unknown): Promise<void> => decide(ctx, id, 'uphold', raw);
/** The record was corrected since the objection was filed. @throws DomainError request.invalid where it was not */
export const decideCorrected = (ctx: Ctx, id: string, raw: unknown): Promise<void> =>
  decide(ctx, id, 'decide_corrected', raw);

async function decide(ctx: Ctx, id: string, action: 'uphold' | 'decide_corrected', raw: unknown): Promise<void> {
  const input = parse(DecideObjection, raw);
  const outcome = action === 'uphold' ? 'upheld' : 'corrected';
  await changeDisclosure(ctx, id, input.version, action, async (_record, { now }, tx) => {
    const request = await waiting(tx, id, input.request, 'objection');
    if (request.screening === 'held') throw new DomainError('resource.not_found');
    if (outcome === 'corrected' && !(await correctedSince(tx, id, request.filedAt))) {
      throw new DomainError('request.invalid', { fields: [{ path: 'publicWords', code: 'correction_first' }] });
    }
    await close(tx, ctx, request, outcome, input.publicWords, now);
    const payload = { request: request.id, outcome };
    return { set: await stillFlagged(tx, request), event: 'objection_decided', payload, reason: input.publicWords };
  });
}

/** The objection is right and the record cannot stay. */
export async function decideWithdrawn(ctx: Ctx, id: string, raw: unknown): Promise<void> {
  const input = parse(DecideWithdrawn, raw);
  const { reasonClass, publicWords } = input;
  await changeDisclosure(ctx, id, input.version, 'decide_withdrawn', async (_record, { now }, tx) => {
    const request = await waiting(tx, id, input.request, 'objection');
    if (request.screening === 'held') throw new DomainError('resource.not_found');
    await close(tx, ctx, request, 'withdrawn', publicWords, now);
    return {
      set: { withdrawReason: reasonClass },
      event: 'withdrawn',
      payload: { request: request.id, outcome: 'withdrawn', reasonClass },
      reason: publicWords,
      keepVersion: true,
    };
  });
}

/** The flag stays while another objection waits. */
async function stillFlagged(tx: Tx, request: RequestRow) {
  const others = await otherFlagged(tx, request.disclosureId, request.id);
  return { objectionFlag: others > 0 ? ('under_objection' as const) : ('none' as const) };
}
