import { createHmac, randomUUID } from 'node:crypto';
import { appendEvent } from '../../../db/queries/events.ts';
import { type OpenedRating, openRating } from '../../../db/queries/rating.ts';
import { insertRatingKey, putCaseDetails, putDetails, wrappedKey } from '../../../db/queries/rating-details.ts';
import { parse } from '../../contracts/parse.ts';
import { type RatingAnswer, RatingDetails } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { readPointCode } from './point-code.ts';
import { checkIndicators, newKey, ratingAnswer, ratingHash, sealDetails } from './rating-answer.ts';
import { narrativeOf } from './service-case.ts';

export interface Given {
  answer: RatingAnswer;
  /** Something beside the level was said. */
  detailed: boolean;
  /** The case that it opened. */
  caseId: string | null;
}

async function open(ctx: Ctx, said: { code: string; submissionId: string }): Promise<OpenedRating | null> {
  const code = readPointCode(ctx, said.code);
  if (!code) throw new DomainError('rating.code_invalid');
  return openRating(ctx.sql, { code, submissionHash: ratingHash(said.submissionId) });
}

/** The rating that a form has given, for its thank-you page; null where there is none. */
export async function givenRating(ctx: Ctx, said: { code: string; submissionId: string }): Promise<Given | null> {
  const opened = await open(ctx, said);
  if (!opened?.known) return null;
  return {
    answer: await ratingAnswer(ctx, opened.known, said.submissionId),
    detailed: opened.known.detailed,
    caseId: opened.known.caseId,
  };
}

/**
 * Adds words, indicators and a contact to a rating that was given by its level alone: once, by whoever holds the form.
 * The case of a bad rating has them too.
 * @throws DomainError request.invalid | rating.code_invalid | resource.not_found
 */
export async function addDetails(ctx: Ctx, input: unknown): Promise<Given> {
  const said = parse(RatingDetails, input);
  const opened = await open(ctx, said);
  if (!opened?.known) throw new DomainError('resource.not_found');
  const { known, point, now } = opened;
  checkIndicators(said.indicators, point.channel);
  const answer = await ratingAnswer(ctx, known, said.submissionId);
  const hasContact = Boolean(said.contact?.phone || said.contact?.email);
  const nothing = !said.words && !hasContact && said.indicators.length === 0;
  if (known.detailed || nothing) return { answer, detailed: known.detailed, caseId: known.caseId };

  await ctx.db.transaction(async (tx) => {
    const kept = known.keyId ? await wrappedKey(tx, known.keyId) : null;
    // The key of the case was erased: nothing more can be sealed for it.
    if (known.keyId && !kept) throw new DomainError('case.erased');
    const own = kept ? null : newKey(ctx);
    const keyId = known.keyId ?? own?.id ?? '';
    const key = kept ? ctx.keys.unwrap(keyId, kept.wrapped, kept.version) : own?.key;
    if (!key) throw new DomainError('service.internal');
    const seals = said.words !== undefined || hasContact;
    if (own && seals) await insertRatingKey(tx, own);
    const put = await putDetails(tx, known, {
      keyId: known.keyId ?? (seals ? keyId : null),
      sealed: seals ? sealDetails(ctx, key, known.id, said) : null,
      indicators: [...new Set(said.indicators)],
      hasContact,
    });
    if (!put) return; // a twin of this form was faster
    if (known.caseId) {
      const seal = (part: string, value: unknown) =>
        ctx.keys.seal(key, JSON.stringify(value), `case/${known.caseId}/${part}`);
      await putCaseDetails(tx, known.caseId, {
        now,
        narrative: seal('narrative', narrativeOf(ctx, point, { ...said, level: known.level })),
        contact: hasContact ? seal('contact', said.contact) : null,
        releaseId: hasContact && said.contactToHandler ? randomUUID() : null,
      });
    }
    await appendEvent(tx, {
      subjectKind: 'rating',
      subjectId: known.id,
      kind: 'detailed',
      actor: { kind: 'public' },
      bodyId: point.bodyId,
      at: now,
      payload: {
        indicators: said.indicators,
        contact: hasContact,
        commitment: seals
          ? createHmac('sha256', key)
              .update(JSON.stringify([said.words ?? null, said.contact ?? null]))
              .digest('hex')
          : null,
      },
    });
  });
  return { answer, detailed: true, caseId: known.caseId };
}
