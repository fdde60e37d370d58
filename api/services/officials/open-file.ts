import { type CaseHead, caseHead } from '../../../db/queries/case-file.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, type Official, requireOfficial } from './authorise.ts';
import { CASE_READERS } from './inbox.ts';

/** Whether one of the bodies has the case now, accepts or watches it: not those that passed it on, nor those asked beside. */
export const dealsWith = (
  head: Pick<CaseHead, 'handlerId' | 'acceptingId' | 'watchingId'>,
  reached: ReadonlySet<string>,
): boolean => [head.handlerId, head.acceptingId, head.watchingId].some((id) => id !== null && reached.has(id));

export interface OpenFile {
  official: Official;
  head: CaseHead;
  /** Null where the person was erased: the ledger remains, the words are gone. */
  key: Buffer | null;
}

/**
 * The case, where the official's bodies handle, accept or watch it, passed it on, or decide a dispute about it. To anybody else it does not exist: the body
 * complained of must not learn from a number that there is a complaint.
 * @throws DomainError auth.required | resource.not_found
 */
export async function openFile(ctx: Ctx, number: string, options: { supporting?: boolean } = {}): Promise<OpenFile> {
  const official = requireOfficial(ctx);
  const head = await caseHead(ctx.sql, number, official.id);
  if (!head) throw new DomainError('resource.not_found');
  const reached = await bodiesOf(ctx, CASE_READERS);
  // A body that passed the case on keeps it in sight (case_assignment), though it no longer acts on it.
  const led = head.assignments.filter((row) => row.role === 'lead').map((row) => row.bodyId);
  // A supporting body was asked for its opinion and reads no more than that takes (read-opinion.ts): it does not open the file.
  const asked = options.supporting ? head.opinions.map((opinion) => opinion.bodyId) : [];
  const mine = [head.handlerId, head.acceptingId, head.watchingId, ...led, ...asked].some(
    (id) => id !== null && reached.has(id),
  );
  const disputed = head.assignments.filter((row) => row.role === 'arbiter').map((row) => row.bodyId);
  const arbiter = disputed.length > 0 ? await bodiesOf(ctx, ['arbiter']) : null;
  if (!mine && !disputed.some((id) => arbiter?.has(id))) throw new DomainError('resource.not_found');
  return { official, head, key: head.wrapped ? ctx.keys.unwrap(head.keyId, head.wrapped, head.keyVersion) : null };
}
