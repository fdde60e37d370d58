import { z } from 'zod';
import { insertCorrection, insertFieldSources, removeCorrection } from '../../../db/queries/disclosures.ts';
import { DisclosureDraft, DisclosureReturn, DisclosureStep } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import { placeChain, publicationEnd } from '../../domain/publication.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure, nameOf } from './change.ts';
import { changedFields, factsOf, factsOfRow, sortOn, sourcesOf } from './facts.ts';

const DisclosureCorrection = DisclosureReturn;

/** Proposes a correction of a public record. The public still sees the approved one until a second person agrees. */
export async function proposeCorrection(ctx: Ctx, id: string, step: unknown, input: unknown): Promise<void> {
  const { version, reason } = parse(DisclosureCorrection, step);
  const facts = factsOf(parse(DisclosureDraft, input));
  await changeDisclosure(ctx, id, version, 'propose_correction', async (record, { now }, tx) => {
    if (facts.kind !== record.kind) {
      throw new DomainError('request.invalid', { fields: [{ path: 'kind', code: 'invalid_value' }] });
    }
    const placed = await insertCorrection(tx, {
      disclosureId: id,
      baseVersion: version + 1,
      content: facts,
      reason,
      proposedBy: nameOf(ctx.actor),
      proposedAt: now,
    });
    if (!placed) throw new DomainError('disclosure.version_conflict');
    const fields = changedFields(factsOfRow(record), facts);
    return { set: {}, event: 'correction_proposed', payload: { fields }, reason };
  });
}

/** A second person agrees: the new version is public at once, the old one stays in the history. */
export async function approveCorrection(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(DisclosureStep, input);
  const by = nameOf(ctx.actor);
  const rules = await ctx.clockRules();
  const chain = placeChain(ctx.place.division);
  await changeDisclosure(ctx, id, version, 'approve_correction', async (record, { now, today }, tx) => {
    const proposal = await removeCorrection(tx, id);
    if (!proposal) throw new DomainError('disclosure.version_conflict');
    const facts = proposal.content as DisclosureFacts;
    const changed = changedFields(factsOfRow(record), facts);
    await insertFieldSources(
      tx,
      sourcesOf(id, facts, proposal.proposedBy, proposal.proposedAt, changed).map((source) => ({
        ...source,
        verifiedBy: by,
        verifiedAt: now,
      })),
    );
    const { kind, publicationClass, decidedOn, publishUntil } = facts;
    const until = publicationEnd(kind, publicationClass, decidedOn ?? today, publishUntil, rules, chain);
    return {
      set: { ...facts, publishUntil: until, sortOn: sortOn(facts) },
      event: 'corrected',
      payload: { fields: changed, proposedBy: proposal.proposedBy },
      reason: proposal.reason,
      keepVersion: true,
    };
  });
}

/** Drops a proposed correction; the public record stays as it was. */
export async function rejectCorrection(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(z.strictObject({ version: DisclosureStep.shape.version }), input);
  await changeDisclosure(ctx, id, version, 'reject_correction', async (_record, _time, tx) => {
    if (!(await removeCorrection(tx, id))) throw new DomainError('disclosure.version_conflict');
    return { set: {}, event: 'correction_rejected' };
  });
}
