import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { eventRow } from '../../../db/queries/events.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { insertRating, nextCaseSerial, type OpenedRating, openRating } from '../../../db/queries/rating.ts';
import { parse } from '../../contracts/parse.ts';
import { Rating, type RatingAnswer } from '../../contracts/rating.ts';
import { DomainError } from '../../domain/errors.ts';
import { isBadRating } from '../../domain/rating.ts';
import { onConnection } from '../complaints/unavailable.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { readPointCode } from './point-code.ts';
import { checkIndicators, newKey, ratingAnswer, ratingHash, sealDetails } from './rating-answer.ts';
import { ratingQueryCode, serviceCase } from './service-case.ts';

const WINDOW = 3600;

const limitOf = (ctx: Ctx) => ({ key: `rating/${ctx.source}`, seconds: WINDOW });

export interface RateOptions {
  /** Tells devices behind one address apart for the mark of repetition (the User-Agent); never stored. */
  device?: string | null;
  parsed?: boolean;
}

export interface Rated {
  created: boolean;
  answer: RatingAnswer;
  /** The case that a bad rating opened. */
  caseId: string | null;
}

/**
 * Takes a rating, once per submission id, however often it is sent. A bad one opens a case in the same transaction.
 * @throws DomainError request.invalid | rating.code_invalid | rating.already_given | submission.payload_differs |
 *   request.rate_limited | service.unavailable
 */
export async function rate(ctx: Ctx, input: unknown, options: RateOptions = {}): Promise<Rated> {
  const rating = options.parsed ? (input as Rating) : parse(Rating, input);
  const code = readPointCode(ctx, rating.code);
  if (!code) throw new DomainError('rating.code_invalid');
  const { submissionId, ...said } = rating;
  const payload = canonicalize({ ...said, code, indicators: [...new Set(said.indicators)].sort() }) ?? '';
  const limit = limitOf(ctx);
  const at = {
    code,
    submissionHash: ratingHash(submissionId),
    transactionHash: rating.transactionNumber
      ? ctx.keys.mac('rating-transaction', rating.transactionNumber.normalize('NFKC').toUpperCase())
      : null,
    limit,
  };

  return onConnection(async () => {
    const opened = await openRating(ctx.sql, at);
    if (!opened) throw new DomainError('rating.code_invalid');
    if (opened.known) return retry(ctx, opened.known, submissionId, payload);
    if (opened.transactionRated) throw new DomainError('rating.already_given');
    checkIndicators(rating.indicators, opened.point.channel);
    if (opened.used >= ctx.limits.ratings)
      throw new DomainError('request.rate_limited', { params: { retryAfter: opened.rest } });
    try {
      const written = await write(ctx, { rating, payload, at, opened, device: options.device ?? '' });
      await takeLimit(ctx.sql, limit.key, Number.MAX_SAFE_INTEGER, WINDOW);
      return { created: true, ...written };
    } catch (error) {
      // A twin of this form, or of this transaction, was faster: it is the answer.
      if ((error as { code?: string }).code !== '23505') throw error;
      const again = await openRating(ctx.sql, at);
      if (again?.known) return retry(ctx, again.known, submissionId, payload);
      throw new DomainError(again?.transactionRated ? 'rating.already_given' : 'service.unavailable', {
        params: again?.transactionRated ? {} : { retryAfter: 1 },
      });
    }
  });
}

async function retry(
  ctx: Ctx,
  known: NonNullable<OpenedRating['known']>,
  submissionId: string,
  payload: string,
): Promise<Rated> {
  // The key behind it was retired: nobody retries a form after so long (services/keys/status.ts).
  if (!ctx.keys.versions.includes(known.keyVersion)) throw new DomainError('resource.gone');
  const fingerprint = ctx.keys.mac('rating-fingerprint', payload, known.keyVersion);
  if (!timingSafeEqual(fingerprint, known.fingerprint)) throw new DomainError('submission.payload_differs');
  return { created: false, answer: await ratingAnswer(ctx, known, submissionId), caseId: known.caseId };
}

async function write(
  ctx: Ctx,
  r: {
    rating: Rating;
    payload: string;
    at: { submissionHash: Buffer; transactionHash: Buffer | null };
    opened: OpenedRating;
    device: string;
  },
): Promise<Omit<Rated, 'created'>> {
  const { rating, opened } = r;
  const { point, now, today } = opened;
  const id = randomUUID();
  const version = ctx.keys.version;
  const fingerprint = ctx.keys.mac('rating-fingerprint', r.payload, version);
  const opens = isBadRating(rating.level)
    ? await serviceCase(ctx, {
        rating,
        ratingId: id,
        point,
        now,
        today,
        serial: await nextCaseSerial(ctx.sql),
        submission: {
          hash: r.at.submissionHash,
          keyVersion: version,
          fingerprint,
          codeHash: sha256(ratingQueryCode(ctx, rating.submissionId, version)),
        },
      })
    : null;
  const says = rating.words !== undefined || rating.contact !== undefined;
  const own = says && !opens ? newKey(ctx) : null;
  const key = opens?.key ?? own?.key ?? null;
  await insertRating(ctx.sql, {
    id,
    at: now,
    day: today,
    pointId: point.id,
    bodyId: point.bodyId,
    level: rating.level,
    indicators: [...new Set(rating.indicators)],
    sealed: says && key ? sealDetails(ctx, key, id, rating) : null,
    hasContact: Boolean(rating.contact?.phone || rating.contact?.email),
    locale: ctx.locale,
    submission: { hash: r.at.submissionHash, keyVersion: version, fingerprint },
    transactionHash: r.at.transactionHash,
    // One day long, and only within one point: it marks repetition and follows nobody.
    deviceHash: ctx.keys.mac('rating-device', `${ctx.source}/${r.device}/${today}`),
    key: own,
    event: eventRow(
      {
        subjectKind: 'rating',
        subjectId: id,
        kind: 'given',
        actor: { kind: 'public' },
        bodyId: point.bodyId,
        at: now,
        payload: {
          point: point.id,
          level: rating.level,
          indicators: [...new Set(rating.indicators)],
          case: opens?.filing.case.id ?? null,
          commitment: key ? createHmac('sha256', key).update(r.payload).digest('hex') : null,
        },
      },
      null,
    ),
    filing: opens?.filing ?? null,
  });
  const caseId = opens?.filing.case.id ?? null;
  const known = { id, level: rating.level, caseId, keyVersion: version };
  return { answer: await ratingAnswer(ctx, known, rating.submissionId), caseId };
}
