import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { endFollowUp, putFollowUp, refreshDue, reopenFollowUp } from '../../../db/queries/follow-ups.ts';
import type { Certainty } from '../../domain/directory.ts';
import { DomainError } from '../../domain/errors.ts';
import type { FollowUpKind } from '../../domain/follow-up.ts';

/**
 * Follow-up clocks: call these inside the transaction of the verb that makes or fulfils the date; the event is the verb's.
 * They are shown among the clocks of the case and warned of by the ladder; a closed case keeps them running, for a promise
 * outlives the answer. Withdrawn, refused and merged cases are not warned of.
 */
export interface FollowUp {
  caseId: string;
  kind: FollowUpKind;
  /** The row it belongs to (answer, instalment, order …): one follow-up per kind and subject. */
  subjectId: string;
  startedOn: string; // legal dates
  dueOn: string;
  /** Why it is due, in Chinese as shown to people: a document, an agreement, "the body's own promise". No prose of a case. */
  basis: string;
  basisEn?: string | null;
  certainty: Certainty;
  /** Who owes it and is warned; null: the handler, whoever that is by then. */
  forBodyId?: string | null;
}

/** Plans, or moves to another date, unless it is done already. @throws DomainError request.invalid where it is due before it starts */
export async function planFollowUp(tx: Tx, followUp: FollowUp): Promise<void> {
  const { caseId, kind, subjectId, startedOn, dueOn, basis, basisEn = null, certainty, forBodyId = null } = followUp;
  if (dueOn < startedOn) throw new DomainError('request.invalid', { fields: [{ path: 'dueOn', code: 'date_past' }] });
  const row = { id: randomUUID(), caseId, kind, subjectId, startedOn, dueOn, basis, basisEn, certainty, forBodyId };
  await putFollowUp(tx, row);
  await refreshDue(tx, caseId);
}

/** It was done on `endedOn`. Nothing happens where it was done or fell away before. */
export async function settleFollowUp(
  tx: Tx,
  done: { kind: FollowUpKind; subjectId: string; endedOn: string },
): Promise<void> {
  const caseId = await endFollowUp(tx, done.kind, done.subjectId, { endedOn: done.endedOn });
  if (caseId) await refreshDue(tx, caseId);
}

/** It fell away (an agreement was replaced, an order withdrawn): neither kept nor broken. */
export async function cancelFollowUp(
  tx: Tx,
  gone: { kind: FollowUpKind; subjectId: string; cancelledOn: string },
): Promise<void> {
  const caseId = await endFollowUp(tx, gone.kind, gone.subjectId, { cancelledOn: gone.cancelledOn });
  if (caseId) await refreshDue(tx, caseId);
}

/** Runs again: what was said to be done was not, or what fell away is back. */
export async function resumeFollowUp(tx: Tx, back: { kind: FollowUpKind; subjectId: string }): Promise<void> {
  const caseId = await reopenFollowUp(tx, back.kind, back.subjectId);
  if (caseId) await refreshDue(tx, caseId);
}
