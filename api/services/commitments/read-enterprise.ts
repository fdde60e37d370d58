import { registrationOf } from '../../../db/queries/commitment-registrations.ts';
import { findCommitment } from '../../../db/queries/commitments.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { ReadIdentity } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { holdsFor } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { reachesOf } from '../disclosures/change.ts';
import { requireFreshFactor, requireOfficial } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';
import { enterpriseOf } from './answer-registration.ts';
import type { Enterprise } from './register.ts';

/** The registered promise behind an address, for whoever answers for the body. @throws DomainError auth.* | resource.not_found */
export async function registrationToRead(ctx: Ctx, id: string) {
  const official = requireOfficial(ctx);
  const row = UUID.test(id) ? await findCommitment(ctx.db, id) : null;
  const registration = row && (await registrationOf(ctx.db, id));
  const answers = row && holdsFor(ctx.actor, ['publisher'], [row.owedById], await reachesOf(ctx));
  if (!row || !registration || !answers) throw new DomainError('resource.not_found');
  return { official, row, registration };
}

/**
 * The enterprise behind a registered promise, with its contact: only for whoever answers for the body, only with a fresh code
 * and a reason, which is written down as reading a person is (readIdentity).
 * @throws DomainError auth.required | auth.step_up | resource.not_found | resource.gone | request.invalid
 */
export async function readEnterprise(ctx: Ctx, id: string, input: unknown): Promise<Enterprise> {
  const { official, row } = await registrationToRead(ctx, id);
  const { reason, category } = parse(ReadIdentity, input);
  requireFreshFactor(ctx);
  const enterprise = await enterpriseOf(ctx, id);
  if (!enterprise) throw new DomainError('resource.gone');
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    const reading = { userId: official.id, subjectKind: 'commitment', subjectId: id, bodyId: row.owedById };
    for (const field of ['identity', 'contact']) await logAccess(tx, { ...reading, field, reason, category });
    await appendEvent(tx, {
      subjectKind: 'commitment',
      subjectId: id,
      kind: 'enterprise_read',
      actor: ctx.actor,
      bodyId: row.owedById,
      at: now,
      // The words of the reason stay in the log: an event holds no prose.
      payload: { category },
    });
  });
  return enterprise;
}
