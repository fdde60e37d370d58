import { randomUUID } from 'node:crypto';
import {
  databaseTime,
  findByNaturalKeys,
  insertDisclosures,
  insertFieldSources,
  insertVersions,
} from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { DisclosureDraft } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import { naturalKey } from '../../domain/disclosure-key.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type Official, requireRole } from '../officials/authorise.ts';
import { factsOf, sortOn, sourcesOf } from './facts.ts';

/** Begins a record. It is a draft in the name of a body for which the author is publisher, seen by officials only. */
export async function draftDisclosure(ctx: Ctx, input: unknown): Promise<{ id: string }> {
  const official = await requireRole(ctx, ['publisher'], null);
  const facts = factsOf(parse(DisclosureDraft, input));
  return storeDraft(ctx, official, facts);
}

/** What a draft that came out of a case has beside its facts. */
interface Origin {
  caseId: string;
  determinationId: string;
  /** SHA-256 of the deciding document as it lies with the case. */
  attachment: Buffer;
}

export async function storeDraft(
  ctx: Ctx,
  official: Official,
  facts: DisclosureFacts,
  origin: Origin | null = null,
): Promise<{ id: string }> {
  const publisherId = official.grants.find((grant) => grant.role === 'publisher')?.bodyId ?? null;
  const directory = await ctx.directory();
  if (!directory.divisions.has(facts.division)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'division', code: 'invalid_value' }] });
  }
  if (facts.bodyId && !directory.bodies.has(facts.bodyId)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'respondent_unknown' }] });
  }
  const id = randomUUID();
  const key = naturalKey(facts) ?? `draft:${id}`;
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    if ((await findByNaturalKeys(tx, [key])).length > 0) {
      throw new DomainError('request.invalid', { fields: [{ path: 'caseNumber', code: 'already_recorded' }] });
    }
    await insertDisclosures(tx, [
      {
        ...facts,
        id,
        state: 'draft',
        naturalKey: key,
        publisherId,
        caseId: origin?.caseId ?? null,
        createdBy: official.id,
        sortOn: sortOn(facts),
        createdAt: now,
      },
    ]);
    await insertVersions(tx, [
      { disclosureId: id, version: 1, content: facts, reason: '', changedBy: official.id, changedAt: now },
    ]);
    const sources = sourcesOf(id, facts, official.id, now);
    await insertFieldSources(
      tx,
      sources.map((source) => ({ ...source, attachmentSha256: origin?.attachment ?? null })),
    );
    await appendEvent(tx, {
      subjectKind: 'disclosure',
      subjectId: id,
      kind: 'drafted',
      actor: ctx.actor,
      bodyId: publisherId,
      at: now,
      payload: {
        version: 1,
        state: 'draft',
        kind: facts.kind,
        ...(origin ? { determination: origin.determinationId } : {}),
      },
    });
  });
  return { id };
}
