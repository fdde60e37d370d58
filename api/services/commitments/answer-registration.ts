import { answerRegistration, registrationOf } from '../../../db/queries/commitment-registrations.ts';
import { findKey } from '../../../db/queries/disclosure-rights.ts';
import { CommitmentReason, CommitmentStep } from '../../contracts/commitment.ts';
import { parse } from '../../contracts/parse.ts';
import { holdsFor } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { nameOf, reachesOf } from '../disclosures/change.ts';
import { changeCommitment } from './change.ts';
import { type Enterprise, enterpriseContext } from './register.ts';

/** Who registered it, opened. Null once the key was erased. */
export async function enterpriseOf(ctx: Ctx, id: string): Promise<Enterprise | null> {
  const row = await registrationOf(ctx.db, id);
  const key = row && (await findKey(ctx.db, row.keyId));
  if (!row || !key?.wrapped) return null;
  const opened = ctx.keys.unwrap(row.keyId, key.wrapped, key.version);
  return JSON.parse(ctx.keys.open(opened, row.sealedEnterprise, enterpriseContext(id)).toString('utf8')) as Enterprise;
}

/**
 * The body says that it promised this. It becomes a draft of its own, which a second person publishes as any other; the
 * enterprise is named in it only where it agreed.
 */
export async function confirmRegistration(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(CommitmentStep, input);
  const enterprise = await enterpriseOf(ctx, id);
  await changeCommitment(ctx, id, version, 'confirm', async (_row, { today }, tx) => {
    const registration = await registrationOf(tx, id);
    if (!registration) throw new DomainError('resource.not_found');
    await answerRegistration(tx, id, { answeredOn: today, answeredBy: nameOf(ctx.actor), answer: null });
    return {
      set: { enterprise: registration.named ? (enterprise?.name ?? null) : null },
      event: 'confirmed',
      keepVersion: true,
    };
  });
}

/** The body says that it did not, and why: the enterprise reads it with its code, and may complain. */
export async function disputeRegistration(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, reason } = parse(CommitmentReason, input);
  await changeCommitment(ctx, id, version, 'dispute', async (_row, { today }, tx) => {
    await answerRegistration(tx, id, { answeredOn: today, answeredBy: nameOf(ctx.actor), answer: reason });
    return { event: 'disputed' };
  });
}

export interface OfficialRegistration {
  number: string;
  /** Whether this official may read who it is (read-enterprise.ts): never opened by the way. */
  readable: boolean;
  /** Who registered it was erased at the end of its time. */
  erased: boolean;
  named: boolean;
  dueOn: string;
  dueBasis: string;
  overdue: boolean;
  answeredOn: string | null;
  answer: string | null;
}

/** The registration behind a commitment, for officials who see the whole of it; null where it was not registered. */
export async function registrationFor(
  ctx: Ctx,
  row: { id: string; owedById: string },
  today: string,
): Promise<OfficialRegistration | null> {
  const registration = await registrationOf(ctx.db, row.id);
  if (!registration) return null;
  const answers = holdsFor(ctx.actor, ['publisher'], [row.owedById], await reachesOf(ctx));
  const { number, named, dueOn, dueBasis, answeredOn, answer } = registration;
  const erased = !(await findKey(ctx.db, registration.keyId))?.wrapped;
  const overdue = answeredOn === null && today > dueOn;
  return { number, readable: answers && !erased, erased, named, dueOn, dueBasis, overdue, answeredOn, answer };
}
