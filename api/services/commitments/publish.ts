import { verifyCommitmentSources } from '../../../db/queries/commitments.ts';
import { CommitmentReason, CommitmentStep } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf } from '../disclosures/change.ts';
import { changeCommitment } from './change.ts';

/** Hands a draft in for review by a second person. */
export async function submitCommitment(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, input);
  const set = { submittedBy: nameOf(ctx.actor) };
  await changeCommitment(ctx, id, version, 'submit', (row) => {
    // What an enterprise registered has neither until the body has said who answers for it.
    const missing = (['department', 'post', 'beneficiary'] as const).filter((name) => row[name] === '');
    if (missing.length > 0) {
      throw new DomainError('request.invalid', { fields: missing.map((path) => ({ path, code: 'required' })) });
    }
    return { set, event: 'submitted' };
  });
}

/** Back to its author, with the reason. */
export async function returnCommitment(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, reason } = parse(CommitmentReason, input);
  const set = { submittedBy: null };
  await changeCommitment(ctx, id, version, 'return', () => ({ set, event: 'returned', reason, keepVersion: true }));
}

/** A second person publishes: the facts are verified, and from now on it is a promise made in public. */
export async function publishCommitment(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, input);
  const by = nameOf(ctx.actor);
  await changeCommitment(ctx, id, version, 'publish', async (_row, { now }, tx) => {
    await verifyCommitmentSources(tx, id, by, now);
    return { set: { approvedBy: by, publishedAt: now }, event: 'published', keepVersion: true };
  });
}

/** Gives a draft up; it was never public. */
export async function discardCommitment(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, input);
  await changeCommitment(ctx, id, version, 'discard', () => ({ event: 'discarded' }));
}
